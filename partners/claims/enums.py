"""Where a request to act for a body stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vicinia.core.state import StateTable


class ClaimState(models.TextChoices):
    """What became of a request."""

    PENDING = "pending", _("To decide")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")


STATES = StateTable[ClaimState]({ClaimState.PENDING: frozenset({ClaimState.APPROVED, ClaimState.REFUSED})})
