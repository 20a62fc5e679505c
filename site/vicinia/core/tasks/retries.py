"""Which failures of a task are tried again, and when.

A task says it beside itself; every task must be safe to run twice:

    @task()
    def deliver(message: dict[str, Any]) -> None: ...

    retries.register(deliver, RetryPolicy(when=is_temporary, delays=(60, 300, 3600)))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import InterfaceError, OperationalError
from django_tasks.base import Task

from vicinia.core.registries import Registry


@dataclass(frozen=True)
class RetryPolicy:
    """`when` tells whether an error may pass by itself; `delays` are the seconds before each new attempt."""

    when: Callable[[Exception], bool]
    delays: tuple[int, ...]

    def delay_after(self, error: Exception, failures: int) -> int | None:
        """Seconds to wait after the failure number `failures` (from 1), or None to give up."""
        if failures > len(self.delays) or not self.when(error):
            return None
        return self.delays[failures - 1]


def is_database_away(error: Exception) -> bool:
    """The database was locked, restarting or out of reach."""
    return isinstance(error, OperationalError | InterfaceError)


# What holds for a task that registered nothing.
DEFAULT = RetryPolicy(when=is_database_away, delays=(5, 30, 120))

_policies: Registry[RetryPolicy] = Registry("retry policies")


def register(task: Task[Any, Any], policy: RetryPolicy) -> None:
    """Give a task its own policy; a database that is away is tried again in any case."""
    _policies.register(task.module_path, policy)


def delay_after(task_path: str, error: Exception, failures: int) -> int | None:
    """Seconds before the next attempt at a task that failed for the n-th time, or None to give up."""
    policy = dict(_policies.items()).get(task_path, DEFAULT)
    delay = policy.delay_after(error, failures)
    return DEFAULT.delay_after(error, failures) if delay is None else delay
