"""The header: the only thing that says what a column is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from .model import Limits, Row, TableUnreadable


class Header:
    """Turns the cells of a row into a mapping by column name."""

    def __init__(self, cells: Sequence[str], limits: Limits) -> None:
        self.names = tuple(" ".join(cell.split()) for cell in cells)
        self.known = tuple(name for name in self.names if name)
        if not self.known:
            raise TableUnreadable(_("The file has no header: its first row must name the columns."))
        if len(self.names) > limits.columns:
            raise TableUnreadable(
                _("The file has %(number)d columns: this is not a table we can read.")
                % {"number": len(self.names)}
            )
        repeated = [name for name, times in Counter(self.known).items() if times > 1]
        if repeated:
            raise TableUnreadable(
                _("Two columns have the same name (%(name)s): rename one and send the file again.")
                % {"name": repeated[0][:80]}
            )

    def row(self, line: int, cells: Sequence[str]) -> Row:
        """Return the row; it has a problem when its cells do not match the columns."""
        width = len(self.names)
        if len(cells) != width and (len(cells) < width or any(cells[width:])):
            return Row(
                line,
                {},
                _("the row has %(cells)d cells, the header %(columns)d")
                % {"cells": len(cells), "columns": width},
                cells,
            )
        values = dict(zip(self.names, cells, strict=False))
        values.pop("", None)
        return Row(line, values)
