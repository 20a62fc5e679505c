"""A person registers a body, and only its people and the office may act on it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from partners.organisations import services
from partners.organisations.enums import LegalForm, MemberRole, OrganisationStatus
from partners.organisations.events import OrganisationRegistered, OrganisationStatusChanged
from partners.organisations.models import Organisation
from partners.organisations.queries import can_apply_for, organisations_acted_for, organisations_of
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory, check_all, tax_code
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core import events
from vicinia.core.audit.models import AuditEntry
from vicinia.core.state import StepRefused
from vicinia.territory.models import Topic

pytestmark = pytest.mark.django_db
CODE = tax_code(42)


def register(by: User, **changed: Any) -> Organisation:
    fields = {
        "tax_code": CODE,
        "name": "Il Portone ODV",
        "legal_form": LegalForm.ODV,
        "email": "ilportone@example.com",
    }
    return services.register_organisation(by=by, **{**fields, **changed})


@pytest.mark.sqlite
def test_who_registers_a_body_becomes_its_first_member(
    django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr(events, "_tell", told.append)
    user = UserFactory()
    with django_capture_on_commit_callbacks(execute=True):
        organisation = register(user, tax_code=f" {CODE[:6]} {CODE[6:]} ")
    assert organisation.tax_code == CODE
    assert organisation.status == OrganisationStatus.TO_VERIFY
    assert organisation.memberships.get().role == MemberRole.LEGAL_REPRESENTATIVE
    assert can_apply_for(user, organisation)
    assert told == [OrganisationRegistered(organisation_id=organisation.pk, user_id=user.pk)]
    entry = AuditEntry.objects.get(action="partners.organisation.registered")
    assert (entry.actor, entry.target_id) == (user, str(organisation.pk))


@pytest.mark.sqlite
def test_a_body_already_registered_is_named_plainly_and_gives_no_access() -> None:
    organisation, user = OrganisationFactory(tax_code=CODE), UserFactory()
    with pytest.raises(services.AlreadyRegistered) as refusal:
        register(user)
    assert "già registrato" in refusal.value.messages[0]
    assert not organisations_of(user).exists()
    assert organisation.memberships.count() == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tax_code", "12345678901"),
        ("name", ""),
        ("name", "A" * 10_000),
        ("legal_form", "spa"),
        ("email", "non è un indirizzo"),
        ("website", "javascript:alert(1)"),
    ],
)
def test_a_wrong_field_registers_nothing(field: str, value: str) -> None:
    with pytest.raises(ValidationError):
        register(UserFactory(), **{field: value})
    assert not Organisation.objects.exists()
    assert not AuditEntry.objects.filter(action="partners.organisation.registered").exists()


def test_the_office_registers_a_body_without_becoming_its_member() -> None:
    organisation = register(UserFactory(role=Role.CALLS_OFFICE), role=None)
    assert organisation.memberships.count() == 0


@pytest.mark.sqlite
def test_a_change_is_written_with_what_was_there_before() -> None:
    membership = MembershipFactory(organisation__phone="0000 1")
    topic = Topic.objects.create(name="Sport", slug="sport")
    services.update_organisation(
        organisation=membership.organisation,
        by=membership.user,
        phone="0000 2",
        name=membership.organisation.name,
        topics=[topic],
    )
    organisation = Organisation.objects.get()
    assert (organisation.phone, list(organisation.topics.all())) == ("0000 2", [topic])
    entry = AuditEntry.objects.get(action="partners.organisation.updated")
    assert entry.data["changes"] == {"phone": ["0000 1", "0000 2"], "topics": ["", "Sport"]}


def test_a_change_of_nothing_leaves_no_trace() -> None:
    membership = MembershipFactory()
    services.update_organisation(
        organisation=membership.organisation, by=membership.user, name=membership.organisation.name, topics=[]
    )
    assert not AuditEntry.objects.filter(action="partners.organisation.updated").exists()


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (MemberRole.LEGAL_REPRESENTATIVE, True),
        (MemberRole.EDITOR, True),
        (MemberRole.READER, False),
        (None, False),
    ],
)
def test_only_who_may_write_for_a_body_changes_it_and_applies(role: MemberRole | None, may: bool) -> None:
    organisation, user = OrganisationFactory(), UserFactory()
    if role:
        MembershipFactory(organisation=organisation, user=user, role=role)
    assert can_apply_for(user, organisation) is may
    if may:
        services.update_organisation(organisation=organisation, by=user, phone="1")
    else:
        with pytest.raises(PermissionDenied):
            services.update_organisation(organisation=organisation, by=user, phone="1")


@pytest.mark.sqlite
def test_a_visitor_belongs_to_no_body_not_even_to_those_without_people() -> None:
    organisation = OrganisationFactory()
    assert not organisations_of(AnonymousUser()).exists()
    assert not organisations_acted_for(AnonymousUser()).exists()
    assert not can_apply_for(AnonymousUser(), organisation)


def test_a_suspended_body_is_seen_by_its_people_but_does_not_act() -> None:
    membership = MembershipFactory()
    office = UserFactory(role=Role.CALLS_OFFICE)
    services.suspend_organisation(organisation=membership.organisation, reason="Sede chiusa", by=office)
    organisation = Organisation.objects.get()
    assert (organisation.status, organisation.status_reason) == (OrganisationStatus.SUSPENDED, "Sede chiusa")
    assert list(organisations_of(membership.user)) == [organisation]
    assert not can_apply_for(membership.user, organisation)
    with pytest.raises(PermissionDenied):
        services.update_organisation(organisation=organisation, by=membership.user, phone="1")
    services.readmit_organisation(organisation=organisation, by=office)
    assert can_apply_for(membership.user, organisation)
    assert Organisation.objects.get().status_reason == ""


def test_verifying_tells_who_listens(
    django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr(events, "_tell", told.append)
    organisation = check_all(OrganisationFactory(status=OrganisationStatus.TO_VERIFY))
    with django_capture_on_commit_callbacks(execute=True):
        services.verify_organisation(
            organisation=organisation, by=UserFactory(role=Role.RESPONSIBLE_OFFICIAL)
        )
    assert told == [OrganisationStatusChanged(organisation_id=organisation.pk, status="verified")]


def test_a_step_that_the_table_does_not_have_is_refused() -> None:
    with pytest.raises(StepRefused):
        services.verify_organisation(
            organisation=OrganisationFactory(), by=UserFactory(role=Role.CALLS_OFFICE)
        )


def test_a_suspension_needs_its_reason() -> None:
    with pytest.raises(ValidationError):
        services.suspend_organisation(
            organisation=OrganisationFactory(), reason="  ", by=UserFactory(role=Role.CALLS_OFFICE)
        )


@pytest.mark.parametrize("role", [None, Role.EVALUATOR, Role.EDITOR, Role.DIRECTOR])
def test_nobody_else_in_the_office_verifies_or_suspends(role: Role | None) -> None:
    organisation, user = OrganisationFactory(status=OrganisationStatus.TO_VERIFY), UserFactory(role=role)
    with pytest.raises(PermissionDenied):
        services.verify_organisation(organisation=organisation, by=user)
    with pytest.raises(PermissionDenied):
        services.suspend_organisation(organisation=organisation, reason="x", by=user)
    with pytest.raises(PermissionDenied):
        services.update_organisation(organisation=organisation, by=user, phone="1")


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "wrong",
    [{"tax_code": "123"}, {"tax_code": "rssmra80a01h501x"}, {"status": "altro"}, {"status": "suspended"}],
)
def test_the_database_itself_refuses_what_must_never_be(wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationFactory(**wrong)


@pytest.mark.sqlite
def test_a_person_is_linked_to_a_body_once() -> None:
    membership = MembershipFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(organisation=membership.organisation, user=membership.user, role=MemberRole.READER)
