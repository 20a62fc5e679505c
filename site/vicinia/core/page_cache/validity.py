"""How long the page being rendered holds: whatever shows something that changes by itself says when.

    from vicinia.core.page_cache import changes_at

    changes_at(call.opens_at)       # in a query, a block, a context processor or a view

The earliest instant counts. Outside of a cached page's rendering the call does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_moments: ContextVar[list[datetime] | None] = ContextVar("page_changes_at", default=None)


def changes_at(moment: datetime | None) -> None:
    """Say that the page being rendered changes by itself at this instant, if it is still to come."""
    moments = _moments.get()
    if moments is not None and moment is not None and moment > datetime.now(UTC):
        moments.append(moment)


@contextmanager
def collecting() -> Iterator[list[datetime]]:
    """Collect what is said while a page is rendered."""
    moments: list[datetime] = []
    token = _moments.set(moments)
    try:
        yield moments
    finally:
        _moments.reset(token)
