"""What somebody between the person, the site and the broker may try: nobody enters, nothing is made."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.support.identity_provider import FISCAL_NUMBER, Provider
from vicinia.accounts.models import DigitalIdentity, User

from .conftest import Person

pytestmark = pytest.mark.django_db
REFUSED = "/accedi/identita/non-riuscita/"
LEVEL, DOUBTFUL = "Serve un accesso più sicuro", "Non abbiamo potuto verificare la risposta"
EXPIRED, INCOMPLETE = "Questo accesso non è più valido", "Alcuni tuoi dati non sono arrivati"
ACR = "https://www.spid.gov.it/SpidL"


def assert_refused(person: Person, heading: str) -> None:
    """The page says why; nobody is inside, nobody waits to be linked, nothing was made."""
    assert person.reads(REFUSED).heading == heading
    assert not person.is_inside
    assert person.client.get("/accedi/identita/collega/")["Location"] == "/accedi/login/"
    assert not User.objects.exists()
    assert not DigitalIdentity.objects.exists()


def without(address: str, *names: str, **changed: str) -> str:
    """An address with some of its parameters taken away or changed, as the person's browser can."""
    parts = urlsplit(address)
    query = {name: values[0] for name, values in parse_qs(parts.query).items() if name not in names}
    return parts._replace(query=urlencode({**query, **changed})).geturl()


# The level ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", [1, None])
def test_a_low_level_and_one_that_is_not_stated_are_refused(
    person: Person, provider: Provider, level: int | None
) -> None:
    provider.tell(level=level)
    assert person.enter() == REFUSED
    assert_refused(person, LEVEL)


@pytest.mark.parametrize(
    "forge",
    [
        {"claims": {"acr": f"{ACR}1"}},
        {"claims": {"acr": f"{ACR}9"}},
        {"claims": {"acr": "2"}},
        {"claims": {"acr": [f"{ACR}2"]}},
        {"claims": {"acr": f"{ACR}2 {ACR}1"}},
        {"drop": ["acr"]},
    ],
    ids=["lowered", "unknown", "a number", "a list", "two levels", "missing"],
)
def test_what_counts_is_the_level_in_the_signed_token(
    person: Person, provider: Provider, forge: dict[str, Any]
) -> None:
    provider.tell(forge=forge)
    assert person.enter() == REFUSED
    assert_refused(person, LEVEL)


def test_who_takes_the_level_out_of_the_request_gains_nothing(person: Person, provider: Provider) -> None:
    provider.tell(level=1)
    lowered = without(person.leave(), "claims", acr_values=f"{ACR}1")
    assert person.come_back(person.browser.follow(lowered))["Location"] == REFUSED
    assert_refused(person, LEVEL)


def test_parameters_that_a_link_adds_are_not_listened_to(person: Person, provider: Provider) -> None:
    injected = urlencode(
        {
            "auth_params": f"acr_values={ACR}1&claims={{}}&prompt=none&nonce=mine&redirect_uri=https://evil.example/",
            "scope": "offline_access",
            "process": "redirect",
        }
    )
    asked, plain = (
        {name: values[0] for name, values in parse_qs(urlsplit(person.leave(query=query)).query).items()}
        for query in (f"?{injected}", "")
    )
    assert asked.keys() == plain.keys()
    assert (asked["acr_values"], asked["redirect_uri"]) == (
        f"{ACR}2",
        "http://testserver/accedi/identita/ritorno/",
    )
    assert set(asked["scope"].split()) == {"openid", "profile", "email"}
    assert asked["nonce"] != plain["nonce"] != "mine"
    provider.tell(level=1)
    assert person.enter(query=f"?{injected}") == REFUSED
    assert_refused(person, LEVEL)


