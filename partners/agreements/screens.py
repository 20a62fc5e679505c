"""What the body's people see of its agreements: they only read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.organisations.models import Organisation
from partners.organisations.way import body_url, way_through
from vicinia.core.clock import database_day
from vicinia.core.components import (
    Badge,
    Cell,
    Column,
    Crumb,
    EmptyState,
    Fact,
    Hero,
    Link,
    ProgressBar,
    Table,
)
from vicinia.core.formats import euro

from . import words
from .models import Payment
from .queries import Account, accounts_of, paid_by_year


@dataclass(frozen=True, slots=True)
class Part:
    """One agreement of the page: where it stands, what it says, its payments."""

    anchor: str
    title: str
    badge: Badge
    reason: str
    facts: list[Fact]
    bar: ProgressBar | None
    payments: Table | None


def page(organisation: Organisation) -> dict[str, Any]:
    """All the agreements of a body with their payments."""
    today, accounts = database_day(), accounts_of(organisation)
    return {
        "organisation": organisation,
        "breadcrumbs": way_through(organisation, Crumb(_("Agreements and payments"))),
        "hero": Hero(
            _("Agreements and payments"),
            kicker=organisation.name,
            summary=_("What we have agreed with you or granted to you, and what we have paid for it."),
        ),
        "parts": [_part(account, today) for account in accounts],
        "years": [Fact(str(year), euro(paid)) for year, paid in paid_by_year(accounts).items()],
        "empty": EmptyState(
            _("No agreement yet"), nothing_yet(), Link(_("Back to the body"), body_url(organisation))
        ),
    }


def summary(organisation: Organisation) -> Table | None:
    """The agreements in a table, for the body's own page; None when there is none."""
    accounts, today = accounts_of(organisation), database_day()
    if not accounts:
        return None
    url = page_url(organisation)
    return Table(
        caption=_("What is agreed with the body or granted to it, and what was paid."),
        columns=(
            Column(_("Agreement")),
            Column(_("State")),
            Column(_("Amount"), is_numeric=True),
            Column(_("Paid"), is_numeric=True),
        ),
        rows=tuple(
            (
                Link(str(each.agreement), f"{url}#{_anchor(each)}"),
                str(words.badge(each.agreement, today).text),
                words.amount_text(each.agreement),
                "–" if each.agreement.amount is None else euro(each.paid),
            )
            for each in accounts
        ),
    )


def nothing_yet() -> str:
    """What would be here."""
    return _(
        "When the office grants your body a contribution or makes an agreement with it, you find it here, "
        "with what was paid."
    )


def page_url(organisation: Organisation) -> str:
    """The address of the page."""
    return reverse("partners:agreements", args=[organisation.pk])


def _part(account: Account, today: date) -> Part:
    agreement = account.agreement
    return Part(
        anchor=_anchor(account),
        title=str(agreement),
        badge=words.badge(agreement, today),
        reason=agreement.status_reason,
        facts=words.facts(account),
        bar=words.progress(account),
        payments=payments_table(account.payments) if account.payments else None,
    )


def payments_table(payments: tuple[Payment, ...]) -> Table:
    """What was ordered and what of it is paid."""
    return Table(
        caption=_("Payments"),
        columns=(
            Column(_("What for")),
            Column(_("Amount"), is_numeric=True),
            Column(_("Act of liquidazione")),
            Column(_("State")),
        ),
        rows=tuple(
            (
                each.what_for,
                euro(each.amount),
                words.act_text(each.act_number, each.act_date),
                Cell(words.payment_state(each)),
            )
            for each in payments
        ),
    )


def _anchor(account: Account) -> str:
    return f"accordo-{account.agreement.pk}"
