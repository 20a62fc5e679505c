"""A body says who holds its offices: one legal representative at a time, nothing private."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from partners.officers.enums import Office
from partners.officers.models import Officer
from partners.officers.queries import legal_representative
from partners.officers.services import add_officer, change_officer, remove_officer
from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Organisation
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry

pytestmark = pytest.mark.django_db
REPRESENTATIVE = Office.LEGAL_REPRESENTATIVE


@pytest.fixture
def member() -> User:
    """A person who may write for a body."""
    return MembershipFactory(role=MemberRole.EDITOR).user


def body_of(user: User) -> Organisation:
    return Organisation.objects.get(memberships__user=user)


def add(user: User, name: str = "Ada Esempio", **given: Any) -> Officer:
    values = {"office": REPRESENTATIVE, "since": date(2024, 3, 1), **given}
    return add_officer(organisation=body_of(user), by=user, name=name, **values)


def test_the_representative_changes_by_writing_the_last_day_of_the_first(member: User) -> None:
    first = add(member)
    with pytest.raises(ValidationError, match="può essercene uno solo"):
        add(member, "Bruno Esempio")
    change_officer(
        officer=first, by=member, name=first.name, office=first.office, since=first.since,
        until=date(2025, 6, 30),
    )  # fmt: skip
    second = add(member, "Bruno Esempio", since=date(2025, 7, 1))
    assert legal_representative(body_of(member)) == second
    assert AuditEntry.objects.filter(target_id=str(second.organisation_id)).count() == 3


def test_the_database_keeps_one_representative_whoever_writes(member: User) -> None:
    add(member)
    row = Officer(organisation=body_of(member), name="Altro", office=REPRESENTATIVE, since=date(2025, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    "given",
    [
        {"since": timezone.localdate() + timedelta(days=1)},
        {"until": date(2024, 2, 1)},
        {"name": "B\u0430nco Esempio"},
        {"name": "x" * 10_000},
        {"name": "\u200b"},
        {"office": "imperatore"},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(member: User, given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        add(member, **given)
    assert not Officer.objects.exists()


def test_who_cannot_write_for_the_body_writes_no_office(member: User) -> None:
    officer = add(member)
    reader = MembershipFactory(organisation=officer.organisation, role=MemberRole.READER).user
    for stranger in (reader, UserFactory()):
        with pytest.raises(PermissionDenied):
            remove_officer(officer=officer, by=stranger)
    Organisation.objects.update(status=OrganisationStatus.SUSPENDED, status_reason="Sede chiusa")
    with pytest.raises(PermissionDenied):
        remove_officer(officer=officer, by=member)


def test_the_office_writes_what_a_body_told_by_phone(member: User) -> None:
    body, client = body_of(member), Client()
    client.force_login(UserFactory(role=Role.CALLS_OFFICE))
    page, adds = f"/cms/enti/inspect/{body.pk}/", f"/cms/enti/officer-add/{body.pk}/"
    assert adds in client.get(page).content.decode()
    answers = {"name": "Ada Esempio", "office": REPRESENTATIVE, "since": "2024-03-01", "until": ""}
    assert client.post(adds, answers)["Location"] == page
    refused = client.post(adds, answers | {"name": "Bruno Esempio"}).content.decode()
    assert "uno solo" in refused
    assert "Bruno Esempio" in refused
    officer = Officer.objects.get()
    changes = f"/cms/enti/officer/{officer.pk}/"
    assert changes in client.get(page).content.decode()
    assert client.post(changes, answers | {"until": "2025-06-30"})["Location"] == page
    assert Officer.objects.get().until == date(2025, 6, 30)
    removes = f"/cms/enti/officer-remove/{officer.pk}/"
    assert "per errore" in client.get(removes).content.decode()
    client.post(removes)
    assert not Officer.objects.exists()
    assert client.post(removes).status_code == 404


def test_a_member_adds_corrects_and_removes_on_the_screens(member: User) -> None:
    client, base = Client(), f"/area-riservata/enti/{body_of(member).pk}/cariche/"
    client.force_login(member)
    assert "Nessuna carica indicata" in client.get(base).content.decode()
    answers = {"name": "Ada Esempio", "office": REPRESENTATIVE, "since": "2024-03-01", "until": ""}
    assert client.post(f"{base}nuova/", answers)["Location"] == base
    refused = client.post(f"{base}nuova/", answers | {"name": "Bruno Esempio"})
    assert refused.status_code == 422
    shown = refused.content.decode()
    assert "uno solo" in shown
    assert "Bruno Esempio" in shown
    officer = Officer.objects.get()
    assert client.post(f"{base}{officer.pk}/", answers | {"until": "2025-06-30"})["Location"] == base
    assert "30 giugno 2025" in client.get(base).content.decode()
    assert client.get(f"{base}{officer.pk}/elimina/").status_code == 200
    client.post(f"{base}{officer.pk}/elimina/")
    assert not Officer.objects.exists()
    assert client.post(f"{base}{officer.pk}/elimina/").status_code == 404
