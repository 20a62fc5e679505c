"""Which letters the bytes are: UTF-8, UTF-16 with its mark, or Windows-1252."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _

from .model import TableUnreadable

CHUNK = 1024 * 1024
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
UNREADABLE = "\ufffd"


@dataclass(frozen=True, slots=True)
class Encoding:
    """The name of the encoding and how many lines were met while finding it."""

    name: str
    lines: int


def find_encoding(stream: IO[bytes]) -> Encoding:
    """Read the whole stream once and decide; raise TableUnreadable for what is no text.

    A file is UTF-8 when its accented letters are, even if one byte is broken (that row is reported);
    otherwise it is what Italian offices' spreadsheets write, Windows-1252.
    """
    first = stream.read(CHUNK)
    if not first.strip():
        raise TableUnreadable(_("The file is empty: choose it again."))
    name = next((name for bom, name in BOMS if first.startswith(bom)), "utf-8")
    decoder = codecs.getincrementaldecoder(name)("replace")
    lines = broken = accented = 0
    chunk = first
    while True:
        if name != "utf-16" and b"\0" in chunk:
            raise TableUnreadable(_("This is not a table: it holds something other than text."))
        text = decoder.decode(chunk, final=not chunk)
        lines += text.count("\n")
        bad = text.count(UNREADABLE)
        broken += bad
        accented += len(text) - len(text.encode("ascii", "ignore")) - bad
        if not chunk:
            break
        chunk = stream.read(CHUNK)
    if name == "utf-8" and broken > accented:
        name = "cp1252"
    return Encoding(name, max(lines, 1))
