"""The queue in the database, as the real site has it, and a worker in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.conf import LazySettings

from vicinia.core.tasks import stopping
from vicinia.core.tasks.worker import Worker

Work = Callable[..., None]


@pytest.fixture
def task_queue(race_database: None, settings: LazySettings) -> None:
    """A database of this test alone whose tasks wait for a worker."""
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "slow"]}
    }


@pytest.fixture
def work(task_queue: None) -> Iterator[Work]:
    """Run a queue's tasks until it is empty."""

    def run(queue: str = "default", worker_id: str = "tester") -> None:
        Worker(queue=queue, worker_id=worker_id, interval=0, batch=True).run()

    yield run
    stopping.withdraw()
