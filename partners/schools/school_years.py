"""School years, written "2026/27". They start on 1 September (D.Lgs. 297/1994 art. 74)."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

SHAPE = r"^\d{4}/\d{2}$"
FIRST_MONTH = 9


def school_year_of(day: date) -> str:
    """Return the school year that a day belongs to."""
    return school_year_from(day.year if day.month >= FIRST_MONTH else day.year - 1)


def school_year_from(start: int) -> str:
    """Return the school year that starts in a calendar year."""
    return f"{start}/{(start + 1) % 100:02d}"


def shifted(school_year: str, years: int) -> str:
    """Return the school year so many years after (negative: before)."""
    return school_year_from(int(school_year[:4]) + years)


def this_school_year() -> str:
    """Return the school year of today (Europe/Rome)."""
    return school_year_of(timezone.localdate())


def validate_school_year(value: str) -> None:
    """Refuse what is not two following years ("2026/27")."""
    if not re.match(SHAPE, value) or school_year_from(int(value[:4])) != value:
        raise ValidationError(_("Write the school year as two following years, such as 2026/27."))
