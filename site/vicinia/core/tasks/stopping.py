"""Asking the work in progress to stop at its next step, so that a worker can end within seconds."""

from __future__ import annotations

import threading

_requested = threading.Event()


class WorkInterrupted(BaseException):
    """The worker is ending: the task goes back to its queue and resumes from its cursor.

    Not an `Exception`, so that a task's own error handling does not take it for a failure.
    """


def request() -> None:
    """Make the next `check()` raise."""
    _requested.set()


def withdraw() -> None:
    """Forget the request (a worker that starts)."""
    _requested.clear()


def check() -> None:
    """Raise WorkInterrupted when this process has been asked to stop."""
    if _requested.is_set():
        raise WorkInterrupted
