"""The period that a dashboard shows: a calendar year, compared with the year before up to the same day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MONTHS = 12


@dataclass(frozen=True)
class Period:
    """From the first to the last day, both included."""

    first: date
    last: date

    def months(self) -> list[date]:
        """Return the first day of each month touched."""
        count = (self.last.year - self.first.year) * MONTHS + self.last.month - self.first.month + 1
        start = self.first.year * MONTHS + self.first.month - 1
        return [date((start + n) // MONTHS, (start + n) % MONTHS + 1, 1) for n in range(count)]

    def year_before(self) -> Period:
        """Return the same days one year earlier (29 February becomes the 28th)."""
        return Period(_minus_year(self.first), _minus_year(self.last))


def year_to_date(year: int, today: date) -> Period:
    """Return the year from 1 January to its end, or to today when it is the current one."""
    return Period(date(year, 1, 1), min(date(year, 12, 31), max(today, date(year, 1, 1))))


def _minus_year(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, 28) if day.month == 2 else day.day)
