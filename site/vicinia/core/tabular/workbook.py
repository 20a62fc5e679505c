"""Tables of an XLSX workbook: the first sheet that holds something."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import IO

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from .containers import damaged, too_large
from .encoding import UNREADABLE
from .header import Header
from .model import Limits, Row, TableUnreadable

Value = int | float | str | bool | time | date | datetime | timedelta
CHUNK = 1024 * 1024
CELL_REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
# Longest text that CELL_REFERENCE matches: what a chunk repeats of the one before.
OVERLAP = 16


class WorkbookTable:
    """A sheet; the library holds it in memory (about 2 kB a row of twenty cells)."""

    def __init__(self, source: IO[bytes], archive: zipfile.ZipFile, limits: Limits) -> None:
        check_size(source, archive, limits)
        source.seek(0)
        try:
            book = CalamineWorkbook.from_filelike(source)
            self._sheet = first_sheet(book)
        except PasswordError as error:
            raise TableUnreadable(_("The workbook is protected by a password: save it without.")) from error
        except (CalamineError, ValueError) as error:
            raise TableUnreadable(
                _("This workbook does not open: it may be damaged. Save it again as .xlsx or .csv.")
            ) from error
        _line, cells = next(self._records(), (0, []))
        self._header = Header(cells, limits)
        self.lines = self._sheet.total_height

    @property
    def header(self) -> tuple[str, ...]:
        """Column names as written in the sheet."""
        return self._header.known

    def rows(self) -> Iterator[Row]:
        """Read the rows after the header."""
        records = self._records()
        next(records, None)
        for line, cells in records:
            row = self._header.row(line, cells)
            if any(UNREADABLE in cell for cell in cells):
                row = Row(line, {}, _("some letters cannot be read"), cells)
            yield row

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        first = (self._sheet.start or (0, 0))[0] + 1
        for line, values in enumerate(self._sheet.iter_rows(), start=first):
            cells = [as_text(value) for value in values]
            if any(cells):
                yield line, cells


def first_sheet(book: CalamineWorkbook) -> CalamineSheet:
    """Return the first sheet with something in it."""
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.height:
            return sheet
    raise TableUnreadable(_("The workbook is empty: choose it again."))


def as_text(value: Value) -> str:
    """Write a cell as a CSV would: whole numbers without a point, dates in ISO form."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return str(value)


def check_size(source: IO[bytes], archive: zipfile.ZipFile, limits: Limits) -> None:
    """Refuse a workbook that would fill the memory, before the library opens it.

    The sizes declared in the archive can lie, and one cell in the farthest corner of a sheet makes
    the library lay out all the cells between: so the content is unfolded here once and thrown away.
    """
    names = archive.namelist()
    if len(names) > 10_000 or len(set(names)) != len(names):
        raise too_large()
    left = limits.inflated_bytes
    last_row = last_column = 0
    for member in archive.infolist():
        tail = b""
        for chunk in inflate(source, member):
            left -= len(chunk)
            if left < 0:
                raise too_large()
            for column, row in CELL_REFERENCE.findall(tail + chunk):
                last_row = max(last_row, int(row))
                last_column = max(last_column, column_number(column))
            tail = chunk[-OVERLAP:]
        if last_row * last_column > limits.cells:
            raise TableUnreadable(
                _(
                    "The sheet reaches row %(row)d and column %(column)d, too many cells to read: delete "
                    "what is written far from the table, or save it as .csv."
                )
                % {"row": last_row, "column": last_column}
            )


def inflate(source: IO[bytes], member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the real content of a member, whatever size the archive declares for it."""
    source.seek(member.header_offset)
    try:
        name_length, extra_length = struct.unpack("<26x2H", source.read(30))
    except struct.error as error:
        raise damaged() from error
    source.seek(name_length + extra_length, 1)
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} or member.flag_bits & 0x1:
        raise damaged()
    stored = member.compress_type == zipfile.ZIP_STORED
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    left = member.compress_size
    try:
        while left > 0 and (data := source.read(min(CHUNK, left))):
            left -= len(data)
            if stored:
                yield data
                continue
            while data and not inflater.eof:
                yield inflater.decompress(data, CHUNK)
                data = inflater.unconsumed_tail
    except zlib.error as error:
        raise damaged() from error


def column_number(letters: bytes) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
