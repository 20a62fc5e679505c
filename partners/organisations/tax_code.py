"""Tax codes of bodies and people (DPR 605/1973; checks from python-stdnum)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum.it import codicefiscale


def clean_tax_code(text: str) -> str:
    """Return the tax code as it is kept: upper case, no spaces, its leading zeros."""
    return "".join(text.split()).upper()


def validate_tax_code(value: str) -> None:
    """Raise ValidationError unless it is 11 digits or 16 characters with a right check character."""
    if len(value) not in {11, 16} or not value.isascii() or not value.isalnum():
        raise ValidationError(
            _("A tax code has 11 digits (bodies) or 16 letters and digits (people): check it."),
            code="tax_code_length",
        )
    if not codicefiscale.is_valid(value):
        raise ValidationError(
            _("This tax code is not right: a digit or a letter must be wrong. Copy it again from the card."),
            code="tax_code_check",
        )
