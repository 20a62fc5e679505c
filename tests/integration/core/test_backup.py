"""A backup of an SQLite site is whole though the site runs."""

import re
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from vicinia.core.shared_cache.models import CacheEntry


@pytest.mark.sqlite
@pytest.mark.usefixtures("race_database")
def test_the_copy_holds_what_is_still_in_the_journal(tmp_path: Path) -> None:
    CacheEntry.objects.create(cache_key="last", value="row", expires="2030-01-01T00:00Z")
    copy = tmp_path / "copy.sqlite3"
    if connection.vendor != "sqlite":
        with pytest.raises(CommandError, match="pg_dump"):
            call_command("back_up_database", str(copy))
        return
    call_command("back_up_database", str(copy), stdout=StringIO())
    with closing(sqlite3.connect(copy)) as backup:
        assert backup.execute("SELECT value FROM core_cacheentry").fetchall() == [("row",)]
        # A check constraint uses the regular expressions that Django adds to its connections.
        backup.create_function("REGEXP", 2, lambda pattern, text: bool(re.search(pattern, str(text))))
        assert backup.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with pytest.raises(CommandError, match="exists already"):
        call_command("back_up_database", str(copy))
