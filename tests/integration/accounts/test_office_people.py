"""The administrator lets people of the office in and out; nobody else does."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from tests.factories.accounts import UserFactory
from tests.support.factors import add_app
from vicinia.accounts.models import User
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


def test_who_lost_the_second_step_is_let_in_again_by_the_administrator(
    administrator: User, django_capture_on_commit_callbacks: Any
) -> None:
    person, client = UserFactory(role=Role.EDITOR), signed_in(administrator)
    url, data = f"/cms/persone/factors/{person.pk}/", f"/cms/persone/edit/{person.pk}/"
    assert url not in client.get(data).content.decode()
    assert client.get(url)["Location"] == data, "there is nothing to take away"
    add_app(person)
    assert url in client.get(data).content.decode()
    asked = client.get(url).content.decode()
    assert "assicurati" in asked.lower()
    assert Authenticator.objects.filter(user=person).exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url)["Location"] == data
    assert not Authenticator.objects.filter(user=person).exists()
    assert AuditEntry.objects.get(action="accounts.user.factors_removed").actor == administrator
    assert mail.outbox[-1].to == [person.email]
    add_app(administrator)
    own = f"/cms/persone/factors/{administrator.pk}/"
    client.post(own)
    assert Authenticator.objects.filter(user=administrator).exists(), "one's own are changed elsewhere"
    # Who is no person of the office is not found here.
    assert client.get(f"/cms/persone/factors/{UserFactory().pk}/").status_code == 404


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
