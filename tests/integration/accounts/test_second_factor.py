"""The app with codes and the recovery codes: setting up, signing in, losing the telephone."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from tests.factories.accounts import confirmed_person
from tests.support.factors import add_app, code_of, recovery_codes_of, sign_in
from tests.support.html import Read, read
from vicinia.accounts.models import User
from vicinia.accounts.sealing import Unreadable, seal, unseal
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return confirmed_person(email="anna@example.org")


def second_step(client: Client, code: str) -> Any:
    """Write a code at the second step of signing in."""
    return client.post("/accedi/verifica/authenticate/", {"code": code})


def is_inside(client: Client) -> bool:
    return bool(client.get("/area-riservata/").status_code == 200)


def test_a_person_sets_the_app_up_and_gets_the_recovery_codes_once(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    client = sign_in(person)
    assert "Non impostata" in read(client, "/area-riservata/sicurezza/").text
    # Delicate: the password once more, although one has just signed in.
    page = Read(client.get("/accedi/verifica/totp/activate/", follow=True).content.decode())
    assert page.heading == "Conferma che sei tu"
    client.post(
        "/accedi/reauthenticate/?next=/accedi/verifica/totp/activate/", {"password": "a-long-enough-password"}
    )
    page = read(client, "/accedi/verifica/totp/activate/")
    assert page.main.select_one("img")["src"].startswith("data:image/svg+xml")
    secret = page.main.select_one("code").get_text()
    with django_capture_on_commit_callbacks(execute=True):
        wrong = client.post("/accedi/verifica/totp/activate/", {"code": "000000"})
        assert "non è quello giusto" in wrong.content.decode()
        done = client.post("/accedi/verifica/totp/activate/", {"code": code_of(secret)})
    codes = read(client, done["Location"])
    assert len(codes.main.select("li code")) == 10
    link = codes.main.select_one("a[download]")
    assert link["href"].count("%0A") == 10
    # Shown once, and never to a screen left open.
    assert not read(client, done["Location"]).main.select("li code")
    assert [message.subject for message in mail.outbox] == ["App di verifica aggiunta"]
    assert mail.outbox[0].alternatives[0].mimetype == "text/html"
    assert AuditEntry.objects.filter(action="accounts.user.factor_added", target_id=person.pk).count() == 2


def test_signing_in_asks_for_the_code_and_a_code_opens_once(person: User) -> None:
    secret = add_app(person)
    first, second = sign_in(person), sign_in(person)
    assert not is_inside(first)
    code = code_of(secret)
    assert second_step(first, code).status_code == 302
    assert is_inside(first)
    # Read over the shoulder, also after the half minute in which allauth remembers it.
    cache.clear()
    assert "non è quello giusto" in second_step(second, code).content.decode()
    assert second_step(second, code_of(secret, steps_later=-1)).status_code == 200
    assert not is_inside(second)
    assert second_step(second, code_of(secret, steps_later=1)).status_code == 302
    assert is_inside(second)


def test_a_recovery_code_opens_once_and_is_told_by_mail(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    add_app(person)
    code = recovery_codes_of(person)[0]
    client, other = sign_in(person), sign_in(person)
    with django_capture_on_commit_callbacks(execute=True):
        second_step(client, code)
    assert is_inside(client)
    (message,) = [sent for sent in mail.outbox if "recupero" in sent.subject]
    assert "Codici rimasti: 9" in message.body
    second_step(other, code)
    assert not is_inside(other)
    assert AuditEntry.objects.get(action="accounts.user.recovery_code_used").data == {"left": 9}


def test_few_recovery_codes_are_a_thing_to_do(person: User) -> None:
    add_app(person)
    codes = Authenticator.objects.get(user=person, type="recovery_codes")
    codes.data["used_mask"] = 0b11_1111_1100
    codes.save()
    client = sign_in(person)
    second_step(client, recovery_codes_of(person)[0])
    assert "codici di recupero stanno per finire" in read(client, "/area-riservata/").text
    assert "Ti resta 1 codice di recupero" in read(client, "/area-riservata/sicurezza/").text


def test_secrets_are_sealed_and_a_changed_key_opens_with_the_former_one(person: User, settings: Any) -> None:
    secret = add_app(person)
    stored = Authenticator.objects.get(user=person, type="totp").data["secret"]
    assert secret not in stored
    former = settings.SECRET_KEY
    settings.SECRET_KEY = "another-key"
    with pytest.raises(Unreadable):
        unseal(stored)
    client = sign_in(person)
    assert second_step(client, code_of(secret)).status_code == 200
    settings.SECRET_KEY_FALLBACKS = [former]
    assert unseal(stored) == secret
    assert unseal(seal("x")) == "x"


def test_who_lost_everything_is_let_in_by_the_office(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    secret = add_app(person)
    inside = sign_in(person)
    second_step(inside, code_of(secret))
    with django_capture_on_commit_callbacks(execute=True):
        call_command("remove_second_factor", "ANNA@example.org")
    assert not is_inside(inside), "whoever holds the lost telephone is out"
    assert is_inside(sign_in(person))
    assert "Il secondo passaggio è stato tolto" in [message.subject for message in mail.outbox]
