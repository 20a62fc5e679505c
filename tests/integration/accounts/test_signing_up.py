"""Making an account, confirming the address, signing in, forgetting the password."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory, confirmed_person
from tests.support.html import Read, read
from vicinia.accounts.models import User

pytestmark = pytest.mark.django_db
CHOSEN = "una-lunga-parola-segreta"


def typed(**changes: str) -> dict[str, str]:
    """What a person types to make an account."""
    passwords = {"password1": CHOSEN, "password2": CHOSEN}
    person = {"first_name": "Anna", "last_name": "Bianchi", "email": "Anna@Example.org"}
    return {**person, **passwords, **changes}


def link_in(message: Any) -> str:
    """The path of the link in a mail."""
    found = re.search(r"https?://[^/\s]+(/accedi/\S+)", message.body)
    assert found, message.body
    return found[1]


def sign_up(client: Client, commit: Any, **changes: str) -> Any:
    """Send the form of a new account."""
    with commit(execute=True):
        return client.post("/registrati/", typed(**changes))


def test_a_person_makes_an_account_confirms_the_address_and_is_inside(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    answer = sign_up(client, django_capture_on_commit_callbacks)
    assert answer.status_code == 302
    user = User.objects.get()
    assert (user.email, str(user), user.is_staff) == ("anna@example.org", "Anna Bianchi", False)
    # Before the address is confirmed the account does not open.
    assert client.get("/area-riservata/").status_code == 302
    (message,) = mail.outbox
    assert message.to == ["anna@example.org"]
    page = read(client, link_in(message))
    assert "Sì, conferma l’indirizzo" in page.text
    assert not EmailAddress.objects.get().verified, "a mail program that follows links confirms nothing"
    client.post(link_in(message))
    assert EmailAddress.objects.get().verified
    client.post("/accedi/login/", {"login": "anna@example.org", "password": CHOSEN})
    assert "Anna Bianchi" in read(client, "/area-riservata/").heading


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"first_name": ""}, "first_name"),
        ({"last_name": ""}, "last_name"),
        ({"last_name": "Bi\u0430nchi"}, "last_name"),
        ({"email": "anna"}, "email"),
        ({"password2": "un’altra-parola"}, "password2"),
        ({"password1": "corta", "password2": "corta"}, "password1"),
        ({"password1": "1234567890", "password2": "1234567890"}, "password1"),
    ],
    ids=["no name", "no surname", "homograph", "no address", "two passwords", "short", "common"],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_made(
    client: Client, changes: dict[str, str], field: str
) -> None:
    answer = client.post("/registrati/", typed(**changes))
    assert answer.status_code == 200
    page = Read(answer.content.decode())
    errors = page.main.select_one("[role=alert], .v-errors")
    assert errors, page.text
    assert page.main.find(attrs={"name": field})["aria-invalid"] == "true"
    assert not User.objects.exists()


def test_an_address_that_has_an_account_gets_a_mail_and_the_page_says_nothing_of_it(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    UserFactory(email="anna@example.org")
    new = sign_up(Client(), django_capture_on_commit_callbacks, email="altra@example.org")
    known = sign_up(client, django_capture_on_commit_callbacks, email="ANNA@example.org")
    assert (known.status_code, known["Location"]) == (new.status_code, new["Location"])
    assert User.objects.count() == 2
    assert mail.outbox[-1].to[0].lower() == "anna@example.org"
    assert link_in(mail.outbox[-1]).startswith("/accedi/")


@pytest.mark.parametrize("typed_address", ["anna@example.org", "ANNA@EXAMPLE.ORG", " anna@example.org "])
def test_the_address_opens_whatever_its_case(client: Client, typed_address: str) -> None:
    confirmed_person(email="anna@example.org")
    answer = client.post("/accedi/login/", {"login": typed_address, "password": PASSWORD})
    assert answer["Location"] == "/area-riservata/"


@pytest.mark.parametrize("address", ["anna@example.org", "nessuno@example.org"])
def test_a_wrong_password_and_an_unknown_address_are_refused_with_the_same_words(
    client: Client, address: str
) -> None:
    confirmed_person(email="anna@example.org")
    answer = client.post("/accedi/login/", {"login": address, "password": "sbagliata-del-tutto"})
    assert answer.status_code == 200
    said = Read(answer.content.decode()).text
    assert "L’indirizzo e-mail o la password non è giusta: riprova" in said


def test_who_was_shut_out_does_not_enter(client: Client) -> None:
    user = confirmed_person(email="anna@example.org")
    user.is_active = False
    user.save()
    client.post("/accedi/login/", {"login": user.email, "password": PASSWORD})
    assert client.get("/area-riservata/").status_code == 302


def test_the_reserved_area_asks_to_sign_in_and_comes_back_to_where_one_was_going(client: Client) -> None:
    confirmed_person(email="anna@example.org")
    asked = client.get("/area-riservata/domande/")
    assert asked["Location"] == "/accedi/login/?next=/area-riservata/domande/"
    answer = client.post(asked["Location"], {"login": "anna@example.org", "password": PASSWORD})
    assert answer["Location"] == "/area-riservata/domande/"


def test_signing_in_never_leads_to_another_site(client: Client) -> None:
    confirmed_person(email="anna@example.org")
    address = "/accedi/login/?next=https://altro.example/"
    answer = client.post(address, {"login": "anna@example.org", "password": PASSWORD})
    assert answer["Location"] == "/area-riservata/"


def test_signing_out_asks_for_a_button_and_forgets_who_one_was(client: Client) -> None:
    client.force_login(confirmed_person(), backend="django.contrib.auth.backends.ModelBackend")
    client.get(reverse("account_logout"))
    assert client.get("/area-riservata/").status_code == 200
    assert client.post(reverse("account_logout"))["Location"] == "/"
    assert client.get("/area-riservata/").status_code == 302


def test_a_forgotten_password_is_chosen_anew_from_a_mail_once(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    confirmed_person(email="anna@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accedi/password/reset/", {"email": "anna@example.org"})
    link = link_in(mail.outbox[0])
    form = client.get(link, follow=True).redirect_chain[-1][0]
    assert client.post(form, {"password1": CHOSEN, "password2": CHOSEN}).status_code == 302
    entered = client.post("/accedi/login/", {"login": "anna@example.org", "password": CHOSEN})
    assert entered["Location"] == "/area-riservata/"
    again = Client().get(link, follow=True).content.decode()
    assert "non è più valido" in again


def test_the_forms_have_labels_of_ours_and_no_text_inside_the_fields(client: Client) -> None:
    for path in ("/registrati/", "/accedi/login/", "/accedi/password/reset/"):
        page = read(client, path)
        assert not page.main.select("[placeholder]"), path
        assert "E-mail" in page.text, path
