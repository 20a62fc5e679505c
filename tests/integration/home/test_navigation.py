"""What stands around every page: menu, way back, languages, the foot with what the law asks for."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, Page

from tests.factories.outreach import CampaignPageFactory, campaigns_index
from tests.factories.pages import (
    InformationPageFactory,
    LegalPageFactory,
    SectionPageFactory,
    english_home,
    sections_index,
)
from tests.support.html import Read, read, words
from vicinia.home.legal.models import LegalKind
from vicinia.territory.models import Letterhead

pytestmark = pytest.mark.django_db

# Asked of every municipal site, with the mark that the public validator reads where it reads one.
MANDATORY = {
    "faq",
    "appointment-booking",
    "report-inefficiency",
    "accessibility-link",
    "privacy-policy-link",
    "legal-notes",
    "sitemap",
    "media-policy",
}


def menu(page: Read) -> list[str]:
    """The entries of the main menu."""
    entries = page.soup.select('[data-element="main-navigation"] .v-menu__list > li')
    return [words(entry.find(["summary", "a"])) for entry in entries]


def in_menu(page: Page) -> Page:
    """Flag a page for the menu, as an editor does."""
    page.show_in_menus = True
    page.save_revision().publish()
    return page


@pytest.fixture
def legal_pages(db: None) -> None:
    """Every page that the law asks for."""
    for kind in LegalKind:
        LegalPageFactory(kind=kind, title=f"{kind.label}", slug=f"pagina-{kind.value}")


def test_the_menu_has_the_flagged_pages_in_the_editors_order_and_opens_on_those_below(client: Client) -> None:
    in_menu(campaigns_index())
    in_menu(sections_index())
    in_menu(SectionPageFactory(title="Casa", slug="casa"))
    SectionPageFactory(title="Nascosta")
    InformationPageFactory(title="Chi siamo", slug="chi-siamo")
    page = read(client, "/")
    assert menu(page) == ["Campagne", "Di che cosa ci occupiamo"]
    nav = page.soup.select_one('[data-element="main-navigation"]')
    assert page.links(nav) == {
        "Chiudi": "#main",
        "Campagne": "/campagne/",
        "Tutto su Di che cosa ci occupiamo": "/aree/",
        "Casa": "/aree/casa/",
        # For a phone, whose head shows only its icon.
        "Area riservata": "/area-riservata/",
    }


def test_the_menu_says_where_the_reader_is(client: Client) -> None:
    in_menu(campaigns_index())
    CampaignPageFactory(slug="una")
    link = '[data-element="main-navigation"] a[aria-current="page"]'
    assert words(read(client, "/campagne/una/").soup.select_one(link)) == "Campagne"
    assert not read(client, "/").soup.select_one(link)


def test_the_menu_changes_as_soon_as_an_editor_changes_it(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    index = campaigns_index()
    assert menu(read(client, "/")) == []
    with django_capture_on_commit_callbacks(execute=True):
        in_menu(index)
    assert menu(read(client, "/")) == ["Campagne"]
    with django_capture_on_commit_callbacks(execute=True):
        index.unpublish()
    assert menu(read(client, "/")) == []


@pytest.mark.usefixtures("legal_pages")
def test_the_foot_of_every_page_links_what_the_law_asks_with_the_validator_s_marks(client: Client) -> None:
    for path in ("/", "/luoghi/", "/cerca/", "/numeri/"):
        foot = read(client, path).soup.select_one("footer")
        marked = {link["data-element"]: link["href"] for link in foot.select("a[data-element]")}
        assert {name: marked.get(name) for name in MANDATORY} == {
            name: f"/pagina-{name}/" for name in MANDATORY
        }, path
        for href in marked.values():
            assert client.get(href).status_code == 200


@pytest.mark.usefixtures("legal_pages")
def test_the_kinds_of_page_that_the_law_asks_for_are_all_known() -> None:
    assert {kind.value for kind in LegalKind} == MANDATORY


def test_a_language_without_one_of_those_pages_links_the_italian_one(client: Client) -> None:
    english = english_home()
    LegalPageFactory(kind=LegalKind.PRIVACY, title="Informativa", slug="privacy")
    LegalPageFactory(kind=LegalKind.FAQ, title="Questions", slug="faq", parent=english)
    LegalPageFactory(kind=LegalKind.FAQ, title="Domande", slug="faq")
    foot = read(client, "/en/").soup.select_one("footer")
    marked = {link["data-element"]: link["href"] for link in foot.select("a[data-element]")}
    assert marked == {
        "faq": "/en/faq/",
        "privacy-policy-link": "/privacy/",
        "all-topics": "/en/argomenti/",
    }


def test_an_unpublished_page_is_not_linked_from_the_foot(client: Client) -> None:
    LegalPageFactory(kind=LegalKind.PRIVACY, live=False)
    assert not read(client, "/").soup.select('footer a[data-element="privacy-policy-link"]')


def test_the_foot_says_who_we_are_and_how_to_reach_us(client: Client) -> None:
    Letterhead.objects.create(
        full_name="Comune di Fontalba",
        address="Piazza Grande 1",
        postcode="00000",
        phone="0000 1234",
        email="comune@fontalba.example",
        pec="comune@pec.fontalba.example",
        tax_code="00000000000",
        region_name="Regione Esempio",
        region_url="https://regione.example/",
    )
    InformationPageFactory(title="Chi siamo", slug="chi-siamo")
    page = read(client, "/")
    foot = page.soup.select_one("footer")
    for said in ("Comune di Fontalba", "Piazza Grande 1, 00000", "00000000000"):
        assert said in words(foot)
    links = page.links(foot)
    assert links["0000 1234"] == "tel:00001234"
    # A long address may be broken after its @ and before its dots.
    pec = foot.select_one('a[href="mailto:comune@pec.fontalba.example"]')
    assert pec.decode_contents() == "comune@<wbr/>pec<wbr/>.fontalba<wbr/>.example"
    assert links["Chi siamo"] == "/chi-siamo/"
    assert links["Luoghi"] == "/luoghi/"
    head = page.soup.select_one("header")
    assert page.links(head)["Regione Esempio"] == "https://regione.example/"
    assert head.select_one('[data-element="personal-area-login"]')["href"] == "/area-riservata/"


@pytest.mark.usefixtures("legal_pages")
def test_the_box_to_contact_us_has_the_four_ways_of_the_model_and_the_problems_in_town(
    client: Client,
) -> None:
    Letterhead.objects.create(phone="0000 1234", email="comune@fontalba.example")
    page = read(client, "/")
    box = page.soup.select_one(".v-contact")
    assert [words(heading) for heading in box.find_all("h2")] == ["Contatta il comune", "Problemi in città"]
    assert list(page.links(box).values()) == [
        "/pagina-faq/",
        "mailto:comune@fontalba.example",
        "tel:00001234",
        "/pagina-appointment-booking/",
        "/pagina-report-inefficiency/",
    ]


def test_the_way_back_goes_from_the_first_page_to_this_one(client: Client) -> None:
    section = SectionPageFactory(title="Casa", slug="casa")
    InformationPageFactory(title="Sfratti", slug="sfratti", parent=section)
    crumbs = read(client, "/aree/casa/sfratti/").soup.select("nav[aria-label] ol li")
    assert [words(crumb).strip("/ ") for crumb in crumbs] == [
        "Home",
        "Di che cosa ci occupiamo",
        "Casa",
        "Sfratti",
    ]
    assert not read(client, "/").main.select("nav ol li")


def test_a_page_offers_its_other_languages_and_says_them_to_search_engines(client: Client) -> None:
    page = InformationPageFactory(title="Chi siamo", slug="chi-siamo")
    english_home()
    twin = page.copy_for_translation(Locale.objects.get(language_code="en"))
    twin.title = "Who we are"
    twin.save_revision().publish()
    shown = read(client, "/chi-siamo/")
    links = {link["hreflang"]: link["href"] for link in shown.soup.select(".v-languages a")}
    assert links == {"it": "/chi-siamo/", "en": "/en/chi-siamo/"}
    alternates = {link["hreflang"]: link["href"] for link in shown.soup.select("link[rel=alternate]")}
    assert alternates["en"] == "http://testserver/en/chi-siamo/"
    assert read(client, "/en/chi-siamo/").heading == "Who we are"


def test_a_page_says_its_own_address_without_what_came_after_it(client: Client) -> None:
    InformationPageFactory(slug="chi-siamo")
    canonical = read(client, "/chi-siamo/?utm_source=mail").soup.select_one("link[rel=canonical]")
    assert canonical["href"] == "http://testserver/chi-siamo/"
