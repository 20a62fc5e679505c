"""The office checks a body point by point and asks it what is not clear; only then it verifies it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from partners.organisations.enums import MemberRole, OrganisationStatus
from partners.organisations.models import Organisation
from partners.organisations.services import (
    readmit_organisation,
    suspend_organisation,
    verify_organisation,
)
from partners.registrations import counts
from partners.verification import services
from partners.verification.enums import CheckItem, Outcome
from partners.verification.screens import panel
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory, check_all
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.state import StepRefused

Commit = Callable[..., Any]
pytestmark = pytest.mark.django_db


@pytest.fixture
def official() -> User:
    user: User = UserFactory(role=Role.CALLS_OFFICE)
    return user


@pytest.fixture
def body() -> Organisation:
    organisation: Organisation = OrganisationFactory(status=OrganisationStatus.TO_VERIFY)
    return organisation


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_body_is_verified_only_when_every_check_is_done_or_not_due_with_a_reason(
    official: User, body: Organisation
) -> None:
    client = signed_in(official)
    screen, check = (reverse(f"organisations:{name}", args=[body.pk]) for name in ("verification", "check"))
    verify = reverse("organisations:verify", args=[body.pk])
    refused = client.post(verify, follow=True).content.decode()
    assert "Presente nel RUNTS" in refused
    for item in CheckItem:
        outcome = "not_due" if item == CheckItem.RUNTS else "done"
        client.post(check, {"item": item, "outcome": outcome, "note": "", "link": ""})
    # Not due without a reason was not saved.
    assert set(body.checks.values_list("item", flat=True)) == set(CheckItem.values) - {CheckItem.RUNTS}
    assert verify not in client.get(screen).content.decode()
    client.post(check, {"item": "runts", "outcome": "not_due", "note": "È un ente pubblico.", "link": ""})
    assert verify in client.get(screen).content.decode()
    client.post(verify)
    body.refresh_from_db()
    assert body.status == OrganisationStatus.VERIFIED
    entry = AuditEntry.objects.get(action="partners.organisation.checked", data__item="runts")
    assert entry.data["reason"] == "È un ente pubblico."


def test_a_check_taken_back_must_be_done_again_and_the_trail_keeps_it(
    official: User, body: Organisation
) -> None:
    check_all(body)
    signed_in(official).post(reverse("organisations:check", args=[body.pk]), {"reopen": "seat"})
    with pytest.raises(StepRefused, match="Sede"):
        verify_organisation(organisation=body, by=official)
    assert AuditEntry.objects.get(action="partners.organisation.check_reopened").data["item"] == "seat"


def test_office_and_body_write_to_each_other_and_each_is_told(
    official: User, body: Organisation, django_capture_on_commit_callbacks: Commit
) -> None:
    member = MembershipFactory(organisation=body)
    reader = MembershipFactory(organisation=body, role=MemberRole.READER)
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(official).post(
            reverse("organisations:ask", args=[body.pk]), {"text": "Dov’è <b>la sede</b>?"}
        )
    assert [message.to for message in outbox.outbox] == [[member.user.email]]
    shown = panel(member.user)
    assert shown is not None
    url = f"/area-riservata/enti/{body.pk}/messaggi/"
    assert [task.url for task in shown.tasks] == [url]
    assert panel(reader.user) is None
    page = signed_in(member.user).get(url).content.decode()
    assert "&lt;b&gt;la sede&lt;/b&gt;" in page
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(member.user).post(url, {"text": "In via dei Mulini 3."})
    assert outbox.outbox[-1].to == [official.email]
    assert panel(member.user) is None
    waiting = counts(None)[1]  # type: ignore[arg-type]
    assert (waiting.value, "waits_for=answer" in waiting.url) == (1, True)
    listed = signed_in(official).get(waiting.url).content.decode()
    assert body.name in listed


def test_a_reader_reads_the_messages_and_does_not_answer(body: Organisation) -> None:
    reader = MembershipFactory(organisation=body, role=MemberRole.READER)
    client, url = signed_in(reader.user), f"/area-riservata/enti/{body.pk}/messaggi/"
    assert client.get(url).status_code == 200
    assert client.post(url, {"text": "Io"}).status_code == 403
    with pytest.raises(PermissionDenied):
        services.ask(organisation=body, text="Io", by=reader.user)


@pytest.mark.parametrize("text", ["", "   ", "\x00", "\x01", "x" * 10_000])
def test_an_empty_or_endless_message_is_refused_with_a_sentence(body: Organisation, text: str) -> None:
    member = MembershipFactory(organisation=body)
    url = f"/area-riservata/enti/{body.pk}/messaggi/"
    answer = signed_in(member.user).post(url, {"text": text})
    assert answer.status_code == 422
    assert not body.messages.exists()


def test_what_the_office_typed_is_still_there_when_something_is_wrong(
    official: User, body: Organisation
) -> None:
    client = signed_in(official)
    check, ask = (reverse(f"organisations:{name}", args=[body.pk]) for name in ("check", "ask"))
    link = "https://www.registro.example/4821"
    answer = client.post(check, {"item": "runts", "outcome": "not_due", "note": "", "link": link})
    assert answer.status_code == 422
    assert link in answer.content.decode()
    answer = client.post(ask, {"text": "Dov’è la sede? " + "x" * 3_000})
    assert "Dov’è la sede?" in answer.content.decode()
    assert client.post(ask, {"text": "\x01"}).status_code == 422
    assert not body.messages.exists()
    assert not body.checks.exists()


def test_a_readmitted_body_goes_back_to_where_its_checks_are(
    official: User, body: Organisation, django_capture_on_commit_callbacks: Commit
) -> None:
    MembershipFactory(organisation=body)
    with django_capture_on_commit_callbacks(execute=True):
        suspend_organisation(organisation=body, reason="Sede chiusa", by=official)
    assert "Sede chiusa" in outbox.outbox[-1].body
    assert readmit_organisation(organisation=body, by=official).status == OrganisationStatus.TO_VERIFY
    suspend_organisation(organisation=body, reason="Sede chiusa", by=official)
    check_all(body)
    body.refresh_from_db()
    assert readmit_organisation(organisation=body, by=official).status == OrganisationStatus.VERIFIED


def test_only_the_office_that_verifies_checks(body: Organisation) -> None:
    for user in (UserFactory(role=Role.DIRECTOR), MembershipFactory(organisation=body).user):
        with pytest.raises(PermissionDenied):
            services.record_check(organisation=body, item=CheckItem.SEAT, outcome=Outcome.DONE, by=user)


def test_an_address_that_could_run_is_refused(official: User, body: Organisation) -> None:
    with pytest.raises(ValidationError):
        services.record_check(
            organisation=body,
            item=CheckItem.SEAT,
            outcome=Outcome.DONE,
            link="javascript:alert(1)",
            by=official,
        )
