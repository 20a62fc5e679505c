"""How agreements and payments are told, to their body and to the office."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from vicinia.core.components import Badge, BadgeLevel, Fact, ProgressBar
from vicinia.core.formats import euro, short_date

from .enums import AgreementKind, Standing, standing_of
from .models import Agreement, Payment
from .queries import Account

LEVELS: dict[Standing, BadgeLevel] = {
    Standing.RUNNING: "success",
    Standing.UPCOMING: "information",
    Standing.OVER: "attention",
    Standing.CLOSED: "neutral",
    Standing.ANNULLED: "danger",
}
CENTS = 100


def badge(agreement: Agreement, today: date) -> Badge:
    """Where an agreement stands, in a word."""
    standing = standing_of(agreement.status, agreement.starts_on, agreement.ends_on, today)
    return Badge(str(standing.label).capitalize(), LEVELS[standing])


def kind_name(agreement: Agreement) -> str:
    """The kind with a capital: `Convenzione`."""
    return str(AgreementKind(agreement.kind).label).capitalize()


def act_text(number: str, day: date) -> str:
    """An act as acts are quoted: `Determinazione 12/2026 del 3 marzo 2026`."""
    return _("%(number)s of %(date)s") % {"number": number, "date": short_date(day)}


def amount_text(agreement: Agreement) -> str:
    """The most that can be paid for it."""
    return _("no money") if agreement.amount is None else euro(agreement.amount)


def facts(account: Account) -> list[Fact]:
    """What an agreement says, and where its money is."""
    agreement, left = account.agreement, account.left
    told = [
        Fact(_("Kind"), f"{kind_name(agreement)} ({agreement.law})"),
        Fact(_("Act"), act_text(agreement.act_number, agreement.act_date)),
        Fact(_("Signed on"), short_date(agreement.signed_on) if agreement.signed_on else ""),
        Fact(_("First day"), short_date(agreement.starts_on)),
        Fact(_("Last day"), short_date(agreement.ends_on) if agreement.ends_on else _("none: it has no end")),
        Fact(_("CUP (public project code)"), agreement.cup),
        Fact(_("Amount"), amount_text(agreement)),
    ]
    if left is not None:
        told += [Fact(_("Ordered"), euro(account.ordered)), Fact(_("Paid"), euro(account.paid))]
        # What is closed or annulled pays nothing more.
        told += [Fact(_("Still to order"), euro(left))] if agreement.is_active else []
    return [fact for fact in told if fact.value]


def progress(account: Account) -> ProgressBar | None:
    """How much of the amount is ordered; nothing where there is no money."""
    amount = account.agreement.amount
    if amount is None:
        return None
    words = {"ordered": euro(account.ordered), "amount": euro(amount)}
    label = _("%(ordered)s ordered out of %(amount)s") % words
    return ProgressBar(label, _cents(account.ordered), _cents(amount))


def payment_state(payment: Payment) -> str:
    """Where a payment stands: ordered, paid on its day, annulled with the reason."""
    if payment.is_annulled:
        return _("annulled: %(reason)s") % {"reason": payment.annulled_reason}
    if payment.paid_on is None:
        return _("ordered, not paid yet")
    return _("paid on %(day)s") % {"day": short_date(payment.paid_on)}


def _cents(amount: Decimal) -> int:
    return int(amount * CENTS)
