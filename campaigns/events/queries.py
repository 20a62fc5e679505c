"""Reading events: what comes next, and cards for the pages that show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Min, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from campaigns.outreach.models import Campaign
from vicinia.core.components import Badge, Card
from vicinia.core.formats import long_date, long_datetime
from vicinia.core.pages.pictures import card_images
from vicinia.core.pages.published import published

from .enums import EventTime
from .models import Event
from .pages import EventPage


def event_pages(parent: Page | None = None) -> QuerySet[EventPage]:
    """Return the public pages of events in the active language (or under `parent`), the earliest first."""
    pages = published(EventPage.objects.filter(event__isnull=False), parent)
    return pages.select_related("event__place", "locale").order_by("event__starts_at", "title")


def at(pages: QuerySet[EventPage], when: EventTime) -> QuerySet[EventPage]:
    """Keep the pages of events still to finish, or of those that are over (the latest first)."""
    kept = pages.filter(event__in=Event.objects.at(when, timezone.now()))
    return kept.order_by("-event__starts_at", "title") if when == EventTime.PAST else kept


def next_event_cards(limit: int) -> tuple[Card, ...]:
    """Return cards of the next events."""
    return event_cards(at(event_pages(), EventTime.COMING)[:limit])


def campaign_event_cards(campaign: Campaign, limit: int = 3) -> tuple[Card, ...]:
    """Return cards of a campaign's next events."""
    return event_cards(at(event_pages().filter(event__campaign=campaign), EventTime.COMING)[:limit])


def event_cards(pages: Sequence[EventPage] | QuerySet[EventPage]) -> tuple[Card, ...]:
    """Return a card for each page."""
    rows = list(pages)
    return tuple(
        Card(
            title=page.title,
            url=page.url or "",
            summary=page.summary,
            kicker=event.get_kind_display().capitalize(),
            date_text=when_text(event),
            image=image,
            badge=Badge(_("Over")) if event.ends_at <= timezone.now() else None,
        )
        for page, image in zip(rows, card_images(rows), strict=True)
        if (event := page.event)
    )


def when_text(event: Event) -> str:
    """Say when: one day with its hours, or both days."""
    start, end = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    if start.date() == end.date():
        return long_datetime(event.starts_at)
    return _("from %(first)s to %(last)s") % {"first": long_date(start), "last": long_date(end)}


def next_change_at() -> datetime | None:
    """Return the next instant at which an event is over, or None."""
    upcoming = Event.objects.at(EventTime.COMING, timezone.now())
    instant: datetime | None = upcoming.aggregate(at=Min("ends_at"))["at"]
    return instant
