"""Signing in with SPID or CIE: the first time, the next ones, with an account that was there before."""

from __future__ import annotations

import pytest

from vicinia.accounts.models import DigitalIdentity, User

from .conftest import Person

pytestmark = pytest.mark.django_db


def test_a_citizen_makes_an_account_with_spid_and_enters_with_it_again(person: Person, other: Person) -> None:
    assert person.makes_an_account()["Location"] == "/area-riservata/"
    user = User.objects.get()
    assert (str(user), user.email) == ("Marta Prova", "marta@persone.example")
    assert DigitalIdentity.objects.get(user=user).fiscal_number == "PRVMRT85D52Z999E"
    assert person.is_inside
    assert other.enter() == "/area-riservata/"
    assert other.is_inside
