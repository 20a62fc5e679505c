"""Signing in with a code that comes by mail."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests.factories.accounts import UserFactory, confirmed_person
from tests.support.factors import add_app
from tests.support.html import read

pytestmark = pytest.mark.django_db
CONFIRM = "/accedi/login/code/confirm/"


@pytest.fixture
def ask(django_capture_on_commit_callbacks: Any) -> Any:
    """Ask for a code; return the browser and the code of the mail."""

    def asked(email: str) -> tuple[Client, str]:
        client = Client()
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post("/accedi/login/code/", {"email": email})
        assert answer["Location"] == CONFIRM
        found = re.search(r"\b\d{3}-\d{3}-\d{3}\b", mail.outbox[-1].body)
        return client, found[0] if found else ""

    return asked


def test_the_code_of_the_mail_opens_the_account_once(ask: Any) -> None:
    confirmed_person(email="anna@example.org")
    assert read(Client(), "/accedi/login/").links()["Entra con un codice"] == "/accedi/login/code/"
    client, code = ask("ANNA@example.org")
    assert "anna@example.org" in read(client, CONFIRM).text.lower()
    assert client.post(CONFIRM, {"code": code.replace("-", " ")})["Location"] == "/area-riservata/"
    other, _newer = ask("anna@example.org")
    assert other.post(CONFIRM, {"code": code}).status_code == 200


def test_after_three_wrong_codes_another_one_must_be_asked(ask: Any) -> None:
    confirmed_person(email="anna@example.org")
    client, code = ask("anna@example.org")
    for _try in range(3):
        client.post(CONFIRM, {"code": "000-000-000"})
    assert client.post(CONFIRM, {"code": code})["Location"].startswith("/accedi/login/code/")
    assert client.get("/area-riservata/").status_code == 302


def test_the_code_proves_the_address_and_is_no_second_factor(ask: Any) -> None:
    person = UserFactory(email="anna@example.org")
    add_app(person)
    client, code = ask("anna@example.org")
    client.post(CONFIRM, {"code": code})
    assert client.get("/area-riservata/").status_code == 302
    assert read(client, "/accedi/verifica/authenticate/").heading == "Secondo passaggio"


def test_who_has_no_account_is_told_by_mail_alone(ask: Any) -> None:
    client, code = ask("nessuno@example.org")
    assert not code
    assert "Non c’è un account" in mail.outbox[-1].subject
    assert client.post(CONFIRM, {"code": "123-456-789"}).status_code == 200
