"""The map of the site for people, the list of its addresses for search engines."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import Tag
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories.pages import (
    InformationPageFactory,
    LegalPageFactory,
    NewsPageFactory,
    SectionPageFactory,
    english_home,
    news_index,
)
from tests.support.bulk import add_pages
from tests.support.html import read, words
from vicinia.home.legal.models import LegalKind
from vicinia.home.legal.site_map import MOST_BELOW

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture(autouse=True)
def _map(db: None) -> None:
    LegalPageFactory(kind=LegalKind.SITE_MAP, title="Mappa del sito", slug="mappa")


def tree(branches: Tag) -> dict[str, dict]:
    """The map as titles within titles."""
    return {
        words(item.a): tree(item.ul) if item.ul else {} for item in branches.find_all("li", recursive=False)
    }


def shown(client: Client) -> dict[str, dict]:
    """The map that a reader opens."""
    return tree(read(client, "/mappa/").main.select_one(".v-site-map > ul"))


def test_every_published_page_stands_below_its_own(client: Client) -> None:
    section = SectionPageFactory(title="Casa")
    InformationPageFactory(title="Sfratti", parent=section)
    hidden = SectionPageFactory(title="Bozza", live=False)
    InformationPageFactory(title="Sotto la bozza", parent=hidden)
    private = SectionPageFactory(title="Riservata")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    InformationPageFactory(title="Chi siamo")
    InformationPageFactory(title="About us", parent=english_home())
    assert shown(client) == {
        "Mappa del sito": {},
        "Di che cosa ci occupiamo": {"Casa": {"Sfratti": {}}},
        "Chi siamo": {},
    }


def test_a_long_list_is_named_in_part_and_leads_to_all_of_it(client: Client) -> None:
    index = news_index()
    titles = [f"Notizia {number:02d}" for number in range(MOST_BELOW + 3)]
    add_pages(index, [NewsPageFactory.build(title=title) for title in titles])
    assert list(shown(client)["Notizie"]) == [*titles[:MOST_BELOW], "Tutto su Notizie"]
    assert read(client, "/mappa/").links()["Tutto su Notizie"] == "/notizie/"


def test_search_engines_get_every_public_address_once_and_no_draft(client: Client) -> None:
    NewsPageFactory(slug="una")
    NewsPageFactory(slug="bozza", live=False)
    private = NewsPageFactory(slug="riservata")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    InformationPageFactory(slug="about", parent=english_home())
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    addresses = [part.split("</loc>")[0] for part in answer.content.decode().split("<loc>")[1:]]
    assert sorted(addresses) == [
        "http://localhost/",
        "http://localhost/en/",
        "http://localhost/en/about/",
        "http://localhost/mappa/",
        "http://localhost/notizie/",
        "http://localhost/notizie/una/",
    ]


def test_robots_are_told_where_the_list_is_and_what_is_private(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    for path in ("/cms/", "/area-riservata/", "/accedi/"):
        assert f"Disallow: {path}\n" in text


def test_a_page_asked_by_law_says_when_it_was_reviewed(client: Client) -> None:
    LegalPageFactory(title="Accessibilità", slug="accessibilita", updated_on=date(2026, 3, 3))
    assert "Ultima revisione: 3 marzo 2026" in read(client, "/accessibilita/").text
