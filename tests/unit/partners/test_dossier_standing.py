"""What a date says by itself: good through its last day, told 30 and 7 days before, expired after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.dossier.catalogue import CATALOGUE
from partners.dossier.enums import REUSABLE_TYPES, CheckStatus, DocumentType, Standing
from partners.dossier.standing import is_expired, reminder_due, standing_of

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("days", "standing"),
    [
        (-1, Standing.EXPIRED),
        (0, Standing.EXPIRING),
        (30, Standing.EXPIRING),
        (31, Standing.VALID),
        (None, Standing.VALID),
    ],
)
def test_an_approved_document_counts_through_its_last_day(days: int | None, standing: Standing) -> None:
    expires_on = None if days is None else TODAY + timedelta(days=days)
    assert standing_of(CheckStatus.VALID, expires_on, TODAY) == standing


@given(st.sampled_from([CheckStatus.REJECTED, CheckStatus.REPLACED]), st.dates())
def test_no_date_makes_good_what_was_rejected(status: CheckStatus, expires_on: date) -> None:
    assert standing_of(status, expires_on, TODAY) == status


@pytest.mark.parametrize(
    ("days_left", "term"), [(31, None), (30, 30), (8, 30), (7, 7), (0, 7), (-1, None), (None, None)]
)
def test_each_term_holds_until_the_next_so_that_a_missed_day_is_made_up_for(
    days_left: int | None, term: int | None
) -> None:
    assert reminder_due(days_left) == term


@given(st.integers(-400, 400))
def test_who_is_reminded_still_has_a_document_that_counts(days: int) -> None:
    if reminder_due(days) is not None:
        assert not is_expired(TODAY + timedelta(days=days), TODAY)


def test_what_we_count_ourselves() -> None:
    durc, budget = CATALOGUE[DocumentType.DURC], CATALOGUE[DocumentType.BUDGET]
    assert durc.expires_on(issued_on=date(2026, 1, 1), year=None) == date(2026, 5, 1)
    assert budget.expires_on(issued_on=None, year=2024) == date(2026, 6, 30)
    assert CATALOGUE[DocumentType.STATUTE].expires_on(issued_on=None, year=2024) is None


def test_a_call_may_take_exactly_what_bodies_upload() -> None:
    assert set(REUSABLE_TYPES) == {kind.type for kind in CATALOGUE.values() if kind.is_uploaded}
