"""Numbers by which a body is known elsewhere: VAT, RUNTS, IBAN (check digits from python-stdnum)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum import iban
from stdnum.it import iva

from vicinia.core.text import clean_name

if TYPE_CHECKING:
    from .services import Profile

RUNTS_NUMBER = re.compile(r"[0-9]{1,7}")
# What is left of a masked IBAN: country with check digits, last four.
SHOWN_START, SHOWN_END = 4, 4


def tidy(profile: Profile) -> Profile:
    """Return the profile as it is kept: names without what cannot be seen, numbers without spaces."""
    kept = profile.copy()
    if "name" in kept:
        kept["name"] = clean_name(kept["name"])
    if "vat_number" in kept:
        kept["vat_number"] = "".join(kept["vat_number"].upper().removeprefix("IT").split())
    if "iban" in kept:
        kept["iban"] = "".join(kept["iban"].split()).upper()
    if "runts_number" in kept:
        kept["runts_number"] = "".join(kept["runts_number"].split())
    return kept


def validate_vat_number(value: str) -> None:
    """Raise ValidationError unless it is a VAT number (DPR 633/1972 art. 35): 11 digits with their zeros."""
    if len(value) != 11 or not value.isascii() or not value.isdigit():
        raise ValidationError(
            _("A VAT number has 11 digits, with the zeros at the start: check it."), code="vat_length"
        )
    if not iva.is_valid(value):
        raise ValidationError(
            _("This VAT number is not right: a digit must be wrong. Copy it again from the certificate."),
            code="vat_check",
        )


def validate_iban(value: str) -> None:
    """Raise ValidationError unless it is an IBAN whose length and check digits are right (ISO 13616)."""
    if not iban.is_valid(value):
        raise ValidationError(
            _("This IBAN is not right: a letter or a digit must be wrong. Copy it from your bank's page."),
            code="iban_check",
        )


def validate_runts_number(value: str) -> None:
    """Raise ValidationError unless it is a number of the RUNTS index (DM 106/2020): up to seven digits."""
    if not RUNTS_NUMBER.fullmatch(value):
        raise ValidationError(
            _("A RUNTS number is made of digits alone, such as 4821: the section has its own field."),
            code="runts_number",
        )


def masked_iban(value: str) -> str:
    """Return an IBAN of which nobody can be paid: `IT60 •••• 3456`; nothing when there is none."""
    return f"{value[:SHOWN_START]} •••• {value[-SHOWN_END:]}" if value else ""


def spaced_iban(value: str) -> str:
    """Return the IBAN in groups of four, as banks print it."""
    return " ".join(value[start : start + 4] for start in range(0, len(value), 4))
