"""Figures from a table: the first column names, the others count."""

from __future__ import annotations

from decimal import Decimal
from typing import IO

from django.utils.translation import gettext as _

from vicinia.core.tabular import Limits, Row, TableUnreadable, open_table

from .figures import Figures, FiguresUnreadable, Series
from .numbers import read_number

MOST_LABELS = 40
MOST_SERIES = 4
LONGEST_NAME = 80
# A table of an office's figures, generously; more is refused before it is read whole.
LIMITS = Limits(inflated_bytes=2_000_000, cells=50_000, columns=50, line_characters=10_000)


def read_figures(source: IO[bytes]) -> Figures:
    """Read labels and values; raise FiguresUnreadable where a chart cannot be drawn from them."""
    try:
        with open_table(source, LIMITS) as table:
            header = table.header
            if len(header) < 2:
                raise FiguresUnreadable(
                    _("A chart needs two columns at least: names in the first one, figures in the others.")
                )
            if len(header) - 1 > MOST_SERIES:
                raise FiguresUnreadable(
                    _(
                        "There are %(found)d columns of figures: a chart that people can read has "
                        "%(most)d at most."
                    )
                    % {"found": len(header) - 1, "most": MOST_SERIES}
                )
            return _figures(header, list(table.rows()))
    except TableUnreadable as error:
        raise FiguresUnreadable(str(error)) from error


def _figures(header: tuple[str, ...], rows: list[Row]) -> Figures:
    if not rows:
        raise FiguresUnreadable(_("There is the row of the names alone: write a row below for each figure."))
    if len(rows) > MOST_LABELS:
        raise FiguresUnreadable(
            _(
                "There are %(found)d rows: a chart that people can read has %(most)d at most. Group them, or "
                "publish the spreadsheet with the block «Documents». Nothing is lost."
            )
            % {"found": len(rows), "most": MOST_LABELS}
        )
    labels = tuple(_cells(row)[header[0]].strip()[:LONGEST_NAME] for row in rows)
    series = tuple(
        Series(name[:LONGEST_NAME], tuple(_value(row, name) for row in rows)) for name in header[1:]
    )
    figures = Figures(header[0][:LONGEST_NAME], labels, series)
    if not figures.known:
        raise FiguresUnreadable(_("No figure is written: the cells after the first one are empty."))
    return figures


def _cells(row: Row) -> dict[str, str]:
    if row.problem:
        raise FiguresUnreadable(_("Line %(line)d: %(problem)s.") % {"line": row.line, "problem": row.problem})
    return dict(row.cells)


def _value(row: Row, name: str) -> Decimal | None:
    text = row.cells[name].strip()
    if not text:
        return None
    value = read_number(text)
    if value is None:
        raise FiguresUnreadable(
            _(
                "Line %(line)d, «%(column)s»: «%(text)s» is not a number. Write 1250 or 1.250,5, "
                "without words."
            )
            % {"line": row.line, "column": name[:LONGEST_NAME], "text": text[:40]}
        )
    return value
