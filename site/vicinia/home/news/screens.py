"""What the pages of news show, as components."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page

from vicinia.core.components import Card, ContactPoint, EmptyState, Hero, Link, Pagination, Tag
from vicinia.core.formats import long_date, short_date
from vicinia.core.pages.listing import list_address
from vicinia.core.pages.pictures import card_images, hero_image
from vicinia.core.pages.published import published
from vicinia.territory.models import Topic
from vicinia.territory.topics.tags import topic_tags

from .models import NewsIndexPage, NewsPage


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The list of news with its filter."""

    hero: Hero
    cards: tuple[Card, ...]
    topics: tuple[Tag, ...]
    pagination: Pagination
    empty: EmptyState


@dataclass(frozen=True, slots=True)
class NewsScreen:
    """One news item."""

    hero: Hero
    by: ContactPoint | None
    topics: tuple[Tag, ...]


def news_pages(parent: Page | None = None) -> QuerySet[NewsPage]:
    """Return the published news in the active language (or under `parent`), the latest first."""
    pages = published(NewsPage.objects.all(), parent)
    return pages.select_related("locale").order_by("-published_on", "title")


def list_screen(page: NewsIndexPage, query: Mapping[str, str]) -> ListScreen:
    """Return the news that the address asks for."""
    address = list_address(page.url or "", query, ("argomento",))
    every = news_pages(page)
    topic = address.chosen["argomento"]
    rows, pagination = address.paginate(every.filter(topics__slug=topic) if topic else every)
    topics = Topic.objects.filter(news__in=every.order_by()).distinct()
    return ListScreen(
        hero=Hero(page.title, page.summary),
        cards=news_cards(list(rows.object_list)),
        topics=address.tags("argomento", topics.values_list("slug", "name"), _("All topics")),
        pagination=pagination,
        empty=EmptyState(
            _("No news here for now"),
            _("Here we tell what changes in services, calls and neighbourhoods."),
            Link(_("See all news"), page.url or ""),
        ),
    )


def news_cards(pages: Sequence[NewsPage] | QuerySet[NewsPage]) -> tuple[Card, ...]:
    """Return a card for each page."""
    rows = list(pages)
    return tuple(
        Card(
            title=page.title,
            url=page.url or "",
            summary=page.summary,
            kicker=page.get_kind_display().capitalize(),
            date_text=short_date(page.published_on),
            image=image,
        )
        for page, image in zip(rows, card_images(rows), strict=True)
    )


def news_screen(page: NewsPage) -> NewsScreen:
    """Return the parts of a news item."""
    return NewsScreen(
        hero=Hero(
            page.title,
            page.summary,
            kicker=page.get_kind_display().capitalize(),
            date_text=long_date(page.published_on),
            image=hero_image(page),
        ),
        by=page.unit.contact_point() if page.unit else None,
        topics=topic_tags(page.topics.all()),
    )
