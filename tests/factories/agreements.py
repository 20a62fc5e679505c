"""Agreements and payments, written as they stand in the database."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import factory
from django.utils import timezone

from partners.agreements.enums import AgreementKind
from partners.agreements.models import Agreement, Payment

from .partners import OrganisationFactory


def days_ago(days: int) -> date:
    """A day of the past."""
    return timezone.localdate() - timedelta(days=days)


class AgreementFactory(factory.django.DjangoModelFactory):
    """A convention in force, of a thousand euro."""

    class Meta:
        model = Agreement

    organisation = factory.SubFactory(OrganisationFactory)
    kind = AgreementKind.CONVENTION
    subject = factory.Sequence(lambda number: f"Accordo {number:04d}")
    act_number = "Determinazione 12/2026"
    act_date = factory.LazyFunction(lambda: days_ago(60))
    starts_on = factory.LazyFunction(lambda: days_ago(50))
    ends_on = factory.LazyFunction(lambda: days_ago(-300))
    amount = Decimal("1000.00")


class PaymentFactory(factory.django.DjangoModelFactory):
    """Three hundred euro, ordered and not paid yet."""

    class Meta:
        model = Payment

    agreement = factory.SubFactory(AgreementFactory)
    what_for = factory.Sequence(lambda number: f"Rata {number}")
    amount = Decimal("300.00")
    act_number = "Liquidazione 7/2026"
    act_date = factory.LazyFunction(lambda: days_ago(20))
