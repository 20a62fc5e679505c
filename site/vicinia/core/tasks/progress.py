"""Progress rows of long work, as a task writes them and a screen reads them.

    @task(queue_name="slow")
    def export(progress_id: str) -> None:
        with progress.working(UUID(progress_id)) as work:
            for done in range(work.cursor.get("done", 0), work.total, 2000):
                ...                                                      # one chunk, one transaction
                progress.advance(work.pk, done=done, cursor={"done": done})

A worker that is told to end, or that is killed, leaves the row as it is: the next worker enters
`working` again and goes on from the cursor.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

import structlog

from . import stopping
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
    """Note how far the work is and where it would resume.

    Raises WorkCancelled when a person stopped it, and lets the worker interrupt it here when it is
    ending; `working` handles both.
    """
    values: dict[str, Any] = {"done": done}
    if total is not None:
        values["total"] = total
    if cursor is not None:
        values["cursor"] = cursor
    rows = Progress.objects.filter(pk=progress_id).exclude(state=ProgressState.CANCELLED)
    if not rows.update(**values):
        raise WorkCancelled
    stopping.check()


@contextmanager
def working(progress_id: UUID) -> Iterator[Progress]:
    """Run work under a progress row: running while inside, done after, failed with the reason on error."""
    task_id = structlog.contextvars.get_contextvars().get("task_id")
    rows = Progress.objects.filter(pk=progress_id)
    rows.exclude(state=ProgressState.CANCELLED).update(state=ProgressState.RUNNING, task_id=task_id)
    try:
        yield rows.get()
    except WorkCancelled:
        return
    except Exception as error:
        rows.update(state=ProgressState.FAILED, message=str(error)[:2000])
        raise
    rows.update(state=ProgressState.DONE)
