"""Whether a call is open, from its two instants alone. Pure: no Django here.

The window holds its first instant and not its last: at the closing instant it is closed. Days are
counted on the calendar of the given zone, so that "2 days left" changes at midnight there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum

CLOSING_SOON_DAYS = 7


class WindowState(StrEnum):
    """Where a call stands."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Window:
    """The aware instants between which applications are accepted."""

    opens_at: datetime
    closes_at: datetime

    def is_open(self, now: datetime) -> bool:
        """Tell whether an application is accepted at this instant."""
        return self.opens_at <= now < self.closes_at

    def state(self, now: datetime, zone: tzinfo) -> WindowState:
        """Return where the call stands; it closes soon when at most seven midnights are left."""
        if now < self.opens_at:
            return WindowState.UPCOMING
        if now >= self.closes_at:
            return WindowState.CLOSED
        if self.days_left(now, zone) <= CLOSING_SOON_DAYS:
            return WindowState.CLOSING
        return WindowState.OPEN

    def days_left(self, now: datetime, zone: tzinfo) -> int:
        """Midnights between now and the closing: 0 on the last day, and after it."""
        return max(0, (self.closes_at.astimezone(zone).date() - now.astimezone(zone).date()).days)

    def days_to_opening(self, now: datetime, zone: tzinfo) -> int:
        """Midnights between now and the opening: 0 on that day, and after it."""
        return max(0, (self.opens_at.astimezone(zone).date() - now.astimezone(zone).date()).days)

    def next_change(self, now: datetime, zone: tzinfo) -> datetime | None:
        """Return the next instant at which state or days left change, None once closed."""
        if now >= self.closes_at:
            return None
        edge = self.opens_at if now < self.opens_at else self.closes_at
        return min(edge, next_midnight(now, zone))


def next_midnight(now: datetime, zone: tzinfo) -> datetime:
    """Return the start of the next local day; days when the clock changes have 23 or 25 hours."""
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(0), tzinfo=zone)
