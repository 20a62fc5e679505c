"""The office's people: one door, and no tools without a second factor."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.factories.accounts import PASSWORD, confirmed_person
from tests.support.factors import add_app, code_of, sign_in
from tests.support.html import Read, read
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db
GATE = "/area-riservata/sicurezza/secondo-passaggio/"


@pytest.fixture
def asked(settings: Any) -> None:
    settings.STAFF_SECOND_FACTOR = True


@pytest.fixture
def editor() -> User:
    return confirmed_person(role=Role.EDITOR)


@pytest.mark.parametrize("role", list(Role))
def test_no_role_opens_its_tools_without_a_second_factor(asked: None, role: Role) -> None:
    client = sign_in(confirmed_person(role=role))
    for path in ("/cms/", "/cms/pages/", "/area-riservata/", "/en/area-riservata/"):
        answer = client.get(path)
        assert answer["Location"].endswith(f"?next={path.replace('/', '%2F')}"), path
        assert GATE in answer["Location"], path
    assert client.post("/cms/persone/new/", {})["Location"].startswith(GATE)


def test_the_superuser_is_asked_too_and_a_citizen_is_not(asked: None) -> None:
    root = sign_in(confirmed_person(is_superuser=True, is_staff=True))
    assert root.get("/cms/")["Location"].startswith(GATE)
    assert sign_in(confirmed_person()).get("/area-riservata/").status_code == 200


def test_who_owes_the_factor_reads_why_sets_it_up_and_goes_on(asked: None, editor: User) -> None:
    client = sign_in(editor)
    page = Read(client.get("/cms/pages/", follow=True).content.decode())
    assert page.heading == "Un passaggio in più per chi lavora qui"
    assert page.links(page.main)["Imposta l’app"] == "/accedi/verifica/totp/activate/"
    client.post("/accedi/reauthenticate/?next=/", {"password": PASSWORD})
    secret = read(client, "/accedi/verifica/totp/activate/").main.select_one("code").get_text()
    codes = client.post("/accedi/verifica/totp/activate/", {"code": code_of(secret)}, follow=True)
    go_on = Read(codes.content.decode())
    address = go_on.links(go_on.main)["Li ho conservati: vai avanti"]
    assert client.get(address)["Location"] == "/cms/pages/"
    assert client.get("/cms/").status_code == 200


def test_the_last_factor_of_who_needs_one_stays(asked: None, editor: User) -> None:
    secret = add_app(editor)
    client = sign_in(editor)
    client.post("/accedi/verifica/authenticate/", {"code": code_of(secret)})
    client.post("/accedi/reauthenticate/?next=/", {"password": PASSWORD})
    answer = client.post("/accedi/verifica/totp/deactivate/")
    assert "Il tuo ruolo chiede un secondo passaggio" in answer.content.decode()
    assert client.get("/cms/").status_code == 200


def test_the_staffs_old_door_leads_to_the_one_door_and_the_way_is_kept(editor: User) -> None:
    door = Client().get("/cms/bandi/", follow=True)
    assert door.redirect_chain[-1][0] == "/accedi/login/?next=%2Fcms%2Fbandi%2F"
    # Wagtail's form would have opened with a password alone.
    Client().post("/cms/login/", {"username": editor.email, "password": PASSWORD})
    add_app(editor)
    client = Client()
    client.post("/cms/login/", {"username": editor.email, "password": PASSWORD})
    assert client.get("/cms/").status_code == 302
    assert Client().get("/cms/login/?next=https://altrove.example/")["Location"].endswith("next=%2Fcms%2F")
    assert Client().get("/cms/password_reset/")["Location"] == "/accedi/password/reset/"


def test_where_the_factor_is_not_asked_the_site_says_so(editor: User) -> None:
    assert "non chiede il secondo passaggio" in read(Client(), "/accedi/login/").text
    assert "Qui la sola password apre" in sign_in(editor).get("/cms/").content.decode()


def test_where_it_is_asked_nothing_is_said(asked: None) -> None:
    assert "non chiede il secondo passaggio" not in read(Client(), "/accedi/login/").text


def test_in_wagtails_account_page_password_and_address_are_not_changed(editor: User) -> None:
    page = sign_in(editor).get("/cms/account/").content.decode()
    assert 'href="/area-riservata/sicurezza/"' in page
    assert "password-old_password" not in page
    assert "name_email-email" not in page
