"""Reads about requests to act for a body."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from partners.organisations.enums import STILL, MemberRole
from partners.organisations.models import Organisation, OrganisationQuerySet
from vicinia.accounts.models import User
from vicinia.accounts.rights.standings import may_as_one_of_its_own

from .enums import ClaimState
from .models import Claim


def has_members(organisation: Organisation) -> bool:
    """Tell whether somebody acts for the body: then its people know who else should."""
    return organisation.memberships.exists()


def may_decide(user: User, claim: Claim) -> bool:
    """Tell whether the person decides: the body's representative, or the office that verifies bodies."""
    return user.has_perm("partners.verify_organisation") or may_as_one_of_its_own(
        user, "partners.govern_organisation", claim.organisation
    )


def waiting_claims(organisation: Organisation) -> QuerySet[Claim]:
    """Return the requests that nobody has decided, the oldest first."""
    return organisation.claims.filter(state=ClaimState.PENDING).select_related("user")


def decided_by(user: User) -> QuerySet[Claim]:
    """Return the requests that wait for the person as a body's representative, by body, the oldest first."""
    governed = Organisation.objects.exclude(status__in=STILL).filter(
        memberships__user=user, memberships__role=MemberRole.LEGAL_REPRESENTATIVE
    )
    rows = Claim.objects.filter(state=ClaimState.PENDING, organisation__in=governed)
    return rows.select_related("organisation", "user").order_by("organisation__name", "created_at", "pk")


def claims_of(user: User) -> QuerySet[Claim]:
    """Return the person's requests that wait, the oldest first."""
    return Claim.objects.filter(user=user, state=ClaimState.PENDING)


def with_waiting_claims(organisations: OrganisationQuerySet) -> OrganisationQuerySet:
    """Return the bodies for which somebody asks to act."""
    waiting = Claim.objects.filter(organisation=OuterRef("pk"), state=ClaimState.PENDING)
    return organisations.filter(Exists(waiting))
