"""Writes about agreements: the office registers, changes, closes, annuls."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypedDict, Unpack

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from partners.organisations.enums import LegalForm
from partners.organisations.holding import hold_body
from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import audit
from vicinia.core.clock import database_now
from vicinia.core.formats import euro, short_date
from vicinia.core.state import StepRefused
from vicinia.core.text import clean_name, clean_text

from .cup import tidy_cup
from .enums import AGREEMENT_STEPS, LAWS, ONLY_WITH, AgreementKind, AgreementStatus
from .models import Agreement

REGISTER, CHANGE = "partners.add_agreement", "partners.change_agreement"


class Terms(TypedDict, total=False):
    """What an agreement says; a key left out is left as it is. Amounts in euro."""

    kind: str
    subject: str
    act_number: str
    act_date: date
    signed_on: date | None
    starts_on: date
    ends_on: date | None
    amount: Decimal | None
    cup: str


def register_agreement(*, organisation: Organisation, by: User, **terms: Unpack[Terms]) -> Agreement:
    """Register an agreement with a body, or a contribution granted to it.

    Raises PermissionDenied, GoneElsewhere when the body went into another, ValidationError with the field
    that is wrong, or when the law does not admit this kind with this body.
    """
    require(by, REGISTER)
    with transaction.atomic():
        agreement = Agreement(organisation=hold_body(organisation), **_tidy(terms))
        _require_admitted(agreement)
        agreement.full_clean()
        agreement.save(force_insert=True)
        audit.record(
            "partners.agreement.registered",
            by=by,
            target=agreement,
            organisation=agreement.organisation.name,
            amount=_shown(agreement.amount),
        )
    return agreement


def change_agreement(*, agreement: Agreement, by: User, **terms: Unpack[Terms]) -> Agreement:
    """Correct what an agreement in force says, or write what came later: the signature, the end, the CUP.

    Raises PermissionDenied, StepRefused when it is no longer in force, ValidationError as
    `register_agreement`, or when the sum would no longer cover the payments. The audit entry holds old and
    new values of what changed.
    """
    require(by, CHANGE)
    with transaction.atomic():
        locked = hold_active(agreement)
        changes: dict[str, list[str]] = {}
        for field, value in _tidy(terms).items():
            if getattr(locked, field) != value:
                changes[field] = [_shown(getattr(locked, field)), _shown(value)]
                setattr(locked, field, value)
        if changes:
            if "kind" in changes:
                _require_admitted(locked)
            _require_covers_payments(locked)
            locked.full_clean()
            locked.save()
            audit.record("partners.agreement.changed", by=by, target=locked, changes=changes)
    return locked


def close_agreement(*, agreement: Agreement, reason: str, by: User) -> Agreement:
    """Say that an agreement is over: nothing more is paid for it. It can be opened again.

    Raises PermissionDenied, StepRefused when it is not in force, ValidationError without a reason.
    """
    return _settle(agreement, AgreementStatus.CLOSED, reason=reason, by=by)


def annul_agreement(*, agreement: Agreement, reason: str, by: User) -> Agreement:
    """Say that an agreement never counted: registered by mistake, or its act was annulled. For good.

    Raises as `close_agreement`, and StepRefused while a payment of it stands.
    """
    return _settle(agreement, AgreementStatus.ANNULLED, reason=reason, by=by)


def reopen_agreement(*, agreement: Agreement, reason: str, by: User) -> Agreement:
    """Put an agreement that was closed in force again; the reason stays in the trail.

    Raises PermissionDenied, StepRefused when it was not closed, ValidationError without a reason.
    """
    return _settle(agreement, AgreementStatus.ACTIVE, reason=reason, by=by)


def hold(agreement: Agreement) -> Agreement:
    """Read an agreement again and hold its row until the transaction ends."""
    rows = Agreement.objects.select_for_update(of=("self",)).select_related("organisation")
    return rows.get(pk=agreement.pk)


def hold_active(agreement: Agreement) -> Agreement:
    """Hold the row of an agreement in force; raise StepRefused when it is closed or annulled."""
    held = hold(agreement)
    if not held.is_active:
        raise StepRefused(
            _("This agreement is %(status)s: nothing more is written of it.")
            % {"status": held.get_status_display()}
        )
    return held


def given_reason(reason: str) -> str:
    """Return the reason as it is kept; raise ValidationError when there is none."""
    reason = clean_text(reason).strip()
    if not reason:
        raise ValidationError(
            {"reason": _("Write why: the body and your colleagues read it.")}, code="reason_missing"
        )
    return reason


def _settle(agreement: Agreement, status: AgreementStatus, *, reason: str, by: User) -> Agreement:
    require(by, CHANGE)
    reason = given_reason(reason)
    with transaction.atomic():
        locked = hold(agreement)
        AGREEMENT_STEPS.require(AgreementStatus(locked.status), status)
        if status == AgreementStatus.ANNULLED and locked.payments.standing().exists():
            raise StepRefused(
                _("It has payments that stand: annul them first if they were wrong, or close the agreement.")
            )
        is_open = status == AgreementStatus.ACTIVE
        locked.status, locked.status_reason = status, "" if is_open else reason
        locked.settled_at = None if is_open else database_now()
        locked.full_clean()
        locked.save()
        verb = {AgreementStatus.ACTIVE: "reopened"}.get(status, status.value)
        audit.record(f"partners.agreement.{verb}", by=by, target=locked, reason=reason)
    return locked


def _tidy(terms: Terms) -> Terms:
    kept = terms.copy()
    if "subject" in kept:
        kept["subject"] = clean_name(kept["subject"])
    if "act_number" in kept:
        kept["act_number"] = clean_name(kept["act_number"])
    if "cup" in kept:
        kept["cup"] = tidy_cup(kept["cup"])
    return kept


def _require_admitted(agreement: Agreement) -> None:
    kind, form = AgreementKind(agreement.kind), LegalForm(agreement.organisation.legal_form)
    admitted = ONLY_WITH.get(kind)
    if admitted and form not in admitted:
        raise ValidationError(
            {
                "kind": _(
                    "«%(name)s» is registered as «%(form)s»: this kind is only for %(admitted)s (%(law)s). "
                    "Choose another one, or correct the body's legal form first."
                )
                % {
                    "name": agreement.organisation.name,
                    "form": form.label,
                    "admitted": ", ".join(str(each.label) for each in LegalForm if each in admitted),
                    "law": LAWS[kind],
                }
            },
            code="kind_not_admitted",
        )


def _require_covers_payments(agreement: Agreement) -> None:
    """What stands was ordered within the sum and after the act: a correction does not undo that."""
    payments = list(agreement.payments.standing())
    if not payments:
        return
    ordered = sum((each.amount for each in payments), Decimal(0))
    if agreement.amount is None or agreement.amount < ordered:
        raise ValidationError(
            {
                "amount": _("%(ordered)s are ordered already: the amount cannot be lower.")
                % {"ordered": euro(ordered)}
            },
            code="below_payments",
        )
    first = min(each.act_date for each in payments)
    if agreement.act_date > first:
        raise ValidationError(
            {
                "act_date": _("A payment was ordered on %(day)s: the act cannot be later.")
                % {"day": short_date(first)}
            },
            code="after_payments",
        )


def _shown(value: object) -> str:
    return "" if value is None else str(value)
