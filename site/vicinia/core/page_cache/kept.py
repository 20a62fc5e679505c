"""Small things that every page shows, kept in the process until something is published."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from . import generation

Value = TypeVar("Value")


class KeptByGeneration(Generic[Value]):
    """Values by key, made anew when the page cache's generation has grown.

    The number is read before the value is made: what is published meanwhile makes it stale at once.
    """

    def __init__(self) -> None:
        self._values: dict[Hashable, tuple[int, Value]] = {}
        self._lock = threading.Lock()
        generation.on_forget(self.clear)

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the kept value, or make and keep it."""
        number = generation.current()
        kept = self._values.get(key)
        if kept and kept[0] == number:
            return kept[1]
        value = make()
        with self._lock:
            self._values[key] = (number, value)
        return value

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._values.clear()
