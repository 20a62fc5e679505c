"""Tax codes of bodies and people (DPR 605/1973; checks from python-stdnum)."""

from __future__ import annotations

import unicodedata

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


def require_own_code(value: str, *, first_name: str, last_name: str, proven: str = "") -> None:
    """Raise ValidationError when a code is of a person and not of the one who writes it.

    A body has 11 digits; a code of 16 characters is of a person (a sole trader). Who has linked SPID or CIE
    has a `proven` fiscal number: theirs is that one. Of the others only the name is known, and its letters
    are the first six (DM 23 December 1976 art. 3).
    """
    if len(value) != 16:
        return
    if proven and value != proven:
        raise ValidationError(
            _(
                "This is the tax code of another person: yours, as SPID or CIE told us, is a different one. "
                "A body has 11 digits: look for its code on the certificate of the Revenue Agency."
            ),
            code="tax_code_of_another",
        )
    if not proven and value[:6] != letters_of(last_name, first_name):
        raise ValidationError(
            _(
                "This is the tax code of a person, and it is not yours: a body has 11 digits. "
                "Look for its code on the certificate of the Revenue Agency."
            ),
            code="tax_code_of_another",
        )


def letters_of(last_name: str, first_name: str) -> str:
    """Return the six letters that a person's tax code begins with: `ROSSI`, `MARIA` -> `RSSMRA`."""
    consonants, vowels = _split(last_name)
    surname = (consonants + vowels + "XXX")[:3]
    consonants, vowels = _split(first_name)
    if len(consonants) > 3:
        consonants = consonants[0] + consonants[2:]
    return surname + (consonants + vowels + "XXX")[:3]


def _split(name: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKD", name.upper())
    letters = "".join(letter for letter in plain if "A" <= letter <= "Z")
    vowels = "".join(letter for letter in letters if letter in "AEIOU")
    return "".join(letter for letter in letters if letter not in "AEIOU"), vowels
