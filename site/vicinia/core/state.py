"""State machines as tables: which steps exist, and which buttons a screen may show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

Status = TypeVar("Status", bound=str)


class StepRefused(Exception):
    """The object is not in a state from which this step may be taken; the message says so plainly."""


@dataclass(frozen=True)
class StateTable(Generic[Status]):
    """For each status, the statuses that may follow."""

    steps: Mapping[Status, frozenset[Status]]

    def allows(self, current: Status, target: Status) -> bool:
        """Tell whether the step exists."""
        return target in self.steps.get(current, frozenset())

    def require(self, current: Status, target: Status) -> None:
        """Raise StepRefused unless the step exists."""
        if not self.allows(current, target):
            raise StepRefused(_("This step is not possible now: reload the page to see where things stand."))
