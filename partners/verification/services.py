"""Writes about checks and messages. The body's row is the lock, as for its status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from partners.organisations.holding import hold_body, hold_to_act
from partners.organisations.models import Organisation
from vicinia.accounts.rights.backend import require
from vicinia.core import audit, events
from vicinia.core.clock import database_now
from vicinia.core.text import clean_text

from .enums import CheckItem, Outcome
from .events import QuestionAnswered, QuestionAsked
from .models import VerificationCheck, VerificationMessage

if TYPE_CHECKING:
    from vicinia.accounts.models import User


def record_check(
    *,
    organisation: Organisation,
    item: CheckItem,
    outcome: Outcome,
    by: User,
    note: str = "",
    link: str = "",
) -> VerificationCheck:
    """Write how a check ended; done again, the new outcome stays and the trail keeps the old one.

    Raises PermissionDenied for who does not verify bodies, ValidationError when «not due» has no reason
    or the address is not one.
    """
    require(by, "partners.verify_organisation")
    with transaction.atomic():
        locked = hold_body(organisation)
        check = locked.checks.filter(item=item).first() or VerificationCheck(organisation=locked, item=item)
        before = check.outcome
        check.outcome, check.note, check.link = outcome, clean_text(note).strip(), link.strip()
        check.checked_at, check.checked_by = database_now(), by
        if outcome == Outcome.NOT_DUE and not check.note:
            raise ValidationError({"note": _("Write why this check is not due.")})
        check.full_clean()
        check.save()
        audit.record(
            "partners.organisation.checked",
            by=by,
            target=locked,
            item=item,
            outcome=[before, outcome],
            reason=check.note,
            link=check.link,
        )
    return check


def reopen_check(*, organisation: Organisation, item: CheckItem, by: User) -> None:
    """Take back a check, so that it is done again. PermissionDenied; nothing when it was not done."""
    require(by, "partners.verify_organisation")
    with transaction.atomic():
        locked = hold_body(organisation)
        check = locked.checks.filter(item=item).first()
        if check is not None:
            outcome = check.outcome
            check.delete()
            audit.record(
                "partners.organisation.check_reopened",
                by=by,
                target=locked,
                item=item,
                outcome=[outcome, ""],
            )


def ask(*, organisation: Organisation, text: str, by: User) -> VerificationMessage:
    """Write to a body: its people get a mail and a task.

    Raises PermissionDenied, GoneElsewhere, ValidationError when the text is empty.
    """
    require(by, "partners.verify_organisation")
    with transaction.atomic():
        return _write(hold_body(organisation), text, is_from_office=True, by=by)


def answer(*, organisation: Organisation, text: str, by: User) -> VerificationMessage:
    """Write to the office in a body's name.

    Raises PermissionDenied unless `by` may write for the body, ValidationError when the text is empty.
    """
    with transaction.atomic():
        return _write(hold_to_act(organisation, by), text, is_from_office=False, by=by)


def _write(held: Organisation, text: str, *, is_from_office: bool, by: User) -> VerificationMessage:
    message = VerificationMessage(
        organisation=held,
        is_from_office=is_from_office,
        text=clean_text(text).strip(),
        sent_at=database_now(),
        author=by,
    )
    message.full_clean()
    message.save()
    if is_from_office:
        audit.record("partners.organisation.questioned", by=by, target=held)
        events.emit(QuestionAsked(message_id=message.pk))
    else:
        audit.record("partners.organisation.answered", by=by, target=held)
        events.emit(QuestionAnswered(message_id=message.pk))
    return message
