"""How long what people asked of a body is kept once it is settled."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from vicinia.core.clock import database_now
from vicinia.core.files.services import discard
from vicinia.core.retention.registry import Outcome, RetentionRule

from .claims.enums import ClaimState
from .claims.models import Claim
from .invitations.models import Invitation
from .organisations.models import Membership

TERM = settings.RETENTION_MEMBERS_MONTHS * timedelta(days=30)
CHUNK = 500


def forget_invitations(term: timedelta) -> int:
    """Delete the invitations that were answered, withdrawn or expired longer ago than the term."""
    before = database_now() - term
    old = Invitation.objects.filter(Q(ended_at__lt=before) | Q(ended_at__isnull=True, expires_at__lt=before))
    _all, by_model = old.delete()
    return by_model.get(Invitation._meta.label, 0)


def forget_claims(term: timedelta) -> int:
    """Delete the requests decided longer ago than the term, with the documents that came with them.

    One that was approved is kept as long as the person acts for the body: it says why they may.
    """
    acts = Membership.objects.filter(organisation=OuterRef("organisation"), user=OuterRef("user"))
    old = Claim.objects.exclude(state=ClaimState.PENDING).filter(decided_at__lt=database_now() - term)
    old = old.exclude(Exists(acts), state=ClaimState.APPROVED)
    forgotten = 0
    while claims := list(old.select_related("proof").order_by("pk")[:CHUNK]):
        for claim in claims:
            forget_claim(claim)
        forgotten += len(claims)
    return forgotten


@transaction.atomic
def forget_claim(claim: Claim) -> None:
    """Delete a request and the document that came with it."""
    proof = claim.proof
    claim.delete()
    if proof is not None:
        discard(proof)


INVITATIONS = RetentionRule(
    kind=_("Invitations to act for a body"),
    term=TERM,
    starts=_("from the day of the answer, or from that on which they expired"),
    outcome=Outcome.DELETED,
    reason=_("They hold the address of who was invited, which is no longer needed (GDPR, art. 5(1)(e))."),
    apply=forget_invitations,
)
CLAIMS = RetentionRule(
    kind=_("Requests to act for a body, with the document that proves it"),
    term=TERM,
    starts=_("from the decision; for who was admitted, kept as long as they act for the body"),
    outcome=Outcome.DELETED,
    reason=_(
        "An identity document is kept only as long as it is needed (GDPR, art. 5(1)(c) and (e)). That a "
        "person acted for the body stays in the trail of operations, for its own term."
    ),
    apply=forget_claims,
)
