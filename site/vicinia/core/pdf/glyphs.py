"""Which characters the bundled fonts can draw, read from the fonts themselves.

A single missing glyph would make the whole file fail, since PDF/A forbids it; so what no font has is
written as its code.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

UNICODE_TABLES = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))  # (platform, encoding), the fullest first


class NotAFont(Exception):
    """The file is not a TrueType font with a Unicode table."""


def characters_of(path: Path) -> frozenset[int]:
    """Return the code points that a TrueType font draws (OpenType specification, table `cmap`)."""
    data = path.read_bytes()
    start = _table(data, b"cmap")
    subtables = {
        (platform, encoding): start + offset
        for platform, encoding, offset in struct.iter_unpack(
            ">HHL", data[start + 4 : start + 4 + 8 * _u16(data, start + 2)]
        )
    }
    for wanted in UNICODE_TABLES:
        if wanted in subtables:
            at = subtables[wanted]
            if _u16(data, at) == 12:
                return frozenset(_groups(data, at))
            if _u16(data, at) == 4:
                return frozenset(_segments(data, at))
    raise NotAFont(path.name)


def _table(data: bytes, tag: bytes) -> int:
    for index in range(_u16(data, 4)):
        name, _checksum, offset, _length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if name == tag:
            return int(offset)
    raise NotAFont(tag)


def _groups(data: bytes, at: int) -> Iterator[int]:
    """Format 12: runs of code points."""
    (count,) = struct.unpack_from(">L", data, at + 12)
    for first, last, glyph in struct.iter_unpack(">LLL", data[at + 16 : at + 16 + 12 * count]):
        yield from range(first + (not glyph), last + 1)


def _segments(data: bytes, at: int) -> Iterator[int]:
    """Format 4: segments of the basic plane; a code whose glyph is 0 is not drawn."""
    count = _u16(data, at + 6) // 2
    ends, starts = at + 14, at + 16 + 2 * count
    deltas, offsets = starts + 2 * count, starts + 4 * count
    for index in range(count):
        first, last = _u16(data, starts + 2 * index), _u16(data, ends + 2 * index)
        delta, offset = _u16(data, deltas + 2 * index), _u16(data, offsets + 2 * index)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = _u16(data, offsets + 2 * index + offset + 2 * (code - first))
                if not glyph:
                    continue
            if (glyph + delta) & 0xFFFF:
                yield code


def _u16(data: bytes, at: int) -> int:
    return int(struct.unpack_from(">H", data, at)[0])
