"""Reads about the people of a body."""

from __future__ import annotations

from django.db.models import QuerySet

from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership, Organisation
from vicinia.accounts.models import User

# Representatives first: the values of the roles do not sort so.
ROLES_IN_ORDER = [MemberRole.LEGAL_REPRESENTATIVE, MemberRole.EDITOR, MemberRole.READER]


def members_of(organisation: Organisation) -> list[Membership]:
    """Return who acts for the body with their person, representatives first, then by surname."""
    members = organisation.memberships.select_related("user", "mandate").order_by(
        "user__last_name", "user__first_name"
    )
    return sorted(members, key=lambda member: ROLES_IN_ORDER.index(MemberRole(member.role)))


def membership_of(user: User, organisation: Organisation) -> Membership | None:
    """Return the person's link to the body with its mandate, if there is one."""
    rows = organisation.memberships.select_related("mandate__document", "mandate__file")
    return rows.filter(user_id=user.pk).first()


def representatives_of(organisation_id: int) -> QuerySet[Membership]:
    """Return the links of the legal representatives whose account is open: a closed one decides nothing."""
    return Membership.objects.filter(
        organisation_id=organisation_id, role=MemberRole.LEGAL_REPRESENTATIVE, user__is_active=True
    ).select_related("user")
