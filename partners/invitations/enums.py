"""Where an invitation stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vicinia.core.state import StateTable


class InvitationState(models.TextChoices):
    """What became of an invitation; EXPIRED is told by the clock and never written."""

    PENDING = "pending", _("Waiting for an answer")
    ACCEPTED = "accepted", _("Accepted")
    REVOKED = "revoked", _("Withdrawn")
    EXPIRED = "expired", _("Expired")


STORED = (InvitationState.PENDING, InvitationState.ACCEPTED, InvitationState.REVOKED)

STATES = StateTable[InvitationState](
    {InvitationState.PENDING: frozenset({InvitationState.ACCEPTED, InvitationState.REVOKED})}
)
