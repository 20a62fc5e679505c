"""The closed lists of schools."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolOrder(models.TextChoices):
    """Order of school (*ordine*); values are the ministry's Italian terms."""

    NURSERY = "infanzia", _("Nursery school")
    PRIMARY = "primaria", _("Primary school")
    LOWER_SECONDARY = "secondaria_i", _("Lower secondary school")
    UPPER_SECONDARY = "secondaria_ii", _("Upper secondary school")
    ADULTS = "cpia", _("Adult education (CPIA)")
    OTHER = "altro", _("Other")


class Registry(models.TextChoices):
    """Where a school comes from: a file replaces only the rows of its own registry."""

    STATE = "state", _("State schools")
    PRIVATE = "private", _("Private accredited schools")
    AUTONOMOUS = "autonomous", _("Schools of the autonomous provinces")
    LOCAL = "local", _("Added by the office")


class ContactStatus(models.TextChoices):
    """Whether the link between a person and a school has been confirmed."""

    DECLARED = "declared", _("Declared by the person")
    CONFIRMED = "confirmed", _("Confirmed")
    REVOKED = "revoked", _("Ended")
