"""Progress of a command: a bar on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from typing import TextIO

from django.utils.formats import number_format

WIDTH = 30
# Seconds between two plain lines in a log.
PACE = 5.0


class ProgressBar:
    """Shows (what, done, total); call `close()` when the work ends, whatever the outcome."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_terminal = bool(getattr(stream, "isatty", lambda: False)())
        self._what = ""
        self._spoke_at = 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        """Say how far the work is."""
        done = min(done, total)
        counts = f"{what}: {number_format(done)}/{number_format(total)}"
        if self._is_terminal:
            if self._what and what != self._what:
                self._stream.write("\n")
            filled = WIDTH * done // total if total else WIDTH
            self._stream.write(f"\r[{'█' * filled}{'·' * (WIDTH - filled)}] {counts}")
            self._stream.flush()
        elif time.monotonic() - self._spoke_at >= PACE:
            self._stream.write(f"{counts}\n")
            self._spoke_at = time.monotonic()
        self._what = what

    def close(self) -> None:
        """Leave the bar's line."""
        if self._is_terminal and self._what:
            self._stream.write("\n")
            self._stream.flush()
