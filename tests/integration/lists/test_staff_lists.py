"""A list of the staff's admin asks the same for ten rows and for a thousand, and shows a page of them."""

from __future__ import annotations

import re

import pytest

from tests.integration.lists.conftest import FEW, MANY, Ask, assert_same_queries

LISTS = [
    "/cms/bandi/",
    "/cms/domande/",
    "/cms/enti/",
    "/cms/enti/duplicates/",
    "/cms/accordi/",
    "/cms/accordi/?money=left&standing=running",
    "/cms/documenti-enti/",
    "/cms/documenti-enti/approve-several/",
    "/cms/importazioni/",
    "/cms/scuole/",
    "/cms/persone-scuole/",
    "/cms/continuita-scuole/",
    "/cms/referenti-scuole/",
    "/cms/progetti-scuole/",
    "/cms/progetti-scuole/edizioni/",
    "/cms/progetti-scuole/adesioni/",
    "/cms/progetti-scuole/attestati/",
    "/cms/newsletter/numeri/",
    "/cms/newsletter/argomenti/",
    "/cms/newsletter/iscritti/",
    "/cms/snippets/campaigns/campaign/",
    "/cms/snippets/campaigns/event/",
    "/cms/snippets/directory/service/",
    "/cms/snippets/territory/place/",
    "/cms/snippets/territory/unit/",
    "/cms/partecipazione/",
    "/cms/snippets/choose/campaigns/campaign/",
    "/cms/valutazioni/",
    "/cms/registro-operazioni/",
    "/cms/accessi-ai-dati/",
    "/cms/richieste-cancellazione/",
    "/cms/",
]
# What a list shows at most on a page, plus what stands around it.
MOST_LINKS = 200


@pytest.mark.parametrize("path", LISTS)
def test_a_list_of_the_office_asks_the_same_with_a_thousand_rows(ask: Ask, path: str) -> None:
    few, many = (ask(path, rows=rows, as_staff=True) for rows in (FEW, MANY))
    assert_same_queries(few, many)
    assert len(few.queries) <= 50
    assert many.links <= MOST_LINKS


@pytest.mark.parametrize(
    "path", ["/cms/valutazioni/", "/cms/bandi/", "/cms/enti/", "/cms/registro-operazioni/"]
)
def test_the_second_page_of_a_list_of_the_office_holds_other_rows(ask: Ask, path: str) -> None:
    first, second = (names(ask(f"{path}?p={page}", rows=MANY, as_staff=True).html) for page in (1, 2))
    assert first
    assert second
    assert not first & second


def names(html: str) -> set[str]:
    """What the rows of a list are called."""
    return set(re.findall(r"(?:Bando|Associazione|Riga) \d+|/pagina-\d+/", html))
