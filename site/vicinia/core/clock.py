"""The database's clock: the one that decides deadlines, whatever the web machines' clocks say."""

from datetime import UTC, datetime

from django.db import connection


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
