"""Which year's confirmation a body must have, day by day."""

from __future__ import annotations

from datetime import date

import pytest

from partners.confirmations.calendar import Deadline, has_lapsed, register_year

JANUARY = Deadline(1, 31)


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 1, 1), 2025),
        (date(2026, 1, 31), 2025),
        (date(2026, 2, 1), 2026),
        (date(2026, 12, 31), 2026),
    ],
)
def test_last_years_confirmation_holds_until_the_deadline_has_passed(today: date, year: int) -> None:
    assert register_year(today, JANUARY) == year
    assert has_lapsed(year - 1, today, JANUARY)
    assert not has_lapsed(year, today, JANUARY)


def test_a_deadline_on_the_29th_of_february_is_the_28th_in_other_years() -> None:
    assert Deadline(2, 29).of(2028) == date(2028, 2, 29)
    assert Deadline(2, 29).of(2027) == date(2027, 2, 28)
