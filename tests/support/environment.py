"""Pytest plugin (`-p tests.support.environment`): chooses the database before Django reads its settings.

    pytest                       PostgreSQL of our own, started when the first test needs it
    TEST_DB=sqlite pytest        the tests marked `sqlite`, on SQLite
    DATABASE_URL=postgres://...  a server of yours; its user must be allowed to create databases

Settings are read when pytest starts, so the addresses are set here, at import, and everything that
takes time waits until a test asks for it.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
from pathlib import Path

from .postgres import PostgresServer
from .stores import PostgresStore, SqliteStore, Store

ROOT = Path(__file__).resolve().parents[2]
# Under /var/tmp: short enough for a socket's path, kept between runs, not in memory. One folder a
# checkout, so that two of them never meet.
HOME = Path("/var/tmp") / f"vicinia-tests-{os.geteuid()}" / hashlib.sha256(str(ROOT).encode()).hexdigest()[:8]
# What every database of this process is called, or begins with before an underscore.
OWN = f"run_{os.getpid()}"


def choose_store() -> Store:
    """Read TEST_DB and DATABASE_URL; the xdist workers read what the first process chose."""
    given = os.environ.setdefault("TEST_SERVER_URL", os.environ.get("DATABASE_URL", ""))
    wanted = os.environ.get("TEST_DB") or ("sqlite" if given.startswith("sqlite") else "postgresql")
    os.environ["TEST_DB"] = wanted
    if wanted == "sqlite":
        return SqliteStore(HOME / "sqlite")
    return PostgresStore(given or PostgresServer(HOME / "postgres"))


def own_var_folder() -> Path:
    """Give this process its own VAR_DIR (uploads, mails), removed at its end."""
    folder = HOME / "var" / str(os.getpid())
    # Whitenoise warns when the folder of collected files is not there.
    (folder / "static").mkdir(parents=True, exist_ok=True)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


store = choose_store()
# A name without a database: a test that forgets to ask for the database fails instead of writing somewhere.
os.environ["DATABASE_URL"] = store.url(OWN)
os.environ["VAR_DIR"] = str(own_var_folder())
for name in ("REDIS_URL", "EMAIL_URL", "SECRET_KEY", "BASE_URL", "PORT"):
    os.environ.pop(name, None)
