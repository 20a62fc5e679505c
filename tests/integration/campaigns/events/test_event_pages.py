"""What a reader finds about events: the list by time and topic, the page of each."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.events.enums import EventKind
from tests.factories.events import EventFactory, EventPageFactory, events_index
from tests.factories.outreach import CampaignFactory, CampaignPageFactory
from tests.factories.territory import PlaceFactory, TopicFactory
from tests.support.html import Read, read
from vicinia.core.page_cache import store

pytestmark = pytest.mark.django_db
ROME = ZoneInfo("Europe/Rome")


def coming(title: str, *, days: float, topic: str = "", **fields: Any) -> None:
    """An event that starts in so many days (before now, when negative), with its page."""
    event = EventFactory(title=title, starts_at=timezone.now() + timedelta(days=days), **fields)
    if topic:
        event.topics.set([TopicFactory(name=topic.capitalize(), slug=topic)])
        event.save()
    EventPageFactory(event=event)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Adesso", "Domani", "Tra un mese"]),
        ("?stato=passati", ["Ieri", "Un mese fa"]),
        ("?argomento=salute", ["Tra un mese"]),
        ("?stato=passati&argomento=cibo", ["Ieri"]),
        ("?stato=inventato", ["Adesso", "Domani", "Tra un mese"]),
    ],
)
def test_the_next_events_come_first_and_the_past_ones_from_the_latest(
    client: Client, query: str, titles: list[str]
) -> None:
    coming("Tra un mese", days=30, topic="salute")
    coming("Domani", days=1)
    # Two hours long: it goes on until it is over.
    coming("Adesso", days=-1 / 24)
    coming("Un mese fa", days=-30)
    coming("Ieri", days=-1, topic="cibo")
    EventPageFactory(title="Bozza", live=False)
    assert read(client, f"/eventi/{query}").cards() == titles


def test_a_card_says_what_when_and_whether_it_is_over(client: Client) -> None:
    start = datetime(2026, 3, 3, 17, 30, tzinfo=ROME)
    EventPageFactory(
        title="Camminata",
        event=EventFactory(kind=EventKind.WALK, starts_at=start, ends_at=start + timedelta(hours=2)),
    )
    EventPageFactory(
        title="Corso",
        event=EventFactory(kind=EventKind.COURSE, starts_at=start, ends_at=start + timedelta(days=9)),
    )
    page = read(client, "/eventi/?stato=passati")
    assert page.card("Camminata").startswith("Camminata Concluso Camminata martedì 3 marzo 2026, ore 17:30")
    assert "da martedì 3 marzo 2026 a giovedì 12 marzo 2026" in page.card("Corso")


def test_an_empty_list_of_events_says_what_would_be_here(client: Client) -> None:
    events_index()
    page = read(client, "/eventi/")
    assert page.cards() == []
    assert "Per ora nessun evento" in page.headings()
    assert "/eventi/" in page.links().values()


def test_the_page_of_an_event_says_all_that_one_needs_to_come(client: Client) -> None:
    start = datetime(2099, 3, 3, 17, 30, tzinfo=ROME)
    campaign = CampaignFactory()
    CampaignPageFactory(title="La campagna", campaign=campaign)
    event = EventFactory(
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        place=PlaceFactory(name="Biblioteca", slug="biblioteca", how_to_reach="Linea 3."),
        place_note="Sala al primo piano",
        price="3,00 € a famiglia",
        seats=1200,
        campaign=campaign,
    )
    event.topics.set([TopicFactory(name="Salute")])
    event.save()
    EventPageFactory(
        title="Parliamone", slug="parliamone", event=event, who_for="Genitori", contacts="0000 1"
    )
    page = read(client, "/eventi/parliamone/")
    assert page.facts() == {
        "Inizio": "martedì 3 marzo 2099, ore 17:30",
        "Fine": "martedì 3 marzo 2099, ore 19:30",
        "Luogo": "Biblioteca",
        "Dove di preciso": "Sala al primo piano",
        "Prezzo": "3,00 € a famiglia",
        "Per chi": "Genitori",
        "Posti": "1.200",
        "Contatti": "0000 1",
    }
    assert "Linea 3." in page.text
    assert page.links()["Biblioteca"] == "/luoghi/biblioteca/"
    assert page.cards("campaign") == ["La campagna"]
    assert page.element("event-title") == "Parliamone"
    assert page.element("topic-element") == "Salute"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"needs_booking": True}, "Bisogna prenotare"),
        ({"needs_booking": False}, "Non serve prenotare"),
    ],
)
def test_it_says_whether_one_must_book_until_it_is_over(
    client: Client, fields: dict[str, bool], said: str
) -> None:
    coming("Domani", days=1, **fields)
    coming("Ieri", days=-1, **fields)
    pages = {path: read(client, path) for path in links_of_all(client)}
    assert {path: said in page.text for path, page in pages.items()} == {
        "/eventi/domani/": True,
        "/eventi/ieri/": False,
    }


def links_of_all(client: Client) -> list[str]:
    """Addresses of all the events in the two lists."""
    return [
        path for query in ("", "?stato=passati") for path in event_links(read(client, f"/eventi/{query}"))
    ]


def event_links(page: Read) -> list[str]:
    """Addresses of the cards of a list."""
    return [str(link["href"]) for link in page.main.select(".v-card__title a")]


def test_the_list_leaves_memory_when_an_event_is_over(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    coming("Finisce adesso", days=0, ends_at=timezone.now() + timedelta(seconds=60))
    assert read(client, "/eventi/").cards() == ["Finisce adesso"]
    monkeypatch.setattr(timezone, "now", lambda: datetime.now(ROME) + timedelta(seconds=61))
    assert read(client, "/eventi/").cards() == ["Finisce adesso"], "kept until it changes"
    later = store.time.time() + 61
    monkeypatch.setattr(store.time, "time", lambda: later)
    assert read(client, "/eventi/").cards() == []


def test_a_draft_event_and_one_without_its_data_are_not_listed(client: Client) -> None:
    EventPageFactory(title="Senza dati", event=None, live=False)
    events_index()
    assert read(client, "/eventi/").cards() == []
    assert client.get("/eventi/senza-dati/").status_code == 404
