"""Bodies are told what expires: one mail a day for each, no document twice for the same term."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail

from partners.dossier.enums import DocumentType
from partners.dossier.reminders import remind, send_reminders
from partners.merging.services import merge_organisations
from tests.factories.accounts import UserFactory
from tests.factories.calls import association
from tests.factories.dossiers import approved, in_days, uploaded
from vicinia.accounts.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(django_capture_on_commit_callbacks: Any) -> Any:
    """Run the job and return the mails that it sent."""

    def job() -> list[Any]:
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            send_reminders.call()
        return list(mail.outbox)

    return job


def test_one_mail_tells_a_body_all_that_expires_and_never_again(run: Any) -> None:
    body, other = association(), association()
    approved(body, expires_on=in_days(29))
    approved(body, DocumentType.IDENTITY, expires_on=in_days(5), name="carta.pdf")
    approved(body, DocumentType.MANDATE, expires_on=in_days(90), name="delega.pdf")
    approved(other, expires_on=in_days(200))
    (message,) = run()
    assert body.email in message.to
    assert "2 documenti" in message.subject
    assert "Assicurazione dei volontari" in message.body
    assert "Delega" not in message.body
    assert run() == []


def test_the_second_term_is_told_on_its_day_and_what_is_replaced_or_expired_is_not(run: Any) -> None:
    renewed, late, told = association(), association(), association()
    approved(renewed, expires_on=in_days(6))
    uploaded(renewed, expires_on=in_days(370))
    approved(late, expires_on=in_days(0)).document.versions.update(expires_on=in_days(-1))
    approved(told, expires_on=in_days(7))
    assert [each.days_before for each in remind(organisation=told, today=in_days(-23))] == [30]
    (message,) = run()
    assert told.email in message.to


def test_a_body_gets_one_mail_a_day_whatever_comes_later(run: Any) -> None:
    body = association()
    approved(body, expires_on=in_days(20))
    assert len(run()) == 1
    approved(body, DocumentType.IDENTITY, expires_on=in_days(4), name="carta.pdf")
    assert run() == []
    (due,) = remind(organisation=body, today=in_days(1))
    assert due.version.document.type == DocumentType.IDENTITY


def test_what_was_told_to_a_body_is_not_told_again_to_the_one_it_went_into(run: Any) -> None:
    gone, stays = association(), association()
    approved(gone, expires_on=in_days(20))
    assert len(run()) == 1
    merge_organisations(winner=stays, loser=gone, take=[], by=UserFactory(role=Role.CALLS_OFFICE))
    assert remind(organisation=stays, today=in_days(1)) == []
