"""News: the list, one item, what an editor may not forget."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.pages import NewsPageFactory, news_index
from tests.factories.pictures import make_picture
from tests.factories.territory import TopicFactory, UnitFactory
from tests.support.editing import UNCLOSED, add_page, errors, office, rich_text, streamfield
from tests.support.html import read
from vicinia.accounts.roles import Role
from vicinia.home.news.models import NewsKind, NewsPage

pytestmark = pytest.mark.django_db


def about(page: NewsPage, slug: str) -> None:
    """Give the news item a topic."""
    page.topics.set([TopicFactory(name=slug.capitalize(), slug=slug)])
    page.save()


@pytest.mark.parametrize(
    ("query", "titles"),
    [("", ["Oggi", "Ieri", "Un mese fa"]), ("?argomento=casa", ["Ieri"]), ("?argomento=inventato", [])],
)
def test_the_latest_news_come_first_and_can_be_filtered_by_topic(
    client: Client, query: str, titles: list[str]
) -> None:
    today = timezone.localdate()
    NewsPageFactory(title="Un mese fa", published_on=today - timedelta(days=30))
    NewsPageFactory(title="Oggi")
    about(NewsPageFactory(title="Ieri", published_on=today - timedelta(days=1)), "casa")
    NewsPageFactory(title="Bozza", live=False)
    assert read(client, f"/notizie/{query}").cards() == titles


def test_only_topics_that_have_news_are_offered(client: Client) -> None:
    TopicFactory(name="Vuoto", slug="vuoto")
    about(NewsPageFactory(), "casa")
    assert read(client, "/notizie/?argomento=casa").filters("Argomento") == {
        "Tutti gli argomenti": "/notizie/",
        "Casa*": "/notizie/?argomento=casa",
    }


def test_an_empty_list_of_news_says_what_would_be_here(client: Client) -> None:
    news_index()
    page = read(client, "/notizie/")
    assert "Per ora nessuna notizia" in page.headings()
    assert "Qui raccontiamo che cosa cambia" in page.text


def test_a_news_item_says_its_kind_its_day_and_who_tells_it(client: Client) -> None:
    page = NewsPageFactory(
        title="Riaprono le domande",
        slug="riaprono",
        kind=NewsKind.PRESS,
        published_on=date(2026, 3, 3),
        unit=UnitFactory(name="Ufficio casa"),
        body=[("text", "<p>Da lunedì.</p>")],
    )
    about(page, "casa")
    shown = read(client, "/notizie/riaprono/")
    assert shown.element("news-title") == "Riaprono le domande"
    assert shown.element("news-description") == "Una frase che la descrive."
    assert shown.element("topic-element") == "Casa"
    for said in ("Comunicato", "martedì 3 marzo 2026", "Da lunedì.", "Ufficio casa", "0000 654321"):
        assert said in shown.text


def typed(**changes: Any) -> dict[str, Any]:
    """What the editor types in the form of a news item."""
    return {
        "title": "Riaprono le domande",
        "slug": "riaprono",
        "summary": "Da lunedì.",
        "kind": "news",
        "published_on": "03/03/2026",
        "unit": UnitFactory().pk,
        "body": streamfield([("text", rich_text("<p>Da lunedì.</p>"))]),
        **changes,
    }


def test_news_go_out_at_once(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    index = news_index()
    assert read(client, "/notizie/").cards() == []
    with django_capture_on_commit_callbacks(execute=True):
        answer = add_page(office(Role.EDITOR), index, NewsPage, **typed())
    assert answer.status_code == 302, errors(answer)
    assert read(client, "/notizie/").cards() == ["Riaprono le domande"]


@pytest.mark.filterwarnings(UNCLOSED)
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"image": "picture"}, "Scrivi che cosa mostra l’immagine: c’è chi non la vede."),
        ({"unit": ""}, "Questo campo è obbligatorio"),
        ({"published_on": "31/02/2026"}, "Inserisci una data valida"),
    ],
    ids=["a picture without words", "told by nobody", "a day that is not"],
)
def test_what_a_news_item_lacks_is_said_in_italian(changes: dict[str, Any], said: str) -> None:
    if changes.get("image"):
        changes = {"image": make_picture().pk}
    answer = add_page(office(Role.EDITOR), news_index(), NewsPage, **typed(**changes))
    assert said in errors(answer)
    assert not NewsPage.objects.exists()


@pytest.mark.parametrize("role", [Role.CALLS_OFFICE, Role.SCHOOLS_OFFICE, Role.EVALUATOR, None])
def test_others_do_not_write_news(role: Role | None) -> None:
    assert add_page(office(role), news_index(), NewsPage, **typed()).status_code in {302, 403}
    assert not NewsPage.objects.exists()
