"""Where an account is open: the list of devices, signing out of the others, news of a new one."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client

from tests.factories.accounts import PASSWORD, confirmed_person
from tests.support.factors import sign_in
from tests.support.html import read, words
from vicinia.accounts.models import KnownDevice, User
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.5 Mobile/15E148 Safari/604.1"
)


@pytest.fixture
def person() -> User:
    return confirmed_person(email="anna@example.org")


def listed(client: Client) -> list[str]:
    page = read(client, "/area-riservata/sicurezza/")
    return [words(entry.find("strong")) for entry in page.main.select(".v-safety__entries li")]


def test_a_person_sees_where_the_account_is_open_and_signs_out_of_the_rest(person: User) -> None:
    telephone, computer = sign_in(person, user_agent=IPHONE), sign_in(person, user_agent=FIREFOX)
    stranger = sign_in(confirmed_person())
    assert sorted(listed(computer)) == ["Firefox su Windows", "Safari su iPhone"]
    page = read(computer, "/area-riservata/sicurezza/")
    current = [
        entry for entry in page.main.select(".v-safety__entries li") if "Questo dispositivo" in words(entry)
    ]
    assert [words(entry.find("strong")) for entry in current] == ["Firefox su Windows"]
    answer = computer.post("/area-riservata/sicurezza/altre-sessioni/", follow=True)
    assert "Le altre sessioni sono chiuse" in answer.content.decode()
    assert listed(computer) == ["Firefox su Windows"]
    assert telephone.get("/area-riservata/").status_code == 302
    assert stranger.get("/area-riservata/").status_code == 200
    assert AuditEntry.objects.get(action="accounts.user.sessions_ended").data == {"ended": 1}


def test_a_sign_in_from_elsewhere_is_told_by_mail_once(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sign_in(person, user_agent=FIREFOX)
    assert not mail.outbox, "the first device of an account is no news"
    with django_capture_on_commit_callbacks(execute=True):
        for _again in range(2):
            sign_in(person, user_agent=IPHONE)
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["anna@example.org"], "Accesso da un nuovo dispositivo")
    assert "Safari su iPhone" in message.body
    assert "/area-riservata/sicurezza/" in message.body
    with django_capture_on_commit_callbacks(execute=True):
        client = Client(headers={"user-agent": IPHONE}, REMOTE_ADDR="198.51.100.7")
        client.post("/accedi/login/", {"login": person.email, "password": PASSWORD})
    assert len(mail.outbox) == 2, "the same kind of telephone on another network"
    assert KnownDevice.objects.filter(user=person).count() == 3


def test_the_list_tells_when_a_device_was_last_used_without_a_write_each_time(person: User) -> None:
    client = sign_in(person)
    signed_in_at = UserSession.objects.get().last_seen_at
    client.get("/area-riservata/")
    assert UserSession.objects.get().last_seen_at == signed_in_at
    session = client.session
    session["seen_at"] -= 16 * 60
    session.save()
    client.get("/area-riservata/")
    assert UserSession.objects.get().last_seen_at > signed_in_at


def test_a_new_password_is_told_by_mail_and_signs_out_of_the_rest(
    person: User, django_capture_on_commit_callbacks: Any
) -> None:
    client, other = sign_in(person), sign_in(person)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            "/accedi/password/change/",
            {"oldpassword": PASSWORD, "password1": "una-lunga-parola", "password2": "una-lunga-parola"},
        )
    assert mail.outbox[-1].subject == "La tua password è stata cambiata"
    assert client.get("/area-riservata/").status_code == 200
    assert other.get("/area-riservata/").status_code == 302
