"""What the pages of events show, as components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from vicinia.core.components import (
    Badge,
    Card,
    ContactPoint,
    EmptyState,
    Fact,
    Hero,
    Link,
    Pagination,
    Tag,
)
from vicinia.core.formats import long_datetime, whole
from vicinia.core.pages.listing import list_address
from vicinia.core.pages.pictures import hero_image
from vicinia.territory.models import Topic
from vicinia.territory.topics.tags import topic_tags

from .enums import EventTime
from .models import Event
from .pages import EventPage, EventsIndexPage
from .queries import at, event_cards, event_pages, when_text


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The list of events with its filters."""

    hero: Hero
    cards: tuple[Card, ...]
    states: tuple[Tag, ...]
    topics: tuple[Tag, ...]
    pagination: Pagination
    empty: EmptyState


@dataclass(frozen=True, slots=True)
class EventScreen:
    """One event."""

    hero: Hero
    facts: tuple[Fact, ...]
    place: ContactPoint | None
    how_to_reach: str
    booking: str
    campaigns: tuple[Card, ...]
    topics: tuple[Tag, ...]


def list_screen(page: EventsIndexPage, query: Mapping[str, str]) -> ListScreen:
    """Return the events that the address asks for: those to come unless the past is chosen."""
    address = list_address(page.url or "", query, ("stato", "argomento"))
    past = address.chosen["stato"] == EventTime.PAST
    every = event_pages(page)
    shown = at(every, EventTime.PAST if past else EventTime.COMING)
    if address.chosen["argomento"]:
        shown = shown.filter(event__topics__slug=address.chosen["argomento"])
    rows, pagination = address.paginate(shown)
    topics = Topic.objects.filter(events__pages__in=every.order_by()).distinct()
    return ListScreen(
        hero=Hero(page.title, page.summary),
        cards=event_cards(list(rows.object_list)),
        states=address.tags("stato", [(EventTime.PAST.value, _("Past"))], _("Coming")),
        topics=address.tags("argomento", topics.values_list("slug", "name"), _("All topics")),
        pagination=pagination,
        empty=EmptyState(
            _("No event here for now"),
            _("Here you find meetings, workshops and walks: try another topic or look at the past ones."),
            Link(_("See all the coming events"), page.url or ""),
        ),
    )


def event_screen(page: EventPage) -> EventScreen:
    """Return the parts of an event's page; a draft without its event shows what there is."""
    from campaigns.outreach.queries import campaign_cards, campaign_pages

    event: Event | None = page.event
    if event is None:
        return EventScreen(Hero(page.title, page.summary, image=hero_image(page)), (), None, "", "", (), ())
    is_over = event.ends_at <= timezone.now()
    related = campaign_pages().filter(campaign_id=event.campaign_id) if event.campaign_id else ()
    return EventScreen(
        hero=Hero(
            page.title,
            page.summary,
            kicker=event.get_kind_display().capitalize(),
            badge=Badge(_("Over")) if is_over else None,
            date_text=when_text(event),
            image=hero_image(page),
        ),
        facts=event_facts(event, page),
        place=event.place.contact_point() if event.place else None,
        how_to_reach=event.place.how_to_reach if event.place else "",
        booking=booking_text(event) if not is_over else "",
        campaigns=campaign_cards(related),
        topics=topic_tags(event.topics.all()),
    )


def event_facts(event: Event, page: EventPage) -> tuple[Fact, ...]:
    """Return the facts of the side column, in the order people ask."""
    place = event.place
    facts = [
        Fact(_("Starts"), long_datetime(event.starts_at)),
        Fact(_("Ends"), long_datetime(event.ends_at)),
        Fact(
            _("Place"), place.name if place else event.place_note, place.get_absolute_url() if place else ""
        ),
        Fact(_("Where exactly"), event.place_note if place else ""),
        Fact(_("Price"), event.price),
        Fact(_("For whom"), page.who_for),
        Fact(_("Seats"), whole(event.seats) if event.seats else ""),
        Fact(_("Contacts"), page.contacts),
    ]
    return tuple(fact for fact in facts if fact.value)


def booking_text(event: Event) -> str:
    """Say whether one must book."""
    if event.needs_booking:
        return _("One must book: call or write to the contacts of this page.")
    return _("No booking needed: just come.")
