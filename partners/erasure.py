"""What becomes of a person's links to bodies and schools when they are deleted."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Exists, OuterRef, ProtectedError, Q
from django.db.models.deletion import Collector
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
from .dossier.enums import DocumentType
from .dossier.models import DossierVersion, VersionQuerySet
from .invitations.enums import InvitationState
from .invitations.models import Invitation
from .organisations.enums import MemberRole, OrganisationStatus
from .organisations.models import Membership, Organisation
from .retention import forget_claim
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
        _("The schools stay, with their classes, and choose another contact person."),
    )
    papers = identity_documents(user)
    used = len(list(filter(is_used, papers)))
    yield Fate(
        _("Identity documents uploaded for a body"),
        len(papers) - used,
        Outcome.DELETED,
        _("They show who represented it; the body brings its next representative's."),
    )
    yield Fate(
        _("Identity documents that an application was sent with"),
        used,
        Outcome.KEPT,
        _("They are part of an act of a public procedure (GDPR, art. 17(3)(b); D.Lgs. 42/2004, art. 21)."),
    )
    yield Fate(
        _("Other documents uploaded for a body"),
        other_documents(user).count(),
        Outcome.ANONYMISED,
        _("They belong to the body; who uploaded them is no longer named."),
    )


def identity_documents(user: User) -> list[DossierVersion]:
    """Return the identity documents of a representative that the person uploaded: they show who it is."""
    rows = DossierVersion.objects.filter(uploaded_by=user, document__type=DocumentType.IDENTITY)
    return list(rows.select_related("file"))


def other_documents(user: User) -> VersionQuerySet:
    """Return what else of a dossier the person uploaded."""
    rows: VersionQuerySet = DossierVersion.objects.filter(uploaded_by=user)
    return rows.exclude(document__type=DocumentType.IDENTITY)


def is_used(version: DossierVersion) -> bool:
    """Tell whether something that must stay points to the version, such as an application."""
    try:
        collector = Collector(using=DEFAULT_DB_ALIAS)
        collector.collect([version])
    except ProtectedError:
        return True
    return False


def only_representative(user: User) -> Iterator[Obstacle]:
    """Name the verified bodies that would be left without a legal representative."""
    representatives = Membership.objects.filter(
        organisation=OuterRef("pk"), role=MemberRole.LEGAL_REPRESENTATIVE
    )
    # A closed account represents nobody.
    others = representatives.filter(user__is_active=True).exclude(user=user)
    bodies = Organisation.objects.filter(
        Exists(representatives.filter(user=user)), status=OrganisationStatus.VERIFIED
    ).exclude(Exists(others))
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
    addressed = Invitation.objects.filter(Q(accepted_by=user) | Q(email__in=proved_addresses(user)))
    addressed.filter(state=InvitationState.PENDING).delete()
    addressed.update(email=address_of_nobody(user))
    for claim in Claim.objects.filter(user=user).select_related("proof"):
        forget_claim(claim)
    for version in identity_documents(user):
        if not is_used(version):
            version.delete()
            if version.file is not None:
                discard(version.file)
    other_documents(user).update(uploaded_by=None)
    # Their years as contact person of the school go with them.
    SchoolContact.objects.filter(user=user).delete()


ERASURE = ErasureStep(gettext_lazy("Bodies and schools"), fates, erase, only_representative)
