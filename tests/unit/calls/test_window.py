"""A call is open, closing soon, closed or coming by its dates alone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calls.notices.window import Window, WindowState, next_midnight

ROME = ZoneInfo("Europe/Rome")
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
WINDOWS = st.builds(
    lambda opens, minutes: Window(opens, opens + timedelta(minutes=minutes)),
    INSTANTS,
    st.integers(1, 60 * 24 * 90),
)


@given(WINDOWS, INSTANTS)
def test_open_is_exactly_between_the_two_instants(window, now):
    state = window.state(now, ROME)
    assert window.is_open(now) == (state in {WindowState.OPEN, WindowState.CLOSING})
    assert (state == WindowState.UPCOMING) == (now < window.opens_at)
    assert (state == WindowState.CLOSED) == (now >= window.closes_at)


@given(WINDOWS, INSTANTS)
def test_nothing_shown_changes_before_the_announced_instant(window, now):
    """What the page cache relies on: state and days stay the same until `next_change`, then it moves on."""

    def shown(moment):
        return (
            window.state(moment, ROME),
            window.days_left(moment, ROME),
            window.days_to_opening(moment, ROME),
        )

    change = window.next_change(now, ROME)
    if change is None:
        assert window.state(now, ROME) == WindowState.CLOSED
        return
    assert change > now
    just_before = change - timedelta(microseconds=1)
    assert shown(just_before) == shown(now)
    assert shown(now + (just_before - now) / 2) == shown(now)


@pytest.mark.parametrize(
    ("now", "state", "days"),
    [
        ("2026-03-01T08:59:59+01:00", WindowState.UPCOMING, 32),
        ("2026-03-01T09:00:00+01:00", WindowState.OPEN, 32),
        ("2026-03-25T23:59:59+01:00", WindowState.OPEN, 8),
        ("2026-03-26T00:00:00+01:00", WindowState.CLOSING, 7),
        ("2026-04-01T23:59:59+02:00", WindowState.CLOSING, 1),
        ("2026-04-02T00:00:00+02:00", WindowState.CLOSING, 0),
        ("2026-04-02T11:59:59.999999+02:00", WindowState.CLOSING, 0),
        ("2026-04-02T12:00:00+02:00", WindowState.CLOSED, 0),
    ],
)
def test_a_call_across_the_night_when_the_clock_changes(now, state, days):
    window = Window(
        datetime.fromisoformat("2026-03-01T09:00:00+01:00"),
        datetime.fromisoformat("2026-04-02T12:00:00+02:00"),
    )
    moment = datetime.fromisoformat(now)
    assert (window.state(moment, ROME), window.days_left(moment, ROME)) == (state, days)


def test_the_day_of_summer_time_has_23_hours():
    morning = datetime(2026, 3, 29, 0, 0, tzinfo=ROME)
    assert next_midnight(morning, ROME).astimezone(UTC) - morning.astimezone(UTC) == timedelta(hours=23)
