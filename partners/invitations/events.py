"""What happens to invitations."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class InvitationAccepted(DomainEvent):
    """A person has begun to act for a body, as they were invited to."""

    invitation_id: int
