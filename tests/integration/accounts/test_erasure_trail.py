"""What the trail says of a deleted person: nothing that names them, however it was written."""

from __future__ import annotations

import pytest

from tests.factories.accounts import UserFactory, confirmed_person
from vicinia.accounts.erasure.account import close_account
from vicinia.accounts.erasure.trail import anonymise_trail
from vicinia.core import audit

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_a_name_goes_in_every_case_and_with_its_accents_and_longer_ones_stay() -> None:
    person = confirmed_person(email="nico@example.org", first_name="Nicolò", last_name="Foà")
    other = UserFactory()
    notes = ["Scrive NICO@example.org", "NICOLÒ FOÀ", "nicolò foà.", "da-nico@example.org", "Nicolò Foàsi"]
    entries = [audit.record("partners.claim.refused", by=other, target=other, note=note) for note in notes]
    close_account(person)
    anonymise_trail(person)
    nobody = f"Persona cancellata n. {person.pk}"
    for entry in entries:
        entry.refresh_from_db()
    told = [entry.data["note"] for entry in entries]
    assert told == [f"Scrive {nobody}", nobody, f"{nobody}.", "da-nico@example.org", "Nicolò Foàsi"]
