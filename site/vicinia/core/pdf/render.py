"""Making a PDF from a template of `templates/pdf/` and data. It never fails because of what people wrote."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import structlog
import typst
from django.conf import settings

from vicinia.core.text import clean_text

from .glyphs import characters_of

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
LAST_LATIN_GREEK_CYRILLIC = 0x04FF
LAST_ASCII = 0x7E

log = structlog.get_logger(__name__)


class PdfFailed(Exception):
    """The template itself is wrong: no text of the data can be the cause."""


def render(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """Return the PDF of `templates/pdf/<template>.typ` filled with `data` (texts, lists, mappings).

    `at` is the document's own date, so that the same data always give the same bytes. Characters that
    our fonts lack are written as U+XXXX; if the text still cannot be set (a mark that no letter
    carries), the same is done for everything beyond European alphabets, then beyond ASCII.
    """
    return _set(template, data, lambda written: _compile(template, written, at))


def render_picture(template: str, data: Mapping[str, Any]) -> bytes:
    """Return the first page of a template as a PNG, a pixel for each of its points."""

    def compile_picture(written: Mapping[str, Any]) -> bytes:
        result: bytes = typst.compile(**_sources(template, written), format="png", ppi=72.0)
        return result

    return _set(template, data, compile_picture)


def _set(
    template: str, data: Mapping[str, Any], compile_written: Callable[[Mapping[str, Any]], bytes]
) -> bytes:
    for level, is_kept in enumerate(LEVELS):
        try:
            return compile_written(_written(data, is_kept))
        except typst.TypstError as error:
            log.warning("a text could not be set", template=template, level=level, error=str(error)[:300])
            reason = error
    raise PdfFailed(f"{template}: {reason}")


def _compile(template: str, data: Mapping[str, Any], at: datetime) -> bytes:
    result: bytes = typst.compile(
        **_sources(template, data), pdf_standards=[*STANDARDS], timestamp=int(at.timestamp())
    )
    return result


def _sources(template: str, data: Mapping[str, Any]) -> dict[str, Any]:
    folder = Path(settings.ROOT) / "templates" / "pdf"
    return {
        "input": str(folder / f"{template}.typ"),
        "root": str(folder),
        "font_paths": _fonts(),
        "sys_inputs": {"data": json.dumps(data)},
    }


def _written(value: Any, is_kept: Callable[[str], bool]) -> Any:
    """Replace, in every text of the data, what is not kept by its code."""
    if isinstance(value, str):
        return "".join(each if is_kept(each) else f"[U+{ord(each):04X}]" for each in clean_text(value))
    if isinstance(value, Mapping):
        return {key: _written(each, is_kept) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_written(each, is_kept) for each in value]
    return value


def _is_drawn(character: str) -> bool:
    return character in "\n\t" or ord(character) in _drawn()


def _is_european(character: str) -> bool:
    # Separate marks are out: on a letter of another font they are what could not be set.
    is_mark = 0x0300 <= ord(character) <= 0x036F or 0x0483 <= ord(character) <= 0x0489
    return ord(character) <= LAST_LATIN_GREEK_CYRILLIC and not is_mark and _is_drawn(character)


def _is_ascii(character: str) -> bool:
    return character in "\n\t" or " " <= character <= chr(LAST_ASCII)


LEVELS = (_is_drawn, _is_european, _is_ascii)


def font_folder() -> Path:
    """Where the front-end build puts the fonts of our PDFs."""
    return Path(settings.ROOT) / "build" / "fonts"


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])


@cache
def _drawn() -> frozenset[int]:
    """Code points that at least one of our fonts draws; without the built fonts, ASCII alone."""
    found: frozenset[int] = frozenset(range(0x20, LAST_ASCII + 1))
    for path in sorted(font_folder().glob("*.ttf")):
        found |= characters_of(path)
    return found
