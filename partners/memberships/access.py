"""Who looks at a body, and who decides on its people."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from partners.organisations.enums import STILL, MemberRole, OrganisationStatus
from partners.organisations.holding import require_may_edit
from partners.organisations.models import Membership, Organisation
from vicinia.accounts.models import User
from vicinia.accounts.rights.standings import may_as_one_of_its_own

from .queries import representatives_of


def membership_or_404(request: HttpRequest, organisation_id: int) -> Membership:
    """The person's own link to the body; for everybody else, or gone into another, it does not exist."""
    rows = Membership.objects.select_related("organisation", "user")
    living = rows.exclude(organisation__status=OrganisationStatus.MERGED)
    return get_object_or_404(living, organisation_id=organisation_id, user=cast(User, request.user))


def writable_or_404(request: HttpRequest, organisation_id: int) -> Organisation:
    """The body, for one of its people who may write in its name; raise PermissionDenied for its others."""
    membership = membership_or_404(request, organisation_id)
    require_may_edit(membership.user, membership.organisation)
    return membership.organisation


def decides_on_people(membership: Membership) -> bool:
    """Tell whether the person may invite, change and take off: the representative of a body in good order."""
    return may_as_one_of_its_own(membership.user, "partners.govern_organisation", membership.organisation)


def require_decides(by: User, organisation_id: int) -> Membership:
    """Return the person's membership; raise PermissionDenied unless they decide on the body's people."""
    own = own_membership(by, organisation_id)
    if own is None or not decides_on_people(own):
        raise PermissionDenied
    return own


def own_membership(user: User, organisation_id: int) -> Membership | None:
    """Return the person's link to the body, if there is one."""
    rows = Membership.objects.select_related("organisation", "user")
    return rows.filter(organisation_id=organisation_id, user=user).first()


def may_invite(membership: Membership, role: str) -> bool:
    """Tell whether the person may invite somebody to this role.

    Who decides on the people invites to all. Where nobody represents the body yet, whoever registered
    it on the representative's behalf may invite the representative, who then decides on all the rest.
    """
    if decides_on_people(membership):
        return True
    organisation = membership.organisation
    return (
        role == MemberRole.LEGAL_REPRESENTATIVE
        and membership.role == MemberRole.EDITOR
        and organisation.status not in STILL
        and not representatives_of(organisation.pk).exists()
    )
