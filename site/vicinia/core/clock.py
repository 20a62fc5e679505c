"""The database's clock, which decides deadlines whatever the web machines' say; days as instants."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta

from django.db import connection, transaction
from django.utils import timezone


def database_now() -> datetime:
    """Return the database's time of this very statement, aware, in UTC.

    PostgreSQL's `clock_timestamp()` moves inside a transaction (`now()` is the transaction's start,
    which would let a queued writer pass a deadline). SQLite gives milliseconds.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT clock_timestamp()")
            value: datetime = cursor.fetchone()[0]
            return value.astimezone(UTC)
        cursor.execute("SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')")
        return datetime.fromisoformat(cursor.fetchone()[0]).replace(tzinfo=UTC)


def day_of(moment: datetime) -> date:
    """Return the day of an instant in the site's time zone."""
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def database_day() -> date:
    """Return today by the database's clock, in the site's time zone: what decides what has expired."""
    return day_of(database_now())


@contextmanager
def timed_transaction() -> Iterator[datetime]:
    """Open a transaction and give the database's time at which it was asked for, before any lock.

    That instant decides a deadline: whoever asked in time is not late for having queued. SQLite's
    BEGIN IMMEDIATE waits for the other writers, so its clock is read before it.
    """
    if connection.vendor == "sqlite":
        asked_at = database_now()
        with transaction.atomic():
            yield asked_at
    else:
        with transaction.atomic():
            yield database_now()


def midnight(day: date) -> datetime:
    """Return the first instant of a day in the site's time zone."""
    return timezone.make_aware(datetime.combine(day, time.min))


def instants(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the first instant of `first` and the first instant after `last`."""
    return midnight(first), midnight(last + timedelta(days=1))
