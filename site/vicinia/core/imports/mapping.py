"""Which column of a file is which column of an import: the guess by name, and the table seen through it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vicinia.core.tabular import Row, Table


def folded(name: str) -> str:
    """Return a name without case, accents and marks: `Codice_Fiscale` and `CODICE FISCALE` are one."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def guess(wanted: Mapping[str, Iterable[str]], header: Sequence[str]) -> dict[str, str]:
    """Return, for each wanted column, the file's column called like it; a column is given once.

    `wanted` holds the names by which each column may go, the surest first.
    """
    free = {folded(name): name for name in reversed(header)}
    found = {}
    for column, names in wanted.items():
        fitting = next((key for key in map(folded, names) if key in free), None)
        if fitting is not None:
            found[column] = free.pop(fitting)
    return found


@dataclass(frozen=True, slots=True)
class MappedTable:
    """A table whose columns bear the names of the import; those not in `mapping` are left out."""

    table: Table
    mapping: Mapping[str, str]

    @property
    def header(self) -> tuple[str, ...]:
        """The import's names."""
        return tuple(self.mapping)

    @property
    def lines(self) -> int:
        """As many as the file has."""
        return self.table.lines

    def rows(self) -> Iterator[Row]:
        """Read the rows under the import's names."""
        pairs = tuple(self.mapping.items())
        for row in self.table.rows():
            if row.problem:
                yield row
            else:
                cells = row.cells
                yield Row(row.line, {name: cells[column] for name, column in pairs})
