"""Who asks cannot tell which addresses have an account: not by the words, not by the work done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.accounts import confirmed_person
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.mail.tasks import deliver

pytestmark = pytest.mark.django_db
LOOK_UPS = 2
KNOWN, UNKNOWN = "anna@example.org", "nessuno@example.org"


@dataclass(frozen=True)
class Work:
    """What an answer said and cost."""

    status: int
    location: str
    text: str
    queries: int
    hashes: int
    mails: int


@pytest.fixture
def work_of(monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any) -> Callable[..., Work]:
    """Send a form and count: queries, passwords hashed, mails handed to the worker."""
    hashes: list[str] = []
    queued: list[Any] = []
    encode = MD5PasswordHasher.encode

    def counting(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashes.append(salt)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)

    def enqueue(task: Any, *arguments: Any, **_named: Any) -> None:
        if task.func is deliver.func:
            queued.append(arguments)

    monkeypatch.setattr(type(deliver), "enqueue", enqueue)

    def send(path: str, data: dict[str, str]) -> Work:
        hashes.clear()
        queued.clear()
        client = Client()
        client.get(path)
        with CaptureQueriesContext(connection) as queries, django_capture_on_commit_callbacks(execute=True):
            answer = client.post(path, data)
        assert not mail.outbox, "nothing is sent while the person waits"
        text = answer.content.decode().replace(data.get("login") or data["email"], "")
        return Work(
            answer.status_code,
            answer.headers.get("Location", ""),
            _without_tokens(text),
            len(queries),
            len(hashes),
            len(queued),
        )

    return send


def _without_tokens(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if "csrfmiddlewaretoken" not in line)


def with_spid_alone(email: str) -> User:
    """A person who has no password."""
    user = confirmed_person(email=email)
    user.set_unusable_password()
    user.save()
    return user


@pytest.mark.parametrize(
    ("path", "data", "mails"),
    [
        ("/accedi/login/", {"login": "", "password": "sbagliata-del-tutto"}, 0),
        ("/accedi/login/code/", {"email": ""}, 1),
        ("/accedi/password/reset/", {"email": ""}, 1),
    ],
    ids=["password", "code", "reset"],
)
@pytest.mark.parametrize(
    "make",
    [
        confirmed_person,
        with_spid_alone,
        partial(confirmed_person, is_active=False),
        partial(confirmed_person, role=Role.ADMINISTRATOR),
    ],
    ids=["person", "spid alone", "closed", "office"],
)
def test_known_and_unknown_addresses_get_the_same_answer_for_the_same_work(
    work_of: Callable[..., Work],
    make: Callable[..., User],
    path: str,
    data: dict[str, str],
    mails: int,
) -> None:
    make(email=KNOWN)
    field = next(iter(data))
    # Once before: what a process learns at its first answer is not counted.
    work_of(path, {**data, field: "prima@example.org"})
    known, unknown = (work_of(path, {**data, field: address}) for address in (KNOWN, UNKNOWN))
    assert replace(known, queries=0) == replace(unknown, queries=0)
    assert known.mails == mails
    # allauth looks an address up in one table or two: less than a hundredth of what a password's hash takes.
    assert abs(known.queries - unknown.queries) <= LOOK_UPS


def test_signing_up_with_a_known_address_costs_the_same_hash_and_mail(work_of: Callable[..., Work]) -> None:
    confirmed_person(email=KNOWN)
    person = {
        "first_name": "Anna",
        "last_name": "B",
        "password1": "una-lunga-parola",
        "password2": "una-lunga-parola",
    }
    known, unknown = (work_of("/registrati/", {**person, "email": address}) for address in (KNOWN, UNKNOWN))
    assert (known.status, known.location, known.hashes, known.mails) == (
        unknown.status,
        unknown.location,
        unknown.hashes,
        unknown.mails,
    )
    assert known.hashes == 1
