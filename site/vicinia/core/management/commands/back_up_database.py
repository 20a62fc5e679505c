"""`manage.py back_up_database PATH`: a whole copy of an SQLite database while the site runs."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection


class Command(BaseCommand):
    """A plain copy of the file would miss what is still in its journal."""

    help = "Copy the SQLite database to a file that does not exist yet (PostgreSQL: use pg_dump)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("path", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Copy; readers and writers go on meanwhile."""
        path: Path = options["path"].resolve()
        if connection.vendor != "sqlite":
            raise CommandError("This database is PostgreSQL: back it up with pg_dump (docs/operating.md).")
        if path.exists():
            raise CommandError(f"{path} exists already: choose another name.")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
        path.chmod(0o600)
        self.stdout.write(f"{path} ({path.stat().st_size / 1e6:.1f} MB)")
