"""What becomes of a person's links to bodies and schools when they are deleted."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vicinia.accounts.erasure.account import address_of_nobody
from vicinia.accounts.erasure.registry import ErasureStep, Fate, Obstacle
from vicinia.accounts.models import User
from vicinia.accounts.personal.queries import proved_addresses
from vicinia.core.files.services import discard
from vicinia.core.retention.registry import Outcome

from .claims.models import Claim
from .invitations.enums import InvitationState
from .invitations.models import Invitation
from .organisations.enums import MemberRole, OrganisationStatus
from .organisations.models import Membership, Organisation
from .schools.models import SchoolContact


def fates(user: User) -> Iterator[Fate]:
    """Say that the links go, while bodies and schools stay."""
    yield Fate(
        _("Links to bodies"),
        Membership.objects.filter(user=user).count(),
        Outcome.DELETED,
        _("The bodies stay, with their other people."),
    )
    yield Fate(
        _("Requests to act for a body"),
        Claim.objects.filter(user=user).count(),
        Outcome.DELETED,
        _("With the document that was attached."),
    )
    yield Fate(
        _("Links to schools"),
        SchoolContact.objects.filter(user=user).count(),
        Outcome.DELETED,
        _("The schools stay, with their classes."),
    )


def only_representative(user: User) -> Iterator[Obstacle]:
    """Name the verified bodies that would be left without a legal representative."""
    representatives = Membership.objects.filter(
        organisation=OuterRef("pk"), role=MemberRole.LEGAL_REPRESENTATIVE
    )
    bodies = Organisation.objects.filter(
        Exists(representatives.filter(user=user)), status=OrganisationStatus.VERIFIED
    ).exclude(Exists(representatives.exclude(user=user)))
    for body in bodies:
        yield Obstacle(
            _(
                "You are the only legal representative of «%(name)s»: hand it over to another person first, "
                "from the body's page."
            )
            % {"name": body.name},
            reverse("partners:organisation", args=[body.pk]),
            _("Go to the body's page"),
        )


def erase(user: User) -> None:
    """Delete the links. The bodies' rows are held, as by every decision on their people."""
    memberships = Membership.objects.filter(user=user)
    bodies = Organisation.objects.select_for_update().order_by("pk")
    list(bodies.filter(pk__in=memberships.values("organisation")).values_list("pk"))
    memberships.delete()
    _forget_claims(user)
    addressed = Invitation.objects.filter(Q(accepted_by=user) | Q(email__in=proved_addresses(user)))
    addressed.filter(state=InvitationState.PENDING).delete()
    addressed.update(email=address_of_nobody(user))
    SchoolContact.objects.filter(user=user).delete()


def _forget_claims(user: User) -> None:
    """Delete the requests, decided or not: what proved them is an identity document."""
    claims = list(Claim.objects.filter(user=user).select_related("proof"))
    Claim.objects.filter(user=user).delete()
    for claim in claims:
        if claim.proof:
            discard(claim.proof)


ERASURE = ErasureStep(gettext_lazy("Bodies and schools"), fates, erase, only_representative)
