"""A body fills in, saves, attaches and sends: once, complete, and by the database's clock."""

import json
import time
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from calls.applications import services
from calls.applications.enums import ApplicationStatus
from calls.applications.file_services import NotWanted, attach_file, remove_file
from calls.applications.models import Application, Attachment
from calls.applications.refusals import AlreadySent, DeadlinePassed, NotComplete, NotOpen
from calls.applications.services import (
    save_draft,
    start_application,
    submit_application,
    withdraw_application,
)
from calls.notices.models import Call
from partners.organisations.models import Membership
from tests.factories.accounts import UserFactory
from tests.factories.calls import (
    ANSWERS,
    association,
    complete_application,
    draft_application,
    published_call,
    representative,
)
from tests.factories.documents import image_bytes, pdf_bytes, upload
from vicinia.core import clock
from vicinia.core.audit.models import AuditEntry
from vicinia.core.canonical import sha256_of, sha256_of_text
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import FileRefused
from vicinia.core.registers.models import RegisterCounter
from vicinia.core.state import StepRefused

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def close(call: Call, *, ago: timedelta) -> None:
    """Move the closing into the past, as time would."""
    Call.objects.filter(pk=call.pk).update(closes_at=clock.database_now() - ago)


def by_of(application: Application):
    return representative(application.organisation)


def test_sending_fixes_number_instant_and_hash():
    application = complete_application()
    before = clock.database_now()
    sent = submit_application(application=application, by=by_of(application))
    assert before <= sent.submitted_at <= clock.database_now()
    assert sent.code == f"1/{timezone.localtime(sent.submitted_at).year}"
    assert sent.sha256 == sha256_of_text(sent.sealed)
    sealed = json.loads(sent.sealed)
    assert sealed["answers"] == ANSWERS
    assert sealed["call"]["rules_sha256"] == sent.call.rules_sha256
    assert sealed["form"]["sha256"] == sent.form_version.sha256
    assert [file["sha256"] for file in sealed["files"]] == [sent.attachments.get().file.sha256]
    assert AuditEntry.objects.filter(action="calls.application.submitted", target_id=str(sent.pk)).exists()


def test_the_sealed_text_is_canonical():
    application = complete_application()
    sent = submit_application(application=application, by=by_of(application))
    assert sha256_of(json.loads(sent.sealed)) == sent.sha256


def test_sending_again_gives_the_same_number():
    application = complete_application()
    first = submit_application(application=application, by=by_of(application))
    again = submit_application(application=application, by=by_of(application))
    assert (again.code, again.sha256, again.submitted_at) == (first.code, first.sha256, first.submitted_at)
    assert RegisterCounter.objects.get(register="applications").last == 1


def test_numbers_follow_each_other_and_a_failed_sending_gives_its_number_back(monkeypatch):
    one, two, three = (complete_application() for _count in range(3))
    submit_application(application=one, by=by_of(one))
    monkeypatch.setattr(services, "sealed_content", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        submit_application(application=two, by=by_of(two))
    monkeypatch.undo()
    two.refresh_from_db()
    assert two.is_draft
    assert two.answers == ANSWERS
    assert submit_application(application=three, by=by_of(three)).register_number == 2


def test_after_the_closing_nothing_is_sent_nor_saved_and_the_draft_stays():
    application = complete_application()
    close(application.call, ago=timedelta(milliseconds=5))
    by = by_of(application)
    with pytest.raises(DeadlinePassed):
        submit_application(application=application, by=by)
    with pytest.raises(DeadlinePassed):
        save_draft(application=application, answers={"titolo": "Tardi"}, keys=["titolo"], by=by)
    with pytest.raises(DeadlinePassed):
        attach_file(application=application, key="lettere", upload=upload(pdf_bytes()), by=by)
    with pytest.raises(DeadlinePassed):
        remove_file(application=application, key="piano-delle-spese", by=by)
    with pytest.raises(DeadlinePassed):
        withdraw_application(application=application, by=by)
    kept = Application.objects.get(pk=application.pk)
    assert (kept.status, kept.answers, kept.attachments.count()) == (ApplicationStatus.DRAFT, ANSWERS, 1)


def test_the_clock_that_decides_is_the_databases(monkeypatch):
    """A web machine whose clock is a year behind changes nothing."""
    application = complete_application()
    close(application.call, ago=timedelta(seconds=1))
    monkeypatch.setattr(timezone, "now", lambda: clock.database_now() - timedelta(days=365))
    with pytest.raises(DeadlinePassed):
        submit_application(application=application, by=by_of(application))


def test_who_asked_in_time_is_not_late_for_having_queued(monkeypatch):
    """The instant is read first: the closing passes while the row is being locked, and it is accepted."""
    application = complete_application()
    by = by_of(application)
    lock = services.lock

    def slow_lock(asked):
        # SQLite's clock counts milliseconds: the next one, at least.
        time.sleep(0.002)
        close(asked.call, ago=timedelta(0))
        return lock(asked)

    monkeypatch.setattr(services, "lock", slow_lock)
    sent = submit_application(application=application, by=by)
    assert sent.submitted_at < sent.call.closes_at <= clock.database_now()


def test_a_draft_is_saved_question_by_question():
    application = draft_application()
    by = by_of(application)
    save_draft(application=application, answers={"titolo": "Uno"}, keys=["titolo"], by=by)
    saved = save_draft(
        application=application, answers={"importo": "2000.00"}, keys=["importo", "note"], by=by
    )
    assert saved.answers == {"titolo": "Uno", "importo": "2000.00"}
    saved = save_draft(application=application, answers={}, keys=["titolo"], by=by)
    assert saved.answers == {"importo": "2000.00"}


def test_answers_to_questions_that_nobody_asked_are_not_kept():
    application = draft_application()
    saved = save_draft(application=application, answers={"altro": "x"}, keys=["altro"], by=by_of(application))
    assert saved.answers == {}


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({}, ["Titolo del progetto", "Contributo richiesto", "Dichiaro che tutto è vero"]),
        ({**ANSWERS, "importo": "5000.01"}, ["Contributo richiesto"]),
        ({**ANSWERS, "titolo": "x" * 91}, ["Titolo del progetto"]),
        ({**ANSWERS, "dichiarazione": None}, ["Dichiaro che tutto è vero"]),
    ],
)
def test_the_server_checks_every_answer_again_before_sending(answers, missing):
    application = complete_application()
    Application.objects.filter(pk=application.pk).update(answers=answers)
    with pytest.raises(NotComplete) as refusal:
        submit_application(application=application, by=by_of(application))
    assert list(refusal.value.labels) == missing
    assert Application.objects.get(pk=application.pk).is_draft


