"""The states of a request to be deleted."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vicinia.core.state import StateTable


class ErasureState(models.TextChoices):
    """Where a request stands."""

    WAITING = "waiting", pgettext_lazy("erasure", "waiting")
    WITHDRAWN = "withdrawn", pgettext_lazy("erasure", "withdrawn by the person")
    REFUSED = "refused", pgettext_lazy("erasure", "refused")
    CARRIED_OUT = "carried_out", pgettext_lazy("erasure", "carried out")


class ErasureOrigin(models.TextChoices):
    """Why the account goes."""

    ASKED = "asked", _("asked by the person")
    UNUSED = "unused", _("never used for too long")


ERASURE_STEPS = StateTable[ErasureState](
    {
        ErasureState.WAITING: frozenset(
            {ErasureState.WITHDRAWN, ErasureState.REFUSED, ErasureState.CARRIED_OUT}
        ),
        ErasureState.WITHDRAWN: frozenset(),
        ErasureState.REFUSED: frozenset(),
        ErasureState.CARRIED_OUT: frozenset(),
    }
)
