"""What one row of a table would write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# A record's values by the names of the model's fields.
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that would write: what is there now (None when it is new) and what it becomes."""

    line: int
    key: str
    before: Values | None
    after: Values

    @property
    def differences(self) -> dict[str, tuple[object, object]]:
        """Return the fields that change, each with its value before and after."""
        before = self.before or {}
        return {
            name: (before.get(name), value)
            for name, value in self.after.items()
            if self.before is None or before.get(name) != value
        }
