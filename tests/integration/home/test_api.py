"""What programs read of the site: the same contents as people, described field by field."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests.factories.calls import published_call
from tests.factories.directory import ServicePageFactory
from tests.factories.events import EventFactory, EventPageFactory
from tests.factories.outreach import CampaignPageFactory
from tests.factories.territory import PlaceFactory, TopicFactory
from tests.support.html import read
from vicinia.home.api import pace

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_has_asked_yet() -> None:
    cache.clear()


def told(client: Client, path: str) -> Any:
    """An answer of the interface."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_list_has_what_is_public_and_nothing_delicate(client: Client) -> None:
    health = TopicFactory(name="Salute", slug="salute")
    shown = CampaignPageFactory(title="Vaccini", campaign__topic=health)
    CampaignPageFactory(title="Altro")
    CampaignPageFactory(title="In bozza", live=False)
    hidden = CampaignPageFactory(title="Uscire dalla violenza", is_delicate=True)
    found = told(client, "/api/v1/campaigns/?topic=salute")
    assert (found["count"], found["next"], found["previous"]) == (1, None, None)
    [item] = found["results"]
    assert (item["id"], item["title"], item["topics"]) == (shown.pk, "Vaccini", ["salute"])
    assert item["starts_on"] == shown.campaign.starts_on.isoformat()
    assert told(client, f"/api/v1/campaigns/{shown.pk}/") == item
    assert client.get(f"/api/v1/campaigns/{hidden.pk}/").status_code == 404
    assert told(client, "/api/v1/campaigns/")["count"] == 2


def test_every_kind_tells_exactly_the_fields_that_are_described(client: Client) -> None:
    CampaignPageFactory()
    EventPageFactory()
    ServicePageFactory()
    published_call()
    described = told(client, "/api/v1/openapi.json")
    for key, name in (
        ("campaigns", "CampaignItem"),
        ("events", "EventItem"),
        ("services", "ServiceItem"),
        ("calls", "CallItem"),
    ):
        [item] = told(client, f"/api/v1/{key}/")["results"]
        schema = described["components"]["schemas"][name]
        assert list(item) == schema["required"]
        for field, value in item.items():
            kinds = schema["properties"][field]["type"]
            assert {
                "str": "string",
                "int": "integer",
                "bool": "boolean",
                "list": "array",
                "NoneType": "null",
            }[type(value).__name__] in ([kinds] if isinstance(kinds, str) else kinds), (name, field)
    assert told(client, "/api/v1/projects/")["results"] == []
    assert {"/projects/", "/projects/{id}/"} <= set(described["paths"])


def test_where_a_reserved_place_is_is_not_told(client: Client) -> None:
    shelter = PlaceFactory(
        name="Casa rifugio", address_is_reserved=True, street="", postcode="", how_to_reach="", area=None
    )
    EventPageFactory(event=EventFactory(place=shelter, place_note="Secondo piano"))
    assert told(client, "/api/v1/events/")["results"][0]["where"] == ""


def test_who_has_the_last_version_is_told_so_and_who_asks_too_often_waits(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = client.get("/api/v1/events/")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert 'rel="license"' in answer["Link"]
    assert client.get("/api/v1/events/", headers={"if-none-match": answer["ETag"]}).status_code == 304
    monkeypatch.setattr(pace, "REQUESTS_A_MINUTE", 1)
    monkeypatch.setattr(pace.time, "time", lambda: 90.0)
    assert client.get("/api/v1/events/").status_code == 200
    refused = client.get("/api/v1/events/")
    assert (refused.status_code, refused["Retry-After"]) == (429, "30")
    assert refused.json() == {"error": "Troppe richieste: aspetta 30 secondi."}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/people/", 404),
        ("/api/v1/events/999999/", 404),
        ("/api/v1/events/?page=0", 400),
        ("/api/v1/events/?page=molte", 400),
        ("/api/v1/events/?topic=x%00", 400),
    ],
)
def test_a_wrong_address_is_refused(client: Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_a_page_explains_it_to_people(client: Client) -> None:
    page = read(client, "/api/v1/")
    assert page.heading == "Dati per programmi"
    assert "https://creativecommons.org/licenses/by/4.0/deed.it" in page.links().values()
