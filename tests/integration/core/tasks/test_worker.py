"""A worker finishes what it can, tries again what may pass, and loses nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import OperationalError
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from tests.integration.core.tasks.conftest import Work
from tests.support import sample_tasks
from vicinia.core.access_log import AccessLogMiddleware
from vicinia.core.audit.models import AuditEntry
from vicinia.core.tasks import outcomes, progress, stopping
from vicinia.core.tasks.models import Progress, ProgressState, SetbackReason, TaskSetback, WorkerHeartbeat
from vicinia.core.tasks.worker import Worker

pytestmark = pytest.mark.sqlite


def row() -> DBTaskResult[Any, Any]:
    """The test's own task: index updates of the site may stand beside it."""
    return DBTaskResult.objects.get(task_path__startswith="tests.support")


def test_a_task_is_done_and_its_result_kept(work: Work) -> None:
    result = sample_tasks.add.enqueue(2, second=3)
    work()
    result.refresh()
    assert result.return_value == 5
    assert not WorkerHeartbeat.objects.exists()


def test_a_failure_that_nothing_mends_is_final_and_explained(work: Work) -> None:
    sample_tasks.stumble.enqueue()
    work()
    assert row().status == TaskResultStatus.FAILED
    assert "this will never work" in row().traceback
    assert not TaskSetback.objects.exists()


def test_a_mail_is_tried_again_later_then_given_up(work: Work) -> None:
    sample_tasks.knock.enqueue()
    for delay in (60, 300):
        work()
        assert row().status == TaskResultStatus.READY
        assert abs(row().run_after - timezone.now() - timedelta(seconds=delay)) < timedelta(seconds=20)
        work()  # not before its time
        assert len(row().worker_ids) == TaskSetback.objects.count()
        DBTaskResult.objects.update(run_after=timezone.now())
    work()
    assert row().status == TaskResultStatus.FAILED
    assert "nobody answers" in row().traceback


def test_a_database_that_was_locked_is_tried_again(work: Work) -> None:
    sample_tasks.find_database_locked.enqueue()
    work()
    assert row().status == TaskResultStatus.READY
    assert TaskSetback.objects.get().reason == SetbackReason.ERROR


def test_the_worker_survives_a_locked_database(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    begin, refusals = db_worker.exclusive_transaction, iter(range(2))

    def locked_at_first(using: str | None = None) -> Any:
        if next(refusals, None) is not None:
            raise OperationalError("database is locked")
        return begin(using)

    monkeypatch.setattr(db_worker, "exclusive_transaction", locked_at_first)
    monkeypatch.setattr("vicinia.core.tasks.worker.time.sleep", lambda _seconds: None)
    sample_tasks.add.enqueue(1, 1)
    work()
    assert row().status == TaskResultStatus.SUCCESSFUL


def test_the_result_is_noted_once_the_database_is_back(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    succeed, refusals = outcomes.succeed, iter(range(3))

    def locked_at_first(*args: Any) -> bool:
        if next(refusals, None) is not None:
            raise OperationalError("database is locked")
        return succeed(*args)

    monkeypatch.setattr(outcomes, "succeed", locked_at_first)
    monkeypatch.setattr("vicinia.core.tasks.worker.time.sleep", lambda _seconds: None)
    sample_tasks.add.enqueue(1, 1)
    work()
    assert row().status == TaskResultStatus.SUCCESSFUL
    assert len(row().worker_ids) == 1


def running(worker: str) -> DBTaskResult[Any, Any]:
    """A task as a worker left it in the middle."""
    sample_tasks.add.enqueue(2, 3)
    task = row()
    task.claim(worker)
    return task


def test_what_a_killed_worker_left_is_done_by_the_next(work: Work) -> None:
    running("killed")
    work()
    assert row().status == TaskResultStatus.SUCCESSFUL
    assert row().worker_ids == ["killed", "tester"]
    assert TaskSetback.objects.get().reason == SetbackReason.LOST


@pytest.mark.parametrize(("silent_for", "is_taken"), [(5, False), (25, False), (40, True)])
def test_a_silent_worker_is_given_half_a_minute(task_queue: None, silent_for: int, is_taken: bool) -> None:
    running("silent")
    WorkerHeartbeat.objects.create(
        worker="silent", queue="default", seen_at=Now() - timedelta(seconds=silent_for)
    )
    outcomes.take_up_lost()
    assert (row().status == TaskResultStatus.READY) is is_taken
    assert WorkerHeartbeat.objects.exists() is not is_taken


def test_a_task_that_ends_its_worker_every_time_is_given_up(task_queue: None) -> None:
    work = progress.start(kind="test", title="fatal", by=None)
    task = running("w0")
    Progress.objects.filter(pk=work.pk).update(task_id=task.pk, state=ProgressState.RUNNING)
    for number in range(1, outcomes.MAX_LOSSES + 1):
        outcomes.take_up_lost()
        assert row().status == TaskResultStatus.READY
        row().claim(f"w{number}")
    outcomes.take_up_lost()
    assert row().status == TaskResultStatus.FAILED
    work.refresh_from_db()
    assert work.state == ProgressState.FAILED
    assert work.message


def test_a_worker_taken_for_gone_cannot_overwrite_its_successor(task_queue: None) -> None:
    task = running("paused")
    outcomes.take_up_lost()
    row().claim("successor")
    assert not outcomes.succeed(task.pk, "paused", "old")
    assert not outcomes.fail(task.pk, "paused", ValueError("old"))
    assert outcomes.succeed(task.pk, "successor", "new")
    assert row().return_value == "new"


def test_a_worker_told_to_end_gives_its_task_back_and_the_next_goes_on(work: Work) -> None:
    long_one = progress.start(kind="test", title="count", by=None, total=5)
    sample_tasks.count.enqueue(str(long_one.pk))
    worker = Worker(queue="slow", worker_id="first", interval=0, batch=True)
    advance = progress.advance

    def told_to_end_after_two(pk: UUID, *, done: int, **more: Any) -> None:
        if done == 3:
            worker.running = False
            stopping.request()
        advance(pk, done=done, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(progress, "advance", told_to_end_after_two)
        worker.run()
    long_one.refresh_from_db()
    assert (long_one.done, long_one.state) == (2, ProgressState.RUNNING)
    assert row().status == TaskResultStatus.READY
    stopping.withdraw()
    work("slow", "second")
    long_one.refresh_from_db()
    assert (long_one.done, long_one.state) == (5, ProgressState.DONE)
    assert len(sample_tasks.steps_of(long_one)) == 5
    assert row().worker_ids == ["first", "second"]
    assert not TaskSetback.objects.exists()


def test_a_task_carries_the_id_of_the_request_that_asked_for_it(work: Work, rf: Any) -> None:
    from django.http import HttpResponse

    def view(_request: Any) -> HttpResponse:
        sample_tasks.leave_a_trace.enqueue()
        return HttpResponse()

    response = AccessLogMiddleware(view)(rf.get("/"))
    work()
    assert row().status == TaskResultStatus.SUCCESSFUL
    assert AuditEntry.objects.get().request_id == response["X-Request-Id"]
