"""Searching the pages of the site in the database's index."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.text import slugify
from django.utils.translation import override
from modelsearch.backends.base import BaseSearchResults
from wagtail.models import Page, get_page_models
from wagtail.search.backends import get_search_backend

from vicinia.core.components import Text
from vicinia.core.pages.base import BasePage
from vicinia.core.pages.published import published
from vicinia.core.search import Hit
from vicinia.home.topics.queries import about

# Every word, the last one perhaps only begun (of titles), or some of the words.
Way = Literal["every", "begun", "some"]


@dataclass(frozen=True, slots=True)
class PagesFound:
    """Pages that match, the most relevant first, and how many there are of each kind."""

    results: BaseSearchResults
    counts: Counter[str]
    kind: str = ""

    def count(self) -> int:
        """Count those of the chosen kind, or all."""
        return self.counts[self.kind] if self.kind else self.counts.total()

    def part(self, start: int, stop: int) -> list[Hit]:
        """Return some of them; a query for each type of page among these."""
        found = [page.pk for page in self.results[start:stop]]
        by_id = {page.pk: page for page in Page.objects.filter(pk__in=found).specific()}
        return [hit_of(by_id[pk]) for pk in found if pk in by_id]


def public_pages(topic: str = "") -> QuerySet[Page]:
    """Return the pages that anybody may read, in the active language; those about a topic, if given."""
    pages: QuerySet[Page] = published(Page.objects.filter(depth__gt=1))
    return pages.filter(about(topic)) if topic else pages


def find_pages(words: str, way: Way, *, kind: str = "", topic: str = "") -> PagesFound:
    """Search the public pages; `kind` is a key of `page_kinds()`, `topic` the address of a topic."""
    pages = public_pages(topic)
    counts: Counter[str] = Counter()
    kinds = kind_of_types()
    for type_id, count in search_in(pages, words, way).facet("content_type_id").items():
        counts[kinds.get(type_id, "")] += count
    if kind:
        pages = pages.filter(content_type__in=[pk for pk, key in kinds.items() if key == kind])
    return PagesFound(search_in(pages, words, way), counts, kind)


def search_in(pages: QuerySet[Page], words: str, way: Way) -> BaseSearchResults:
    """Ask the database; nothing is read yet."""
    backend = get_search_backend()
    if way == "begun":
        return backend.autocomplete(words, pages, operator="and")
    return backend.search(words, pages, operator="and" if way == "every" else "or")


def page_kinds() -> dict[str, Text]:
    """Return the kinds of pages by their key in addresses, the same in every language of the site."""
    return {kind_key(model.search_kind): model.search_kind for model in _types().values()}


def kind_of_types() -> dict[int, str]:
    """Return the key of the kind by the id of the type of page."""
    return {pk: kind_key(model.search_kind) for pk, model in _types().items()}


def kind_key(kind: Text) -> str:
    """Return how addresses call a kind: its name in the site's own language ("servizi")."""
    with override(settings.LANGUAGE_CODE):
        return slugify(str(kind))


def _types() -> dict[int, type[BasePage]]:
    models = [model for model in get_page_models() if issubclass(model, BasePage)]
    types = ContentType.objects.get_for_models(*models)
    return {types[model].pk: model for model in models}


def hit_of(page: Page) -> Hit:
    """Return a page as a search result."""
    return Hit(
        kind=getattr(page, "search_kind", BasePage.search_kind),
        title=page.title,
        url=page.url or "",
        summary=getattr(page, "summary", ""),
    )
