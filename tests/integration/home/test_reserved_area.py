"""The first screen of the reserved area: what to do, then what one has, then how to start."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.factories.accounts import UserFactory
from tests.factories.calls import association, draft_application, representative
from tests.factories.projects import make_school, make_teacher
from tests.support.html import Read, read, words
from vicinia.accounts.erasure.services import ask_erasure
from vicinia.core.reserved_area import Task
from vicinia.home.reserved.screens import deadline_words

pytestmark = pytest.mark.django_db


def headings(page: Read) -> list[str]:
    return page.headings(2)


def test_who_has_nothing_yet_is_told_how_to_start(client: Client) -> None:
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    page = read(client, "/area-riservata/")
    assert headings(page) == ["Cosa c’è da fare", "I tuoi enti", "Le tue scuole", "Sicurezza dell’accesso"]
    assert "Per ora niente" in page.text
    actions = page.links(page.main)
    assert actions["Registra un ente"] == "/area-riservata/enti/nuovo/"
    assert "Trova la tua scuola" in actions


def test_a_teacher_finds_schools_and_classes_before_what_is_for_others(client: Client) -> None:
    teacher = make_teacher(make_school())
    client.force_login(teacher, backend="django.contrib.auth.backends.ModelBackend")
    assert headings(read(client, "/area-riservata/")) == [
        "Cosa c’è da fare",
        "Le tue scuole",
        "I tuoi enti",
        "Le tue adesioni",
        "Sicurezza dell’accesso",
    ]


def test_what_has_a_deadline_comes_first_with_one_button(client: Client) -> None:
    body = association()
    application = draft_application(organisation=body)
    client.force_login(representative(body), backend="django.contrib.auth.backends.ModelBackend")
    page = read(client, "/area-riservata/")
    task = page.main.select(".v-task")[0]
    assert application.call.title in words(task)
    assert [words(link) for link in task.select("a")] == ["Continua"]
    assert "ore" in words(task.select_one(".v-task__deadline"))


def test_who_asked_to_be_deleted_may_change_their_mind_from_the_first_page(client: Client) -> None:
    person = UserFactory()
    ask_erasure(user=person, by=person)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    task = read(client, "/area-riservata/").main.select(".v-task")[0]
    assert "puoi ripensarci" in words(task)
    assert [link["href"] for link in task.select("a")] == ["/area-riservata/i-miei-dati/cancellazione/"]


@pytest.mark.parametrize(("year", "said"), [(2020, "il termine era"), (2999, "entro")])
def test_a_term_that_is_past_is_not_said_to_come(year: int, said: str) -> None:
    task = Task("", "", "", deadline=datetime(year, 3, 2, 11, 0, tzinfo=UTC))
    assert deadline_words(task).startswith(said)


@pytest.mark.parametrize("path", ["domande/", "adesioni/", "enti/nuovo/", "scuole/"])
def test_every_screen_leads_back_to_the_reserved_area_and_home(client: Client, path: str) -> None:
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    crumbs = read(client, f"/area-riservata/{path}").soup.select(".breadcrumb a")
    assert [crumb["href"] for crumb in crumbs][:2] == ["/", "/area-riservata/"]
