"""Progress rows of long work, as a task writes them and a screen reads them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from .models import Progress, ProgressState

if TYPE_CHECKING:
    from vicinia.accounts.models import User


class WorkCancelled(Exception):
    """The person who started the work has stopped it."""


def start(*, kind: str, title: str, by: User | None, total: int = 0) -> Progress:
    """Make the row that the screen shows while the work waits for a worker."""
    return Progress.objects.create(kind=kind, title=title, total=total, started_by=by)


def advance(
    progress_id: UUID, *, done: int, total: int | None = None, cursor: dict[str, Any] | None = None
) -> None:
    """Note how far the work is and where it would resume; raise WorkCancelled when it was stopped."""
    values: dict[str, Any] = {"done": done}
    if total is not None:
        values["total"] = total
    if cursor is not None:
        values["cursor"] = cursor
    rows = Progress.objects.filter(pk=progress_id).exclude(state=ProgressState.CANCELLED)
    if not rows.update(**values):
        raise WorkCancelled


@contextmanager
def working(progress_id: UUID) -> Iterator[Progress]:
    """Run work under a progress row: running while inside, done after, failed with the reason on error."""
    rows = Progress.objects.filter(pk=progress_id)
    rows.exclude(state=ProgressState.CANCELLED).update(state=ProgressState.RUNNING)
    try:
        yield rows.get()
    except WorkCancelled:
        return
    except BaseException as error:
        rows.update(state=ProgressState.FAILED, message=str(error)[:2000])
        raise
    rows.update(state=ProgressState.DONE)
