"""A list that a reader opens costs the same for ten rows and for a thousand, and is read a page at a time."""

from __future__ import annotations

from functools import partial

import pytest

from tests.integration.lists.conftest import FEW, MANY, Ask, assert_same_queries
from vicinia.core.pages.listing import PER_PAGE

# Each database searches in a way of its own; all else asks both the same.
_searched = partial(pytest.param, marks=pytest.mark.sqlite)

# Address and the most links that the page may have of its own: cards, filters, numbers of pages.
LISTS = [
    ("/", 40),
    ("/aree/", 30),
    ("/campagne/", 30),
    ("/campagne/?stato=in-corso&argomento=argomento", 30),
    ("/eventi/?argomento=argomento", 30),
    ("/servizi/?bisogno=bisogno&area=area", 30),
    ("/notizie/", 30),
    ("/bandi/", 30),
    ("/progetti-scuole/?ordine=primaria&argomento=argomento", 30),
    ("/emergenze/", 30),
    ("/luoghi/", 30),
    ("/associazioni/", 50),
    ("/associazioni/?bisogno=bisogno&eta=adulti&quartiere=area&q=associazione", 50),
    ("/associazioni/dati.csv", 0),
    ("/associazioni/volontari/", 30),
    ("/associazioni/dati.json", 0),
    ("/argomenti/", 20),
    # Six of each of six kinds.
    ("/argomenti/argomento/", 50),
    ("/numeri/", 10),
    _searched("/cerca/?q=servizio", 30),
    _searched("/cerca/?q=sevizio", 30),
    # Two dozen of each of ten lists.
    ("/mappa-del-sito/", 250),
]


@pytest.mark.parametrize(("path", "most_links"), LISTS)
def test_a_list_asks_the_same_and_stays_short_with_a_thousand_rows(
    ask: Ask, path: str, most_links: int
) -> None:
    few, many = ask(path, rows=FEW), ask(path, rows=MANY)
    assert_same_queries(few, many)
    assert many.links <= most_links


def test_the_page_of_an_area_with_a_thousand_pages_and_services_stays_short(ask: Ask) -> None:
    paths = {rows: ask("/aree/", rows=rows).html.split('v-card__title"><a href="')[1] for rows in (FEW, MANY)}
    few, many = (ask(html[: html.index('"')], rows=rows) for rows, html in paths.items())
    assert_same_queries(few, many)
    assert len(many.titles()) == 2 * PER_PAGE + 6
    assert "/servizi/?area=area" in many.html


def test_search_engines_find_every_page_with_the_same_queries(ask: Ask) -> None:
    few, many = ask("/sitemap.xml", rows=FEW), ask("/sitemap.xml", rows=MANY)
    assert_same_queries(few, many)
    lists = 10
    assert many.html.count("<url>") - few.html.count("<url>") == lists * (MANY - FEW)


FILTERED = [
    ("/campagne/?stato=in-corso&argomento=argomento", "/campagne/?stato=in-corso&amp;argomento=argomento"),
    ("/eventi/?argomento=argomento", "/eventi/?argomento=argomento"),
    ("/servizi/?bisogno=bisogno&area=area", "/servizi/?bisogno=bisogno&amp;area=area"),
    ("/associazioni/?bisogno=bisogno&eta=adulti", "/associazioni/?bisogno=bisogno&amp;eta=adulti"),
    ("/bandi/?stato=aperti", "/bandi/?stato=aperti"),
    ("/progetti-scuole/?ordine=primaria", "/progetti-scuole/?ordine=primaria"),
]


@pytest.mark.parametrize(("path", "written"), FILTERED)
def test_the_next_page_of_a_list_keeps_the_filters_and_shows_others(
    ask: Ask, path: str, written: str
) -> None:
    first = ask(path, rows=MANY)
    assert f'rel="next" href="{written}&amp;pagina=2"' in first.html
    second = ask(f"{path}&pagina=2", rows=MANY)
    assert len(first.titles()) == len(second.titles()) == PER_PAGE
    assert not set(first.titles()) & set(second.titles())
    assert f'rel="prev" href="{written}"' in second.html


@pytest.mark.parametrize("path", ["/notizie/", "/luoghi/", "/aree/", "/emergenze/"])
def test_the_last_page_shows_what_is_left_and_a_number_out_of_range_leads_to_it(ask: Ask, path: str) -> None:
    pages, left = divmod(MANY, PER_PAGE)
    last = ask(f"{path}?pagina={pages + 1}", rows=MANY)
    assert len(last.titles()) == left
    assert 'rel="next"' not in last.html
    assert ask(f"{path}?pagina=999", rows=MANY).titles() == last.titles()


def test_emergencies_going_on_come_before_all_the_others(ask: Ask) -> None:
    first, last = ask("/emergenze/", rows=MANY), ask("/emergenze/?pagina=84", rows=MANY)
    assert ">In corso</h2>" in first.html
    assert "In passato" not in first.html
    assert "In passato" in last.html
    # Something is going on, though not on this page.
    assert "Nessuna emergenza" not in last.html
