"""What is written beside a document, and whether it can be so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vicinia.core.formats import long_date

from .catalogue import Kind

# The register of the third sector began in 2021; a statute in force may be much older.
FIRST_YEAR = 1945


@dataclass(frozen=True, slots=True)
class Details:
    """What is written beside a document; dates are days, `expires_on` the last one on which it counts."""

    reference: str = ""
    link: str = ""
    year: int | None = None
    issued_on: date | None = None
    expires_on: date | None = None


def settled(kind: Kind, details: Details, *, today: date) -> Details:
    """Return the details with the expiry that we count ourselves; raise ValidationError by field."""
    wrong: dict[str, str] = {}
    if details.issued_on and details.issued_on > today:
        wrong["issued_on"] = _("This day is still to come: write the date that stands on the document.")
    if kind.is_reference and not details.year:
        wrong["year"] = _("Write the year.")
    elif details.year is not None and not FIRST_YEAR <= details.year <= today.year:
        wrong["year"] = _("Write a year between %(first)s and %(last)s.") % {
            "first": FIRST_YEAR,
            "last": today.year,
        }
    if kind.expiry == "counted" and not kind.is_reference and not details.issued_on:
        wrong["issued_on"] = _("Write the date: we count from it until when the document is valid.")
    if kind.expiry == "counted" and not wrong:
        # Only from a day or year that is right: of the others there may be no day to count to.
        details = replace(details, expires_on=kind.expires_on(issued_on=details.issued_on, year=details.year))
    elif kind.expiry == "asked" and not details.expires_on:
        wrong["expires_on"] = _("Write until when it is valid: it stands on the document.")
    _check_expiry(kind, details, today, wrong)
    if wrong:
        raise ValidationError(wrong)
    return details


def _check_expiry(kind: Kind, details: Details, today: date, wrong: dict[str, str]) -> None:
    if details.expires_on is None or wrong:
        return
    asked = kind.expiry != "counted"
    where = "expires_on" if asked else ("year" if kind.is_reference else "issued_on")
    if details.issued_on and details.expires_on < details.issued_on:
        wrong[where] = _("It cannot end before it begins: look at the two dates again.")
    elif details.expires_on < today:
        wrong[where] = _("This document expired on %(day)s: send the one in force.") % {
            "day": long_date(details.expires_on)
        }
