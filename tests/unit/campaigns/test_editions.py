"""School years as schools write them, and when sign-up is open."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from campaigns.projects.catalogue.enums import EditionState, edition_state
from campaigns.projects.catalogue.school_years import (
    school_year_from,
    school_year_of,
    shifted,
    validate_school_year,
)

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 8, 31), "2025/26"), (date(2026, 9, 1), "2026/27"), (date(2099, 12, 31), "2099/00")],
)
def test_the_school_year_changes_on_the_first_of_september(day: date, year: str) -> None:
    assert school_year_of(day) == year


@pytest.mark.parametrize("value", ["2026/28", "2026-27", "26/27", "2026/27 ", "", "2026/2027"])
def test_a_school_year_is_two_following_years(value: str) -> None:
    with pytest.raises(ValidationError):
        validate_school_year(value)


@given(st.integers(1900, 2098), st.integers(-50, 50))
def test_shifting_there_and_back_changes_nothing(start: int, years: int) -> None:
    year = school_year_from(start)
    validate_school_year(year)
    assert shifted(shifted(year, years), -years) == year


@pytest.mark.parametrize(
    ("opens", "closes", "state"),
    [
        (None, None, EditionState.DRAFT),
        (NOON + HOUR, NOON + 2 * HOUR, EditionState.UPCOMING),
        (NOON, NOON + HOUR, EditionState.OPEN),
        (NOON - HOUR, NOON, EditionState.CLOSED),
        (NOON - HOUR, NOON + HOUR, EditionState.OPEN),
    ],
)
def test_the_dates_alone_decide_whether_sign_up_is_open(
    opens: datetime | None, closes: datetime | None, state: EditionState
) -> None:
    """It opens at its first instant and is closed at its last."""
    assert edition_state(opens, closes, NOON) == state
