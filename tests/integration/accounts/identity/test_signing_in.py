"""Signing in with SPID or CIE: the buttons, the first time, the next ones, and when it does not succeed."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client, RequestFactory

from tests.support.html import read
from tests.support.identity_provider import Provider
from vicinia.accounts.identity.assurance import signed_in_with_strong_identity
from vicinia.accounts.identity.broker import broker_of
from vicinia.accounts.models import DigitalIdentity, User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry

from .conftest import Person

pytestmark = pytest.mark.django_db
WELCOME, REFUSED = "/accedi/identita/collega/", "/accedi/identita/non-riuscita/"


def test_the_buttons_are_there_only_when_there_is_a_broker(client: Client, settings: Any) -> None:
    assert "Entra con SPID" not in read(client, "/accedi/login/").text
    assert client.get("/accedi/identita/spid/").status_code == 404
    assert client.get("/accedi/identita/ritorno/").status_code == 404
    settings.EID_ISSUER, settings.EID_WAYS = "https://broker.example", ["cie"]
    links = read(client, "/accedi/login/?next=/area-riservata/domande/").links()
    assert links["Entra con CIE"] == "/accedi/identita/cie/?next=%2Farea-riservata%2Fdomande%2F"
    assert "Entra con SPID" not in links
    assert client.get("/accedi/identita/spid/").status_code == 404


def test_the_request_asks_for_level_two_and_is_bound_to_this_session(person: Person, settings: Any) -> None:
    settings.EID_HINT_PARAMETER = "kc_idp_hint"
    first, second = (
        {name: values[0] for name, values in parse_qs(urlsplit(person.leave("cie")).query).items()}
        for _time in range(2)
    )
    assert first["acr_values"] == "https://www.spid.gov.it/SpidL2"
    assert '"essential": true' in first["claims"]
    assert (first["code_challenge_method"], first["kc_idp_hint"]) == ("S256", "cie")
    assert all(first[name] != second[name] for name in ("state", "nonce", "code_challenge"))


def test_a_citizen_makes_an_account_with_spid_and_enters_with_it_again(person: Person, other: Person) -> None:
    assert person.enter(query="?next=/area-riservata/domande/") == WELCOME
    page = person.reads(WELCOME)
    assert page.heading == "Ti diamo il benvenuto, Marta"
    assert page.main.find(attrs={"name": "email"})["value"] == "marta@persone.example"
    assert "PRVMRT85D52Z999E" not in page.text
    answer = person.client.post(WELCOME, {"email": "marta@persone.example"})
    assert answer["Location"] == "/area-riservata/domande/"
    user = User.objects.get()
    assert (str(user), user.email, user.has_usable_password()) == (
        "Marta Prova",
        "marta@persone.example",
        False,
    )
    known = DigitalIdentity.objects.get(user=user)
    assert (known.fiscal_number, known.level, known.way) == ("PRVMRT85D52Z999E", 2, "spid")
    assert other.enter("cie") == "/area-riservata/"
    assert other.is_inside
    known.refresh_from_db()
    assert known.way == "cie"
    actions = set(AuditEntry.objects.values_list("action", flat=True))
    assert {
        "accounts.identity.linked",
        "accounts.user.signed_up",
        "accounts.identity.used",
    } <= actions


@pytest.mark.parametrize("verified", [True, False])
def test_an_address_that_the_broker_did_not_confirm_is_confirmed_by_mail(
    person: Person, provider: Provider, verified: bool, django_capture_on_commit_callbacks: Any
) -> None:
    provider.tell(person={"email_verified": verified})
    email = "altra@persone.example" if verified else "marta@persone.example"
    with django_capture_on_commit_callbacks(execute=True):
        assert person.makes_an_account(email)["Location"] == "/accedi/confirm-email/"
    assert not person.is_inside
    found = re.search(r"https?://[^/\s]+(/accedi/\S+)", mail.outbox[0].body)
    assert found
    person.client.post(found[1])
    assert person.is_inside
    assert EmailAddress.objects.get().verified


def test_who_reads_english_comes_back_to_english(person: Person) -> None:
    asked = person.client.get("/en/accedi/identita/spid/")["Location"]
    answer = person.come_back(person.browser.follow(asked))
    assert answer["Location"] == "/en/accedi/identita/collega/"


def test_the_third_level_is_welcome_too(person: Person, provider: Provider) -> None:
    provider.tell(level=3)
    person.makes_an_account()
    assert DigitalIdentity.objects.get().level == 3


def test_a_session_of_spid_counts_as_two_factors_and_one_of_the_password_does_not(
    person: Person, settings: Any
) -> None:
    person.makes_an_account()
    settings.STAFF_SECOND_FACTOR = True
    User.objects.get().groups.add(Group.objects.get(name=Role.EDITOR))
    request = RequestFactory().get("/")
    request.session, request.user = person.client.session, User.objects.get()
    assert signed_in_with_strong_identity(request)
    by_password = Client()
    by_password.force_login(request.user, backend="django.contrib.auth.backends.ModelBackend")
    request.session = by_password.session
    assert not signed_in_with_strong_identity(request)
    assert person.client.get("/cms/").status_code == 200
    assert by_password.get("/cms/")["Location"].startswith("/area-riservata/sicurezza/secondo-passaggio/")


def test_who_was_shut_out_does_not_enter(person: Person, other: Person) -> None:
    person.makes_an_account()
    User.objects.update(is_active=False)
    other.enter()
    assert not other.is_inside


# When it does not succeed ---------------------------------------------------------------------------


def test_after_a_low_level_the_provider_asks_again_and_the_second_step_lets_in(
    person: Person, provider: Provider
) -> None:
    person.makes_an_account()
    again = Person()
    provider.tell(level=1, remember=True)
    assert again.enter() == REFUSED
    assert again.reads(REFUSED).heading == "Serve un accesso più sicuro"
    provider.tell(level=2, remember=True)
    assert "prompt=login" in (address := again.leave())
    assert again.come_back(again.browser.follow(address))["Location"] == "/area-riservata/"
    assert "prompt=login" not in again.leave()


@pytest.mark.parametrize(
    ("error", "heading"),
    [
        ("access_denied", "Non hai finito di accedere"),
        ("unmet_authentication_requirements", "Serve un accesso più sicuro"),
        ("temporarily_unavailable", "SPID e CIE ora non rispondono"),
        ("something_else", "Non abbiamo potuto verificare la risposta"),
    ],
)
def test_what_the_provider_refuses_is_said_in_plain_words(
    person: Person, provider: Provider, error: str, heading: str
) -> None:
    provider.tell(person={"error": error, "error_description": "<b>words of theirs</b>"})
    assert person.enter(query="?next=/area-riservata/domande/") == REFUSED
    page = person.reads(REFUSED)
    assert page.heading == heading
    assert "words of theirs" not in page.text
    assert page.links()["Entra con SPID"].endswith("?next=%2Farea-riservata%2Fdomande%2F")
    assert page.links()["Altri modi per entrare"].startswith("/accedi/login/?next=")


@pytest.mark.parametrize("away", ["refuse", "silence"])
def test_a_broker_that_does_not_answer_leaves_the_other_ways(
    person: Person, provider: Provider, settings: Any, away: str
) -> None:
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 0.2
    answer = person.browser.follow(person.leave())
    provider.tell(away=away)
    broker_of.cache_clear()
    for address in (answer, "/accedi/identita/spid/"):
        assert person.come_back(address)["Location"] == REFUSED
        page = person.reads(REFUSED)
        assert page.heading == "SPID e CIE ora non rispondono"
        assert "nulla è andato perso" in page.text
    assert read(person.client, "/accedi/login/").heading == "Accedi"


@pytest.mark.parametrize("address", ["/token", "/me"])
@pytest.mark.parametrize("away", ["refuse", "silence"])
def test_a_broker_that_fails_half_way_does_not_answer_and_the_next_attempt_enters(
    person: Person, provider: Provider, settings: Any, away: str, address: str
) -> None:
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 0.5
    provider.tell(away=away, away_at=address)
    assert person.enter() == REFUSED
    page = person.reads(REFUSED)
    assert page.heading == "SPID e CIE ora non rispondono"
    assert "nulla è andato perso: riprova" in page.text
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
    provider.tell()
    assert person.enter() == "/accedi/identita/collega/"


def test_a_broker_that_answers_nonsense_is_not_believed(person: Person, provider: Provider) -> None:
    provider.tell(away="nonsense", away_at="/token")
    assert person.enter() == REFUSED
    assert person.reads(REFUSED).heading == "Non abbiamo potuto verificare la risposta"


def test_a_broker_that_calls_itself_otherwise_is_not_asked(person: Person, settings: Any) -> None:
    settings.EID_ISSUER += "/"
    assert person.client.get("/accedi/identita/spid/")["Location"] == REFUSED
    assert person.reads(REFUSED).heading == "Non abbiamo potuto verificare la risposta"
