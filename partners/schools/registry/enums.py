"""How far a load of a registry is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vicinia.core.state import StateTable


class LoadState(models.TextChoices):
    """Whether a load was written to its end."""

    OPEN = "open", pgettext_lazy("loading", "to be finished")
    DONE = "done", pgettext_lazy("loading", "whole")
    LEFT = "left", _("left unfinished")


LOAD_STEPS: StateTable[LoadState] = StateTable(
    {
        # Another file of the same registry came before this one was finished.
        LoadState.OPEN: frozenset({LoadState.DONE, LoadState.LEFT}),
        LoadState.DONE: frozenset(),
        LoadState.LEFT: frozenset(),
    }
)
