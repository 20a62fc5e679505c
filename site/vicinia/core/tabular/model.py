"""What a table is to its readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class TableUnreadable(Exception):
    """The file cannot be read as a table; the message is one sentence for the person who sent it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a table may become once opened: a small file can unfold into a huge one."""

    inflated_bytes: int = 512 * 1024 * 1024
    cells: int = 4_000_000
    columns: int = 500
    line_characters: int = 1_000_000
    # A cell may hold line breaks; a quotation mark left open would swallow the rest of the file.
    lines_of_a_row: int = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file (from 1), its cells by column name.

    With a problem it has no cells, but what was found in their place, in the order of the file.
    """

    line: int
    cells: Mapping[str, str]
    problem: str = ""
    found: Sequence[str] = ()


class Table(Protocol):
    """A table opened for reading."""

    @property
    def header(self) -> tuple[str, ...]:
        """Column names as written in the file, without the empty ones."""

    @property
    def lines(self) -> int:
        """How many lines the file has, the header included; an estimate when cells hold line breaks."""

    def rows(self) -> Iterator[Row]:
        """Read from the first row after the header; empty rows are passed over."""
