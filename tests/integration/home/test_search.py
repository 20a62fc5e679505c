"""What a reader finds by typing words, and what happens when there is nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction

from tests.factories.directory import ServicePageFactory
from tests.factories.documents import pdf_bytes, upload
from tests.factories.outreach import CampaignPageFactory, campaigns_index
from tests.factories.pages import InformationPageFactory, NewsPageFactory, english_home
from tests.factories.territory import PlaceFactory, TopicFactory
from tests.support.html import Read, read, words
from vicinia.core.search import Hit, RowsFound, Source, sources
from vicinia.home.search.queries import cleaned
from vicinia.territory.models import Topic

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

Made = Callable[..., Page]


@pytest.fixture
def indexed(django_capture_on_commit_callbacks: Any) -> Callable[[Callable[[], Page]], Page]:
    """Make a page as a running site does: its index entry is written after the commit."""

    def make(factory: Callable[[], Page]) -> Page:
        with django_capture_on_commit_callbacks(execute=True):
            return factory()

    return make


def found(client: Client, query: str, path: str = "/cerca/") -> Read:
    """The results of a search."""
    return read(client, path, {"q": query})


def titles(page: Read) -> dict[str, list[str]]:
    """What was found, by its kind."""
    found: dict[str, list[str]] = {}
    for item in page.main.select(".v-results__list li"):
        found.setdefault(words(item.select_one(".v-results__kind")), []).append(words(item.h3))
    return found


def test_pages_are_found_by_title_summary_and_text_and_grouped_by_kind(client: Client, indexed: Made) -> None:
    indexed(lambda: NewsPageFactory(title="Contributo affitto", slug="contributo", summary="Da lunedì."))
    indexed(lambda: InformationPageFactory(title="Casa", summary="Affitto e sfratti."))
    indexed(lambda: ServicePageFactory(title="Sportello", who_for="<p>Chi paga troppo affitto.</p>"))
    indexed(lambda: CampaignPageFactory(title="Screening"))
    page = found(client, "affitto")
    assert titles(page) == {
        "Notizie": ["Contributo affitto"],
        "Pagine": ["Casa"],
        "Servizi": ["Sportello"],
    }
    assert words(page.main.select_one('[role="status"]')) == "3 risultati per «affitto»"
    assert page.links()["Contributo affitto"] == "/notizie/contributo/"
    assert "Da lunedì." in page.text
    assert page.title.startswith("Ricerca: affitto")
    assert page.soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.main.select_one("input[name=q]")["value"] == "affitto"


def test_a_draft_is_not_found_and_an_unpublished_page_no_longer(client: Client, indexed: Made) -> None:
    indexed(lambda: InformationPageFactory(title="Affitto in bozza", live=False))
    page = indexed(lambda: InformationPageFactory(title="Affitto pubblicato"))
    assert titles(found(client, "affitto")) == {"Pagine": ["Affitto pubblicato"]}
    indexed(page.unpublish)
    assert titles(found(client, "affitto")) == {}


def test_what_only_some_may_read_is_not_found(client: Client, indexed: Made) -> None:
    page = indexed(lambda: InformationPageFactory(title="Affitto riservato"))
    indexed(lambda: InformationPageFactory(title="Affitto sotto", parent=Page.objects.get(pk=page.pk)))
    indexed(lambda: PageViewRestriction.objects.create(page=page, restriction_type="login"))
    assert titles(found(client, "affitto")) == {}


def test_each_language_finds_its_own_pages(client: Client, indexed: Made) -> None:
    english = english_home()
    indexed(lambda: InformationPageFactory(title="Sportello sociale"))
    indexed(lambda: InformationPageFactory(title="Sportello help desk", parent=english))
    assert titles(found(client, "sportello")) == {"Pagine": ["Sportello sociale"]}
    assert titles(found(client, "sportello", "/en/cerca/")) == {"Pages": ["Sportello help desk"]}


def test_pages_with_every_word_come_alone_and_with_some_words_when_none_has_all(
    client: Client, indexed: Made
) -> None:
    indexed(lambda: InformationPageFactory(title="Assistenza anziani"))
    indexed(lambda: InformationPageFactory(title="Assistenza domiciliare"))
    assert titles(found(client, "assistenza anziani")) == {"Pagine": ["Assistenza anziani"]}
    some = titles(found(client, "assistenza minori"))
    assert sorted(some["Pagine"]) == ["Assistenza anziani", "Assistenza domiciliare"]


def test_the_beginning_of_a_word_is_enough(client: Client, indexed: Made) -> None:
    indexed(lambda: InformationPageFactory(title="Affidamento familiare"))
    assert titles(found(client, "affida")) == {"Pagine": ["Affidamento familiare"]}


def test_a_word_spelt_wrong_shows_what_the_right_one_finds(client: Client, indexed: Made) -> None:
    indexed(lambda: InformationPageFactory(title="Contributo per l’affitto"))
    page = found(client, "afitto")
    assert titles(page) == {"Pagine": ["Contributo per l’affitto"]}
    assert "Nessun risultato per «afitto»: mostriamo quelli per «affitto»" in page.text
    assert titles(found(client, "contributi afitto")) == titles(page)


def test_singular_and_plural_find_each_other(client: Client, indexed: Made) -> None:
    indexed(lambda: InformationPageFactory(title="Contributi comunali"))
    indexed(lambda: InformationPageFactory(title="Grants", parent=english_home()))
    assert titles(found(client, "contributo comunale")) == {"Pagine": ["Contributi comunali"]}
    assert titles(found(client, "grant", "/en/cerca/")) == {"Pages": ["Grants"]}


def test_kind_and_topic_choose_among_the_results_and_stay_in_the_address(
    client: Client, indexed: Made
) -> None:
    housing = TopicFactory(name="Abitazione", slug="abitazione")
    indexed(lambda: NewsPageFactory(title="Affitto, cosa cambia", topics=[housing]))
    indexed(lambda: NewsPageFactory(title="Affitto, altro"))
    for number in range(21):
        indexed(lambda: InformationPageFactory(title=f"Affitto {number}"))  # noqa: B023
    page = found(client, "affitto")
    assert len(page.main.select(".v-results__list li")) == 20
    links = page.links()
    assert links["Notizie (2)"] == "/cerca/?q=affitto&tipo=notizie"
    assert links["Abitazione"] == "/cerca/?q=affitto&argomento=abitazione"
    assert {"Tutto (23)", "Pagine (21)"} <= set(links)
    second = read(client, "/cerca/", {"q": "affitto", "tipo": "pagine", "pagina": "2"})
    assert [len(found) for found in titles(second).values()] == [1]
    about = read(client, "/cerca/", {"q": "affitto", "tipo": "notizie", "argomento": "abitazione"})
    assert titles(about) == {"Notizie": ["Affitto, cosa cambia"]}
    nothing = read(client, "/cerca/", {"q": "screening", "argomento": "abitazione"})
    assert "Nessun risultato per «screening» su Abitazione" in nothing.headings()
    assert nothing.links()["Cerca in tutti gli argomenti"] == "/cerca/?q=screening"


def test_a_document_is_found_while_a_page_that_anybody_may_read_offers_it(
    client: Client, indexed: Made
) -> None:
    make = get_document_model().objects.create
    document = indexed(lambda: make(title="Modulo per il contributo", file=upload(pdf_bytes())))
    page = indexed(lambda: InformationPageFactory(title="Casa", body=[("document", document)], live=False))
    assert titles(found(client, "modulo")) == {}
    indexed(lambda: page.save_revision().publish())
    assert titles(found(client, "modulo")) == {"Documenti": ["Modulo per il contributo"]}
    indexed(lambda: PageViewRestriction.objects.create(page=page, restriction_type="login"))
    assert titles(found(client, "modulo")) == {}


def test_places_and_topics_are_found_but_no_place_by_its_address(client: Client) -> None:
    PlaceFactory(name="Casa di quartiere", street="Via dei Tigli, 4")
    TopicFactory(name="Casa")
    assert titles(found(client, "casa")) == {"Argomenti": ["Casa"], "Luoghi": ["Casa di quartiere"]}
    assert titles(found(client, "tigli")) == {}


def test_the_titles_that_begin_so_are_proposed_while_one_types(client: Client, indexed: Made) -> None:
    indexed(lambda: InformationPageFactory(title="Affidamento familiare"))
    indexed(lambda: InformationPageFactory(title="Affidamento in bozza", live=False))
    assert client.get("/cerca/suggerimenti/", {"q": "famil affida"}).json() == []
    assert client.get("/cerca/suggerimenti/", {"q": "familiare affida"}).json() == ["Affidamento familiare"]
    assert client.get("/cerca/suggerimenti/", {"q": "af\x00"}).json() == []


def test_where_to_start_is_said_without_words_and_without_results(client: Client, indexed: Made) -> None:
    index = campaigns_index()
    index.show_in_menus = True
    indexed(lambda: index.save_revision().publish())
    for query in ("", "   ", "parolachenonce"):
        page = found(client, query)
        assert page.links(page.main.select_one("nav[aria-labelledby=start]")) == {"Campagne": "/campagne/"}
    assert "Nessun risultato" not in found(client, "").text


@pytest.mark.parametrize(
    "text", ["' OR 1=1 --", "a & | ! ( ) : *", "%_\\", "<script>alert(1)</script>", "\x00affitto", "é" * 5000]
)
def test_whatever_is_typed_is_only_words(client: Client, indexed: Made, text: str) -> None:
    indexed(lambda: InformationPageFactory(title="Casa"))
    page = found(client, text)
    assert not page.main.find_all("script")
    assert titles(page) == {}


def test_a_search_is_cut_to_ten_words_of_a_hundred_characters() -> None:
    assert cleaned("uno, due! tre?") == "uno due tre"
    assert cleaned(" ".join(str(number) for number in range(50))) == "0 1 2 3 4 5 6 7 8 9"
    assert len(cleaned("parola" * 100)) == 100


def test_what_is_no_page_is_added_by_its_app(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Topic.objects.filter(pk=TopicFactory(name="Anna").pk)
    source = Source("Persone", lambda _words: RowsFound(rows, lambda _: [Hit("Persone", "Anna", "/anna/")]))
    monkeypatch.setattr(sources, "_items", {"people": (1, source)})
    assert titles(found(client, "anna"))["Persone"] == ["Anna"]
