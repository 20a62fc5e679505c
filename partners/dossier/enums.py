"""The closed lists of the dossier, and the steps of a document's check."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vicinia.core.state import StateTable


class DocumentType(models.TextChoices):
    """What may stand in a dossier; who brings it and how long it counts is in `catalogue`."""

    INSURANCE = "insurance", _("Volunteers' insurance")
    IDENTITY = "identity", _("Identity document of the legal representative")
    MANDATE = "mandate", _("Mandate to sign")
    REQUIREMENTS = "requirements", _("Declaration of the general requirements")
    WITHHOLDING = "withholding", _("Declaration on the 4% withholding")
    STATUTE = "statute", _("Statute filed with RUNTS")
    BUDGET = "budget", _("Budget filed with RUNTS")
    DURC = "durc", _("DURC (social-security compliance)")


# What the body brings as a file, and a call may take from the dossier.
REUSABLE_TYPES = (
    DocumentType.INSURANCE,
    DocumentType.IDENTITY,
    DocumentType.MANDATE,
    DocumentType.REQUIREMENTS,
    DocumentType.WITHHOLDING,
)


class CheckStatus(models.TextChoices):
    """What the office has said of one version. "Expired" is no status: the date says it by itself."""

    TO_CHECK = "to_check", _("to be checked")
    VALID = "valid", _("valid")
    REJECTED = "rejected", _("rejected")
    REPLACED = "replaced", _("replaced before the check")


CHECK_STEPS = StateTable[CheckStatus](
    {
        CheckStatus.TO_CHECK: frozenset({CheckStatus.VALID, CheckStatus.REJECTED, CheckStatus.REPLACED}),
        # The office may find out later that a document does not count.
        CheckStatus.VALID: frozenset({CheckStatus.REJECTED}),
        CheckStatus.REJECTED: frozenset(),
        CheckStatus.REPLACED: frozenset(),
    }
)


class DurcOutcome(models.TextChoices):
    """What the institutes answer about a body's contributions."""

    REGULAR = "regular", _("regular")
    IRREGULAR = "irregular", _("irregular")


class Standing(models.TextChoices):
    """Where a document stands on a day: what screens show."""

    MISSING = "missing", _("missing")
    TO_CHECK = "to_check", _("to be checked")
    VALID = "valid", _("valid")
    EXPIRING = "expiring", _("it expires soon")
    EXPIRED = "expired", _("expired")
    REJECTED = "rejected", _("rejected")
    REPLACED = "replaced", _("replaced before the check")
