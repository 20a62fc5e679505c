"""What becomes of a task that a worker has claimed: finished, tried again, given back or given up.

Each function changes the row only while it still belongs to the worker: a worker that others took
for gone must not overwrite what its successor does.
"""

from __future__ import annotations

from datetime import timedelta
from traceback import format_exception
from typing import Any

import structlog
from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks.utils import normalize_json
from django_tasks_db.models import DBTaskResult, get_date_max

from . import retries
from .heartbeat import GONE_AFTER, alive
from .models import Progress, ProgressState, SetbackReason, TaskSetback, WorkerHeartbeat

# A task that ends its worker every time (memory, a crash in a library) is not tried for ever.
MAX_LOSSES = 4

log = structlog.get_logger(__name__)


class WorkerLost(Exception):
    """The task's workers ended one after another before it did."""


def _owned(pk: Any, worker: str) -> DBTaskResult[Any, Any] | None:
    """Lock the row, if it is still this worker's to decide on."""
    row = DBTaskResult.objects.select_for_update().filter(pk=pk, status=TaskResultStatus.RUNNING).first()
    return row if row and row.worker_ids and row.worker_ids[-1] == worker else None


@transaction.atomic
def succeed(pk: Any, worker: str, value: Any) -> bool:
    """Note the task's result; return whether the row was still this worker's."""
    row = _owned(pk, worker)
    if row:
        row.return_value = normalize_json(value)
        _finish(row, TaskResultStatus.SUCCESSFUL)
    return bool(row)


@transaction.atomic
def fail(pk: Any, worker: str, error: Exception) -> bool:
    """Put the task back for later if its policy says so, else note its failure; return whether it ended."""
    row = _owned(pk, worker)
    if not row:
        return False
    failures = TaskSetback.objects.filter(task_id=pk, reason=SetbackReason.ERROR).count() + 1
    delay = retries.delay_after(row.task_path, error, failures)
    if delay is None:
        _finish(row, TaskResultStatus.FAILED, error)
        return True
    _setback(row, SetbackReason.ERROR, worker, f"{type(error).__name__}: {error}")
    _make_ready(row, timezone.now() + timedelta(seconds=delay))
    log.warning("task failed, tried again later", task=row.task_path, error=str(error), seconds=delay)
    return False


@transaction.atomic
def give_back(pk: Any, worker: str) -> None:
    """Return an interrupted task to its queue: the next worker goes on from its cursor."""
    if row := _owned(pk, worker):
        _make_ready(row, get_date_max())


def take_up_lost() -> int:
    """Return to their queues the tasks whose worker is gone; return how many there were."""
    living = set(alive().values_list("worker", flat=True))
    running = DBTaskResult.objects.running().values_list("pk", "worker_ids")
    lost = [(pk, workers[-1]) for pk, workers in running if workers and workers[-1] not in living]
    for pk, worker in lost:
        _take_up(pk, worker)
    silent = WorkerHeartbeat.objects.filter(seen_at__lt=Now() - GONE_AFTER)
    if silent.exists():
        silent.delete()
    return len(lost)


@transaction.atomic
def _take_up(pk: Any, worker: str) -> None:
    row = _owned(pk, worker)
    if not row or alive().filter(pk=worker).exists():
        return
    _setback(row, SetbackReason.LOST, worker, "")
    losses = TaskSetback.objects.filter(task_id=pk, reason=SetbackReason.LOST).count()
    if losses <= MAX_LOSSES:
        log.warning("task resumed: its worker is gone", task=row.task_path, task_id=str(pk), worker=worker)
        _make_ready(row, get_date_max())
        return
    log.error("task given up: it ended its worker every time", task=row.task_path, task_id=str(pk))
    _finish(row, TaskResultStatus.FAILED, WorkerLost(f"{losses} workers ended while running this task"))
    Progress.objects.filter(task_id=pk, state=ProgressState.RUNNING).update(
        state=ProgressState.FAILED,
        message=_("The work was interrupted too many times: tell whoever looks after the site."),
    )


def _finish(row: DBTaskResult[Any, Any], status: TaskResultStatus, error: Exception | None = None) -> None:
    """Write the end of a task.

    Not the row's own `set_successful`: it retries inside our transaction, where a second attempt
    would hide the database's error.
    """
    row.status = status
    row.finished_at = timezone.now()
    row.exception_class_path = f"{type(error).__module__}.{type(error).__qualname__}" if error else ""
    row.traceback = "".join(format_exception(error)) if error else ""
    row.save(update_fields=["status", "finished_at", "return_value", "exception_class_path", "traceback"])


def _setback(row: DBTaskResult[Any, Any], reason: SetbackReason, worker: str, message: str) -> None:
    TaskSetback.objects.create(task_id=row.pk, reason=reason, worker=worker, message=message[:2000])


def _make_ready(row: DBTaskResult[Any, Any], run_after: Any) -> None:
    row.status = TaskResultStatus.READY
    row.run_after = run_after
    row.save(update_fields=["status", "run_after"])
