"""Pages as entries of a feed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings

from vicinia.core.clock import midnight
from vicinia.core.components import Text
from vicinia.core.pages.base import BasePage
from vicinia.home.news.models import NewsPage

from .kinds import Kind, outgoing

MOST = 50
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in a feed: `uid` stays the same when title or address change; `at` is when it came out."""

    uid: str
    title: str
    summary: str
    url: str
    kind: Text
    at: datetime


def latest(kinds: Iterable[Kind], topic: str = "") -> list[Entry]:
    """Return the entries that came out last, of all these kinds; one query for each kind."""
    entries = [
        entry_of(page, kind)
        for kind in kinds
        for page in outgoing(kind, topic).order_by("-first_published_at", "-pk")[:MOST]
    ]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:MOST]


def entry_of(page: BasePage, kind: Kind) -> Entry:
    """Return a page as an entry; a news item came out on the day that it says."""
    said = midnight(page.published_on) if isinstance(page, NewsPage) else None
    return Entry(
        uid=uid_of(page),
        title=page.title,
        summary=page.summary or page.search_description,
        url=f"{settings.BASE_URL}{page.url or ''}",
        kind=kind.label,
        at=said or page.first_published_at or page.latest_revision_created_at or LONG_AGO,
    )


def uid_of(page: BasePage) -> str:
    """Return a name of the page that never changes; its translations have others."""
    return f"urn:uuid:{page.translation_key}:{page.locale_id}"
