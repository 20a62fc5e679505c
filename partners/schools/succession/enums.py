"""The states of a continuity."""

from django.db import models
from django.utils.translation import pgettext_lazy

from vicinia.core.state import StateTable


class SuccessionState(models.TextChoices):
    """Whether a school goes on with a closed one."""

    PROPOSED = "proposed", pgettext_lazy("succession", "to decide")
    CONFIRMED = "confirmed", pgettext_lazy("succession", "confirmed")
    REFUSED = "refused", pgettext_lazy("succession", "refused")
    UNDONE = "undone", pgettext_lazy("succession", "undone")


SUCCESSION_STEPS: StateTable[SuccessionState] = StateTable(
    {
        SuccessionState.PROPOSED: frozenset({SuccessionState.CONFIRMED, SuccessionState.REFUSED}),
        SuccessionState.CONFIRMED: frozenset({SuccessionState.UNDONE}),
        SuccessionState.REFUSED: frozenset({SuccessionState.CONFIRMED}),
        SuccessionState.UNDONE: frozenset({SuccessionState.CONFIRMED}),
    }
)
