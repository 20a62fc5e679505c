"""Two colleagues pay the same agreement at the same moment."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest
from django.core.exceptions import ValidationError

from partners.agreements.payments import order_payment
from tests.factories.accounts import UserFactory
from tests.factories.agreements import AgreementFactory, days_ago
from tests.support.races import run_together
from vicinia.accounts.roles import Role


@pytest.mark.sqlite
def test_payments_ordered_at_once_never_exceed_the_agreement(race_database: None) -> None:
    agreement = AgreementFactory(amount=Decimal(1000))
    colleagues = [UserFactory(role=Role.CALLS_OFFICE) for _person in range(4)]
    results = run_together(
        [
            partial(
                order_payment,
                agreement=agreement,
                what_for=f"Rata {number}",
                amount=Decimal(400),
                act_number=f"Liquidazione {number}",
                act_date=days_ago(1),
                by=colleague,
            )
            for number, colleague in enumerate(colleagues)
        ]
    )
    assert sum(isinstance(result, ValidationError) for result in results) == 2, results
    assert sum(agreement.payments.values_list("amount", flat=True)) == 800
