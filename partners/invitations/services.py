"""Writes about invitations. As for memberships, the body's row is the lock."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partners.memberships.access import may_invite, own_membership, require_decides
from partners.memberships.words import POWERS
from partners.organisations.enums import STILL, MemberRole
from partners.organisations.models import Membership, Organisation
from vicinia.accounts.models import User
from vicinia.accounts.queries import addresses_of
from vicinia.accounts.services import hold_person
from vicinia.core import audit, events, mail
from vicinia.core.clock import database_now
from vicinia.core.tokens import digest, new_token

from .enums import STATES, InvitationState
from .events import InvitationAccepted
from .models import Invitation
from .refusals import (
    InvitationRefused,
    just_sent,
    member_already,
    suspended,
    too_many,
    too_many_today,
    waiting_already,
)

# More than any association needs at once, fewer than somebody who sends junk would like.
MOST_WAITING = 20
# Whoever looks for the mail finds it in this time; whoever did not ask for it gets few.
BETWEEN_MAILS, A_DAY = timedelta(hours=1), timedelta(days=1)
MOST_A_DAY = 30


def invite(*, organisation: Organisation, email: str, role: MemberRole, by: User) -> Invitation:
    """Invite whoever reads an address to act for a body; an invitation that has expired is renewed.

    Raises PermissionDenied unless `by` decides on the body's people, InvitationRefused.
    """
    address = email.strip().lower()
    with transaction.atomic():
        _lock(organisation.pk)
        own = own_membership(by, organisation.pk)
        if own is None or not may_invite(own, role):
            raise PermissionDenied
        now = database_now()
        if Membership.objects.filter(organisation=organisation, user__email__iexact=address).exists():
            raise member_already(address)
        waiting = Invitation.objects.filter(organisation=organisation, state=InvitationState.PENDING)
        invitation = waiting.filter(email=address).first()
        if invitation and invitation.state_at(now) == InvitationState.PENDING:
            raise waiting_already(address)
        if invitation is None:
            if waiting.filter(expires_at__gt=now).count() >= MOST_WAITING:
                raise too_many(MOST_WAITING)
            # Those withdrawn too, or inviting and withdrawing would write without end.
            lately = Invitation.objects.filter(organisation=organisation, sent_at__gt=now - A_DAY)
            if lately.count() >= MOST_A_DAY:
                raise too_many_today()
            invitation = Invitation(organisation=organisation, email=address)
        invitation.role = role
        _send(invitation, now, by=by)
        audit.record("partners.member.invited", by=by, target=organisation, person=address, role=role)
    return invitation


def send_again(*, invitation: Invitation, by: User) -> Invitation:
    """Send a new link, valid from now; the old one stops working.

    Raises as `revoke` does, InvitationRefused too when the last mail is less than an hour old.
    """
    with transaction.atomic():
        locked = _locked(invitation)
        require_decides(by, locked.organisation_id)
        _require_waiting(locked)
        now = database_now()
        if locked.state_at(now) == InvitationState.PENDING and locked.sent_at > now - BETWEEN_MAILS:
            raise just_sent(locked.email)
        _send(locked, now, by=by)
        audit.record(
            "partners.member.invited_again",
            by=by,
            target=locked.organisation,
            person=locked.email,
            role=locked.role,
        )
    return locked


def revoke(*, invitation: Invitation, by: User) -> Invitation:
    """Withdraw an invitation: its link stops working at once.

    Raises PermissionDenied unless `by` decides on the body's people, InvitationRefused when it was
    accepted or withdrawn already.
    """
    with transaction.atomic():
        locked = _locked(invitation)
        require_decides(by, locked.organisation_id)
        _require_waiting(locked)
        locked.state, locked.ended_at = InvitationState.REVOKED, database_now()
        locked.save(update_fields=["state", "ended_at"])
        audit.record(
            "partners.member.invitation_withdrawn",
            by=by,
            target=locked.organisation,
            person=locked.email,
            role=locked.role,
        )
    return locked


def accept(*, invitation: Invitation, by: User) -> Membership:
    """Begin to act for the body; once, and only for the person whose confirmed address was invited.

    Raises PermissionDenied for everybody else, InvitationRefused when it was used, withdrawn, has
    expired, or the body is suspended.
    """
    with transaction.atomic():
        hold_person(by)
        locked = _locked(invitation)
        if locked.email not in addresses_of(by):
            raise PermissionDenied
        now = database_now()
        _require_waiting(locked)
        if locked.state_at(now) == InvitationState.EXPIRED:
            raise InvitationRefused(_("This invitation has expired: ask for a new one."), code="expired")
        if locked.organisation.status in STILL:
            raise suspended()
        if Membership.objects.filter(organisation=locked.organisation, user=by).exists():
            raise InvitationRefused(_("You act for this body already."), code="member_already")
        membership = Membership.objects.create(
            organisation=locked.organisation, user=by, role=locked.role, created_by=locked.invited_by
        )
        locked.state, locked.accepted_by, locked.ended_at = InvitationState.ACCEPTED, by, now
        locked.save(update_fields=["state", "accepted_by", "ended_at"])
        audit.record(
            "partners.member.accepted", by=by, target=locked.organisation, person=str(by), role=locked.role
        )
        events.emit(InvitationAccepted(invitation_id=locked.pk))
    return membership


def _send(invitation: Invitation, now: datetime, *, by: User) -> None:
    """Write a new secret and the mail that carries it: here, since only its hash is kept afterwards."""
    token = new_token()
    invitation.token_sha256, invitation.invited_by = digest(token), by
    invitation.sent_at, invitation.expires_at = now, now + timedelta(days=settings.INVITATION_DAYS)
    invitation.save()
    known = User.objects.filter(email__iexact=invitation.email).first()
    language = known.language if known else (get_language() or by.language)
    context = {
        "invitation": invitation,
        "organisation": invitation.organisation,
        "by": by,
        "powers": POWERS[invitation.role],
        "action_url": mail.link("partners:invitation_link", token, language=language),
    }
    mail.send("partners/invitation", to=[invitation.email], context=context, language=language)


def _lock(organisation_id: int) -> None:
    Organisation.objects.select_for_update().get(pk=organisation_id)


def _locked(invitation: Invitation) -> Invitation:
    _lock(invitation.organisation_id)
    return (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("organisation")
        .get(pk=invitation.pk)
    )


def _require_waiting(invitation: Invitation) -> None:
    if not STATES.allows(InvitationState(invitation.state), InvitationState.ACCEPTED):
        raise InvitationRefused(
            _("This invitation was accepted or withdrawn in the meantime: reload the page."), code="ended"
        )
