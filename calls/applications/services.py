"""Writing applications: starting, saving, sending, withdrawing.

The database's clock decides every deadline, drafts included. The instant is read as the first
statement, before any lock: whoever asked in time is not late for having queued.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from calls.notices.models import Call
from calls.registers import Register
from partners.dossier.models import DossierVersion
from partners.dossier.services import hold_versions
from partners.memberships.services import hold_membership
from partners.organisations.holding import hold_to_act
from partners.organisations.models import Membership, Organisation
from partners.organisations.queries import can_apply_for
from vicinia.accounts.models import User
from vicinia.accounts.services import hold_person
from vicinia.core import audit, events
from vicinia.core.canonical import Json, canonical_json, sha256_of_text
from vicinia.core.clock import day_of, timed_transaction
from vicinia.core.registers.services import take_number

from .completeness import gaps_of_application
from .enums import APPLICATION_STEPS, ApplicationStatus, SentAs
from .events import ApplicationStarted, ApplicationSubmitted, ApplicationWithdrawn
from .models import Application
from .refusals import AlreadySent, NotComplete, require_open
from .sealing import sealed_content
from .senders import require_may_send, sender_of


def start_application(*, call: Call, organisation: Organisation, by: User) -> Application:
    """Start a body's application to an open call, or return the one it has already.

    Raises PermissionDenied when `by` may not apply for the body, NotOpen or DeadlinePassed.
    """
    with timed_transaction() as now:
        # One at a time for each body: two of its people who press together find the same one.
        hold_to_act(organisation, by)
        existing = _existing(call, organisation).first()
        if existing:
            return existing
        current = Call.objects.select_related("form_version").get(pk=call.pk)
        require_open(current, now)
        assert current.form_version is not None  # noqa: S101 - a check constraint: published calls have one
        application = Application.objects.create(
            call=current,
            organisation=organisation,
            form_version=current.form_version,
            started_by=by,
            saved_at=now,
        )
        audit.record("calls.application.started", by=by, target=application)
        events.emit(ApplicationStarted(application_id=application.pk))
        return application


def save_draft(
    *, application: Application, answers: Mapping[str, Json], keys: Collection[str], by: User
) -> Application:
    """Replace the answers to some questions (`keys`) of a draft; those not in `answers` become empty.

    Raises DeadlinePassed after the closing (nothing changes, the draft stays readable), AlreadySent,
    PermissionDenied.
    """
    with timed_transaction() as now:
        locked = hold_draft(application=application, by=by, now=now)
        known = {question.key for question in locked.form_version.form().questions()} & set(keys)
        kept = {key: answer for key, answer in locked.answers.items() if key not in known}
        locked.answers = {**kept, **{key: answers[key] for key in known if key in answers}}
        locked.saved_at = now
        locked.save(update_fields=["answers", "saved_at"])
        audit.record("calls.application.saved", by=by, target=locked, questions=sorted(known))
    return locked


def submit_application(*, application: Application, by: User) -> Application:
    """Send an application: number, instant and SHA-256 are fixed, answers and files no longer change.

    Who is not the legal representative needs a mandate that counts, where the call asks for it: it is held
    until the end, and kept with the application. Repeating it gives the same number. Raises DeadlinePassed,
    NotOpen, NotComplete, NoMandate, PermissionDenied; then it is still a draft with every answer.
    Sources: L. 241/1990 art. 18-bis (receipt), CAD art. 41, DPR 445/2000 art. 38.
    """
    with timed_transaction() as received_at:
        hold_person(by)
        membership = _hold_membership(application, by)
        locked = lock(application)
        require_may_write(by, locked)
        if locked.status == ApplicationStatus.SUBMITTED:
            return locked
        APPLICATION_STEPS.require(ApplicationStatus(locked.status), ApplicationStatus.SUBMITTED)
        require_open(locked.call, received_at)
        mandate_id = membership.mandate_id if membership else None
        versions = hold_versions([*_chosen_versions(locked), *([mandate_id] if mandate_id else [])])
        require_complete(locked, versions, received_at)
        sender = sender_of(by, locked, day_of(received_at), membership)
        require_may_send(sender)
        seal_application(
            application=locked, at=received_at, by=by, sent_as=sender.sent_as, mandate=sender.mandate
        )
        events.emit(ApplicationSubmitted(application_id=locked.pk))
    return locked


def seal_application(
    *,
    application: Application,
    at: datetime,
    by: User | None,
    sent_as: SentAs,
    mandate: DossierVersion | None = None,
) -> None:
    """Give a locked draft its number and hash as of `at`; whoever calls has decided that it may be sent.

    Only `submit_application` and the demo's loader (for applications of the past) use it: `at` is the
    database's time for everybody else.
    """
    application.submitted_at, application.submitted_by = at, by
    application.sent_as = sent_as
    application.mandate = mandate if sent_as == SentAs.DELEGATE else None
    application.status = ApplicationStatus.SUBMITTED
    year = timezone.localtime(at, timezone.get_default_timezone()).year
    # The last lock: it is held for the few statements that follow, and a failure gives the number back.
    number = take_number(register=Register.APPLICATIONS, year=year)
    application.register_year, application.register_number = year, number
    application.sealed = canonical_json(sealed_content(application))
    application.sha256 = sha256_of_text(application.sealed)
    application.save()
    audit.record(
        "calls.application.submitted",
        by=by,
        target=application,
        number=application.code,
        sha256=application.sha256,
        sent_as=str(sent_as),
        mandate=application.mandate_id,
    )


def withdraw_application(*, application: Application, by: User) -> Application:
    """Withdraw before the closing; the body may then start again. What was sent is kept with its number.

    What was sent is withdrawn by who might send it. Raises NoMandate, NotOpen, DeadlinePassed, StepRefused.
    """
    with timed_transaction() as now:
        hold_person(by)
        membership = _hold_membership(application, by)
        locked = lock(application)
        require_may_write(by, locked)
        if not locked.is_draft:
            require_may_send(sender_of(by, locked, day_of(now), membership))
        APPLICATION_STEPS.require(ApplicationStatus(locked.status), ApplicationStatus.WITHDRAWN)
        require_open(locked.call, now)
        locked.status = ApplicationStatus.WITHDRAWN
        locked.save(update_fields=["status"])
        audit.record("calls.application.withdrawn", by=by, target=locked, number=locked.code)
        events.emit(ApplicationWithdrawn(application_id=locked.pk))
    return locked


def note_reading(*, application: Application, by: User) -> None:
    """Note that a person of the office has opened an application (GDPR art. 5: who saw what, when)."""
    audit.record("calls.application.opened", by=by, target=application)


def note_export(*, call: Call, by: User, kind: str) -> None:
    """Note that a person of the office has taken all the applications of a call as a file."""
    audit.record("calls.application.exported", by=by, target=call, kind=kind)


def lock(application: Application) -> Application:
    """Read the application again and hold its row until the transaction ends."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A lock lives inside a transaction.")
    rows = Application.objects.select_for_update(of=("self",))
    return rows.select_related("call", "organisation", "form_version").get(pk=application.pk)


