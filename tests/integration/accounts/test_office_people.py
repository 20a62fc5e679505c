"""The administrator lets people of the office in and out; nobody else does."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from tests.factories.accounts import PASSWORD, UserFactory, confirmed_person
from tests.support.factors import add_app, sign_in
from vicinia.accounts.models import User
from vicinia.accounts.office.enums import Proof
from vicinia.accounts.office.services import let_in_again
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
NEW = {"email": "Nuova@Comune.example", "first_name": "Nuova", "roles": ["editor"], "is_active": "on"}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def administrator() -> User:
    return UserFactory(role=Role.ADMINISTRATOR)


def test_a_new_person_enters_with_the_role_and_chooses_the_password_alone(
    administrator: User, django_capture_on_commit_callbacks: Any
) -> None:
    answer = signed_in(administrator).post("/cms/persone/new/", NEW, follow=True)
    assert "Nuova" in answer.content.decode()
    person = User.objects.get(email="nuova@comune.example")
    assert list(person.groups.values_list("name", flat=True)) == ["editor"]
    assert signed_in(person).get("/cms/").status_code == 200
    entry = AuditEntry.objects.get(action="accounts.user.saved")
    assert (entry.actor, entry.data["roles"]) == (administrator, ["editor"])
    assert Client().get("/cms/password_reset/")["Location"] == "/accedi/password/reset/"
    with django_capture_on_commit_callbacks(execute=True):
        Client().post("/accedi/password/reset/", {"email": person.email})
    assert mail.outbox[-1].to == [person.email]


def test_who_leaves_no_longer_enters_and_may_come_back(administrator: User) -> None:
    person = UserFactory(role=Role.EDITOR)
    client = signed_in(administrator)
    url = f"/cms/persone/edit/{person.pk}/"
    client.post(url, {"email": person.email, "roles": ["publisher"], "is_active": "on"})
    assert list(person.groups.values_list("name", flat=True)) == ["publisher"]
    client.post(url, {"email": person.email, "is_active": "on"})
    assert signed_in(User.objects.get(pk=person.pk)).get("/cms/").status_code == 302
    # A year later.
    client.post(url, {"email": person.email, "roles": ["editor"], "is_active": "on"})
    assert signed_in(User.objects.get(pk=person.pk)).get("/cms/").status_code == 200


PROOF = {"proof": "in_person", "note": "È venuta allo sportello lunedì"}


@pytest.mark.parametrize("role", [Role.EDITOR, None])
def test_who_lost_the_second_step_is_let_in_again_by_the_administrator(
    role: Role | None, django_capture_on_commit_callbacks: Any
) -> None:
    administrator = confirmed_person(role=Role.ADMINISTRATOR)
    person, client = UserFactory(role=role), sign_in(administrator)
    url, find = f"/cms/persone/factors/{person.pk}/", "/cms/persone/factors/"
    back = f"/cms/persone/edit/{person.pk}/" if role else find
    assert find in client.get("/cms/persone/").content.decode()
    nothing = client.post(find, {"email": person.email}).content.decode()
    assert "non ha un secondo passaggio" in nothing
    assert client.get(url)["Location"] == back, "there is nothing to take away"
    add_app(person)
    assert client.post(find, {"email": person.email.upper()})["Location"] == url
    client.post(f"/accedi/reauthenticate/?next={url}", {"password": PASSWORD})
    asked = client.get(url).content.decode()
    assert "assicurati" in asked.lower()
    assert "Scegli come" in client.post(url).content.decode(), "how one knows is not left out"
    assert Authenticator.objects.filter(user=person).exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url, PROOF)["Location"] == back
    assert not Authenticator.objects.filter(user=person).exists()
    entry = AuditEntry.objects.get(action="accounts.user.factors_removed")
    assert (entry.actor, entry.data) == (administrator, PROOF)
    assert mail.outbox[-1].to == [person.email]


def test_one_s_own_a_superuser_s_and_nobody_s_second_step_are_not_taken_away_here() -> None:
    administrator = confirmed_person(role=Role.ADMINISTRATOR)
    root = UserFactory(is_superuser=True, is_staff=True)
    client, find = sign_in(administrator), "/cms/persone/factors/"
    for person in (administrator, root):
        add_app(person)
        client.post(f"{find}{person.pk}/", PROOF)
        assert Authenticator.objects.filter(user=person).exists()
    for email in (root.email, "nessuno@example.org"):
        assert "Nessun account ha questo indirizzo" in client.post(find, {"email": email}).content.decode()
    assert "Sicurezza dell’accesso" in client.post(find, {"email": administrator.email}).content.decode()
    with pytest.raises(PermissionDenied):
        let_in_again(person=root, proof=Proof.IN_PERSON, note="x", by=administrator)


def test_a_screen_left_open_takes_no_second_step_away(administrator: User) -> None:
    person, client = UserFactory(), signed_in(administrator)
    add_app(person)
    answer = client.post(f"/cms/persone/factors/{person.pk}/", PROOF)
    assert answer["Location"].startswith("/accedi/reauthenticate/")
    assert Authenticator.objects.filter(user=person).exists()


def test_administrators_do_not_shut_themselves_out(administrator: User) -> None:
    url = f"/cms/persone/edit/{administrator.pk}/"
    answer = signed_in(administrator).post(
        url, {"email": administrator.email, "roles": ["editor"], "is_active": "on"}
    )
    assert "Resteresti fuori" in answer.content.decode()
    assert list(administrator.groups.values_list("name", flat=True)) == ["administrator"]


def test_superusers_and_citizens_are_not_in_the_administrators_hands(administrator: User) -> None:
    root, citizen = UserFactory(is_superuser=True, is_staff=True), UserFactory()
    client = signed_in(administrator)
    listed = client.get("/cms/persone/").content.decode()
    for person in (root, citizen):
        assert person.email not in listed
        url = f"/cms/persone/edit/{person.pk}/"
        assert client.post(url, {"email": "rubata@comune.example", "is_active": "on"}).status_code == 404
    client.post("/cms/persone/new/", {**NEW, "is_superuser": "on"})
    assert not User.objects.get(email="nuova@comune.example").is_superuser
    # Wagtail's own screens of people could make superusers.
    assert client.get("/cms/users/new/").status_code == 302


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_no_other_role_reads_or_writes_people(role: Role) -> None:
    client = signed_in(UserFactory(role=role))
    assert client.get("/cms/persone/").status_code == 302
    client.post("/cms/persone/new/", NEW)
    assert not User.objects.filter(email="nuova@comune.example").exists()
