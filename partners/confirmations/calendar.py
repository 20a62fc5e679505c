"""Which year's confirmation is due, and by when. Pure: no Django here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of each year on which the data of that year are confirmed."""

    month: int
    day: int

    def of(self, year: int) -> date:
        """Return the deadline of a year; 29 February is the 28th where there is none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, self.month, self.day - 1)


def register_year(today: date, deadline: Deadline) -> int:
    """Return the year for which a body must be confirmed today, or its data have lapsed.

    Until the deadline of a year has passed, the confirmation of the year before still counts.
    """
    return today.year if today > deadline.of(today.year) else today.year - 1


def has_lapsed(confirmed_year: int, today: date, deadline: Deadline) -> bool:
    """Tell whether the data are older than the register's year."""
    return confirmed_year < register_year(today, deadline)
