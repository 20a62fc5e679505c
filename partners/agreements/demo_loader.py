"""Makes the demo's agreements and payments, through the services."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from partners.demo_loader import demo_organisation
from vicinia.accounts.models import User
from vicinia.core.demo import moment, read_yaml

from .models import Agreement
from .payments import annul_payment, order_payment
from .services import close_agreement, register_agreement

FILE = Path(__file__).parent.parent / "demo" / "agreements.yaml"
OFFICE = "bandi@demo.example"


def load_agreements() -> None:
    """Create the agreements that are not there yet, each with its payments."""
    by = User.objects.get(email=OFFICE)
    for content in read_yaml(FILE)["agreements"]:
        organisation, subject = demo_organisation(content["organisation"]), content["subject"]
        if organisation.agreements.filter(subject=subject).exists():
            continue
        amount = content.get("amount")
        agreement = register_agreement(
            organisation=organisation,
            by=by,
            kind=content["kind"],
            subject=subject,
            act_number=content["act"]["number"],
            act_date=moment(content["act"]["date"]).date(),
            signed_on=_day(content.get("signed")),
            starts_on=moment(content["starts"]).date(),
            ends_on=_day(content.get("ends")),
            amount=Decimal(amount) if amount else None,
        )
        for row in content.get("payments", []):
            _pay(agreement, row, by)
        if "closed" in content:
            close_agreement(agreement=agreement, reason=content["closed"], by=by)


def _pay(agreement: Agreement, row: dict[str, Any], by: User) -> None:
    payment = order_payment(
        agreement=agreement,
        what_for=row["what_for"],
        amount=Decimal(row["amount"]),
        act_number=row["act"]["number"],
        act_date=moment(row["act"]["date"]).date(),
        paid_on=_day(row.get("paid")),
        by=by,
    )
    if "annulled" in row:
        annul_payment(payment=payment, reason=row["annulled"], by=by)


def _day(text: str | None) -> date | None:
    return moment(text).date() if text else None
