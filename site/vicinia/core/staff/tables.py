"""Lists of the admin whose export is our own: no formula in a cell, Italian CSV, local times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.encoding import force_str
from django.utils.functional import Promise
from wagtail.admin.views import generic

from vicinia.core.tables import Cell, Row, download


class TableIndexView(generic.IndexView):
    """Wagtail's list with its filters; `list_export` goes through `core.tables`.

    Wagtail's own CSV writes a text such as `=HYPERLINK(...)` as it is, and a spreadsheet runs it.
    """

    # Said when there is nothing yet: what would be here and how it starts.
    empty_text: str | Promise = ""

    def as_spreadsheet(self, queryset: QuerySet[Any], spreadsheet_format: str) -> HttpResponse:
        """Answer with the filtered list as a file."""
        header = [self.get_heading(queryset, field) for field in self.list_export]
        return download(
            self.get_filename(),
            header,
            self._rows(queryset),
            as_xlsx=spreadsheet_format == self.FORMAT_XLSX,
        )

    def _rows(self, queryset: QuerySet[Any]) -> Iterator[Row]:
        for item in queryset:
            yield [cell(value) for value in self.to_row_dict(item).values()]


def cell(value: object) -> Cell:
    """Return what a spreadsheet can hold: numbers and times as they are, everything else in words."""
    if value is None or isinstance(value, (str, int, float, Decimal, date)):
        return value
    return force_str(value)
