"""One JSON text for one content, so that a hash proves it. Pure: no Django here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

# Decimals and dates travel as text: their form is decided once, by who writes them.
Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"


def canonical_json(content: Json) -> str:
    """Write JSON with sorted keys, no spaces and real characters; the same content gives the same text.

    Raises TypeError on a float: its text differs between programs.
    """
    _refuse_floats(content)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256_of(content: Json) -> str:
    """Return the SHA-256, in hexadecimal, of the canonical JSON in UTF-8."""
    return sha256_of_text(canonical_json(content))


def sha256_of_text(text: str) -> str:
    """Return the SHA-256, in hexadecimal, of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _refuse_floats(content: Json) -> None:
    if isinstance(content, float):
        raise TypeError("A float has no canonical text: write it as a decimal string.")
    if isinstance(content, Mapping):
        for key, value in content.items():
            if not isinstance(key, str):
                raise TypeError("Keys of canonical JSON are texts.")
            _refuse_floats(value)
    elif isinstance(content, Sequence) and not isinstance(content, str):
        for item in content:
            _refuse_floats(item)
