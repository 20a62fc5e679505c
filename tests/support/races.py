"""Doing several things at the very same time, each in its own thread and database connection.

    @pytest.mark.race
    def test_the_last_place_goes_to_one_class(race_database):
        edition = EditionFactory(places=1)          # really committed: the database is this test's own
        results = run_together([partial(enrol, school) for school in schools])
        assert sum(isinstance(result, Enrolment) for result in results) == 1

Show such a test failing with the lock taken away before you trust it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, connections, transaction

WAIT_SECONDS = 60


class DidNotEnd(AssertionError):
    """A thread still waits: the functions hold each other up."""


def run_together(functions: Sequence[Callable[[], Any]]) -> list[Any]:
    """Start all functions at once; return what each returned, or the exception it raised, in order.

    Every thread connects before the start, so that they meet in the function and not on the way.
    """
    barrier = threading.Barrier(len(functions))
    results: list[Any] = [None] * len(functions)

    def run(index: int) -> None:
        try:
            connections["default"].ensure_connection()
            barrier.wait(WAIT_SECONDS)
            results[index] = functions[index]()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            results[index] = error
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=run, args=(index,), daemon=True, name=f"racer {index}")
        for index in range(len(functions))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT_SECONDS)
    late = [thread.name for thread in threads if thread.is_alive()]
    if late:
        raise DidNotEnd(f"still running after {WAIT_SECONDS} s: {', '.join(late)}")
    return results


def run_overlapping(first: Callable[[], Any], second: Callable[[], Any]) -> list[Any]:
    """Run `second` when `first` has written and not committed; return what each returned or raised.

    `first` commits once `second` waits for it, or has gone past it: what a lock must prevent happens each
    time, not once in a hundred. On PostgreSQL alone: SQLite has one writer at a time.
    """
    written, ended = threading.Event(), threading.Event()

    def hold() -> Any:
        with transaction.atomic():
            try:
                result = first()
            finally:
                written.set()
            while not (ended.is_set() or _somebody_waits()):
                ended.wait(0.01)
        return result

    def follow() -> Any:
        written.wait(WAIT_SECONDS)
        try:
            return second()
        finally:
            ended.set()

    return run_together([hold, follow])


def _somebody_waits() -> bool:
    """Tell whether a transaction of this database waits for another's row."""
    with connection.cursor() as cursor:
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
        cursor.execute(f"{waiting} AND datname = current_database()")
        return bool(cursor.fetchone()[0])
