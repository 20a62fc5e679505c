"""The days that a dashboard compares."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vicinia.monitoring.dashboard.periods import Period, year_to_date


def test_the_current_year_ends_today_so_that_the_comparison_is_fair() -> None:
    period = year_to_date(2026, date(2026, 11, 23))
    assert (period.first, period.last) == (date(2026, 1, 1), date(2026, 11, 23))
    assert period.year_before() == Period(date(2025, 1, 1), date(2025, 11, 23))


def test_a_past_year_is_whole() -> None:
    assert year_to_date(2024, date(2026, 3, 1)) == Period(date(2024, 1, 1), date(2024, 12, 31))


def test_the_29th_of_february_is_compared_with_the_28th() -> None:
    assert Period(date(2024, 1, 1), date(2024, 2, 29)).year_before().last == date(2023, 2, 28)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(0, 800))
def test_months_cover_the_period_once_each_in_order(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    months = Period(first, last).months()
    assert months[0] == first.replace(day=1)
    assert months[-1] == last.replace(day=1)
    assert months == sorted(set(months))
