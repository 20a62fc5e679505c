"""Agreements and payments on the office's pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.core.clock import database_day
from vicinia.core.components import Cell, Column, Link, Table, TimelineEntry
from vicinia.core.formats import euro, long_datetime

from . import words
from .models import Payment
from .queries import Account, accounts_of, entries_about
from .services import REGISTER
from .staff_base import agreement_url

VIEW = "partners.view_agreement"


@dataclass(frozen=True, slots=True)
class OfBody:
    """A body's agreements on its page, and where a new one is registered (nowhere for who may not)."""

    table: Table | None
    add_url: str


def of_body(organisation: Organisation, user: User | AnonymousUser) -> OfBody | None:
    """Return the agreements of a body; None for who does not read them."""
    if not user.has_perm(VIEW):
        return None
    accounts = accounts_of(organisation)
    may_add = user.has_perm(REGISTER) and not organisation.merged_into_id
    return OfBody(
        table=_agreements(accounts) if accounts else None,
        add_url=reverse("agreements:register", args=[organisation.pk]) if may_add else "",
    )


def _agreements(accounts: Iterable[Account]) -> Table:
    today = database_day()
    return Table(
        _("Agreements and payments"),
        (
            Column(_("Agreement")),
            Column(_("State")),
            Column(_("Amount"), is_numeric=True),
            Column(_("Paid"), is_numeric=True),
        ),
        tuple(
            (
                Cell(
                    "",
                    link=Link(str(each.agreement), agreement_url(each.agreement)),
                    note=words.kind_name(each.agreement),
                ),
                str(words.badge(each.agreement, today).text),
                words.amount_text(each.agreement),
                "–" if each.agreement.amount is None else euro(each.paid),
            )
            for each in accounts
        ),
    )


def payments_table(account: Account, *, can_write: bool) -> Table | None:
    """What was ordered; who may notes the day on which it is paid, or annuls it."""
    if not account.payments:
        return None
    columns = [Column(_("What for")), Column(_("Amount"), is_numeric=True), Column(_("State"))]
    columns += [Column(_("What to do"))] if can_write else []
    return Table(
        _("Payments"),
        tuple(columns),
        tuple(
            (
                each.what_for,
                euro(each.amount),
                Cell(words.payment_state(each), note=words.act_text(each.act_number, each.act_date)),
                *([_step(each)] if can_write else []),
            )
            for each in account.payments
        ),
    )


def _step(payment: Payment) -> Link | str:
    if payment.is_annulled:
        return "–"
    label = _("Correct or annul…") if payment.paid_on else _("Note that it is paid…")
    return Link(label, reverse("agreements:payment", args=[payment.pk]))


def choices(bodies: Iterable[Organisation]) -> Table:
    """Bodies to choose from, each leading to the form of its new agreement."""
    return Table(
        _("Bodies found"),
        (Column(_("Name")), Column(_("Legal form")), Column(_("Tax code")), Column(_("Town"))),
        tuple(
            (
                Link(each.name, reverse("agreements:register", args=[each.pk])),
                each.get_legal_form_display(),
                each.tax_code,
                each.city,
            )
            for each in bodies
        ),
    )


def entries(account: Account) -> list[TimelineEntry]:
    """What happened to an agreement and its payments, the latest first."""
    about = entries_about(account.agreement, account.payments)
    own = account.agreement._meta.label_lower
    return [
        TimelineEntry(
            date_text=long_datetime(row.at),
            title=f"{row.kind}: {row.what}",
            text=" · ".join(
                filter(
                    None,
                    [
                        "" if row.target_type == own else row.target_label,
                        str(row.data.get("reason", "")),
                        row.actor_label or _("the platform"),
                    ],
                )
            ),
        )
        for row in about
    ]
