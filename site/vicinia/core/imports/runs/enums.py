"""Where an import stands, and what may follow."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vicinia.core.state import StateTable


class RunState(models.TextChoices):
    """Where an import stands."""

    UPLOADED = "uploaded", _("columns to match")
    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("to be confirmed")
    RUNNING = "running", _("being written")
    DONE = "done", pgettext_lazy("import", "done")
    CANCELLED = "cancelled", pgettext_lazy("import", "cancelled")
    FAILED = "failed", pgettext_lazy("import", "interrupted")


# What has been written stays and is then unchanged: every import that ended early can be checked again.
RUN_STEPS: StateTable[RunState] = StateTable(
    {
        RunState.UPLOADED: frozenset({RunState.CHECKING, RunState.CANCELLED}),
        RunState.CHECKING: frozenset({RunState.CHECKED, RunState.DONE, RunState.FAILED, RunState.CANCELLED}),
        RunState.CHECKED: frozenset({RunState.CHECKING, RunState.RUNNING, RunState.CANCELLED}),
        RunState.RUNNING: frozenset({RunState.DONE, RunState.CHECKED, RunState.FAILED, RunState.CANCELLED}),
        RunState.FAILED: frozenset({RunState.CHECKING}),
        RunState.CANCELLED: frozenset({RunState.CHECKING}),
    }
)
MOVING = frozenset({RunState.CHECKING, RunState.RUNNING})


class Choice(models.TextChoices):
    """Which rows are written."""

    ALL = "all", _("all or none")
    GOOD = "good", _("the good rows only")
