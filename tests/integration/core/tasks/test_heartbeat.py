"""A worker's sign of life goes on during long tasks, and says when others gave it up."""

import threading
import time
from collections.abc import Callable

import pytest

from vicinia.core.tasks.heartbeat import Heart, alive
from vicinia.core.tasks.models import WorkerHeartbeat

pytestmark = [pytest.mark.sqlite, pytest.mark.usefixtures("race_database")]


def wait_until(what: Callable[[], bool], seconds: float = 10) -> None:
    """Fail when it does not come true."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_the_sign_is_renewed_while_the_worker_is_busy() -> None:
    with Heart("busy", "slow", every=0.05):
        first = WorkerHeartbeat.objects.get().seen_at
        wait_until(lambda: WorkerHeartbeat.objects.get().seen_at > first)
        assert alive().filter(queue="slow").exists()
    assert not WorkerHeartbeat.objects.exists()


def test_a_worker_learns_that_others_took_it_for_gone() -> None:
    given_up = threading.Event()
    with Heart("paused", "slow", every=0.05, when_given_up=given_up.set):
        WorkerHeartbeat.objects.all().delete()
        assert given_up.wait(10)


def test_after_a_pause_of_the_database_nobody_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    judged = threading.Event()
    clock = iter(range(0, 10_000, 100))  # every look at the clock finds 100 seconds gone
    monkeypatch.setattr("vicinia.core.tasks.heartbeat.time.monotonic", lambda: float(next(clock)))
    with Heart("late", "slow", every=0.05, then=judged.set):
        assert not judged.wait(0.5)
