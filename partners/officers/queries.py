"""Reads about the offices of a body."""

from __future__ import annotations

from partners.organisations.models import Organisation

from .enums import Office
from .models import Officer


def legal_representative(organisation: Organisation) -> Officer | None:
    """Return who represents the body now, from the officers already read where there are."""
    for officer in organisation.officers.all():
        if officer.office == Office.LEGAL_REPRESENTATIVE and officer.until is None:
            return officer
    return None