# The token ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "forge",
    [
        {"sign": "none"},
        {"sign": "HS256"},
        {"sign": "foreign"},
        {"kid": "another"},
        {"claims": {"iss": "https://another.example"}},
        {"claims": {"aud": "another-client"}},
        {"claims": {"aud": ["vicinia", "another-client"]}},
        {"claims": {"azp": "another-client"}},
        {"claims": {"nonce": "of-another-sign-in"}},
        {"drop": ["nonce"]},
        {"drop": ["exp"]},
        {"drop": ["sub"]},
        {"times": {"exp": -120}},
        {"times": {"iat": -3_600}},
        {"times": {"iat": 3_600}},
        {"userinfo": {"sub": "giulia"}},
    ],
    ids=str,
)
def test_a_token_that_the_broker_did_not_sign_for_this_sign_in_opens_nothing(
    person: Person, provider: Provider, forge: dict[str, Any]
) -> None:
    provider.tell(forge=forge)
    assert person.enter() == REFUSED
    assert_refused(person, DOUBTFUL)


def test_the_brokers_new_keys_are_found_and_the_old_ones_are_not_asked_for_ever(
    person: Person, other: Person, provider: Provider
) -> None:
    assert person.makes_an_account()["Location"] == "/area-riservata/"
    provider.tell(rotate=True)
    assert other.enter() == "/area-riservata/"
    # Whoever has the name of the new key has not the key.
    provider.tell(forge={"sign": "foreign"})
    stranger = Person()
    assert stranger.enter() == REFUSED
    assert not stranger.is_inside


# The way back -------------------------------------------------------------------------------------


def test_an_answer_counts_once_and_in_the_session_that_asked(person: Person, other: Person) -> None:
    answer = person.browser.follow(person.leave())
    other.leave()
    assert other.come_back(answer)["Location"] == REFUSED
    assert_refused(other, EXPIRED)
    assert person.come_back(answer)["Location"] == "/accedi/identita/collega/"
    assert person.come_back(answer)["Location"] == REFUSED
    assert person.reads(REFUSED).heading == EXPIRED


def test_a_code_that_was_used_or_stolen_does_not_enter_with_another_state(
    person: Person, other: Person
) -> None:
    used = person.browser.follow(person.leave())
    (code,) = parse_qs(urlsplit(used).query)["code"]
    for thief in (other, Person()):
        state = parse_qs(urlsplit(thief.leave()).query)["state"][0]
        answer = thief.come_back(f"{urlsplit(used).path}?{urlencode({'code': code, 'state': state})}")
        assert answer["Location"] == REFUSED
        assert_refused(thief, DOUBTFUL)


def test_the_answer_of_another_issuer_is_not_exchanged(person: Person) -> None:
    answer = without(person.browser.follow(person.leave()), iss="https://another.example")
    assert person.come_back(answer)["Location"] == REFUSED
    assert_refused(person, DOUBTFUL)


@pytest.mark.parametrize("query", ["", "?code=x", "?code=x&state=y", "?error=access_denied", "?state=%00"])
def test_an_answer_that_nobody_asked_for_is_old(person: Person, query: str) -> None:
    assert person.come_back(f"/accedi/identita/ritorno/{query}")["Location"] == REFUSED
    assert_refused(person, EXPIRED)


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_site(person: Person, other: Person, address: str) -> None:
    person.makes_an_account()
    assert other.enter(query=f"?{urlencode({'next': address})}") == "/area-riservata/"


# The person ---------------------------------------------------------------------------------------


def test_two_fiscal_numbers_are_none(person: Person, provider: Provider) -> None:
    provider.tell(forge={"claims": {FISCAL_NUMBER: "TINIT-BNCGLI90A41Z999I"}})
    assert person.enter() == REFUSED
    assert_refused(person, INCOMPLETE)


@pytest.mark.parametrize(
    "claims",
    [
        {FISCAL_NUMBER: None},
        {FISCAL_NUMBER: "TINIT-PRVMRT85D52Z999F"},
        {FISCAL_NUMBER: "IT-PRVMRT85D52Z999E"},
        {"given_name": "  "},
        {"family_name": None},
    ],
    ids=["no number", "wrong number", "foreign prefix", "blank name", "no surname"],
)
def test_without_name_or_a_right_fiscal_number_there_is_no_account(
    person: Person, provider: Provider, claims: dict[str, Any]
) -> None:
    provider.tell(person=claims)
    assert person.enter() == REFUSED
    assert_refused(person, INCOMPLETE)
