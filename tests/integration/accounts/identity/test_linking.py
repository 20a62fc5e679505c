"""An account that was there before is linked by who is signed in to it, never by what the broker says."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client

from tests.factories.accounts import PASSWORD, UserFactory, confirmed_person
from tests.support.identity_provider import FISCAL_NUMBER, Provider
from tests.support.races import run_together
from vicinia.accounts.identity import services
from vicinia.accounts.identity.person import ProvenIdentity
from vicinia.accounts.models import DigitalIdentity, User

from .conftest import Person

LINK, MINE = "/accedi/identita/collega/", "/area-riservata/identita-digitale/"
UNLINK = f"{MINE}scollega/"
GIULIA = {"sub": "giulia", "given_name": "Giulia", FISCAL_NUMBER: "TINIT-BNCGLI90A41Z999I"}


def signs_in(person: Person, email: str, going_to: str = LINK) -> Any:
    """Sign in with the password."""
    return person.client.post(f"/accedi/login/?next={going_to}", {"login": email, "password": PASSWORD})


def an_hour_passes(client: Client) -> None:
    """Nobody signs in again meanwhile: the proofs of the session are an hour old."""
    session = client.session
    for proof in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        proof["at"] -= 3600
    session.save()


@pytest.mark.django_db
def test_the_address_opens_no_account_its_owner_links_it_with_a_button(
    person: Person, other: Person, django_capture_on_commit_callbacks: Any
) -> None:
    owner = confirmed_person(email="marta@persone.example")
    assert person.enter() == LINK
    page = person.reads(LINK)
    assert "Esiste già un account con l’indirizzo marta@persone.example" in page.text
    taken = person.client.post(LINK, {"email": "MARTA@persone.example"})
    assert taken.status_code == 422
    assert not person.is_inside
    assert page.links()["Accedi a quell’account"] == "/accedi/login/?next=%2Faccedi%2Fidentita%2Fcollega%2F"
    assert signs_in(person, owner.email)["Location"] == LINK
    assert person.reads(LINK).heading == "Vuoi collegarli?"
    assert not DigitalIdentity.objects.exists(), "looking links nothing"
    with django_capture_on_commit_callbacks(execute=True):
        assert person.client.post(LINK)["Location"] == MINE
    assert DigitalIdentity.objects.get().user == owner
    (message,) = mail.outbox
    assert (message.to, message.subject) == ([owner.email], "SPID ora apre il tuo account")
    assert other.enter() == "/area-riservata/"
    assert other.reads("/area-riservata/").heading.endswith("Persona Prova " + str(owner).split()[-1])
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_who_is_inside_links_from_their_page_and_unlinks(
    person: Person, other: Person, django_capture_on_commit_callbacks: Any
) -> None:
    owner = confirmed_person(email="anna@example.org")
    signs_in(person, owner.email, MINE)
    assert person.reads(MINE).links()["Collega SPID"].startswith("/accedi/identita/spid/?next=")
    assert person.enter(query=f"?next={MINE}") == LINK
    assert person.client.post(LINK)["Location"] == MINE
    page = person.reads(MINE)
    assert page.facts()["Codice fiscale"] == "PRV•••••••••••9E"
    assert "Scollega" in page.links()
    assert person.reads(UNLINK).heading == "Vuoi scollegare SPID e CIE?"
    assert DigitalIdentity.objects.exists(), "looking unlinks nothing"
    with django_capture_on_commit_callbacks(execute=True):
        person.client.post(UNLINK)
    assert not DigitalIdentity.objects.exists()
    assert not SocialAccount.objects.exists()
    assert mail.outbox[-1].subject == "SPID non apre più il tuo account"
    assert other.enter() == LINK
    assert not other.is_inside


@pytest.mark.django_db
def test_a_session_left_open_neither_links_nor_unlinks_without_the_password(person: Person) -> None:
    owner = confirmed_person(email="anna@example.org")
    signs_in(person, owner.email, MINE)
    person.enter(query=f"?next={MINE}")
    an_hour_passes(person.client)
    again = person.client.post(LINK)["Location"]
    assert again.startswith("/accedi/reauthenticate/")
    assert not DigitalIdentity.objects.exists()
    # With the password the same request goes on.
    assert person.client.post(again, {"password": PASSWORD})["Location"] == MINE
    assert DigitalIdentity.objects.exists()
    an_hour_passes(person.client)
    assert person.client.post(UNLINK)["Location"].startswith("/accedi/reauthenticate/")
    assert DigitalIdentity.objects.exists()


@pytest.mark.django_db
def test_the_only_way_in_is_not_taken_off(person: Person) -> None:
    person.makes_an_account()
    # A confirmed address would receive codes: another way in.
    EmailAddress.objects.update(verified=False)
    assert "Scegli una password" in person.reads(MINE).links()
    assert "Sì, scollega" not in person.reads(UNLINK).text
    person.client.post(UNLINK)
    assert DigitalIdentity.objects.exists()


@pytest.mark.django_db
def test_a_fiscal_number_belongs_to_one_account(person: Person, other: Person, provider: Provider) -> None:
    person.makes_an_account()
    # The same person, as another subject: CIE at a broker that keeps them apart, or somebody who pretends.
    provider.tell(person={"sub": "marta-cie", "email": "nuova@persone.example"})
    assert other.enter("cie") == LINK
    assert "Esiste già un account con il tuo codice fiscale" in other.reads(LINK).text
    assert other.client.post(LINK, {"email": "nuova@persone.example"}).status_code == 422
    stranger = confirmed_person(email="anna@example.org")
    signs_in(other, stranger.email)
    assert other.reads(LINK).heading == "Questi due non si possono collegare"
    assert other.client.post(LINK).status_code == 200
    assert DigitalIdentity.objects.get().user != stranger
    # In the account itself it is the second way.
    person.turns_to_another_provider()
    assert person.enter("cie") == LINK
    person.client.post(LINK)
    assert Person().enter("cie") == "/area-riservata/"
    assert SocialAccount.objects.count() == 2


@pytest.mark.django_db
def test_an_account_belongs_to_one_person(person: Person, provider: Provider) -> None:
    person.makes_an_account()
    provider.tell(person=GIULIA)
    person.turns_to_another_provider()
    assert person.enter() == LINK
    assert person.reads(LINK).heading == "Questi due non si possono collegare"
    person.client.post(LINK)
    assert DigitalIdentity.objects.get().fiscal_number.startswith("PRV")
    assert SocialAccount.objects.count() == 1


@pytest.mark.django_db
def test_a_subject_whose_fiscal_number_changes_does_not_enter(
    person: Person, other: Person, provider: Provider
) -> None:
    person.makes_an_account()
    provider.tell(person={FISCAL_NUMBER: GIULIA[FISCAL_NUMBER]})
    assert other.enter() == "/accedi/identita/non-riuscita/"
    assert not other.is_inside


@pytest.mark.django_db
def test_the_identity_of_another_account_does_not_change_who_is_inside(
    person: Person, provider: Provider
) -> None:
    person.makes_an_account()
    inside = Person()
    signs_in(inside, confirmed_person(email="anna@example.org").email, MINE)
    assert inside.enter() == "/accedi/identita/non-riuscita/"
    assert inside.reads("/accedi/identita/non-riuscita/").heading == "Questa identità è di un altro account"
    assert "anna" not in inside.reads("/area-riservata/").text
    assert inside.is_inside


@pytest.mark.django_db
def test_a_proof_waits_a_quarter_of_an_hour(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    person.enter()
    monkeypatch.setattr("vicinia.accounts.identity.pending.KEPT_FOR", -1)
    assert person.client.post(LINK, {"email": "marta@persone.example"})["Location"] == "/accedi/login/"
    assert not User.objects.exists()


PROVEN = ProvenIdentity(
    issuer="https://broker.example",
    subject="marta",
    fiscal_number="PRVMRT85D52Z999E",
    first_name="Marta",
    last_name="Prova",
    email="marta@persone.example",
    email_verified=True,
    level=2,
    way="spid",
)


@pytest.mark.parametrize("attempt", ["two accounts", "two addresses"])
def test_of_two_at_the_same_instant_one_account_has_the_person(race_database: None, attempt: str) -> None:
    if attempt == "two accounts":
        links = [
            partial(services.link, identity=PROVEN, user=user, by=user)
            for user in UserFactory.create_batch(2)
        ]
        results = run_together(links)
    else:
        results = run_together(
            [
                partial(services.sign_up, identity=PROVEN, email=f"marta{number}@example.org", language="it")
                for number in range(2)
            ]
        )
    assert sum(isinstance(result, services.IdentityTaken) for result in results) == 1, results
    assert DigitalIdentity.objects.count() == 1
    assert SocialAccount.objects.count() == 1
