"""How a person stands towards a body."""

from __future__ import annotations

from partners.memberships.mandates import counting_mandate
from vicinia.accounts.models import User
from vicinia.accounts.rights.table import Standing
from vicinia.core.clock import database_day

from .enums import STILL, MemberRole
from .models import Membership, Organisation

OF_ROLE = {
    MemberRole.LEGAL_REPRESENTATIVE: Standing.REPRESENTATIVE,
    MemberRole.EDITOR: Standing.WRITER,
    MemberRole.READER: Standing.READER,
}


def towards_organisation(user: User, organisation: Organisation) -> frozenset[Standing]:
    """Return what the membership and its mandate give; whoever belongs to a suspended body only reads."""
    # As the database has it now: the object at hand may be older than a suspension.
    found = (
        Membership.objects.filter(user_id=user.pk, organisation=organisation.pk)
        .select_related("organisation", "mandate__document")
        .first()
    )
    if found is None:
        return frozenset()
    if found.organisation.status in STILL:
        return frozenset({Standing.READER})
    own = OF_ROLE[MemberRole(found.role)]
    if own == Standing.WRITER and found.mandate and counting_mandate(found, database_day()):
        return frozenset({own, Standing.DELEGATE})
    return frozenset({own})
