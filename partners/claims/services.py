"""Writes about requests to act for a body. The body's row is the lock, as for its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership, Organisation
from partners.organisations.tax_code import clean_tax_code
from vicinia.accounts.models import User
from vicinia.accounts.services import hold_person
from vicinia.core import audit, events
from vicinia.core.clock import database_now
from vicinia.core.files.kinds import IMAGE, PDF
from vicinia.core.files.services import gone_if_refused, store_upload
from vicinia.core.text import clean_text

from .enums import STATES, ClaimState
from .events import ClaimDecided, ClaimMade
from .models import Claim
from .queries import has_members, may_decide

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class ClaimRefused(ValidationError):
    """The request cannot be made or decided; the message says why and what to do."""


def claim(
    *, tax_code: str, role: MemberRole, by: User, message: str = "", upload: UploadedFile[bytes] | None = None
) -> Claim:
    """Ask to act for the body with this tax code; nothing of it is shown until somebody decides.

    A body without people asks for a document. Raises FileRefused, ClaimRefused when the body is not here, the
    person acts for it already or has asked already, or the document is missing; then no document is kept.
    """
    proof = store_upload(upload=upload, kinds=(PDF, IMAGE), by=by) if upload else None
    with gone_if_refused(proof), transaction.atomic():
        hold_person(by)
        found = _held(tax_code)
        if found.memberships.filter(user=by).exists():
            raise ClaimRefused({"tax_code": _("You act for this body already: it is in your reserved area.")})
        if found.claims.filter(user=by, state=ClaimState.PENDING).exists():
            raise ClaimRefused({"tax_code": _("You have asked already: whoever decides has your request.")})
        if proof is None and not has_members(found):
            raise ClaimRefused(
                {
                    "proof": _(
                        "Nobody acts for this body here yet, so our office decides: attach your identity "
                        "document, or the mandate of the legal representative."
                    )
                }
            )
        made = Claim(organisation=found, user=by, role=role, message=clean_text(message).strip(), proof=proof)
        made.full_clean()
        made.save()
        audit.record("partners.member.claimed", by=by, target=found, person=str(by), role=role)
        events.emit(ClaimMade(claim_id=made.pk))
    return made


def approve(*, claim: Claim, by: User) -> Membership:
    """Let the person act for the body in the role they asked for.

    Raises PermissionDenied unless `by` governs the body or verifies bodies, ClaimRefused when it was
    decided already, or the person has deleted their account.
    """
    with transaction.atomic():
        # Who is being deleted in this moment joins nothing.
        if not User.objects.select_for_update(no_key=True).get(pk=claim.user_id).is_active:
            raise ClaimRefused(_("This person's account is closed: nobody can act with it."))
        locked = _locked(claim, by)
        membership, created = Membership.objects.get_or_create(
            organisation=locked.organisation,
            user=locked.user,
            defaults={"role": locked.role, "created_by": by},
        )
        if not created:
            raise ClaimRefused(_("This person acts for the body already: change the role instead."))
        _end(locked, ClaimState.APPROVED, "", by=by)
        audit.record(
            "partners.member.approved",
            by=by,
            target=locked.organisation,
            person=str(locked.user),
            role=locked.role,
        )
    return membership


def refuse(*, claim: Claim, reason: str, by: User) -> Claim:
    """Say no, with a reason that the person reads. Raises as `approve`, ValidationError without a reason."""
    reason = clean_text(reason).strip()
    if not reason:
        raise ValidationError({"reason": _("Write why: the person reads it.")})
    with transaction.atomic():
        locked = _locked(claim, by)
        _end(locked, ClaimState.REFUSED, reason, by=by)
        audit.record(
            "partners.member.refused",
            by=by,
            target=locked.organisation,
            person=str(locked.user),
            reason=reason,
        )
    return locked


def _held(tax_code: str) -> Organisation:
    """Hold the body with this tax code, or the one that it went into; raise ClaimRefused without one."""
    found = Organisation.objects.select_for_update().filter(tax_code=clean_tax_code(tax_code)).first()
    if found is None:
        raise ClaimRefused(
            {"tax_code": _("No body with this tax code is here yet: register it, it takes three minutes.")}
        )
    while found.merged_into_id:
        found = Organisation.objects.select_for_update().get(pk=found.merged_into_id)
    return found


def _locked(claim: Claim, by: User) -> Claim:
    Organisation.objects.select_for_update().get(pk=claim.organisation_id)
    rows = Claim.objects.select_for_update(of=("self",)).select_related("organisation", "user")
    locked = rows.filter(pk=claim.pk).first()
    if locked is None:
        raise ClaimRefused(_("This request was decided in the meantime: reload the page."))
    if not may_decide(by, locked):
        raise PermissionDenied
    if not STATES.allows(ClaimState(locked.state), ClaimState.APPROVED):
        raise ClaimRefused(_("This request was decided in the meantime: reload the page."))
    return locked


def _end(claim: Claim, state: ClaimState, reason: str, *, by: User) -> None:
    claim.state, claim.reason, claim.decided_by, claim.decided_at = state, reason, by, database_now()
    claim.full_clean()
    claim.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    events.emit(ClaimDecided(claim_id=claim.pk))
