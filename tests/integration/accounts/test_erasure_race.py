"""A person is deleted in the very moment in which they send an application."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from calls.applications import services
from calls.applications.enums import ApplicationStatus
from calls.applications.models import Application
from partners.claims.models import Claim
from partners.claims.services import ClaimRefused, approve, claim
from partners.invitations.services import accept
from partners.organisations.enums import LegalForm, MemberRole
from partners.organisations.models import Organisation
from partners.organisations.services import register_organisation
from partners.schools.access.services import ask_access
from partners.schools.models import SchoolContact
from tests.factories.accounts import confirmed_person
from tests.factories.calls import association, complete_application, published_call
from tests.factories.partners import (
    SERVED,
    ClaimFactory,
    InvitationFactory,
    MembershipFactory,
    SchoolFactory,
    tax_code,
)
from tests.support.races import run_overlapping, run_together
from vicinia.accounts.erasure.enums import ErasureState
from vicinia.accounts.erasure.models import ErasureRequest
from vicinia.accounts.erasure.services import ask_erasure, carry_out, withdraw_erasure
from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry
from vicinia.core.state import StepRefused
from vicinia.territory.models import ServedMunicipality


@pytest.mark.race
def test_what_is_being_sent_is_sent_before_the_deletion_which_leaves_no_name(
    race_database: None,
) -> None:
    person = confirmed_person(email="zenobia@example.org", first_name="Zenobia", last_name="Quartarullo")
    body = association(person)
    MembershipFactory(organisation=body)
    application = complete_application(published_call(), body)
    request = due(person)
    sent, _deleted = run_overlapping(
        partial(services.submit_application, application=application, by=person),
        partial(carry_out, request=request),
    )
    assert not isinstance(sent, Exception), sent
    application.refresh_from_db()
    assert application.status == ApplicationStatus.SUBMITTED
    assert not User.objects.get(pk=person.pk).is_active
    assert not AuditEntry.objects.filter(actor_label__icontains="Quartarullo").exists()


def due(person: User) -> ErasureRequest:
    """The person's request, whose day has come."""
    request = ask_erasure(user=person, by=person)
    ErasureRequest.objects.filter(pk=request.pk).update(due_at=timezone.now() - timedelta(minutes=1))
    request.refresh_from_db()
    return request


def with_another_member(person: User) -> None:
    """Give the person a body, which goes on without them, and an application ready to be sent."""
    own = association(person)
    MembershipFactory(organisation=own)
    complete_application(published_call(), own)


@pytest.mark.race
def test_nothing_begins_in_the_name_of_who_is_being_deleted(race_database: None) -> None:
    ServedMunicipality.objects.create(name="Fontalba", cadastral_code=SERVED)
    own = MembershipFactory()
    school, body, representative = SchoolFactory(), own.organisation, own.user
    asked: dict[int, Claim] = {}
    doors: dict[str, Callable[[User], object]] = {
        "registers a body": lambda person: register_organisation(
            by=person,
            tax_code=tax_code(61),
            name="Il Portone",
            legal_form=LegalForm.ODV,
            email="a@example.com",
        ),
        "accepts an invitation": lambda person: accept(
            invitation=InvitationFactory(organisation=body, email=person.email), by=person
        ),
        "asks to act for a body": lambda person: claim(
            tax_code=body.tax_code, role=MemberRole.READER, by=person
        ),
        "is let into a body": lambda person: approve(claim=asked[person.pk], by=representative),
        "asks to act for a school": lambda person: ask_access(school=school, by=person),
        "sends an application": lambda person: services.submit_application(
            application=Application.objects.get(organisation__memberships__user=person), by=person
        ),
    }
    for what, begin in doors.items():
        person = confirmed_person()
        if what == "sends an application":
            with_another_member(person)
        asked[person.pk] = ClaimFactory(organisation=body, user=person)
        _deleted, begun = run_overlapping(partial(carry_out, request=due(person)), partial(begin, person))
        assert isinstance(begun, (PermissionDenied, ClaimRefused)), (what, begun)
    assert Application.objects.get().status == ApplicationStatus.DRAFT
    assert list(body.memberships.values_list("user__is_active", flat=True)) == [True]
    assert not Claim.objects.exists()
    assert not SchoolContact.objects.exists()
    assert not Organisation.objects.filter(tax_code=tax_code(61)).exists()


@pytest.mark.race
@pytest.mark.sqlite
def test_who_changes_their_mind_as_the_day_comes_is_deleted_or_is_not(race_database: None) -> None:
    """Without the lock of `_locked` the person is deleted and reads that they are not."""
    person = confirmed_person()
    request = due(person)
    results = run_together(
        [
            partial(carry_out, request=request),
            partial(withdraw_erasure, request=request, by=person),
            partial(carry_out, request=request),
            partial(withdraw_erasure, request=request, by=person),
        ]
    )
    assert sum(isinstance(result, ErasureRequest) for result in results) == 1, results
    assert sum(isinstance(result, StepRefused) for result in results) == 3, results
    request.refresh_from_db()
    person.refresh_from_db()
    assert person.is_active == (request.state == ErasureState.WITHDRAWN)


@pytest.mark.django_db
def test_who_is_deleted_already_sends_nothing() -> None:
    person = confirmed_person()
    body = association(person)
    MembershipFactory(organisation=body)
    application = complete_application(published_call(), body)
    carry_out(request=due(person))
    with pytest.raises(PermissionDenied):
        services.submit_application(application=application, by=person)
    application.refresh_from_db()
    assert application.status == ApplicationStatus.DRAFT
