"""What the page of the search shows, as components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.core.paginator import Page, Paginator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vicinia.core.components import Link, Pagination, Tag
from vicinia.core.page_cache.kept import KeptByGeneration
from vicinia.core.pages.listing import PAGE_KEY, ListAddress, list_address
from vicinia.core.search import Hit
from vicinia.home.topics.queries import topics_in_use

from .queries import Found, cleaned, find, starting_points

PER_PAGE = 20
KEYS = ("q", "tipo", "argomento")

_topics: KeptByGeneration[tuple[tuple[str, str], ...]] = KeptByGeneration()


@dataclass(frozen=True, slots=True)
class SearchScreen:
    """Results with their filters, or where to start.

    `everywhere`: the same search without its filters, offered when they leave nothing.
    """

    found: Found
    hits: tuple[Hit, ...]
    kinds: tuple[Tag, ...]
    topics: tuple[Tag, ...]
    pagination: Pagination
    starting_points: tuple[Link, ...]
    everywhere: str = ""
    chosen_topic: str = ""
    chosen_kind: str = ""


def search_screen(url: str, query: Mapping[str, str]) -> SearchScreen:
    """Search what the address asks for."""
    address = list_address(url, query, KEYS)
    # Cut before it is carried from link to link.
    address = replace(address, chosen={**address.chosen, "q": cleaned(query.get("q", ""))})
    topics = dict(_topics.get(get_language(), read_topics))
    topic = address.chosen["argomento"] if address.chosen["argomento"] in topics else ""
    found = find(address.chosen["q"], kind=address.chosen["tipo"], topic=topic)
    keys = {kind.key for kind in found.kinds}
    page: Page[Hit] = Paginator(found.results, PER_PAGE).get_page(address.chosen.get(PAGE_KEY, "1"))
    hits = tuple(page.object_list)
    return SearchScreen(
        found=found,
        hits=hits,
        kinds=kind_tags(address, found),
        topics=address.tags("argomento", topics.items(), _("All topics")) if found.query else (),
        pagination=Pagination.from_page(page, address.page),
        starting_points=() if hits else starting_points(),
        everywhere=address.with_choice("argomento", "") if topic else "",
        chosen_topic=topics.get(topic, ""),
        chosen_kind=address.chosen["tipo"] if address.chosen["tipo"] in keys else "",
    )


def kind_tags(address: ListAddress, found: Found) -> tuple[Tag, ...]:
    """Return the kinds with how many results each has, as links."""
    everything = f"{_('Everything')} ({found.total})"
    return address.tags(
        "tipo", [(kind.key, f"{kind.label} ({kind.count})") for kind in found.kinds], everything
    )


def read_topics() -> tuple[tuple[str, str], ...]:
    """Read the topics that have something to read."""
    return tuple(topics_in_use().values_list("slug", "name"))
