"""Reading the generation number, at most every half second in each process."""

import threading
import time
from collections.abc import Callable

CHECK_EVERY_SECONDS = 0.5

_lock = threading.Lock()
_known = 0
_checked_at = float("-inf")
_forgetters: list[Callable[[], None]] = []


def on_forget(clear: Callable[[], None]) -> None:
    """Call `clear` whenever the number is forgotten (what is kept with it goes too)."""
    _forgetters.append(clear)


def current() -> int:
    """Return the shared number, as read no longer than half a second ago."""
    global _known, _checked_at
    now = time.monotonic()
    if now - _checked_at < CHECK_EVERY_SECONDS:
        return _known
    with _lock:
        if time.monotonic() - _checked_at >= CHECK_EVERY_SECONDS:
            _known = _read()
            _checked_at = time.monotonic()
    return _known


def forget() -> None:
    """Make the next `current()` read the shared number again."""
    global _checked_at
    _checked_at = float("-inf")
    for clear in _forgetters:
        clear()


def _read() -> int:
    from .models import CacheGeneration

    return CacheGeneration.objects.filter(pk=1).values_list("number", flat=True).first() or 0
