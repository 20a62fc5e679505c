"""What the pages of emergencies show, as components."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vicinia.core.components import (
    Badge,
    Card,
    ContactPoint,
    EmptyState,
    Hero,
    Pagination,
    Step,
    TimelineEntry,
)
from vicinia.core.formats import long_date, long_datetime
from vicinia.core.pages.listing import list_address
from vicinia.core.pages.pictures import card_images, hero_image
from vicinia.core.pages.published import published

from .pages import EmergenciesIndexPage, EmergencyPage


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The archive, with what is going on first."""

    hero: Hero
    going_on: tuple[Card, ...]
    over: tuple[Card, ...]
    is_quiet: bool
    pagination: Pagination
    empty: EmptyState


@dataclass(frozen=True, slots=True)
class HelpPoint:
    """A place where people find help."""

    name: str
    kind: str
    address: str
    what: str
    hours: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class EmergencyScreen:
    """One emergency."""

    hero: Hero
    is_over: bool
    steps: tuple[Step, ...]
    updates: tuple[TimelineEntry, ...]
    numbers: tuple[ContactPoint, ...]
    help_points: tuple[HelpPoint, ...]


def list_screen(page: EmergenciesIndexPage, query: Mapping[str, str]) -> ListScreen:
    """Return the emergencies told under this page: those going on come first, then the latest."""
    every = published(EmergencyPage.objects.all(), page)
    ordered = every.select_related("locale").order_by(F("ended_at").desc(nulls_first=True), "-started_at")
    rows, pagination = list_address(page.url or "", query, ()).paginate(ordered)
    pages = list(rows.object_list)
    shown = list(zip(pages, cards(pages), strict=True))
    return ListScreen(
        hero=Hero(page.title, page.summary),
        going_on=tuple(card for each, card in shown if each.ended_at is None),
        over=tuple(card for each, card in shown if each.ended_at is not None),
        is_quiet=not every.filter(ended_at=None).exists(),
        pagination=pagination,
        empty=EmptyState(
            _("No emergency at the moment"),
            _("When something serious happens, here you find what to do, where to go and the updates."),
        ),
    )


def cards(pages: Sequence[EmergencyPage]) -> tuple[Card, ...]:
    """Return a card for each emergency."""
    return tuple(
        Card(
            page.title,
            page.url or "",
            page.summary,
            date_text=period(page),
            image=image,
            badge=badge_of(page),
        )
        for page, image in zip(pages, card_images(pages), strict=True)
    )


def emergency_screen(page: EmergencyPage) -> EmergencyScreen:
    """Return the parts of an emergency's page."""
    updates = sorted(page.updates.all(), key=lambda update: update.at, reverse=True)
    return EmergencyScreen(
        hero=Hero(
            page.title,
            page.summary,
            kicker=_("Emergency"),
            badge=badge_of(page),
            date_text=period(page),
            image=hero_image(page),
        ),
        is_over=page.ended_at is not None,
        steps=tuple(Step(block.value["title"], block.value["text"]) for block in page.what_to_do),
        updates=tuple(
            TimelineEntry(
                long_datetime(update.at),
                update.title,
                update.text,
                status="current" if number == 0 and page.ended_at is None else "done",
            )
            for number, update in enumerate(updates)
        ),
        numbers=tuple(
            ContactPoint(block.value["label"], phone=block.value["phone"], hours=block.value["note"])
            for block in page.numbers
        ),
        help_points=tuple(help_point(block.value) for block in page.help_points),
    )


def help_point(value: Mapping[str, str]) -> HelpPoint:
    """Return a help point; some stay open after the emergency, for who had damages."""
    return HelpPoint(
        value["name"],
        value["kind"],
        value["address"],
        value["what"],
        value["hours"],
        Badge(_("Open"), "success") if value["is_open"] else Badge(_("Closed")),
    )


def badge_of(page: EmergencyPage) -> Badge:
    """Say in words whether it is going on."""
    return Badge(pgettext("emergency", "Over")) if page.ended_at else Badge(_("Going on"), "danger")


def period(page: EmergencyPage) -> str:
    """Say since when, or between which days."""
    first = long_date(page.started_at)
    if page.ended_at is None:
        return _("since %(day)s") % {"day": first}
    return _("from %(first)s to %(last)s") % {"first": first, "last": long_date(page.ended_at)}
