"""How a person stands towards a body."""

from __future__ import annotations

from vicinia.accounts.models import User
from vicinia.accounts.rights.table import Standing

from .enums import STILL, MemberRole
from .models import Organisation

OF_ROLE = {
    MemberRole.LEGAL_REPRESENTATIVE: Standing.REPRESENTATIVE,
    MemberRole.EDITOR: Standing.WRITER,
    MemberRole.READER: Standing.READER,
}


def towards_organisation(user: User, organisation: Organisation) -> frozenset[Standing]:
    """Return what the membership gives; whoever belongs to a suspended body only reads."""
    # As the database has it now: the object at hand may be older than a suspension.
    found = (
        organisation.memberships.filter(user_id=user.pk).values_list("role", "organisation__status").first()
    )
    if found is None:
        return frozenset()
    role, status = found
    return frozenset({Standing.READER if status in STILL else OF_ROLE[MemberRole(role)]})
