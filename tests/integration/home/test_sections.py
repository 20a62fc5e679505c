"""The areas of the office and the pages that explain something."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.calls import published_call
from tests.factories.directory import ServiceFactory, ServicePageFactory
from tests.factories.outreach import CampaignFactory, CampaignPageFactory
from tests.factories.pages import InformationPageFactory, SectionPageFactory
from tests.factories.territory import TopicFactory, WorkAreaFactory
from tests.support.html import read

pytestmark = pytest.mark.django_db


def test_the_areas_are_listed_in_the_order_of_the_editors(client: Client) -> None:
    for title in ("Servizi sociali", "Casa", "Salute"):
        SectionPageFactory(title=title)
    SectionPageFactory(title="Bozza", live=False)
    assert read(client, "/aree/").cards() == ["Servizi sociali", "Casa", "Salute"]


def test_the_page_of_an_area_gathers_all_that_belongs_to_it(client: Client) -> None:
    area, topic = WorkAreaFactory(slug="casa"), TopicFactory()
    section = SectionPageFactory(
        title="Casa", slug="casa", area=area, body=[("text", "<p>Affitto e sfratti.</p>")]
    )
    section.topics.set([topic])
    section.save()
    InformationPageFactory(title="Gli sfratti", parent=section)
    InformationPageFactory(title="In bozza", parent=section, live=False)
    ServicePageFactory(title="Fondo affitto", service=ServiceFactory(area=area))
    ServicePageFactory(title="Di un’altra area")
    today = timezone.localdate()
    CampaignPageFactory(title="Casa sicura", campaign=CampaignFactory(topic=topic))
    over = CampaignFactory(
        topic=topic, starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1)
    )
    CampaignPageFactory(title="Finita", campaign=over)
    call = published_call(title="Bando casa")
    call.topics.set([topic, TopicFactory()])
    call.save()
    published_call(title="Bando d’altro")
    page = read(client, "/aree/casa/")
    assert "Affitto e sfratti." in page.text
    assert page.headings() == ["Per saperne di più", "Servizi", "Campagne in corso", "Bandi aperti adesso"]
    assert page.cards("children") == ["Gli sfratti"]
    assert page.cards("related-1") == ["Fondo affitto"]
    assert page.cards("related-2") == ["Casa sicura"]
    assert page.cards("related-3") == ["Bando casa"]
    assert page.links()["Tutti i servizi di quest’area"] == "/servizi/?area=casa"


def test_an_area_with_nothing_else_has_its_text_alone(client: Client) -> None:
    SectionPageFactory(slug="casa", area=WorkAreaFactory(), body=[("text", "<h2>Chi siamo</h2>")])
    assert read(client, "/aree/casa/").headings() == ["Chi siamo"]


def test_a_page_that_explains_shows_every_kind_of_block(client: Client) -> None:
    InformationPageFactory(
        slug="chi-siamo",
        body=[
            ("text", "<h2>Chi siamo</h2><p>Diciassette persone.</p>"),
            ("callout", {"title": "Attenzione", "text": "<p>Chiusi ad agosto.</p>"}),
            ("steps", [{"title": "Chiama", "text": "Al mattino."}]),
            ("questions", [{"question": "Quanto costa?", "answer": "<p>Niente.</p>"}]),
        ],
    )
    page = read(client, "/chi-siamo/")
    for said in ("Diciassette persone.", "Attenzione", "Chiusi ad agosto.", "Chiama", "Al mattino."):
        assert said in page.text
    # A question opens by itself, without JavaScript.
    assert "Niente." in page.main.select_one("details").get_text()


def test_pages_below_are_reached_from_the_one_above(client: Client) -> None:
    above = InformationPageFactory(title="Chi siamo", slug="chi-siamo")
    InformationPageFactory(title="Le persone", slug="persone", parent=above)
    InformationPageFactory(title="Bozza", parent=above, live=False)
    page = read(client, "/chi-siamo/")
    assert page.cards() == ["Le persone"]
    assert page.links()["Le persone"] == "/chi-siamo/persone/"
