"""From the registry's kinds to the orders of school."""

from __future__ import annotations

from partners.schools.enums import SchoolOrder

# Third and fourth character of a code.
KINDS = {
    "AA": SchoolOrder.NURSERY,
    "1A": SchoolOrder.NURSERY,
    "EE": SchoolOrder.PRIMARY,
    "1E": SchoolOrder.PRIMARY,
    "MM": SchoolOrder.LOWER_SECONDARY,
    "1M": SchoolOrder.LOWER_SECONDARY,
    "CT": SchoolOrder.ADULTS,
    # Comprehensive and upper-secondary institutes, boarding schools: not an order by themselves.
    "IC": SchoolOrder.OTHER,
    "IS": SchoolOrder.OTHER,
    "VC": SchoolOrder.OTHER,
    "VE": SchoolOrder.OTHER,
}
UPPER_SECONDARY_INITIALS = frozenset("PTRS")
AGGREGATORS = frozenset({"IC", "IS"})

# The autonomous provinces have kinds of their own: then the description says it. First match wins.
DESCRIPTIONS = (
    ("COMPRENSIVO", SchoolOrder.OTHER),
    ("ISTITUTO SUPERIORE", SchoolOrder.OTHER),
    ("INFANZIA", SchoolOrder.NURSERY),
    ("MATERNA", SchoolOrder.NURSERY),
    ("PRIMARIA", SchoolOrder.PRIMARY),
    ("PRIMO GRADO", SchoolOrder.LOWER_SECONDARY),
    ("I GRADO", SchoolOrder.LOWER_SECONDARY),
    ("SECONDO GRADO", SchoolOrder.UPPER_SECONDARY),
    ("II GRADO", SchoolOrder.UPPER_SECONDARY),
    ("LICEO", SchoolOrder.UPPER_SECONDARY),
    ("IST PROF", SchoolOrder.UPPER_SECONDARY),
    ("IST TEC", SchoolOrder.UPPER_SECONDARY),
    ("PROFESSIONALE", SchoolOrder.UPPER_SECONDARY),
    ("TECNICO", SchoolOrder.UPPER_SECONDARY),
    ("MAGISTRALE", SchoolOrder.UPPER_SECONDARY),
    ("ISTITUTO D'ARTE", SchoolOrder.UPPER_SECONDARY),
    ("CENTRO TERRITORIALE", SchoolOrder.ADULTS),
    ("CPIA", SchoolOrder.ADULTS),
    ("CONVITTO", SchoolOrder.OTHER),
    ("EDUCANDATO", SchoolOrder.OTHER),
)


def find_order(code: str, level: str) -> SchoolOrder | None:
    """Return the order of a school from its code, else from its description; None when neither tells."""
    kind = code[2:4]
    if kind in KINDS:
        return KINDS[kind]
    if kind[0] in UPPER_SECONDARY_INITIALS:
        return SchoolOrder.UPPER_SECONDARY
    # "I GRADO" is inside "II GRADO": words are compared, not letters.
    words = f" {level.upper()} "
    return next((order for text, order in DESCRIPTIONS if f" {text} " in words), None)


def is_aggregator(code: str) -> bool:
    """Tell whether the row only groups other schools: no classes of its own."""
    return code[2:4] in AGGREGATORS
