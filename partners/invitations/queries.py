"""Reads about invitations."""

from __future__ import annotations

from datetime import datetime

from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.accounts.queries import addresses_of
from vicinia.core.tokens import digest

from .models import Invitation, InvitationQuerySet


def invitation_of_link(token: str) -> Invitation | None:
    """Return the invitation whose link this is, whatever became of it."""
    return Invitation.objects.select_related("organisation").filter(token_sha256=digest(token)).first()


def waiting_of(organisation: Organisation) -> list[Invitation]:
    """Return the body's invitations without an answer, the latest first; the expired ones too."""
    return list(Invitation.objects.filter(organisation=organisation).waiting())


def invitations_to(user: User) -> InvitationQuerySet:
    """Return the invitations to addresses that the person has shown to read."""
    rows: InvitationQuerySet = Invitation.objects.filter(email__in=addresses_of(user))
    return rows


def open_invitations_to(user: User, now: datetime) -> list[Invitation]:
    """Return those that the person can accept now, the ones that expire first before."""
    rows = invitations_to(user).open(now).exclude(organisation__memberships__user=user)
    return list(rows.select_related("organisation").order_by("expires_at"))
