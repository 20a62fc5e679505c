"""The closed lists of schools."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vicinia.core.state import StateTable


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


class Capacity(models.TextChoices):
    """What a person does in the school."""

    TEACHER = "teacher", _("Teacher or educator of this school")
    OFFICE = "office", _("Office of the institute: for all its schools")


class ContactStatus(models.TextChoices):
    """Whether the link between a person and a school has been confirmed."""

    DECLARED = "declared", _("Waiting for confirmation")
    CONFIRMED = "confirmed", _("Confirmed")
    REFUSED = "refused", _("Refused")
    REVOKED = "revoked", _("Ended by the office")
    LEFT = "left", _("No longer in this school")


CONTACT_STEPS: StateTable[ContactStatus] = StateTable(
    {
        ContactStatus.DECLARED: frozenset(
            {ContactStatus.CONFIRMED, ContactStatus.REFUSED, ContactStatus.LEFT}
        ),
        ContactStatus.CONFIRMED: frozenset({ContactStatus.REVOKED, ContactStatus.LEFT}),
        # Only the office goes back on a refusal; whoever left may ask again.
        ContactStatus.REFUSED: frozenset({ContactStatus.CONFIRMED}),
        ContactStatus.REVOKED: frozenset({ContactStatus.CONFIRMED}),
        ContactStatus.LEFT: frozenset({ContactStatus.DECLARED}),
    }
)
