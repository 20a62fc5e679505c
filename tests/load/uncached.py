"""Renders the home page without the page cache; prints queries and median milliseconds as JSON."""

import json
import statistics
import sys
import time

import django
from django.conf import settings

ROUNDS = 40

settings.MIDDLEWARE.remove("vicinia.core.page_cache.middleware.PageCacheMiddleware")
settings.ALLOWED_HOSTS.append("testserver")
django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402


def main() -> None:
    """Warm up, count, time."""
    client = Client()
    for _ in range(3):
        answer = client.get("/")
        if answer.status_code != 200:
            sys.exit(f"the home page answers {answer.status_code}")
    with CaptureQueriesContext(connection) as captured:
        client.get("/")
    # Now: what follows empties the log that the context reads.
    queries = len(captured)
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        client.get("/")
        times.append((time.perf_counter() - started) * 1000)
    sys.stdout.write(json.dumps({"queries": queries, "ms": statistics.median(times)}) + "\n")


if __name__ == "__main__":
    main()
