"""Where a document stands on a day. Pure: the day is the database's, given by who asks."""

from __future__ import annotations

from datetime import date, timedelta

from .enums import CheckStatus, Standing

# The days before the expiry on which the body is told.
REMINDER_DAYS = (30, 7)
SOON = timedelta(days=max(REMINDER_DAYS))


def is_expired(expires_on: date | None, today: date) -> bool:
    """Tell whether the last day on which it counts is past."""
    return expires_on is not None and expires_on < today


def standing_of(status: str, expires_on: date | None, today: date) -> Standing:
    """Say where a version stands: what the office said, then what its date says."""
    if status in {CheckStatus.REJECTED, CheckStatus.REPLACED}:
        return Standing(status)
    if is_expired(expires_on, today):
        return Standing.EXPIRED
    if status == CheckStatus.TO_CHECK:
        return Standing.TO_CHECK
    is_soon = expires_on is not None and expires_on <= today + SOON
    return Standing.EXPIRING if is_soon else Standing.VALID


def reminder_due(days_left: int | None) -> int | None:
    """Return the term that a version has reached (7, 30), the nearest one; None before, and once expired.

    A day on which the scheduler was off is made up for: the term holds until the next one.
    """
    if days_left is None or days_left < 0:
        return None
    return min((term for term in REMINDER_DAYS if days_left <= term), default=None)
