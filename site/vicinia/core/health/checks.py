"""Does each part that the site stands on work?"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from django.conf import settings
from django.core.cache import cache, caches
from django.core.cache.backends.db import DatabaseCache
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection

from vicinia.core.tasks.heartbeat import alive

# However often `/health/` is asked, the parts are tried no more than this.
TRY_EVERY_SECONDS = 2.0

log = structlog.get_logger(__name__)


class Unhealthy(Exception):
    """The part does not work; the message is public: it holds no address, path or password."""


@dataclass(frozen=True)
class Outcome:
    """What one check found, and how long it took in milliseconds."""

    ok: bool
    ms: float
    reason: str = ""


def check_database() -> None:
    """The database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def check_cache() -> None:
    """What is written to the shared cache is read back."""
    token = secrets.token_hex(8)
    cache.set(f"health:{token}", token, 30)
    found = cache.get(f"health:{token}")
    cache.delete(f"health:{token}")
    if found != token:
        raise Unhealthy("what is written is not read back")


def check_storage() -> None:
    """A private file can be written, read and deleted."""
    storage = storages["private"]
    content = secrets.token_bytes(16)
    name = storage.save(f"health/{secrets.token_hex(8)}", ContentFile(content))
    try:
        with storage.open(name) as file:
            if file.read() != content:
                raise Unhealthy("what is written is not read back")
    finally:
        storage.delete(name)


def check_worker(queue: str) -> None:
    """A worker serves the queue (or a scheduler runs)."""
    if not alive().filter(queue=queue).exists():
        raise Unhealthy("no sign of life")


def run(name: str, check: Callable[[], None]) -> Outcome:
    """Run one check and time it; the details of a failure go to the log only."""
    started = time.perf_counter()
    reason = ""
    try:
        check()
    except Unhealthy as unhealthy:
        reason = str(unhealthy)
    except Exception as error:  # noqa: BLE001 - whatever a broken part raises
        log.warning("health check failed", check=name, error=repr(error))
        reason = f"does not work ({type(error).__name__})"
    return Outcome(ok=not reason, ms=round((time.perf_counter() - started) * 1000, 1), reason=reason)


def run_checks() -> dict[str, Outcome]:
    """Run every check; when the database is away, those that need it are not tried: the answer comes soon."""
    found = {"database": run("database", check_database), "storage": run("storage", check_storage)}
    on_database: dict[str, Callable[[], None]] = {
        f"worker:{queue}": lambda queue=queue: check_worker(queue)  # type: ignore[misc]
        for queue in sorted(settings.TASKS["default"].get("QUEUES", []))
    }
    on_database["scheduler"] = lambda: check_worker("scheduler")
    if isinstance(caches["default"], DatabaseCache):
        on_database["cache"] = check_cache
    else:
        found["cache"] = run("cache", check_cache)
    for name, check in on_database.items():
        is_away = not found["database"].ok
        found[name] = Outcome(ok=False, ms=0, reason="the database is away") if is_away else run(name, check)
    return found


def failing(outcomes: dict[str, Outcome]) -> list[str]:
    """The names of the parts that do not work."""
    return [name for name, outcome in outcomes.items() if not outcome.ok]


class RecentOutcomes:
    """The last outcomes, tried again when they are older than TRY_EVERY_SECONDS."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._outcomes: dict[str, Outcome] = {}
        self._at = float("-inf")

    def get(self) -> dict[str, Outcome]:
        """Return the outcomes, trying at most one at a time."""
        with self._lock:
            if time.monotonic() - self._at > TRY_EVERY_SECONDS:
                before, self._outcomes = failing(self._outcomes), run_checks()
                self._at = time.monotonic()
                if (now := failing(self._outcomes)) != before:
                    log.warning("health changed", failing=now)
            return self._outcomes

    def forget(self) -> None:
        """Try again at the next question."""
        self._at = float("-inf")


recent = RecentOutcomes()
