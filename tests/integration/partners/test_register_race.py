"""Two people of the same association press the button at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from partners.organisations.enums import LegalForm
from partners.organisations.models import Membership, Organisation
from partners.organisations.services import AlreadyRegistered, register_organisation
from tests.factories.accounts import UserFactory
from tests.factories.partners import tax_code
from tests.support.races import run_together
from vicinia.accounts.models import User


def register(user: User) -> Organisation:
    return register_organisation(
        by=user, tax_code=tax_code(42), name="Il Portone", legal_form=LegalForm.ODV, email="a@example.com"
    )


@pytest.mark.sqlite
def test_two_people_who_register_the_same_body_at_once_make_one(race_database: None) -> None:
    users = [UserFactory() for _number in range(6)]
    results = run_together([partial(register, user) for user in users])
    assert sum(isinstance(result, Organisation) for result in results) == 1, results
    assert sum(isinstance(result, AlreadyRegistered) for result in results) == 5, results
    assert Membership.objects.count() == 1
