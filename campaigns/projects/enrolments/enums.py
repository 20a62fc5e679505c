"""The states of a class's enrolment."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vicinia.core.state import StateTable


class EnrolmentState(models.TextChoices):
    """Where an enrolment stands."""

    CONFIRMED = "confirmed", _("confirmed")
    WAITING = "waiting", _("on the waiting list")
    CANCELLED = "cancelled", _("cancelled")


ENROLMENT_STEPS: StateTable[EnrolmentState] = StateTable(
    {
        EnrolmentState.WAITING: frozenset({EnrolmentState.CONFIRMED, EnrolmentState.CANCELLED}),
        EnrolmentState.CONFIRMED: frozenset({EnrolmentState.CANCELLED}),
        EnrolmentState.CANCELLED: frozenset(),
    }
)
