"""Passkeys on the server's side; a real one is used by the browser's journey."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from tests.factories.accounts import PASSWORD, confirmed_person
from tests.support.factors import add_app, code_of, sign_in
from tests.support.html import read
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db
PASSKEYS = "/accedi/verifica/webauthn/"


def add_passkey(user: User, name: str = "Telefono") -> Authenticator:
    """A passkey as it is kept; what it would answer no test here asks."""
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": name, "credential": {}}
    )


def inside(user: User) -> Client:
    """The person past both steps, who has just confirmed that it is them."""
    secret = add_app(user)
    client = sign_in(user)
    client.post("/accedi/verifica/authenticate/", {"code": code_of(secret)})
    client.post("/accedi/reauthenticate/?next=/", {"password": PASSWORD})
    return client


@pytest.mark.parametrize(
    "sent", ["", "non json", "[]", "{}", '"x"', '{"response": {"userHandle": "AAAA"}}', "null"]
)
def test_what_is_no_passkey_opens_nothing(sent: str) -> None:
    client = Client()
    client.get(f"{PASSKEYS}login/", headers={"accept": "application/json"})
    answer = client.post(f"{PASSKEYS}login/", {"credential": sent})
    assert answer["Location"] == "/accedi/login/"
    assert client.get("/area-riservata/").status_code == 302


def test_a_passkey_is_renamed_and_removed_and_the_removal_is_told(
    django_capture_on_commit_callbacks: Any,
) -> None:
    person = confirmed_person(email="anna@example.org")
    client, passkey = inside(person), add_passkey(person)
    address = f"{PASSKEYS}keys/{passkey.pk}/"
    client.post(f"{address}edit/", {"name": "x" * 61})
    client.post(f"{address}edit/", {"name": "Computer dell’ufficio"})
    assert "Computer dell’ufficio" in read(client, "/area-riservata/sicurezza/").text
    assert "Vuoi togliere «Computer dell’ufficio»?" in read(client, f"{address}remove/").heading
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{address}remove/")
    assert "Telefono" not in read(client, "/area-riservata/sicurezza/").text
    assert [message.subject for message in mail.outbox] == ["Passkey tolta"]


def test_the_passkey_of_another_person_is_not_there() -> None:
    passkey = add_passkey(confirmed_person())
    client = inside(confirmed_person())
    for action in ("edit", "remove"):
        assert client.post(f"{PASSKEYS}keys/{passkey.pk}/{action}/", {"name": "mia"}).status_code == 404
    passkey.refresh_from_db()
    assert passkey.data["name"] == "Telefono"


def test_the_last_passkey_of_who_needs_a_second_factor_stays(settings: Any) -> None:
    settings.STAFF_SECOND_FACTOR = True
    editor = confirmed_person(role=Role.EDITOR)
    client, passkey = inside(editor), add_passkey(editor)
    Authenticator.objects.filter(user=editor, type=Authenticator.Type.TOTP).delete()
    answer = client.post(f"{PASSKEYS}keys/{passkey.pk}/remove/", follow=True)
    assert "Il tuo ruolo chiede un secondo passaggio" in answer.content.decode()
    assert Authenticator.objects.filter(pk=passkey.pk).exists()
