"""`/health/` names what does not work, and tells nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.storage import storages
from django.db import OperationalError
from django.db.models.functions import Now
from django.test import Client

from vicinia.core.health import checks
from vicinia.core.tasks.models import WorkerHeartbeat

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

PARTS = {"database", "cache", "storage", "worker:default", "worker:slow", "scheduler"}


@pytest.fixture(autouse=True)
def _fresh_outcomes() -> Iterator[None]:
    checks.recent.forget()
    yield
    checks.recent.forget()


@pytest.fixture
def everything_runs() -> None:
    """The signs of life of workers and scheduler."""
    for queue in ("default", "slow", "scheduler"):
        WorkerHeartbeat.objects.create(worker=f"{queue}-1", queue=queue, seen_at=Now())


def failing(client: Client) -> list[str]:
    """The parts that are said not to work."""
    answer = client.get("/health/")
    body = answer.json()
    assert answer.status_code == (503 if body["failing"] else 200)
    assert body["status"] == ("failing" if body["failing"] else "ok")
    assert set(body["checks"]) == PARTS
    return sorted(body["failing"])


def test_all_is_well(client: Client, everything_runs: None) -> None:
    assert failing(client) == []
    assert not list(storages["private"].listdir("health")[1])


def test_the_answer_is_kept_by_nobody(client: Client, everything_runs: None) -> None:
    answer = client.get("/health/")
    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer.headers
    assert not answer.cookies


def test_a_queue_without_a_living_worker_is_named(client: Client, everything_runs: None) -> None:
    WorkerHeartbeat.objects.filter(queue="slow").update(seen_at="2026-01-01T00:00Z")
    assert failing(client) == ["worker:slow"]


def test_a_storage_that_cannot_be_written_is_named(
    client: Client, everything_runs: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any, **_more: Any) -> str:
        raise OSError(28, "No space left on device: '/srv/secret/place'")

    monkeypatch.setattr(storages["private"], "save", full)
    assert failing(client) == ["storage"]
    assert b"secret" not in client.get("/health/").content


def test_a_cache_that_forgets_is_named(client: Client, everything_runs: None, settings: Any) -> None:
    settings.CACHES = {
        **settings.CACHES,
        "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    }
    assert failing(client) == ["cache"]


def test_a_database_that_is_away_is_named_soon_and_without_its_address(
    client: Client, everything_runs: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise OperationalError('connection to server at "db.internal", user "vicinia" failed')

    monkeypatch.setattr(checks, "check_database", away)
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert set(answer.json()["failing"]) == {"database", "worker:default", "worker:slow", "scheduler"}
    assert b"db.internal" not in answer.content


def test_asking_often_costs_little(
    client: Client, everything_runs: None, django_assert_num_queries: Any
) -> None:
    client.get("/health/")
    with django_assert_num_queries(0):
        client.get("/health/")
