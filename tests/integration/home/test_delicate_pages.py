"""A delicate page, of whatever type, lets its reader leave and tells nothing to who looks on."""

from __future__ import annotations

import pytest
from django.test import Client
from factory.base import FactoryMetaClass

from tests.factories.directory import ServicePageFactory
from tests.factories.emergencies import EmergencyPageFactory
from tests.factories.events import EventPageFactory
from tests.factories.outreach import CampaignPageFactory
from tests.factories.pages import InformationPageFactory, NewsPageFactory, SectionPageFactory
from tests.support.html import read

pytestmark = pytest.mark.django_db

TYPES = [
    InformationPageFactory,
    NewsPageFactory,
    SectionPageFactory,
    CampaignPageFactory,
    EventPageFactory,
    ServicePageFactory,
    EmergencyPageFactory,
]


@pytest.mark.parametrize("factory", TYPES, ids=lambda factory: factory._meta.model.__name__)
def test_the_reader_can_leave_and_the_page_asks_shares_and_tells_nothing(
    client: Client, factory: FactoryMetaClass
) -> None:
    delicate = factory(title="Violenza in casa", is_delicate=True)
    found = read(client, delicate.url)
    assert "Esci in fretta" in found.links()
    assert "Violenza" not in found.title
    assert found.title.startswith("Informazioni")
    assert "Condividi" not in found.headings()
    assert found.soup.select_one(".v-newsletter, .v-feedback") is None


def test_the_editor_chooses_what_the_tab_tells(client: Client) -> None:
    page = InformationPageFactory(title="Violenza in casa", is_delicate=True, tab_title="Orari")
    assert read(client, page.url).title.startswith("Orari – ")


def test_any_other_page_has_its_name_in_the_tab_and_asks_how_clear_it_is(client: Client) -> None:
    found = read(client, InformationPageFactory(title="Affido", tab_title="Orari").url)
    assert found.title.startswith("Affido – ")
    assert "Esci in fretta" not in found.links()
    assert found.soup.select_one(".v-feedback")
