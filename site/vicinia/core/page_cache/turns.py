"""One rendering of a page at a time: when a page leaves memory while everybody reads it, one reader's
request renders it and the others wait for that, instead of all doing the same work at once.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Longer than any page takes; then each renders for itself.
WAIT_SECONDS = 10.0
# Pages that turned out not to be kept (a form): nobody waits for those.
MAX_UNKEPT = 1_000


class Turns:
    """Who renders which page."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rendering: dict[str, threading.Event] = {}
        self._unkept: set[str] = set()

    def wait(self, key: str) -> bool:
        """Wait while another thread renders the page; return whether there was one to wait for."""
        with self._lock:
            other = self._rendering.get(key)
        return other is not None and other.wait(WAIT_SECONDS)

    @contextmanager
    def rendering(self, key: str) -> Iterator[None]:
        """Render a page while others wait, unless somebody else has begun."""
        with self._lock:
            is_ours = key not in self._rendering and key not in self._unkept
            if is_ours:
                done = self._rendering[key] = threading.Event()
        try:
            yield
        finally:
            if is_ours:
                with self._lock:
                    del self._rendering[key]
                done.set()

    def note_kept(self, key: str, *, is_kept: bool) -> None:
        """Remember whether anybody need wait for this page."""
        with self._lock:
            if is_kept:
                self._unkept.discard(key)
            else:
                if len(self._unkept) >= MAX_UNKEPT:
                    self._unkept.clear()
                self._unkept.add(key)


turns = Turns()
