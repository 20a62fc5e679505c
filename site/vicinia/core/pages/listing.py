"""Lists of pages with filters kept in the address, the same for every list of the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet

from vicinia.core.components import Pagination, Tag, Text

Row = TypeVar("Row", bound=Model)

PER_PAGE = 12
PAGE_KEY = "pagina"


@dataclass(frozen=True, slots=True)
class ListAddress:
    """The address of a list with its filters; an unknown or malformed value simply selects nothing."""

    url: str
    chosen: Mapping[str, str]

    def with_choice(self, key: str, value: str) -> str:
        """Return the address with one filter changed ("" takes it away), back on the first page."""
        kept = {k: v for k, v in self.chosen.items() if k not in {key, PAGE_KEY} and v}
        if value:
            kept[key] = value
        return f"{self.url}?{urlencode(kept)}" if kept else self.url

    def page(self, number: int) -> str:
        """Return the address of one page of the list, keeping the filters."""
        kept = {k: v for k, v in self.chosen.items() if k != PAGE_KEY and v}
        if number > 1:
            kept[PAGE_KEY] = str(number)
        return f"{self.url}?{urlencode(kept)}" if kept else self.url

    def tags(self, key: str, options: Iterable[tuple[str, Text]], everything: Text) -> tuple[Tag, ...]:
        """Return a filter as links: the first takes it away, the chosen one is marked."""
        current = self.chosen.get(key, "")
        known = list(options)
        is_known = current in {value for value, _label in known}
        return (
            Tag(everything, self.with_choice(key, ""), is_selected=not is_known),
            *(
                Tag(label, self.with_choice(key, value), is_selected=value == current)
                for value, label in known
            ),
        )

    def paginate(
        self, rows: QuerySet[Row], per_page: int = PER_PAGE
    ) -> tuple[PaginatorPage[Row], Pagination]:
        """Return the asked page (the nearest one for a number out of range) and its links."""
        page: PaginatorPage[Row] = Paginator(rows, per_page).get_page(self.chosen.get(PAGE_KEY, "1"))
        return page, Pagination.from_page(page, self.page)


def list_address(url: str, query: Mapping[str, str], keys: Iterable[str]) -> ListAddress:
    """Read the filters of an address, ignoring every other key."""
    return ListAddress(url, {key: query.get(key, "")[:100] for key in (*keys, PAGE_KEY)})
