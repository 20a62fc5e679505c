"""Each scheduled job is enqueued once for each of its times, whatever happens to the schedulers."""

from datetime import timedelta
from functools import partial

import pytest
from django_tasks_db.models import DBTaskResult

from tests.support import sample_tasks
from tests.support.races import run_together
from vicinia.core.registries import Registry
from vicinia.core.tasks import schedule
from vicinia.core.tasks.models import ScheduledJob
from vicinia.core.tasks.schedule import Job, enqueue_due_jobs

pytestmark = [pytest.mark.sqlite, pytest.mark.usefixtures("task_queue", "jobs")]

EVERY_MINUTE = "* * * * *"


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> Registry[Job]:
    """A timetable of its own."""
    registry: Registry[Job] = Registry("jobs of the test")
    monkeypatch.setattr(schedule, "jobs", registry)
    return registry


def make_due(key: str, **ago: int) -> None:
    """As if the last time had been so long ago."""
    for row in ScheduledJob.objects.filter(pk=key):
        row.last_slot -= timedelta(**ago)
        row.save()


def test_a_new_job_waits_for_its_first_time(jobs: Registry[Job]) -> None:
    jobs.register("clean", Job(sample_tasks.leave_a_trace, EVERY_MINUTE))
    assert enqueue_due_jobs() == []
    assert not DBTaskResult.objects.exists()


def test_times_missed_while_the_scheduler_was_off_count_as_one(jobs: Registry[Job]) -> None:
    jobs.register("clean", Job(sample_tasks.leave_a_trace, EVERY_MINUTE))
    enqueue_due_jobs()
    make_due("clean", hours=3)
    assert enqueue_due_jobs() == ["clean"]
    assert enqueue_due_jobs() == []
    assert DBTaskResult.objects.count() == 1


def test_work_that_is_not_needed_is_not_enqueued(jobs: Registry[Job]) -> None:
    jobs.register("clean", Job(sample_tasks.leave_a_trace, EVERY_MINUTE, is_needed=lambda: False))
    enqueue_due_jobs()
    make_due("clean", minutes=2)
    assert enqueue_due_jobs() == []
    assert not DBTaskResult.objects.exists()


def test_two_schedulers_enqueue_a_job_once(jobs: Registry[Job]) -> None:
    for number in range(8):
        jobs.register(f"job {number}", Job(sample_tasks.leave_a_trace, EVERY_MINUTE))
    enqueue_due_jobs()
    for number in range(8):
        make_due(f"job {number}", minutes=2)
    results = run_together([partial(enqueue_due_jobs)] * 4)
    assert sorted(key for keys in results for key in keys) == [f"job {number}" for number in range(8)]
    assert DBTaskResult.objects.count() == 8
