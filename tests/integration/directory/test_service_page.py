"""The page of a service, with the sections and marks that the municipal model asks for, in its order."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model

from tests.factories.directory import ServiceFactory, ServicePageFactory
from tests.factories.territory import PlaceFactory, TopicFactory, UnitFactory
from tests.support.html import Read, read
from vicinia.directory.services.enums import ServiceStatus
from vicinia.territory.models import Letterhead

pytestmark = pytest.mark.django_db

# What the public validator of municipal sites looks for on a service (design of the public-law rules).
MANDATORY = {
    "service-title",
    "service-description",
    "service-status",
    "service-topic",
    "service-addressed",
    "service-how-to",
    "service-needed",
    "service-achieved",
    "service-calendar-text",
    "service-calendar-list",
    "service-generic-access",
    "service-online-access",
    "service-booking-access",
    "service-file",
    "service-area",
    "page-index",
    "metatag",
}


@pytest.fixture
def meals(db: None) -> None:
    """Meals at home, with everything that a service may say."""
    Letterhead.objects.create(name="Fontalba", full_name="Comune di Fontalba")
    place = PlaceFactory(name="Sportello sociale", slug="sportello", street="Via dei Tintori 14")
    service = ServiceFactory(unit=UnitFactory(name="Ufficio anziani", place=place))
    service.topics.set([TopicFactory(name="Assistenza sociale")])
    service.save()
    document = get_document_model().objects.create(
        title="Carta del servizio", file=ContentFile(b"x" * 1024, name="carta.pdf"), file_size=1024
    )
    ServicePageFactory(
        title="Pasti a domicilio",
        slug="pasti-a-domicilio",
        summary="Un pasto caldo a casa.",
        service=service,
        needed=[("thing", "Documento d’identità"), ("thing", "ISEE")],
        times_text="<p>Si comincia in una settimana.</p>",
        times=[("phase", {"when": "entro 3 giorni", "what": "Ti richiamiamo"})],
        access=[
            ("channel", {"kind": "online", "label": "Chiedi in linea", "url": "https://servizi.example/"}),
            ("channel", {"kind": "booking", "label": "Prenota", "url": "/prenota/"}),
            ("channel", {"kind": "office", "label": "Via dei Tintori 14", "url": ""}),
            ("channel", {"kind": "phone", "label": "0000 123456", "url": "tel:0000123456"}),
        ],
        conditions="<p>Si paga secondo l’ISEE.</p>",
        conditions_file=document,
        contacts="Chiedi di Anna",
    )


@pytest.fixture
def shown(client: Client, meals: None) -> Read:
    """The page as a reader opens it."""
    return read(client, "/servizi/pasti-a-domicilio/")


def test_the_sections_are_those_of_the_model_in_its_order(shown: Read) -> None:
    expected = [
        "A chi è rivolto",
        "Descrizione",
        "Come fare",
        "Cosa serve",
        "Cosa si ottiene",
        "Tempi e scadenze",
        "Accedi al servizio",
        "Condizioni di servizio",
        "Contatti",
    ]
    assert [each for each in shown.headings() if each in expected] == expected
    index = shown.main.select('[data-element="page-index"] a')
    assert [link.get_text() for link in index] == expected
    for link in index:
        assert shown.main.find(id=link["href"].removeprefix("#")), link


def test_the_public_validator_finds_every_mandatory_mark(shown: Read) -> None:
    assert MANDATORY - shown.elements() == set()
    assert shown.element("service-title") == "Pasti a domicilio"
    assert shown.element("service-description") == "Un pasto caldo a casa."
    assert shown.element("service-status") == "Attivo"
    assert shown.element("service-topic") == "Assistenza sociale"
    assert shown.element("service-online-access") == "Chiedi in linea"
    assert shown.element("service-booking-access") == "Prenota"
    assert shown.element("service-generic-access") == "Via dei Tintori 14"
    assert "Carta del servizio PDF 1 kB" in shown.element("service-file")


def test_a_channel_is_a_button_only_when_it_does_something(shown: Read) -> None:
    buttons = [link.get_text() for link in shown.main.select(".v-channel a.btn")]
    assert buttons == ["Chiedi in linea", "Prenota"]
    assert shown.links()["0000 123456"] == "tel:0000123456"
    assert "Via dei Tintori 14" not in shown.links()


def test_who_answers_is_there_with_place_and_hours(shown: Read) -> None:
    area = shown.element("service-area")
    for said in (
        "Ufficio anziani",
        "Via dei Tintori 14, 00000",
        "Da lunedì a venerdì, 9-13",
        "Chiedi di Anna",
    ):
        assert said in area


def test_search_engines_read_the_service_and_who_gives_it(shown: Read) -> None:
    data: dict[str, Any] = json.loads(shown.soup.select_one('script[data-element="metatag"]').string)
    assert data["@type"] == "GovernmentService"
    assert data["name"] == "Pasti a domicilio"
    assert data["serviceType"] == "Salute, benessere e assistenza"
    assert data["serviceOperator"]["name"] == "Comune di Fontalba"
    assert data["audience"]["audienceType"] == "Chi ha più di 65 anni."
    channel = data["availableChannel"]
    assert channel["serviceUrl"] == "http://testserver/servizi/pasti-a-domicilio/"
    assert channel["serviceLocation"]["address"]["streetAddress"] == "Via dei Tintori 14"


def test_what_an_editor_writes_never_closes_the_data_for_search_engines(client: Client) -> None:
    ServicePageFactory(title="</script><script>alert(1)</script>", slug="cattivo")
    page = read(client, "/servizi/cattivo/")
    data = json.loads(page.soup.select_one('script[data-element="metatag"]').string)
    assert data["name"] == "</script><script>alert(1)</script>"
    assert not [tag for tag in page.soup.find_all("script") if "alert(1)" in (tag.string or "")[:8]]


def test_sections_left_empty_are_neither_in_the_page_nor_in_its_index(client: Client) -> None:
    ServicePageFactory(slug="essenziale")
    page = read(client, "/servizi/essenziale/")
    for heading in ("Cosa serve", "Tempi e scadenze", "Condizioni di servizio"):
        assert heading not in page.headings()
        assert heading not in page.element("page-index")


def test_a_service_that_is_not_active_says_why(client: Client) -> None:
    closed = ServiceFactory(status=ServiceStatus.INACTIVE, status_reason="Le domande riaprono a marzo.")
    ServicePageFactory(slug="chiuso", service=closed)
    page = read(client, "/servizi/chiuso/")
    assert page.element("service-status") == "Non attivo"
    assert "Le domande riaprono a marzo." in page.text


def test_the_draft_of_a_service_is_not_shown(client: Client) -> None:
    ServicePageFactory(slug="bozza", live=False)
    assert client.get("/servizi/bozza/").status_code == 404
