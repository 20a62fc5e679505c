"""Lists of the admin whose export is our own: no formula in a cell, Italian CSV, local times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.encoding import force_str
from django.utils.functional import Promise, cached_property
from wagtail.admin.views import generic
from wagtail.snippets.views import snippets

from vicinia.core import traces
from vicinia.core.clock import database_day
from vicinia.core.tables import Cell, download


class SafeExport:
    """A list's export through `core.tables`; for views of Wagtail's lists that have a `list_export`.

    Wagtail's own CSV writes a text such as `=HYPERLINK(...)` as it is, and a spreadsheet runs it.
    """

    def as_spreadsheet(self: Any, queryset: QuerySet[Any], spreadsheet_format: str) -> HttpResponse:
        """Answer with the filtered list as a file."""
        header = [self.get_heading(queryset, field) for field in self.list_export]
        shown: list[traces.Shown] = []

        def row(item: Any) -> list[Cell]:
            shown.extend(self.people_in_export(item))
            return [cell(value) for value in self.to_row_dict(item).values()]

        name, as_xlsx = self.get_filename(), spreadsheet_format == self.FORMAT_XLSX
        response = download(name, header, map(row, queryset), as_xlsx=as_xlsx)
        traces.note(self.request, traces.Way.EXPORT, shown)
        return response

    def people_in(self, item: Any) -> Iterable[traces.Shown]:
        """Return whose data a row shows: seeing them leaves a trace. Nobody's unless the list says so."""
        return ()

    def people_in_export(self, item: Any) -> Iterable[traces.Shown]:
        """Return whose data a row of the file holds, where it says more than the list."""
        return self.people_in(item)


class TableIndexView(SafeExport, generic.IndexView):
    """Wagtail's list of a model, with its filters."""

    # Said when there is nothing yet: what would be here and how it starts.
    empty_text: str | Promise = ""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Note whose data this page of the list shows."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        if not self.is_export:
            people = (shown for item in context["object_list"] for shown in self.people_in(item))
            traces.note(self.request, traces.Way.LIST, people)
        return context


class TodaysIndexView(TableIndexView):
    """A list whose rows stand somewhere today, such as expired: each is told the day, read once.

    `state_of` says in words where a row that knows its day stands; exports write it as `state`.
    """

    def state_of(self, row: Any) -> str:
        """Say where a row stands on `row.today`."""
        raise NotImplementedError

    @cached_property
    def today(self) -> date:
        """The database's day."""
        return database_day()

    def get_table(self, object_list: Any) -> Any:
        """Tell the day to the rows shown."""
        rows = list(object_list)
        for row in rows:
            row.today = self.today
        return super().get_table(rows)

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Say the state as the list does."""
        item.today = self.today
        item.state = self.state_of(item)
        row: dict[str, Any] = super().to_row_dict(item)
        return row


class SnippetIndexView(SafeExport, snippets.IndexView):
    """Wagtail's list of snippets, with its filters."""


def cell(value: object) -> Cell:
    """Return what a spreadsheet can hold: numbers and times as they are, everything else in words."""
    if value is None or isinstance(value, (str, int, float, Decimal, date)):
        return value
    return force_str(value)
