"""Tables of delimited text, with a quotation mark left open costing one row and not the file."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Callable, Iterator
from typing import IO

from django.utils.translation import gettext as _

from .encoding import UNREADABLE, find_encoding
from .header import Header
from .model import Limits, Row, TableUnreadable

DELIMITERS = ";,\t|"


class _RowTooLong(Exception):
    """More lines than a row may have: a quotation mark is open."""


class _Lines:
    """Physical lines with their numbers, that can be given back to be read again."""

    def __init__(self, stream: io.TextIOWrapper, limits: Limits) -> None:
        self._stream = stream
        self._limits = limits
        self._returned: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= self._limits.lines_of_a_row:
            raise _RowTooLong
        longest = self._limits.line_characters
        line = self._returned.popleft() if self._returned else self._stream.readline(longest)
        if not line:
            raise StopIteration
        if len(line) >= longest:
            raise TableUnreadable(_("A line of the file is far too long: this is not a table we can read."))
        self.number += 1
        self.taken.append(line)
        return line

    def give_back_all_but_first(self) -> None:
        """Return to the line after the one where the row began."""
        self._returned.extendleft(reversed(self.taken[1:]))
        self.number -= len(self.taken) - 1


class DelimitedTable:
    """A table of text; `reopen` gives its bytes from the start, each time."""

    def __init__(self, reopen: Callable[[], IO[bytes]], limits: Limits) -> None:
        self._reopen = reopen
        self._limits = limits
        encoding = find_encoding(reopen())
        self._encoding = encoding.name
        self.lines = encoding.lines
        self._delimiter = find_delimiter(self._text().readline(limits.line_characters))
        _line, cells, is_whole = next(self._records(None), (0, [], True))
        self._header = Header(cells if is_whole else [], limits)

    @property
    def header(self) -> tuple[str, ...]:
        """Column names as written in the file."""
        return self._header.known

    def rows(self) -> Iterator[Row]:
        """Read the rows after the header."""
        records = self._records(len(self._header.names))
        next(records, None)
        for line, cells, is_whole in records:
            if not is_whole:
                yield Row(line, {}, _("a quotation mark opens and does not close"), cells)
            elif any(cells):
                row = self._header.row(line, cells)
                if any(UNREADABLE in cell for cell in cells):
                    row = Row(line, {}, _("some letters cannot be read"), cells)
                yield row

    def _text(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(self._reopen(), encoding=self._encoding, errors="replace", newline="")

    def _records(self, width: int | None) -> Iterator[tuple[int, list[str], bool]]:
        """Yield line, cells and whether the row is whole: a quotation mark may be left open on that line."""
        lines = _Lines(self._text(), self._limits)
        reader = csv.reader(lines, delimiter=self._delimiter)
        while True:
            first = lines.number + 1
            lines.taken = []
            try:
                cells, is_whole = next(reader), True
            except StopIteration:
                return
            except (_RowTooLong, csv.Error):
                cells, is_whole = [], False
            if len(lines.taken) > 1 and (not is_whole or (width is not None and len(cells) != width)):
                lines.give_back_all_but_first()
                is_whole = False
            if not is_whole:
                cells = lines.taken[0].rstrip("\r\n").split(self._delimiter)
            yield first, cells, is_whole


def find_delimiter(header: str) -> str:
    """Return the mark that divides the names of the columns, outside quotation marks."""
    outside = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside.count) if any(mark in outside for mark in DELIMITERS) else ";"
