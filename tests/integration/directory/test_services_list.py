"""The list of services, by need and by area of the office."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.directory import NeedFactory, ServiceFactory, ServicePageFactory, services_index
from tests.factories.territory import WorkAreaFactory
from tests.support.html import read
from vicinia.directory.services.enums import ServiceStatus

pytestmark = pytest.mark.django_db


@pytest.fixture
def services(db: None) -> None:
    """Two services about money, one about a home; one of them is closed; a draft."""
    money, home = NeedFactory(name="Denaro", slug="denaro"), NeedFactory(name="Casa", slug="casa")
    social, housing = (
        WorkAreaFactory(name="Sociale", slug="sociale"),
        WorkAreaFactory(name="Casa", slug="casa"),
    )
    for title, area, needs, status in (
        ("Spesa", social, [money], ServiceStatus.ACTIVE),
        ("Affitto", housing, [money, home], ServiceStatus.ACTIVE),
        ("Emporio", social, [], ServiceStatus.INACTIVE),
    ):
        service = ServiceFactory(name=title, area=area, status=status, status_reason="Riapre presto.")
        service.needs.set(needs)
        service.save()
        ServicePageFactory(service=service, summary=f"Che cosa è {title}.")
    ServicePageFactory(title="Bozza", live=False)


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Affitto", "Emporio", "Spesa"]),
        ("?bisogno=denaro", ["Affitto", "Spesa"]),
        ("?area=sociale", ["Emporio", "Spesa"]),
        ("?bisogno=denaro&area=sociale", ["Spesa"]),
        ("?bisogno=inventato", []),
    ],
)
def test_people_find_services_by_need_and_by_area_in_alphabetical_order(
    client: Client, query: str, titles: list[str]
) -> None:
    assert read(client, f"/servizi/{query}").cards() == titles


@pytest.mark.usefixtures("services")
def test_only_needs_and_areas_that_have_services_are_offered(client: Client) -> None:
    NeedFactory(name="Vuoto", slug="vuoto")
    WorkAreaFactory(name="Vuota", slug="vuota")
    page = read(client, "/servizi/?bisogno=denaro")
    assert page.filters("Di cosa hai bisogno?") == {
        "Tutti i bisogni": "/servizi/",
        "Casa": "/servizi/?bisogno=casa",
        "Denaro*": "/servizi/?bisogno=denaro",
    }
    assert page.filters("Area") == {
        "Tutte le aree*": "/servizi/?bisogno=denaro",
        "Casa": "/servizi/?bisogno=denaro&area=casa",
        "Sociale": "/servizi/?bisogno=denaro&area=sociale",
    }


@pytest.mark.usefixtures("services")
def test_a_card_says_area_what_it_is_and_when_it_is_closed(client: Client) -> None:
    page = read(client, "/servizi/")
    assert page.card("Emporio") == "Sociale Non attivo Emporio Che cosa è Emporio."
    assert page.card("Affitto") == "Casa Affitto Che cosa è Affitto."


def test_an_empty_list_of_services_leads_to_the_help_desk(client: Client) -> None:
    services_index()
    page = read(client, "/servizi/?bisogno=denaro")
    assert "Nessun servizio corrisponde a questi filtri" in page.headings()
    assert "vieni allo sportello" in page.text
    assert page.links()["Vedi tutti i servizi"] == "/servizi/"
