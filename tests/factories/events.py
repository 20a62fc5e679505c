"""Events and their pages."""

from __future__ import annotations

from datetime import timedelta

import factory
from django.utils import timezone

from campaigns.events.models import Event
from campaigns.events.pages import EventPage, EventsIndexPage
from tests.factories.pages import PublicPageFactory, list_page
from tests.factories.territory import PlaceFactory


def events_index() -> EventsIndexPage:
    """The list of events."""
    return list_page(EventsIndexPage, "eventi", "Eventi")


class EventFactory(factory.django.DjangoModelFactory):
    """An event of two hours, in three days."""

    class Meta:
        model = Event

    title = factory.Sequence(lambda number: f"Incontro {number:04d}")
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=3))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + timedelta(hours=2))
    place = factory.SubFactory(PlaceFactory)
    price = "Gratuito"


class EventPageFactory(PublicPageFactory):
    """The published page of an event."""

    class Meta:
        model = EventPage

    event = factory.SubFactory(EventFactory)
    title = factory.LazyAttribute(lambda page: page.event.title)
    usual_parent = staticmethod(events_index)
    who_for = "Genitori di adolescenti"
    body = [("text", "<p>Se ne parla insieme.</p>")]
    contacts = "0000 123456"
