"""The kinds of content that go out, each with its pages and the way to their topics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from calls.notices.queries import public_call_pages
from campaigns.events.queries import event_pages
from campaigns.outreach.queries import campaign_pages
from campaigns.projects.catalogue.queries import project_pages
from vicinia.core.components import Text
from vicinia.core.pages.base import BasePage
from vicinia.home.news.screens import news_pages


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of content.

    `key` is its name in addresses; `listed_on` the type of the page that lists it; `topics` the way from
    a page to its topics; `has_dates` tells whether a calendar can hold it.
    """

    key: str
    label: Text
    pages: Callable[[], QuerySet[Any]]
    topics: str
    listed_on: str
    has_dates: bool = True


KINDS = {
    kind.key: kind
    for kind in (
        Kind("notizie", _("News"), news_pages, "topics", "home.newsindexpage", has_dates=False),
        Kind("eventi", _("Events"), event_pages, "event__topics", "campaigns.eventsindexpage"),
        Kind("bandi", _("Calls for associations"), public_call_pages, "call__topics", "calls.callsindexpage"),
        Kind("campagne", _("Campaigns"), campaign_pages, "campaign__topic", "campaigns.campaignsindexpage"),
        Kind(
            "progetti-scuole",
            _("Projects for schools"),
            project_pages,
            "project__topics",
            "campaigns.schoolprojectsindexpage",
        ),
    )
}


def outgoing(kind: Kind, topic: str = "") -> QuerySet[BasePage]:
    """Return the pages of a kind that may leave the site, perhaps those about one topic (its address)."""
    pages: QuerySet[BasePage] = kind.pages().filter(is_delicate=False)
    return pages.filter(**{f"{kind.topics}__slug": topic}) if topic else pages
