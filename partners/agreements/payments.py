"""Writes about payments: ordering one is the *liquidazione* (TUEL art. 184)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import audit
from vicinia.core.clock import database_now
from vicinia.core.formats import euro, short_date
from vicinia.core.state import StepRefused
from vicinia.core.text import clean_name

from .models import Agreement, Payment
from .services import given_reason, hold, hold_active

PAY = "partners.pay_agreement"


def order_payment(
    *,
    agreement: Agreement,
    what_for: str,
    amount: Decimal,
    act_number: str,
    act_date: date,
    by: User,
    paid_on: date | None = None,
) -> Payment:
    """Note a sum that was ordered for an agreement, `amount` in euro; all of them stay within its amount.

    Raises PermissionDenied, StepRefused when the agreement is not in force, ValidationError with the field
    that is wrong.
    """
    require(by, PAY)
    with transaction.atomic():
        locked = hold_active(agreement)
        payment = Payment(
            agreement=locked,
            what_for=clean_name(what_for),
            amount=amount,
            act_number=clean_name(act_number),
            act_date=act_date,
            paid_on=paid_on,
        )
        payment.full_clean()
        _require_room(locked, amount)
        _require_after_act(locked, act_date)
        payment.save(force_insert=True)
        audit.record(
            "partners.payment.ordered", by=by, target=payment, agreement=str(locked), act=payment.act_number
        )
    return payment


def note_paid(*, payment: Payment, paid_on: date, by: User) -> Payment:
    """Write the day on which the treasurer paid, or correct it; also when the agreement is closed meanwhile.

    Raises PermissionDenied, StepRefused when the payment is annulled, ValidationError for a wrong day.
    """
    require(by, PAY)
    with transaction.atomic():
        locked = _hold_standing(payment)
        before = locked.paid_on
        if before != paid_on:
            locked.paid_on = paid_on
            locked.full_clean()
            locked.save(update_fields=["paid_on"])
            audit.record(
                "partners.payment.paid",
                by=by,
                target=locked,
                paid_on=paid_on.isoformat(),
                before=before.isoformat() if before else "",
            )
    return locked


def annul_payment(*, payment: Payment, reason: str, by: User) -> Payment:
    """Say that a payment does not count: written by mistake, or its act was annulled. For good.

    Its sum can be ordered again. Raises PermissionDenied, StepRefused when it is annulled already,
    ValidationError without a reason.
    """
    require(by, PAY)
    reason = given_reason(reason)
    with transaction.atomic():
        locked = _hold_standing(payment)
        locked.annulled_at, locked.annulled_reason = database_now(), reason
        locked.full_clean()
        locked.save(update_fields=["annulled_at", "annulled_reason"])
        audit.record("partners.payment.annulled", by=by, target=locked, reason=reason)
    return locked


def _hold_standing(payment: Payment) -> Payment:
    """Hold a payment that stands, behind its agreement's row: who orders another one counts it or waits."""
    agreement = hold(payment.agreement)
    locked = Payment.objects.select_for_update().get(pk=payment.pk)
    locked.agreement = agreement
    if locked.is_annulled:
        raise StepRefused(_("This payment is annulled already: nothing more is written of it."))
    return locked


def _require_room(agreement: Agreement, amount: Decimal) -> None:
    if agreement.amount is None:
        raise ValidationError(
            _("This agreement has no amount: write it first with «Change», then the payment."),
            code="no_amount",
        )
    ordered = sum(agreement.payments.standing().values_list("amount", flat=True), Decimal(0))
    left = agreement.amount - ordered
    if amount > left:
        raise ValidationError(
            {
                "amount": _(
                    "%(left)s are left of %(amount)s: write at most that, or raise the agreement's amount "
                    "with the act that allows it."
                )
                % {"left": euro(left), "amount": euro(agreement.amount)}
            },
            code="beyond_amount",
        )


def _require_after_act(agreement: Agreement, act_date: date) -> None:
    if act_date < agreement.act_date:
        raise ValidationError(
            {
                "act_date": _("The agreement's own act is of %(day)s: the liquidazione comes after it.")
                % {"day": short_date(agreement.act_date)}
            },
            code="before_act",
        )
