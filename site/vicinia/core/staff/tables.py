"""Lists of the admin whose export is our own: no formula in a cell, Italian CSV, local times."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.encoding import force_str
from django.utils.functional import Promise
from wagtail.admin.views import generic
from wagtail.snippets.views import snippets

from vicinia.core.tables import Cell, download


class SafeExport:
    """A list's export through `core.tables`; for views of Wagtail's lists that have a `list_export`.

    Wagtail's own CSV writes a text such as `=HYPERLINK(...)` as it is, and a spreadsheet runs it.
    """

    def as_spreadsheet(self: Any, queryset: QuerySet[Any], spreadsheet_format: str) -> HttpResponse:
        """Answer with the filtered list as a file."""
        header = [self.get_heading(queryset, field) for field in self.list_export]
        rows = ([cell(value) for value in self.to_row_dict(item).values()] for item in queryset)
        return download(self.get_filename(), header, rows, as_xlsx=spreadsheet_format == self.FORMAT_XLSX)


class TableIndexView(SafeExport, generic.IndexView):
    """Wagtail's list of a model, with its filters."""

    # Said when there is nothing yet: what would be here and how it starts.
    empty_text: str | Promise = ""


class SnippetIndexView(SafeExport, snippets.IndexView):
    """Wagtail's list of snippets, with its filters."""


def cell(value: object) -> Cell:
    """Return what a spreadsheet can hold: numbers and times as they are, everything else in words."""
    if value is None or isinstance(value, (str, int, float, Decimal, date)):
        return value
    return force_str(value)
