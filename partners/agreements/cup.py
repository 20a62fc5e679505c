"""The public project code (CUP), which a payment for a public investment quotes (L. 3/2003 art. 11)."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# A letter, two digits, a letter, eleven digits: J31H03000180009.
SHAPE = r"^[A-Z][0-9]{2}[A-Z][0-9]{11}$"


def tidy_cup(value: str) -> str:
    """Return the code as it is kept: capital letters, no spaces."""
    return "".join(value.split()).upper()


def validate_cup(value: str) -> None:
    """Raise ValidationError unless it has the shape of a CUP; whether it exists only CIPESS knows."""
    if not re.fullmatch(SHAPE, value):
        raise ValidationError(
            _("A CUP has 15 characters, such as J31H03000180009: copy it from the act that has it."),
            code="cup",
        )
