"""A year later, in days and in words. Pure: no Django here."""

from __future__ import annotations

import re
from datetime import date

YEAR = re.compile(r"\b20\d\d\b")


def a_year_later(day: date) -> date:
    """Return the same day of the next year; of 29 February, the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def title_a_year_later(title: str, year: int) -> str:
    """Return a title with the years in it moved on, or with the year of the new campaign after it."""
    if YEAR.search(title):
        return YEAR.sub(lambda found: str(int(found[0]) + 1), title)
    return f"{title} {year}"
