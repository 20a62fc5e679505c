"""Whether two names may be of the same body. Pure: no Django here."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

# What one writes and another leaves out.
GENERIC = frozenset(
    {
        *("odv", "aps", "ets", "onlus", "asd", "ssd", "coop", "cooperativa", "sociale", "societa", "scarl"),
        *("associazione", "volontariato", "promozione", "fondazione", "ente", "srl", "di", "del", "della"),
        *("dei", "delle", "degli", "il", "lo", "la", "i", "gli", "le", "l", "d", "e", "per", "in", "a"),
    }
)
CLOSE = 0.88


def words_of(name: str) -> list[str]:
    """Return the words that tell a name from another, in plain small letters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace(".", ""))
    return [word for word in words if word not in GENERIC] or words


def alike(one: str, other: str) -> bool:
    """Tell whether two names are the same but for generic words, their order, or a letter or two."""
    first, second = words_of(one), words_of(other)
    if not first or not second:
        return False
    if sorted(first) == sorted(second):
        return True
    return SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= CLOSE
