"""Small things that every page shows, kept in the process until something is published."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from . import generation
from .validity import changes_at, collecting

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Kept(Generic[Value]):
    """A value, the generation it belongs to, and the instants at which it changes by itself."""

    value: Value
    generation: int
    changes: tuple[datetime, ...]

    def holds(self, generation: int) -> bool:
        """Tell whether nothing has been published and no such instant has come."""
        now = datetime.now(UTC)
        return self.generation == generation and all(moment > now for moment in self.changes)


class KeptByGeneration(Generic[Value]):
    """Values by key, made anew when the page cache's generation has grown or a value has expired.

    The number is read before the value is made: what is published meanwhile makes it stale at once.
    Every page that shows a value holds no longer than the value does.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, Kept[Value]] = {}
        self._lock = threading.Lock()
        generation.on_forget(self.clear)

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the kept value, or make and keep it."""
        number = generation.current()
        kept = self._kept.get(key)
        if kept is None or not kept.holds(number):
            with collecting() as changes:
                value = make()
            kept = Kept(value, number, tuple(changes))
            with self._lock:
                self._kept[key] = kept
        for moment in kept.changes:
            changes_at(moment)
        return kept.value

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
