"""The values that two records of a body may tell differently, as JSON and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models

from partners.organisations.identifiers import masked_iban
from partners.organisations.models import Organisation
from vicinia.core.formats import short_date

# The tax code says which record it is; status and dates are each record's own.
CHOSEN = (
    "name", "legal_form", "vat_number", "runts_number", "runts_section", "runts_date", "email", "pec",
    "phone", "address", "postcode", "city", "website", "iban", "description", "who_they_help", "founded",
    "volunteers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that the two records tell differently."""

    name: str
    label: str
    winner: str
    loser: str


def column(name: str) -> models.Field[object, object]:
    """Return a column of a body."""
    return next(found for found in Organisation._meta.concrete_fields if found.name == name)


def as_text(organisation: Organisation, name: str) -> str | None:
    """Return a column's value as JSON keeps it: text, None when there is none."""
    if getattr(organisation, column(name).attname) is None:
        return None
    return str(column(name).value_to_string(organisation))


def every_column(organisation: Organisation) -> dict[str, str | None]:
    """Return all that the record itself says."""
    return {each.name: as_text(organisation, each.name) for each in Organisation._meta.concrete_fields}


def from_text(name: str, text: str | None) -> object:
    """Return the value that `as_text` wrote."""
    return None if text is None else column(name).to_python(text)


def differences(winner: Organisation, loser: Organisation) -> list[Difference]:
    """Return the values that differ; one that the loser does not have is no choice."""
    found = []
    for name in CHOSEN:
        kept, other = as_text(winner, name) or "", as_text(loser, name) or ""
        if other and other != kept:
            shown = [_shown(each, name) for each in (winner, loser)]
            found.append(Difference(name, str(column(name).verbose_name), *shown))
    return found


def _shown(organisation: Organisation, name: str) -> str:
    display = getattr(organisation, f"get_{name}_display", None)
    if name == "iban":
        # Who merges need not be who may read it.
        return masked_iban(organisation.iban)
    if isinstance(day := getattr(organisation, name), date):
        return short_date(day)
    return str(display()) if display else as_text(organisation, name) or ""
