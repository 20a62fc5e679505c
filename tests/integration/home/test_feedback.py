"""How clear a page is: what the box asks, what is kept, what staff read of it."""

from __future__ import annotations

import csv
import io

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from tests.factories.pages import InformationPageFactory
from tests.support.editing import office
from tests.support.html import Read, read, words
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.home.feedback.models import PageRating
from vicinia.home.feedback.services import rate_page

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def reasons(client: Client, rating: int) -> list[str]:
    """What the second step offers to who gave this rating."""
    page = read(client, "/valutazione/", {"pagina": "/luoghi/", "voto": str(rating)})
    return [str(field["value"]) for field in page.main.select("input[name=reason]")]


def test_every_page_asks_how_clear_it_is_without_a_cookie(client: Client) -> None:
    InformationPageFactory(slug="chi-siamo")
    for path in ("/", "/chi-siamo/", "/luoghi/"):
        answer = client.get(path)
        assert not answer.cookies
        box = read(client, path).soup.select_one('[data-element="feedback"] form')
        assert box["action"] == "/valutazione/"
        assert box.select_one("input[name=pagina]")["value"] == path
        assert [field["value"] for field in box.select("input[name=voto]")] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("rating", [4, 5])
def test_a_good_rating_is_asked_what_went_well(client: Client, rating: int) -> None:
    assert reasons(client, rating) == ["clear", "complete", "right_way", "no_trouble", "other_good"]


@pytest.mark.parametrize("rating", [1, 2, 3])
def test_a_low_rating_is_asked_what_was_difficult(client: Client, rating: int) -> None:
    assert reasons(client, rating) == ["unclear", "incomplete", "lost", "trouble", "other_bad"]


def test_the_answer_is_kept_without_who_gave_it_and_the_reader_is_thanked(client: Client) -> None:
    address = "/valutazione/?pagina=/luoghi/&voto=2"
    answer = client.post(address, {"reason": "unclear", "comment": "Dov’è l’ingresso?"}, follow=True)
    assert answer.redirect_chain == [("/valutazione/?pagina=%2Fluoghi%2F&grazie=1", 302)]
    assert "Grazie" in answer.content.decode()
    rating = PageRating.objects.get()
    assert (rating.path, rating.rating, rating.reason) == ("/luoghi/", 2, "unclear")
    assert rating.comment == "Dov’è l’ingresso?"
    names = {field.name for field in PageRating._meta.get_fields()}
    assert names == {"id", "path", "rating", "reason", "comment", "given_on"}
    entry = AuditEntry.objects.get(action="home.page.rated")
    assert entry.actor is None
    assert "ingresso" not in str(entry.data)


def test_both_questions_may_be_left_empty(client: Client) -> None:
    assert client.post("/valutazione/?pagina=/&voto=5", {}).status_code == 302
    assert PageRating.objects.get().reason == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"reason": "unclear"}, "C’è una cosa da correggere"),
        ({"comment": "x" * 201}, "200"),
    ],
    ids=["a difficulty of a good page", "too long"],
)
def test_what_does_not_fit_is_not_kept(client: Client, data: dict[str, str], said: str) -> None:
    answer = client.post("/valutazione/?pagina=/luoghi/&voto=5", data)
    assert answer.status_code == 200
    assert said in Read(answer.content.decode()).text
    assert not PageRating.objects.exists()


@pytest.mark.parametrize(
    "query", ["", "?pagina=/luoghi/", "?pagina=/luoghi/&voto=6", "?pagina=https://altro.example/&voto=5"]
)
def test_who_arrives_without_a_rating_starts_from_the_first_step(client: Client, query: str) -> None:
    page = read(client, f"/valutazione/{query}")
    assert page.heading == "Valuta questa pagina"
    assert words(page.main.legend).startswith("Quanto sono chiare le informazioni su questa pagina?")
    assert len(page.main.select("input[name=voto]")) == 5
    kept = page.main.select_one("form[action='/valutazione/'] input[name=pagina]")["value"]
    assert kept == ("/luoghi/" if "/luoghi/" in query else "/")
    client.post(f"/valutazione/{query}", {"reason": "clear"})
    assert not PageRating.objects.exists()


@pytest.mark.parametrize("rating", [0, 6])
def test_the_database_refuses_what_is_no_rating(rating: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        rate_page(path="/", rating=rating)


def test_staff_read_a_report_the_pages_with_most_low_ratings_first() -> None:
    for path, given in (("/bene/", [5, 5, 4]), ("/male/", [1, 3, 5]), ("/peggio/", [1, 2, 2])):
        for rating in given:
            rate_page(
                path=path, rating=rating, reason="unclear" if rating < 4 else "clear", comment=f"{rating}"
            )
    editor = office(Role.EDITOR)
    page = read(editor, reverse("page_ratings"))
    rows = [
        [cell.get_text(strip=True) for cell in row.find_all("td")]
        for row in page.main.select("table")[-1].select("tbody tr")
    ]
    assert [row[:4] for row in rows] == [
        ["/peggio/", "3", "1,7", "3"],
        ["/male/", "3", "3,0", "2"],
        ["/bene/", "3", "4,7", "0"],
    ]
    detail = read(editor, reverse("page_ratings"), {"pagina": "/male/"})
    assert [words(each) for each in detail.main.select(".nice-padding li")] == [
        "A volte le indicazioni non erano chiare: 2",
        "Le indicazioni erano chiare: 1",
        "1",
        "3",
        "5",
    ]
    text = editor.get(reverse("page_ratings"), {"formato": "csv"}).content.decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert [row[:4] for row in table] == [
        ["Pagina", "Valutazioni", "Media", "Valutazioni basse (1-3)"],
        ["/peggio/", "3", "1,7", "3"],
        ["/male/", "3", "3,0", "2"],
        ["/bene/", "3", "4,7", "0"],
    ]


def test_the_report_tells_ratings_and_reasons_month_by_month() -> None:
    for rating, reason in ((1, "unclear"), (2, "unclear"), (2, "lost"), (5, "")):
        rate_page(path="/male/", rating=rating, reason=reason)
    rate_page(path="/bene/", rating=4)
    last_year = rate_page(path="/male/", rating=3)
    PageRating.objects.filter(pk=last_year.pk).update(given_on="2020-02-03")
    editor = office(Role.EDITOR)

    def told(query: dict[str, str]) -> list[list[str]]:
        table = read(editor, reverse("page_ratings"), query).main.select("table")[0]
        return [[words(cell) for cell in row.select("td")] for row in table.select("tbody tr")]

    now, then = told({})
    assert now == ["1", "2", "0", "1", "1", "2,8", "A volte le indicazioni non erano chiare (2)"]
    assert then == ["0", "0", "1", "0", "0", "3,0", ""]
    assert told({"pagina": "/male/"})[0][:6] == ["1", "2", "0", "0", "1", "2,5"]


def test_an_empty_report_says_where_the_ratings_come_from() -> None:
    page = read(office(Role.DIRECTOR), reverse("page_ratings"))
    assert "Nessuno ha ancora" in page.text


@pytest.mark.parametrize("role", [Role.CALLS_OFFICE, Role.EVALUATOR, Role.SCHOOLS_OFFICE, None])
def test_others_do_not_read_the_report(role: Role | None) -> None:
    rate_page(path="/male/", rating=1, comment="Non si capisce")
    answer = office(role).get(reverse("page_ratings"), {"pagina": "/male/"})
    assert answer.status_code in {302, 403}
    assert b"Non si capisce" not in answer.content
