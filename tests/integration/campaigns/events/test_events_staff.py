"""The office makes events; a mistake is said in Italian; others stay out."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.events.models import Event
from campaigns.events.pages import EventPage
from tests.factories.events import EventFactory, EventPageFactory, events_index
from tests.factories.pictures import make_picture
from tests.factories.territory import PlaceFactory, TopicFactory
from tests.support.editing import UNCLOSED, add_page, errors, office, rich_text, streamfield
from tests.support.html import read
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_campaigns_event:list"
CREATE = "wagtailsnippetchoosers_campaigns_event:create"


def typed(**changes: Any) -> dict[str, Any]:
    """What the editor types in the form of an event's page."""
    return {
        "title": "Parliamone",
        "slug": "parliamone",
        "event": EventFactory().pk,
        "summary": "Due ore insieme.",
        "who_for": "Genitori",
        "body": streamfield([("text", rich_text("<p>Se ne parla.</p>"))]),
        "contacts": "0000 1",
        **changes,
    }


def dialog(**changes: Any) -> dict[str, Any]:
    """What the dialog of a new event sends."""
    data = {
        "title": "Parliamone",
        "kind": "meeting",
        "starts_at": "03/03/2099 17:30",
        "ends_at": "03/03/2099 19:30",
        "place": PlaceFactory().pk,
        "place_note": "",
        "price": "Gratuito",
        "topics": [TopicFactory().pk],
        **changes,
    }
    return {f"new-{name}": value for name, value in data.items()}


def test_the_page_of_an_event_goes_out_and_is_in_the_list_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    index = events_index()
    assert read(client, "/eventi/").cards() == []
    with django_capture_on_commit_callbacks(execute=True):
        answer = add_page(office(Role.EDITOR), index, EventPage, **typed())
    assert answer.status_code == 302, errors(answer)
    assert read(client, "/eventi/").cards() == ["Parliamone"]


@pytest.mark.filterwarnings(UNCLOSED)
def test_a_picture_without_its_words_does_not_go_out() -> None:
    picture = {"image": make_picture().pk}
    answer = add_page(office(Role.EDITOR), events_index(), EventPage, **typed(**picture))
    assert "Scrivi che cosa mostra l’immagine: c’è chi non la vede." in errors(answer)
    assert not EventPage.objects.exists()


def test_an_event_is_made_without_leaving_its_page() -> None:
    answer = office(Role.SCHOOLS_OFFICE).post(reverse(CREATE), dialog())
    assert answer.json()["step"] == "chosen", answer.json()
    event = Event.objects.get()
    assert event.starts_at.isoformat() == "2099-03-03T16:30:00+00:00"
    assert event.topics.count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ends_at": "03/03/2099 17:30"}, "L’evento deve finire dopo l’inizio."),
        ({"place": ""}, "Scegli un luogo oppure scrivi dov’è."),
        ({"price": ""}, "Questo campo è obbligatorio."),
    ],
    ids=["ends as it starts", "nowhere", "no price"],
)
def test_a_mistake_in_an_event_is_said_in_italian(changes: dict[str, str], said: str) -> None:
    answer = office(Role.EDITOR).post(reverse(CREATE), dialog(**changes))
    assert said in answer.json()["htmlFragment"]
    assert not Event.objects.exists()


def test_moving_an_event_is_seen_by_readers_at_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    event = EventFactory()
    EventPageFactory(title="Parliamone", event=event)
    assert "3 marzo 2099" not in read(client, "/eventi/").text
    data = {name.removeprefix("new-"): value for name, value in dialog().items()}
    edit = reverse("wagtailsnippets_campaigns_event:edit", args=[event.pk])
    with django_capture_on_commit_callbacks(execute=True):
        answer = office(Role.EDITOR).post(edit, data)
    assert answer.status_code == 302, errors(answer)
    assert "martedì 3 marzo 2099, ore 17:30" in read(client, "/eventi/").text


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SCHOOLS_OFFICE])
def test_who_keeps_events_filters_them_by_kind(role: Role) -> None:
    EventFactory(title="Incontro in biblioteca", kind="meeting")
    EventFactory(title="Camminata al fiume", kind="walk")
    page = office(role).get(reverse(LIST), {"kind": "walk"}).content.decode()
    assert "Camminata al fiume" in page
    assert "Incontro in biblioteca" not in page


@pytest.mark.parametrize("role", [Role.EVALUATOR, Role.CALLS_OFFICE, None])
def test_others_do_not_keep_events(role: Role | None) -> None:
    assert office(role).get(reverse(LIST)).status_code in {302, 403}
    assert office(role).post(reverse(CREATE), dialog()).status_code in {302, 403}
    assert not Event.objects.exists()
