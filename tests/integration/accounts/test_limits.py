"""Trying too often: for one account from many addresses, from one address over many accounts."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.factories.accounts import PASSWORD, confirmed_person
from tests.support.factors import add_app, sign_in
from tests.support.html import Read
from vicinia.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return confirmed_person(email="anna@example.org")


def sign_in_from(address: str, email: str, password: str) -> Any:
    """Write an address and a password at the door, from a network address."""
    return Client(REMOTE_ADDR=address).post("/accedi/login/", {"login": email, "password": password})


def test_an_account_is_not_guessed_from_many_addresses(person: User) -> None:
    for number in range(5):
        assert sign_in_from(f"198.51.{number}.7", person.email, f"tentativo-{number}").status_code == 200
    answer = sign_in_from("203.0.113.9", person.email.upper(), PASSWORD)
    assert "aspetta cinque minuti" in answer.content.decode()
    # Only this account waits.
    other = confirmed_person()
    assert sign_in_from("203.0.113.9", other.email, PASSWORD).status_code == 302


def test_one_address_does_not_try_many_accounts(person: User) -> None:
    for number in range(30):
        sign_in_from("198.51.100.7", f"nome{number}@example.org", "tentativo")
    answer = sign_in_from("198.51.100.7", person.email, PASSWORD)
    assert "aspetta cinque minuti" in answer.content.decode()
    assert sign_in_from("203.0.113.9", person.email, PASSWORD).status_code == 302


def test_codes_of_the_app_are_not_guessed(person: User) -> None:
    add_app(person)
    for number in range(5):
        sign_in(person).post("/accedi/verifica/authenticate/", {"code": f"00000{number}"})
    answer = sign_in(person).post("/accedi/verifica/authenticate/", {"code": "000009"})
    assert "aspetta cinque minuti" in answer.content.decode()


@pytest.mark.parametrize("path", ["/accedi/login/code/", "/accedi/password/reset/"])
def test_a_mailbox_is_not_filled_with_codes_and_links(path: str) -> None:
    """The same for an address that has no account: the refusal tells nothing of it."""
    for address in ("anna@example.org", "nessuno@example.org"):
        answers = [
            Client(REMOTE_ADDR=f"198.51.{number}.7").post(path, {"email": address}) for number in range(5)
        ]
        assert [answer.status_code for answer in answers[:4]] == [302] * 4
        assert answers[4].status_code in {200, 429}


def test_the_refusal_is_a_page_of_ours_that_says_from_when(person: User) -> None:
    client = Client()
    for _number in range(20):
        client.post("/registrati/", {})
    answer = client.post("/registrati/", {})
    assert answer.status_code == 429
    assert answer["Retry-After"] == "300"
    page = Read(answer.content.decode())
    assert page.heading == "Troppi tentativi in poco tempo"
    assert "riprova dopo le" in page.text
