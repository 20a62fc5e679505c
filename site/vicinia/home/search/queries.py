"""Finding what a reader types."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from django.db.models import QuerySet
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from vicinia.core.components import Link
from vicinia.core.page_cache.kept import KeptByGeneration
from vicinia.core.pages.base import BasePage
from vicinia.core.pages.breadcrumbs import HOME_DEPTH
from vicinia.core.pages.published import published
from vicinia.core.search import Hit, sources

LONGEST, MOST_WORDS, MOST_HITS = 100, 10, 60
SHORTEST_WORD, SIMILAR_ENOUGH, MOST_SUGGESTIONS = 3, 0.7, 3
WORDS = re.compile(r"\w+")

_vocabulary: KeptByGeneration[dict[str, str]] = KeptByGeneration()


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, by kind, and other words to try when nothing was."""

    query: str
    groups: tuple[tuple[str, tuple[Hit, ...]], ...]
    total: int
    suggestions: tuple[str, ...] = ()


def cleaned(text: str) -> str:
    """Return the words of a search: no signs that mean something to a database, at most ten words."""
    return " ".join(WORDS.findall(text[: LONGEST * 10])[:MOST_WORDS])[:LONGEST].strip()


def find(text: str) -> Found:
    """Return the live public pages of the active language that match, then what apps add."""
    query = cleaned(text)
    if not query:
        return Found("", (), 0)
    hits = page_hits(query)
    for source in sources:
        hits += source(query, MOST_HITS)
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(str(hit.kind), []).append(hit)
    return Found(
        query,
        tuple((kind, tuple(found)) for kind, found in groups.items()),
        len(hits),
        () if hits else suggestions(query),
    )


def public_pages() -> QuerySet[Page]:
    """Return the pages that anybody may read, in the active language."""
    return published(Page.objects.filter(depth__gt=1))


def page_hits(query: str) -> list[Hit]:
    """Return pages with every word; failing that, with any of them; failing that, with their beginning."""
    backend = get_search_backend()
    attempts = ((backend.search, "and"), (backend.search, "or"), (backend.autocomplete, "and"))
    for look, operator in attempts:
        found = list(look(query, public_pages(), operator=operator)[:MOST_HITS])
        if found:
            pages = Page.objects.filter(pk__in=[page.pk for page in found]).specific()
            by_id = {page.pk: page for page in pages}
            return [hit_of(by_id[page.pk]) for page in found if page.pk in by_id]
    return []


def hit_of(page: Page) -> Hit:
    """Return a page as a search result."""
    return Hit(
        kind=str(getattr(page, "search_kind", BasePage.search_kind)),
        title=page.title,
        url=page.url or "",
        summary=getattr(page, "summary", ""),
    )


def suggestions(query: str) -> tuple[str, ...]:
    """Return words of our own titles close to those typed (the same on both databases)."""
    language = Locale.get_active().language_code
    words = _vocabulary.get(language, vocabulary)
    found: list[str] = []
    for word in query.lower().split():
        for close in difflib.get_close_matches(word, words, n=MOST_SUGGESTIONS, cutoff=SIMILAR_ENOUGH):
            if words[close] not in found:
                found.append(words[close])
    return tuple(found[:MOST_SUGGESTIONS])


def vocabulary() -> dict[str, str]:
    """Return the words of all titles, lower case to as written."""
    titles = public_pages().values_list("title", flat=True)
    return {
        word.lower(): word.lower()
        for title in titles
        for word in WORDS.findall(title)
        if len(word) >= SHORTEST_WORD
    }


def starting_points() -> tuple[Link, ...]:
    """Return where to go when a search finds nothing: the entries of the main menu."""
    pages = published(Page.objects.in_menu().filter(depth=HOME_DEPTH + 1).select_related("locale"))
    return tuple(Link(page.title, page.url or "") for page in pages.order_by("path"))