def test_a_required_document_is_asked_for():
    application = complete_application()
    remove_file(application=application, key="piano-delle-spese", by=by_of(application))
    with pytest.raises(NotComplete) as refusal:
        submit_application(application=application, by=by_of(application))
    assert list(refusal.value.labels) == ["Piano delle spese"]


def test_what_was_sent_does_not_change():
    application = complete_application()
    by = by_of(application)
    submit_application(application=application, by=by)
    with pytest.raises(AlreadySent, match="1/"):
        save_draft(application=application, answers={"titolo": "Altro"}, keys=["titolo"], by=by)
    with pytest.raises(AlreadySent):
        remove_file(application=application, key="piano-delle-spese", by=by)
    application.refresh_from_db()
    with pytest.raises(AlreadySent):
        attach_file(application=application, key="lettere", upload=upload(pdf_bytes()), by=by)


def test_one_application_for_each_body_and_call():
    application = draft_application()
    again = start_application(
        call=application.call, organisation=application.organisation, by=by_of(application)
    )
    assert again == application
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.create(
            call=application.call,
            organisation=application.organisation,
            form_version=application.form_version,
            saved_at=timezone.now(),
        )


def test_withdrawing_lets_the_body_start_again_with_another_number():
    application = complete_application()
    by = by_of(application)
    submit_application(application=application, by=by)
    withdraw_application(application=application, by=by)
    with pytest.raises(StepRefused):
        withdraw_application(application=application, by=by)
    second = complete_application(application.call, application.organisation)
    assert second != application
    assert submit_application(application=second, by=by).register_number == 2


def test_an_application_starts_only_in_the_window():
    now = timezone.now()
    body = association()
    early = published_call(opens_at=now + timedelta(hours=1), closes_at=now + timedelta(hours=2))
    late = published_call(opens_at=now - timedelta(hours=2), closes_at=now - timedelta(hours=1))
    with pytest.raises(NotOpen):
        start_application(call=early, organisation=body, by=representative(body))
    with pytest.raises(DeadlinePassed):
        start_application(call=late, organisation=body, by=representative(body))


@pytest.mark.parametrize("role", ["reader", None])
def test_who_may_not_write_for_the_body_is_refused(role):
    application = complete_application()
    person = UserFactory()
    if role:
        Membership.objects.create(organisation=application.organisation, user=person, role=role)
    with pytest.raises(PermissionDenied):
        start_application(call=application.call, organisation=application.organisation, by=person)
    with pytest.raises(PermissionDenied):
        save_draft(application=application, answers={}, keys=[], by=person)
    with pytest.raises(PermissionDenied):
        submit_application(application=application, by=person)
    with pytest.raises(PermissionDenied):
        attach_file(application=application, key="lettere", upload=upload(pdf_bytes()), by=person)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vuoto"),
        (b"%PDF-1.7 not really", "non si apre"),
        (image_bytes(), "tipo"),
        (b"MZ\x90\x00 a program called plan.pdf", "tipo"),
        (pdf_bytes(password="segreta"), "password"),
    ],
)
def test_a_file_that_cannot_be_accepted_says_why_and_leaves_the_other_one(content, words):
    application = complete_application()
    before = application.attachments.get().file
    files = StoredFile.objects.count()
    with pytest.raises(FileRefused, match=words):
        attach_file(
            application=application, key="piano-delle-spese", upload=upload(content), by=by_of(application)
        )
    assert application.attachments.get().file == before
    assert StoredFile.objects.count() == files


def test_a_new_file_takes_the_place_of_the_old_one(django_capture_on_commit_callbacks):
    application = complete_application()
    old = application.attachments.get().file
    storage, name = old.file.storage, old.file.name
    with django_capture_on_commit_callbacks(execute=True):
        attach_file(
            application=application,
            key="piano-delle-spese",
            upload=upload(pdf_bytes(pages=2), "nuovo.pdf"),
            by=by_of(application),
        )
    assert Attachment.objects.get(application=application).file.name == "nuovo.pdf"
    assert not StoredFile.objects.filter(pk=old.pk).exists()
    assert not storage.exists(name)


def test_a_document_that_nobody_asked_for_is_refused():
    application = draft_application()
    with pytest.raises(NotWanted):
        attach_file(application=application, key="altro", upload=upload(pdf_bytes()), by=by_of(application))
