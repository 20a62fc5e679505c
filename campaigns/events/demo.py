"""Loads the demo's events: the record and its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction

from campaigns.outreach.models import Campaign
from campaigns.outreach.pages import CampaignPage
from vicinia.core.demo import moment, read_yaml
from vicinia.core.demo_blocks import demo_blocks
from vicinia.core.demo_content import body, picture
from vicinia.core.pages.tree import ensure_page, home_page
from vicinia.territory.models import Place, Topic

from .enums import EventKind
from .models import Event
from .pages import EventPage, EventsIndexPage

FILE = Path(__file__).parent.parent / "demo" / "events.yaml"
KINDS = {
    "incontro": EventKind.MEETING,
    "laboratorio": EventKind.WORKSHOP,
    "spettacolo": EventKind.SHOW,
    "giornata": EventKind.DAY,
    "corso": EventKind.COURSE,
    "camminata": EventKind.WALK,
}


@transaction.atomic
def load_events() -> None:
    """Create the events that are not there yet."""
    parent = ensure_page(
        home_page(),
        EventsIndexPage(
            title="Eventi",
            slug="eventi",
            summary="Incontri, laboratori, camminate e spettacoli, quasi sempre gratuiti, in ogni quartiere.",
            show_in_menus=True,
        ),
    )
    for entry in read_yaml(FILE):
        if not EventPage.objects.child_of(parent).filter(slug=entry["key"]).exists():
            load_page(parent, entry, load_event(entry))


def load_event(entry: dict[str, Any]) -> Event:
    """Create the record."""
    event = Event(
        title=entry["title"],
        kind=KINDS[entry["type"]],
        starts_at=moment(entry["start"]),
        ends_at=moment(entry["end"]),
        place=Place.objects.get(slug=entry["place"]),
        place_note=entry.get("place_note", ""),
        price=entry["price"],
        needs_booking=entry["booking"],
        seats=entry.get("places"),
        campaign=campaign_of(entry.get("campaign")),
    )
    event.topics.set(Topic.objects.filter(slug__in=entry["topics"]))
    event.save()
    return event


def campaign_of(key: str | None) -> Campaign | None:
    """Return the campaign whose page has this key."""
    page = CampaignPage.objects.filter(slug=key).select_related("campaign").first() if key else None
    return page.campaign if page else None


def load_page(parent: EventsIndexPage, entry: dict[str, Any], event: Event) -> None:
    """Create and publish the page."""
    ensure_page(
        parent,
        EventPage(
            title=entry["title"],
            slug=entry["key"],
            summary=entry["short"],
            event=event,
            image=picture(entry["image"]),
            image_alt=entry["image_alt"],
            who_for=entry["who_for"],
            body=[*body(entry["body"]), *demo_blocks(entry.get("blocks", ()))],
            contacts=entry["contacts"],
        ),
    )
