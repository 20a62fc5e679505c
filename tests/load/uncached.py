"""Renders the home page without the page cache; prints queries and median milliseconds as JSON.

Twice: as somebody who is signed in finds it, and as the first who opens it after something was
published, when nothing of it is kept in the process.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable

import django
from django.conf import settings

ROUNDS = 40

settings.MIDDLEWARE.remove("vicinia.core.page_cache.middleware.PageCacheMiddleware")
settings.ALLOWED_HOSTS.append("testserver")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from vicinia.core.page_cache import generation  # noqa: E402


def main() -> None:
    """Warm up, count, time."""
    client = Client()
    for _ in range(3):
        answer = client.get("/")
        if answer.status_code != 200:
            sys.exit(f"the home page answers {answer.status_code}")
    found = {"kept": measure(client, lambda: None), "first": measure(client, generation.forget)}
    sys.stdout.write(json.dumps(found) + "\n")


def measure(client: Client, prepare: Callable[[], None]) -> dict[str, float]:
    """Queries of one rendering, and the median time of many, each prepared for."""
    prepare()
    with CaptureQueriesContext(connection) as captured:
        client.get("/")
    # Now: what follows empties the log that the context reads.
    queries = len(captured)
    times = []
    for _ in range(ROUNDS):
        prepare()
        started = time.perf_counter()
        client.get("/")
        times.append((time.perf_counter() - started) * 1000)
    return {"queries": queries, "ms": statistics.median(times)}


if __name__ == "__main__":
    main()
