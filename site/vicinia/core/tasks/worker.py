"""The worker: django-tasks-db's own, made to outlive a busy database and to lose no task."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

import structlog
from django.db import InterfaceError, OperationalError, connection
from django_tasks.base import TaskContext
from django_tasks.signals import task_finished, task_started
from django_tasks_db.management.commands.db_worker import Worker as StockWorker
from django_tasks_db.models import DBTaskResult

from . import outcomes, stopping
from .heartbeat import Heart

DATABASE_AWAY = (OperationalError, InterfaceError)
MAX_WAIT_SECONDS = 10

log = structlog.get_logger(__name__)

Result = TypeVar("Result")


class Worker(StockWorker):
    """Runs the tasks of one queue, one after another.

    The stock worker ends on "database is locked", leaves a killed task running for ever and tries
    nothing twice. This one writes a heartbeat, waits for the database, takes up what lost workers
    left, follows each task's retry policy, and gives an unfinished task back when it is told to end.
    """

    def __init__(self, *, queue: str, worker_id: str, interval: float = 1, batch: bool = False) -> None:
        super().__init__(
            queue_names=[queue],
            interval=interval,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id,
            excluded_queue_names=[],
        )
        self.queue = queue

    def run(self) -> None:
        """Work until told to end (or, in a batch, until the queue is empty)."""
        stopping.withdraw()
        heart = Heart(
            self.worker_id, self.queue, then=outcomes.take_up_lost, when_given_up=self._end_when_given_up
        )
        with heart:
            self._insist(outcomes.take_up_lost)
            while self.running:
                try:
                    super().run()
                except DATABASE_AWAY as error:
                    log.warning("the database is away, waiting", error=str(error))
                    connection.close()
                    time.sleep(1)
                else:
                    return

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """End after the current task, or at its next step if it can resume; at once when told twice."""
        stopping.request()
        super().shutdown(signum, frame)

    def _end_when_given_up(self) -> None:
        log.error("others took this worker for gone: it ends", worker=self.worker_id)
        stopping.request()
        self.running = False

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """Run one claimed task and note what became of it."""
        self.running_task = True
        context = {"task_id": str(db_task_result.pk), "task": db_task_result.task_path}
        if request_id := db_task_result.args_kwargs.get("request_id"):
            context["request_id"] = request_id
        try:
            with structlog.contextvars.bound_contextvars(**context):
                self._run_task(db_task_result)
        finally:
            self.running_task = False
            self._run_tasks += 1

    def _run_task(self, row: DBTaskResult[Any, Any]) -> None:
        started = time.monotonic()
        pk, worker = row.pk, self.worker_id
        try:
            value = call(row)
            ended = self._insist(lambda: outcomes.succeed(pk, worker, value))
        except (stopping.WorkInterrupted, SystemExit, KeyboardInterrupt) as stop:
            self._insist(lambda: outcomes.give_back(pk, worker))
            log.info("task given back to its queue")
            if not isinstance(stop, stopping.WorkInterrupted):
                raise
            return
        except Exception as error:
            failure = error
            connection.close_if_unusable_or_obsolete()
            ended = self._insist(lambda: outcomes.fail(pk, worker, failure))
            if ended:
                log.error("task failed", exc_info=failure)
        if ended:
            row.refresh_from_db()
            log.info("task ended", status=row.status, ms=round((time.monotonic() - started) * 1000))
            tell(task_finished, row)

    def _insist(self, write: Callable[[], Result]) -> Result:
        """Write however long the database stays away: an outcome that is not noted would be redone."""
        wait = 0.2
        while True:
            try:
                return write()
            except DATABASE_AWAY as error:
                log.warning("the database is away, trying again", error=str(error), seconds=wait)
                connection.close()
                time.sleep(wait)
                wait = min(wait * 2, MAX_WAIT_SECONDS)


def call(row: DBTaskResult[Any, Any]) -> Any:
    """Call the task's function with its arguments."""
    task, result = row.task, row.task_result
    task_started.send(sender=type(task.get_backend()), task_result=result)
    if task.takes_context:
        return task.call(TaskContext(task_result=result), *result.args, **result.kwargs)
    return task.call(*result.args, **result.kwargs)


def tell(signal: Any, row: DBTaskResult[Any, Any]) -> None:
    """Send a task's signal; a row whose function has been renamed away has no task to tell about."""
    try:
        result = row.task_result
    except ImportError:
        log.exception("the task's function is not there")
    else:
        signal.send(sender=type(result.task.get_backend()), task_result=result)
