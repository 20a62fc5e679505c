"""Differences and refused rows, kept as packed lines of JSON that a screen reads a page at a time."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, TypeVar

from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import store_generated
from vicinia.core.imports.changes import RowChange

Item = TypeVar("Item")

JSON_LINES = "application/gzip"
# Differences are read once or twice: quick to write matters more than the last tenth of the size.
LEVEL = 3


@dataclass(frozen=True, slots=True)
class KeptChange:
    """A row that writes: its line and key, whether it is new, its fields with the values before and after."""

    line: int
    key: str
    is_new: bool
    fields: list[tuple[str, object, object]]


@dataclass(frozen=True, slots=True)
class KeptProblem:
    """A refused row: its line and key, why, its cells as they were in the file."""

    line: int
    key: str
    reason: str
    cells: list[str]


@dataclass(slots=True)
class KeptLines:
    """Lines being written, packed in memory (some four megabytes for seventy thousand rows)."""

    count: int = 0
    _buffer: io.BytesIO = field(default_factory=io.BytesIO)

    def add(self, rows: Iterable[object]) -> None:
        """Append rows; what is told of each is a JSON value, dates in ISO form."""
        with gzip.open(self._buffer, "at", compresslevel=LEVEL, encoding="utf-8") as lines:
            for row in rows:
                lines.write(json.dumps(row, default=str, ensure_ascii=False) + "\n")
                self.count += 1

    def add_changes(self, changes: Iterable[RowChange]) -> None:
        """Append differences."""
        self.add(
            [
                each.line,
                each.key,
                each.before is None,
                [[name, *pair] for name, pair in each.differences.items()],
            ]
            for each in changes
        )

    def store(self, name: str) -> StoredFile | None:
        """Keep the lines as a private file; nothing when there are none."""
        if not self.count:
            return None
        return store_generated(content=self._buffer.getvalue(), name=name, content_type=JSON_LINES)


def read_changes(stored: StoredFile | None) -> Iterator[KeptChange]:
    """Read the differences, in the order of the file."""
    for line, key, is_new, fields in _read(stored):
        yield KeptChange(line, key, is_new, [tuple(each) for each in fields])


def read_problems(stored: StoredFile | None) -> Iterator[KeptProblem]:
    """Read the refused rows, in the order of the file."""
    for line, key, reason, cells in _read(stored):
        yield KeptProblem(line, key, reason, cells)


def _read(stored: StoredFile | None) -> Iterator[list]:  # type: ignore[type-arg]
    if stored is None:
        return
    with stored.file.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@dataclass(frozen=True, slots=True)
class Pages(Generic[Item]):
    """What a paginator cuts: lines of a file, whose number is known without reading it."""

    read: Callable[[], Iterator[Item]]
    count: int

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, page: slice) -> list[Item]:
        return list(islice(self.read(), page.start, page.stop))
