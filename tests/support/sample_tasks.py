"""Tasks that the worker's tests run, in this process or in a real worker's."""

from __future__ import annotations

import os
import time
from smtplib import SMTPServerDisconnected
from typing import Any
from uuid import UUID

from django.db import OperationalError, transaction
from django_tasks import task

from vicinia.core import audit
from vicinia.core.mail.tasks import is_temporary
from vicinia.core.shared_cache.models import CacheEntry
from vicinia.core.tasks import progress, retries
from vicinia.core.tasks.models import Progress


@task()
def add(first: int, second: int) -> int:
    """Succeed."""
    return first + second


@task()
def stumble() -> None:
    """Fail in a way that no repetition mends."""
    raise ValueError("this will never work")


@task()
def knock() -> None:
    """Fail as when the mail server is away."""
    raise SMTPServerDisconnected("nobody answers")


retries.register(knock, retries.RetryPolicy(when=is_temporary, delays=(60, 300)))


@task()
def find_database_locked() -> None:
    """Fail as SQLite does when another writer takes too long."""
    raise OperationalError("database is locked")


@task()
def leave_a_trace() -> None:
    """Write an audit entry, as a service would."""
    audit.record("tests.task.done", by=None, target=Progress(title="trace"))


@task(queue_name="slow")
def count(progress_id: str, pause: float = 0.0) -> None:
    """Do each step once: a step done twice would break the unique key of its row."""
    with progress.working(UUID(progress_id)) as work:
        for step in range(work.cursor.get("next", 0), work.total):
            with transaction.atomic():
                CacheEntry.objects.create(
                    cache_key=f"step {work.pk} {step}", value=str(os.getpid()), expires=work.created_at
                )
                progress.advance(work.pk, done=step + 1, cursor={"next": step + 1})
            time.sleep(pause)


def steps_of(work: Any) -> list[str]:
    """The processes that did each step."""
    rows = CacheEntry.objects.filter(cache_key__startswith=f"step {work.pk} ")
    return list(rows.values_list("value", flat=True))
