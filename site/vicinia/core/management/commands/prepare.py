"""`manage.py prepare`: bring database and static files up to date before the site starts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from redis.exceptions import RedisError

from vicinia.core.demo_accounts import accounts_text
from vicinia.core.tasks.connections import connections_needed

# Any number, the same on every node: two that start together migrate one after the other.
MIGRATION_LOCK = 7_202_811


class Command(BaseCommand):
    """Safe to run at every start; does only what is missing. Standard output: the demo accounts."""

    help = "Migrate, collect static files, load the demo when asked; only what is missing."

    def add_arguments(self, parser: CommandParser) -> None:
        """The stamp comes from tools/run.py, which knows the build."""
        parser.add_argument(
            "--static-stamp", default="", help="collect static files unless they have this stamp"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, telling each step that takes time."""
        # Without the pool, which would hide the reason behind its own wait.
        connection.settings_dict["OPTIONS"].pop("pool", None)
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(f"DATABASE_URL: the database does not answer ({one_line(error)}).") from error
        self.check_connections()
        self.check_cache()
        with one_at_a_time():
            self.migrate()
            if settings.DEMO:
                call_command("load_demo", "--if-empty")
        self.collect_static(options["static_stamp"])
        if settings.DEMO:
            self.stdout.write(accounts_text())

    def check_connections(self) -> None:
        """Refuse to start when the processes could ask PostgreSQL for more connections than it gives."""
        if connection.vendor != "postgresql" or settings.PGBOUNCER:
            return
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('max_connections')::int"
                " - current_setting('superuser_reserved_connections')::int"
            )
            allowed = cursor.fetchone()[0]
        needed = connections_needed()
        if needed > allowed:
            raise CommandError(
                f"WEB_WORKERS, WEB_THREADS and TASK_WORKERS may open {needed} connections, but PostgreSQL "
                f"gives {allowed}: lower them, raise max_connections, or use PgBouncer (PGBOUNCER=1)."
            )

    def check_cache(self) -> None:
        """Refuse to start without the shared cache: pages would fail one by one."""
        if not settings.REDIS_URL:
            return
        try:
            cache.get("prepare")
        except RedisError as error:
            raise CommandError(f"REDIS_URL: the shared cache does not answer ({one_line(error)}).") from error

    def migrate(self) -> None:
        """Apply the migrations that are missing; asking which costs a fraction of running `migrate`."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stderr.write("· bringing the database up to date")
            call_command("migrate", verbosity=0, interactive=False)

    def collect_static(self, stamp: str) -> None:
        """Collect and compress the static files, unless those there have this stamp."""
        path = Path(settings.STATIC_ROOT) / ".stamp"
        if stamp and path.is_file() and path.read_text() == stamp:
            return
        self.stderr.write("· collecting the static files")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        path.write_text(stamp)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the other nodes that start at the same moment (PostgreSQL; an SQLite site has one node)."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def one_line(error: Exception) -> str:
    """The first line of a driver's message."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
