"""Numbers as people and spreadsheets write them, in Italian or in English."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

# What may stand beside a number without being part of it.
_AROUND = re.compile(r"[\s\u00a0\u202f'’%€]")
_THOUSANDS_BY_DOTS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")
LARGEST = Decimal(10) ** 15


def read_number(text: str) -> Decimal | None:
    """Return the number that a cell holds: "1.250,50", "1250.5", "12 %"; None when it holds none.

    With both marks the last one divides the decimals; a dot alone before three digits divides thousands,
    as in Italy.
    """
    plain = _AROUND.sub("", text).replace("−", "-")
    if "," in plain and "." in plain:
        thousands = "." if plain.rindex(",") > plain.rindex(".") else ","
        plain = plain.replace(thousands, "")
    elif _THOUSANDS_BY_DOTS.fullmatch(plain):
        plain = plain.replace(".", "")
    try:
        number = Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < LARGEST else None
