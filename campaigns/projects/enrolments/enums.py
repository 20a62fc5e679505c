"""The states of a class's enrolment."""

from django.db import models
from django.utils.translation import pgettext_lazy

from vicinia.core.state import StateTable


class EnrolmentState(models.TextChoices):
    """Where an enrolment stands."""

    CONFIRMED = "confirmed", pgettext_lazy("enrolment", "confirmed")
    WAITING = "waiting", pgettext_lazy("enrolment", "on the waiting list")
    CANCELLED = "cancelled", pgettext_lazy("enrolment", "cancelled")


ENROLMENT_STEPS: StateTable[EnrolmentState] = StateTable(
    {
        EnrolmentState.WAITING: frozenset({EnrolmentState.CONFIRMED, EnrolmentState.CANCELLED}),
        EnrolmentState.CONFIRMED: frozenset({EnrolmentState.CANCELLED}),
        EnrolmentState.CANCELLED: frozenset(),
    }
)
