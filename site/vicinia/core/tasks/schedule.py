"""Scheduled work: apps register jobs, the scheduler process enqueues them."""

from __future__ import annotations

from dataclasses import dataclass

from django_tasks.base import Task

from vicinia.core.registries import Registry


@dataclass(frozen=True)
class Job:
    """A task to enqueue by a cron expression (Europe/Rome); it must be safe to run twice."""

    task: Task  # type: ignore[type-arg]
    cron: str


jobs: Registry[Job] = Registry("scheduled jobs")
