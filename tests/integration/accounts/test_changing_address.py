"""Changing the e-mail address: the old one is told, the new one confirms."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests.factories.accounts import PASSWORD, UserFactory, confirmed_person
from tests.support.factors import add_app, code_of, sign_in
from tests.support.html import read
from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
ADDRESS = "/accedi/email/"


@pytest.fixture
def person() -> User:
    return confirmed_person(email="anna@example.org")


def inside(person: User) -> Client:
    """With a second factor, as somebody of the office."""
    secret = add_app(person)
    client = sign_in(person)
    client.post("/accedi/verifica/authenticate/", {"code": code_of(secret)})
    client.post(f"/accedi/reauthenticate/?next={ADDRESS}", {"password": PASSWORD})
    return client


def ask(client: Client, commit: Any, address: str) -> None:
    with commit(execute=True):
        client.post(ADDRESS, {"action_add": "", "email": address})


def test_the_address_changes_when_the_new_one_confirms_and_both_are_told(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    client = inside(person)
    ask(client, django_capture_on_commit_callbacks, "nuova@example.org")
    told = {message.to[0]: message for message in mail.outbox}
    assert told["anna@example.org"].subject == "Qualcuno chiede di cambiare il tuo indirizzo e-mail"
    person.refresh_from_db()
    assert person.email == "anna@example.org"
    assert "nuova@example.org" in read(client, "/area-riservata/sicurezza/").text
    link = re.search(r"https?://[^/\s]+(/accedi/confirm-email/\S+)", told["nuova@example.org"].body)
    assert link
    with django_capture_on_commit_callbacks(execute=True):
        client.post(link[1])
    person.refresh_from_db()
    assert person.email == "nuova@example.org"
    last = mail.outbox[-1]
    assert (last.to, last.subject) == (["anna@example.org"], "Il tuo indirizzo e-mail è stato cambiato")
    assert AuditEntry.objects.filter(action="accounts.user.email_changed").count() == 1


def test_the_change_can_be_taken_back(person: User, django_capture_on_commit_callbacks: Any) -> None:
    client = inside(person)
    ask(client, django_capture_on_commit_callbacks, "nuova@example.org")
    client.post(ADDRESS, {"action_remove": "", "email": "nuova@example.org"})
    assert "nuova@example.org" not in read(client, "/area-riservata/sicurezza/").text


def test_an_address_of_another_account_is_not_told_apart(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    other = UserFactory(email="altra@example.org")
    client = inside(person)
    ask(client, django_capture_on_commit_callbacks, other.email)
    person.refresh_from_db()
    assert person.email == "anna@example.org"
    # Only who reads that mailbox learns that it has an account.
    assert {message.to[0] for message in mail.outbox} == {"altra@example.org", "anna@example.org"}
