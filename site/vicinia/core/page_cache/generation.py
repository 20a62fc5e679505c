"""The generation number: every process compares it to know whether its cached pages still hold."""

import threading
import time
from collections.abc import Callable

import structlog
from django.db import DatabaseError, InterfaceError

CHECK_EVERY_SECONDS = 0.5

log = structlog.get_logger(__name__)

_lock = threading.Lock()
_known = 0
_checked_at = float("-inf")
# Grows with every `forget()`: a reading begun before it must not be kept.
_forgotten = 0
_forgetters: list[Callable[[], None]] = []


def on_forget(clear: Callable[[], None]) -> None:
    """Call `clear` whenever the number is forgotten (what is kept with it goes too)."""
    _forgetters.append(clear)


def current() -> int:
    """Return the shared number, as read no longer than half a second ago.

    When the database is away the last known number is returned: readers go on being served from
    memory, which is what they need in an emergency.
    """
    global _known, _checked_at
    if not is_due():
        return _known
    with _lock:
        if is_due():
            before = _forgotten
            try:
                _known = _read()
            except (DatabaseError, InterfaceError) as error:
                log.warning("the database is away: cached pages are served as they are", error=str(error))
            if before == _forgotten:
                _checked_at = time.monotonic()
    return _known


def is_due() -> bool:
    """Tell whether `current()` would ask the database."""
    return time.monotonic() - _checked_at >= CHECK_EVERY_SECONDS


def known() -> int:
    """Return the last number read, however old."""
    return _known


def forget() -> None:
    """Make the next `current()` read the shared number again."""
    global _checked_at, _forgotten
    _forgotten += 1
    _checked_at = float("-inf")
    for clear in _forgetters:
        clear()


def _read() -> int:
    from .models import CacheGeneration

    return CacheGeneration.objects.filter(pk=1).values_list("number", flat=True).first() or 0
