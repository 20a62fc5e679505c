"""The first look at a file: its columns, some values of each, whether there is anything to load."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import IO

from django.utils.translation import gettext as _

from vicinia.core.tabular import Limits, Table, TableUnreadable, open_table

# What a request may unfold: the worker that reads the whole file has the same limits.
LIMITS = Limits(inflated_bytes=256 * 1024 * 1024, cells=2_500_000)
SAMPLES = 3
# Rows looked at to find values: the first may be empty in a column.
LOOKED_AT = 200
LONGEST_SAMPLE = 40
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Look:
    """The columns of a file in their order, each with some of its values."""

    columns: dict[str, list[str]]


def look_at(file: IO[bytes]) -> Look:
    """Open a file and look at its first rows.

    Raises TableUnreadable with a sentence for the person when it is no table or holds no row.
    """
    with open_table(file, LIMITS) as table:
        _require_plain_names(table)
        columns: dict[str, list[str]] = {name: [] for name in table.header}
        is_empty = True
        for row in islice(table.rows(), LOOKED_AT):
            is_empty = False
            for name, text in row.cells.items():
                _add_sample(columns[name], text)
    if is_empty:
        raise TableUnreadable(_("The file has a header and no rows: there is nothing to import."))
    return Look(columns)


def _require_plain_names(table: Table) -> None:
    for name in table.header:
        if len(name) > LONGEST_NAME or not name.isprintable():
            raise TableUnreadable(
                _("The first row must name the columns: «%(name)s…» is not the name of a column.")
                % {"name": "".join(letter for letter in name[:30] if letter.isprintable())}
            )


def _add_sample(samples: list[str], text: str) -> None:
    text = "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST_SAMPLE]).strip()
    if text and len(samples) < SAMPLES and text not in samples:
        samples.append(text)
