"""The page of a school project: places left as a number and a bar, for whom, when, the way to sign up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.projects.catalogue.models import Edition
from campaigns.projects.catalogue.pages import SchoolProjectPage, SchoolProjectsIndexPage
from tests.factories.pages import list_page
from tests.factories.projects import enrol, make_edition, make_school, make_teacher
from tests.support.html import Read, read, words

pytestmark = pytest.mark.django_db


def page_of(client: Client, edition: Edition) -> Read:
    """Publish the project's page and open it."""
    index = list_page(SchoolProjectsIndexPage, "progetti-scuole", "Progetti")
    page = SchoolProjectPage(title="Città senza gradini", slug="citta", project=edition.project)
    index.add_child(instance=page)
    page.save_revision().publish()
    return read(client, page.url)


def facts(page: Read) -> dict[str, str]:
    return {words(row.dt): words(row.dd) for row in page.main.select("aside .v-facts__row")}


def test_places_left_are_a_number_and_a_bar(client: Client) -> None:
    school = make_school()
    edition = make_edition(places=4, first_meeting=date(2027, 1, 19))
    enrol(edition, school, "1A", by=make_teacher(school))
    page = page_of(client, edition)
    places = page.main.select_one("section[aria-labelledby=places]")
    assert words(places.h2) == "Sono rimasti 3 posti per le classi"
    assert places.progress["value"] == "25"
    assert words(places.select_one(".v-progress__label")) == "1 posto assegnato su 4"
    assert [words(chip) for chip in page.main.select("section[aria-labelledby=for-whom] .v-chip")] == [
        "Primaria, anni da 1 a 5"
    ]
    assert facts(page)["Primo incontro"] == "martedì 19 gennaio 2027"
    assert facts(page)["Costo"] == "Gratuito"


@pytest.mark.parametrize(
    ("opens", "closes", "said", "action"),
    [
        (-1, 9, "Iscrizioni aperte Fino a", "Iscrivi una classe"),
        (2, 9, "Iscrizioni non ancora aperte Si aprono", ""),
        (-9, -1, "Iscrizioni chiuse Da", ""),
    ],
)
def test_the_ribbon_says_the_exact_instant_and_the_action_is_there_only_when_it_works(
    client: Client, opens: int, closes: int, said: str, action: str
) -> None:
    now = timezone.now()
    edition = make_edition(opens_at=now + timedelta(days=opens), closes_at=now + timedelta(days=closes))
    page = page_of(client, edition)
    ribbon = words(page.main.select_one(".v-ribbon"))
    assert ribbon.startswith(said)
    turning: Any = edition.opens_at if opens > 0 else edition.closes_at
    assert f"{timezone.localtime(turning):%Y, ore %H:%M}" in ribbon
    found = {words(link) for link in page.main.select("a[href*='/adesioni/iscrivi/']")}
    assert found == ({action} if action else set())


def test_without_places_one_joins_the_line(client: Client) -> None:
    school = make_school()
    edition = make_edition(places=1)
    teacher = make_teacher(school)
    for label in ("1A", "2A"):
        enrol(edition, school, label, by=teacher)
    page = page_of(client, edition)
    assert words(page.main.select_one("#places")) == "Posti esauriti: 1 classe in attesa"
    assert {words(link) for link in page.main.select("a[href*='/adesioni/iscrivi/']")} == {
        "Mettiti in lista d’attesa"
    }
