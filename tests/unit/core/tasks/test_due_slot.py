"""When a job of the timetable is due."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from vicinia.core.tasks.schedule import due_slot

ROME = ZoneInfo("Europe/Rome")


def at(text: str) -> datetime:
    """An instant in Rome."""
    return datetime.fromisoformat(text).replace(tzinfo=ROME)


@pytest.mark.parametrize(
    ("cron", "last", "now", "due"),
    [
        ("15 3 * * *", "2026-03-01T03:15", "2026-03-02T03:14:59", None),
        ("15 3 * * *", "2026-03-01T03:15", "2026-03-02T03:15", "2026-03-02T03:15"),
        ("15 3 * * *", "2026-03-01T03:15", "2026-03-01T03:15:30", None),
        # Off for days: the last time counts.
        ("15 3 * * *", "2026-03-01T03:15", "2026-03-07T12:00", "2026-03-07T03:15"),
        ("* * * * *", "2026-03-01T12:00:00", "2026-03-01T12:05:30", "2026-03-01T12:05"),
        # Off for longer than we look back: the first of the month is still found.
        ("0 4 1 * *", "2025-01-01T04:00", "2026-03-15T12:00", "2026-03-01T04:00"),
        # Summer time begins: 02:30 does not exist on that day, the job is not lost.
        ("30 1 * * *", "2026-03-28T01:30", "2026-03-29T04:00", "2026-03-29T01:30"),
        # A quarter of an hour before noon, Rome's noon, in summer too.
        ("0 12 * * *", "2026-07-01T12:00", "2026-07-02T11:45", None),
        ("0 12 * * *", "2026-07-01T12:00", "2026-07-02T12:00", "2026-07-02T12:00"),
    ],
)
def test_the_latest_time_passed_since_the_last_run_is_due(
    cron: str, last: str, now: str, due: str | None
) -> None:
    assert due_slot(cron, last=at(last), now=at(now)) == (at(due) if due else None)
