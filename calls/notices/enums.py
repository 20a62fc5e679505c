"""The closed lists of calls."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vicinia.core.state import StateTable


class Instrument(models.TextChoices):
    """The legal instrument; each will switch its own gates on."""

    CONTRIBUTION = "contribution", _("Contribution (L. 241/1990, art. 12)")
    CONVENTION = "convention", _("Agreement (D.Lgs. 117/2017, art. 56)")


class CallStatus(models.TextChoices):
    """What the office has decided. Whether it is open now follows from the dates."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    REVOKED = "revoked", _("revoked")


CALL_STEPS = StateTable[CallStatus](
    {
        CallStatus.DRAFT: frozenset({CallStatus.PUBLISHED}),
        CallStatus.PUBLISHED: frozenset({CallStatus.REVOKED}),
        CallStatus.REVOKED: frozenset(),
    }
)