def hold_draft(*, application: Application, by: User, now: datetime) -> Application:
    """Hold person and application until the end, and ask again whether the draft may be written now.

    Raises PermissionDenied, AlreadySent, DeadlinePassed.
    """
    hold_person(by)
    locked = lock(application)
    require_may_write(by, locked)
    require_draft(locked)
    require_open(locked.call, now)
    return locked


def require_may_write(user: User, application: Application) -> None:
    """Raise PermissionDenied unless the person may write in the body's name now."""
    if not can_apply_for(user, application.organisation):
        raise PermissionDenied


def require_draft(application: Application) -> None:
    """Raise AlreadySent when answers and files can no longer change."""
    if application.status == ApplicationStatus.SUBMITTED:
        raise AlreadySent(
            _("This application was sent with number %(number)s: its answers no longer change.")
            % {"number": application.code}
        )
    if application.status == ApplicationStatus.WITHDRAWN:
        raise AlreadySent(_("This application was withdrawn: its answers no longer change."))


def _hold_membership(application: Application, by: User) -> Membership | None:
    """Hold the person's link to the body before the application, as who merges two bodies does."""
    owner = Application.objects.values_list("organisation_id", flat=True).get(pk=application.pk)
    return hold_membership(user=by, organisation_id=owner)


def _chosen_versions(application: Application) -> list[int]:
    """Return the versions of the dossier that the application has chosen.

    Held until the end: the office rejects one before the sending, which is then refused, or after it, when
    the application keeps the version as it was. The same holds for a mandate.
    """
    chosen = application.attachments.exclude(dossier_version=None)
    return list(chosen.values_list("dossier_version_id", flat=True))


def require_complete(application: Application, versions: Mapping[int, DossierVersion], now: datetime) -> None:
    """Raise NotComplete with the list of what is missing or wrong; `versions` are those held."""
    gaps = gaps_of_application(application, versions, day_of(now))
    if gaps:
        raise NotComplete(
            _("The application is not complete yet: nothing was sent, your answers are safe."),
            [gap.label for gap in gaps],
        )


def _existing(call: Call, organisation: Organisation) -> QuerySet[Application]:
    rows = Application.objects.filter(call=call, organisation=organisation)
    return rows.exclude(status=ApplicationStatus.WITHDRAWN)
