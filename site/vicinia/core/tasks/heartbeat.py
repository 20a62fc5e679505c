"""The sign of life of a worker: a row written every few seconds, during long tasks too."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from types import TracebackType

import structlog
from django.db import DatabaseError, InterfaceError, connection
from django.db.models import QuerySet
from django.db.models.functions import Now

from .models import WorkerHeartbeat

BEAT_EVERY_SECONDS = 3
# Longer than SQLite's wait for a lock (20 s), so that a busy database does not look like a dead worker.
GONE_AFTER = timedelta(seconds=30)

log = structlog.get_logger(__name__)


def beat(worker: str, queue: str) -> None:
    """Write the sign of life, by the database's clock."""
    if not WorkerHeartbeat.objects.filter(pk=worker).update(seen_at=Now()):
        WorkerHeartbeat.objects.create(worker=worker, queue=queue, seen_at=Now())


def forget(worker: str) -> None:
    """Remove a worker that has ended: what it was doing may be taken up at once."""
    WorkerHeartbeat.objects.filter(pk=worker).delete()


def alive() -> QuerySet[WorkerHeartbeat]:
    """The workers seen within GONE_AFTER."""
    return WorkerHeartbeat.objects.filter(seen_at__gte=Now() - GONE_AFTER)


class Heart:
    """Beats in a thread of its own while a worker runs.

    `then` runs after each beat that came on time: a late one means that the database was stuck,
    and then the other workers' signs are late too and say nothing. `when_given_up` runs when
    others have taken this worker for gone (its row has disappeared).
    """

    def __init__(
        self,
        worker: str,
        queue: str,
        *,
        then: Callable[[], object] = lambda: None,
        when_given_up: Callable[[], object] = lambda: None,
        every: float = BEAT_EVERY_SECONDS,
    ) -> None:
        self.worker, self.queue, self.every = worker, queue, every
        self._then, self._when_given_up = then, when_given_up
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)

    def __enter__(self) -> Heart:
        beat(self.worker, self.queue)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join(timeout=5)
        try:
            forget(self.worker)
        except (DatabaseError, InterfaceError):
            log.warning("the worker's row stays: the database does not answer")

    def _run(self) -> None:
        try:
            self._beat_until_stopped()
        finally:
            connection.close()

    def _beat_until_stopped(self) -> None:
        last = time.monotonic()
        while not self._stop.wait(self.every):
            try:
                if not WorkerHeartbeat.objects.filter(pk=self.worker).update(seen_at=Now()):
                    self._when_given_up()
                    return
                was_on_time = time.monotonic() - last < 3 * self.every
                last = time.monotonic()
                if was_on_time:
                    self._then()
            except (DatabaseError, InterfaceError) as error:
                log.warning("no heartbeat", worker=self.worker, error=str(error))
                connection.close()
