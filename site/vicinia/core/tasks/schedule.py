"""Scheduled work: apps register jobs, the scheduler process enqueues them when they are due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from apscheduler.triggers.cron import CronTrigger
from django.conf import settings
from django.db import transaction
from django_tasks.base import Task

from vicinia.core.clock import database_now
from vicinia.core.registries import Registry

from .models import ScheduledJob

# How far back a slot that was missed (the scheduler was off) is still looked for.
LOOK_BACK = timedelta(days=32)

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Job:
    """A task to enqueue by a cron expression (Europe/Rome); it must be safe to run twice.

    `is_needed` is asked when the time comes, so that work of every minute leaves no trace when there is none.
    """

    task: Task[Any, Any]
    cron: str
    is_needed: Callable[[], bool] = lambda: True


jobs: Registry[Job] = Registry("scheduled jobs")


def due_slot(cron: str, *, last: datetime, now: datetime) -> datetime | None:
    """Return the latest slot after `last` and not after `now`; slots missed in between count as one."""
    trigger = CronTrigger.from_crontab(cron, timezone=settings.TIME_ZONE)
    found = None
    moment = max(last, now - LOOK_BACK) + timedelta(seconds=1)
    while (slot := trigger.get_next_fire_time(None, moment)) and slot <= now:
        found = slot
        moment = slot + timedelta(seconds=1)
    return found


def enqueue_due_jobs() -> list[str]:
    """Enqueue the jobs whose time has come, each slot once, whatever the number of schedulers.

    Returns their keys.
    """
    now = database_now()
    known = dict(ScheduledJob.objects.values_list("key", "last_slot"))
    enqueued = []
    for key, job in jobs.items():
        if key not in known:
            # A new job starts with its next slot.
            ScheduledJob.objects.get_or_create(key=key, defaults={"last_slot": now})
        elif (slot := due_slot(job.cron, last=known[key], now=now)) and _enqueue_once(key, job, slot):
            enqueued.append(key)
    return enqueued


@transaction.atomic
def _enqueue_once(key: str, job: Job, slot: datetime) -> bool:
    """Take the slot and enqueue in one transaction: another scheduler finds it taken."""
    row = ScheduledJob.objects.select_for_update().get(pk=key)
    if row.last_slot >= slot:
        return False
    row.last_slot = slot
    row.save(update_fields=["last_slot"])
    if not job.is_needed():
        return False
    job.task.enqueue()
    log.info("job enqueued", job=key, slot=slot.isoformat())
    return True
