"""Dates, amounts and sizes as people read them, in the active language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

KB = 1000


def euro(amount: Decimal | int) -> str:
    """Format an amount in euro with two decimals: `1.250,00 €` in Italian."""
    return f"{number_format(Decimal(amount), decimal_pos=2, use_l10n=True, force_grouping=True)} €"


def whole(number: int) -> str:
    """Format a count with thousands separators: `50.349` in Italian."""
    return number_format(number, decimal_pos=0, use_l10n=True, force_grouping=True)


def number(value: Decimal | int) -> str:
    """Format a number with thousands separators and the decimals that it has: `1.250,5` in Italian."""
    plain = Decimal(value).normalize()
    decimals = max(0, -int(plain.as_tuple().exponent))
    return number_format(plain, decimal_pos=decimals, use_l10n=True, force_grouping=True)


def long_date(day: date) -> str:
    """Format a day with its weekday: `lunedì 3 marzo 2026`."""
    return _small(date_format(_local(day), "l j F Y"))


def long_datetime(instant: datetime) -> str:
    """Format an instant in the site's time zone: `lunedì 3 marzo 2026, ore 12:00`."""
    # Translators: a weekday with its date, then the time of day
    return _("%(date)s, at %(time)s") % {
        "date": long_date(instant),
        "time": date_format(_local(instant), "H:i"),
    }


def exact_datetime(instant: datetime) -> str:
    """Format an instant to the second in the site's time zone: `lunedì 3 marzo 2026, ore 12:00:05`."""
    return _("%(date)s, at %(time)s") % {
        "date": long_date(instant),
        "time": date_format(_local(instant), "H:i:s"),
    }


def short_datetime(moment: date) -> str:
    """Format an instant as a list shows it: `3 marzo 2026, 12:00`; a plain day has no time."""
    if not isinstance(moment, datetime):
        return short_date(moment)
    return f"{short_date(moment)}, {date_format(_local(moment), 'H:i')}"


def short_date(day: date) -> str:
    """Format a day without its weekday: `3 marzo 2026`."""
    return _small(date_format(_local(day), "j F Y"))


def file_size(size: int) -> str:
    """Format a size in bytes with decimal units, as file managers do: `1,2 MB`."""
    if size < KB * KB:
        return f"{max(1, round(size / KB))} kB"
    return f"{number_format(round(Decimal(size) / (KB * KB), 1), decimal_pos=1, use_l10n=True)} MB"


def _small(words: str) -> str:
    """Italian writes days and months small; Django's Italian has them with a capital."""
    return words.lower() if (get_language() or "").startswith("it") else words


def _local(value: date) -> date:
    """Bring an aware instant to the site's time zone; a plain day has none."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value
