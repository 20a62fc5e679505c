"""A person is deleted in the very moment in which they send an application."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from calls.applications import services
from calls.applications.enums import ApplicationStatus
from calls.applications.models import Application
from tests.factories.accounts import confirmed_person
from tests.factories.calls import association, complete_application, published_call
from tests.factories.partners import MembershipFactory
from tests.support.races import run_together
from vicinia.accounts.erasure.models import ErasureRequest
from vicinia.accounts.erasure.services import ask_erasure, carry_out
from vicinia.accounts.models import User
from vicinia.core.audit.models import AuditEntry

# Longer than a deletion takes when nothing holds it up.
LONG_ENOUGH = 3.0


@pytest.mark.race
def test_what_is_being_sent_is_sent_before_the_deletion_which_leaves_no_name(
    race_database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = confirmed_person(email="zenobia@example.org", first_name="Zenobia", last_name="Quartarullo")
    body = association(person)
    MembershipFactory(organisation=body)
    application = complete_application(published_call(), body)
    request = ask_erasure(user=person, by=person)
    ErasureRequest.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    request.refresh_from_db()
    sending, deleted = threading.Event(), threading.Event()
    check = services.require_complete

    def slow_check(sent: Application, now: datetime) -> None:
        sending.set()
        deleted.wait(LONG_ENOUGH)
        check(sent, now)

    monkeypatch.setattr(services, "require_complete", slow_check)

    def delete() -> None:
        assert sending.wait(30), "nothing was sent"
        carry_out(request=request)
        deleted.set()

    sent, _deleted = run_together(
        [lambda: services.submit_application(application=application, by=person), delete]
    )
    assert not isinstance(sent, Exception), sent
    application.refresh_from_db()
    assert application.status == ApplicationStatus.SUBMITTED
    assert not User.objects.get(pk=person.pk).is_active
    assert not AuditEntry.objects.filter(actor_label__icontains="Quartarullo").exists()


@pytest.mark.django_db
def test_who_is_deleted_already_sends_nothing() -> None:
    person = confirmed_person()
    body = association(person)
    MembershipFactory(organisation=body)
    application = complete_application(published_call(), body)
    request = ask_erasure(user=person, by=person)
    ErasureRequest.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    carry_out(request=ErasureRequest.objects.get(pk=request.pk))
    with pytest.raises(PermissionDenied):
        services.submit_application(application=application, by=person)
    application.refresh_from_db()
    assert application.status == ApplicationStatus.DRAFT
