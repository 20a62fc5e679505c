"""A place to measure in: throw-away databases and folders, and servers that end with it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from tests.load.results import say
from tests.support import postgres

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90


@dataclass(frozen=True)
class Used:
    """What a process took."""

    seconds: float
    peak_mb: float
    output: str


class CommandFailed(Exception):
    """A command that prepares a measure failed; the message holds its output."""


class Workshop:
    """One bench's folder, variables and processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "vicinia.settings.dev",
            "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
            "VAR_DIR": str(folder / "var"),
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "LOG_LEVEL": "INFO",
        }
        for name in ("REDIS_URL", "EMAIL_URL", "BASE_URL", "PORT", "HOST", "PGBOUNCER", "DEBUG"):
            self.environment.pop(name, None)

    def run(self, *command: str | Path, **variables: str) -> Used:
        """Run a command to its end; return what it took."""
        with (self.folder / "output").open("w+") as output:
            started = time.monotonic()
            process = subprocess.Popen(
                list(map(str, command)),
                cwd=ROOT,
                env={**self.environment, **variables},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            _pid, status, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            text = output.read()
        if process.returncode:
            raise CommandFailed(f"{' '.join(map(str, command))}:\n{text[-4000:]}")
        return Used(seconds, usage.ru_maxrss * 1024 / 1e6, text)

    def manage(self, *arguments: str | Path, **variables: str) -> Used:
        """Run a management command."""
        return self.run(sys.executable, "manage.py", *arguments, **variables)

    def measure(self, module: str, *arguments: str | Path, **variables: str) -> dict[str, Any]:
        """Run a module of the benches and return the JSON object that it prints among its log lines."""
        output = self.run(sys.executable, "-m", module, *arguments, **variables).output
        [line] = [line for line in output.splitlines() if line.startswith("{")]
        found: dict[str, Any] = json.loads(line)
        return found

    def kept(self, which: str) -> dict[str, str]:
        """Where the tests keep their database of this kind (`migrated`, `demo`), on SQLite; see `kept`."""
        variables = {"TEST_DB": "sqlite", "DJANGO_SETTINGS_MODULE": "vicinia.settings.test"}
        return self.measure("tests.load.kept", which, **variables)

    def migrated(self, name: str) -> str:
        """The address of a new SQLite database with all its tables."""
        path = self.folder / f"{name}.sqlite3"
        shutil.copyfile(self.kept("migrated")["database"], path)
        return f"sqlite:///{path}"

    @contextmanager
    def serving(self, command: list[str], url: str, **variables: str) -> Iterator[None]:
        """Run a server while inside; it answers at `url` when inside begins."""
        with (self.folder / "server.log").open("ab") as log:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**self.environment, **variables},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            deadline = time.monotonic() + START_SECONDS
            while not answers(url):
                if process.poll() is not None or time.monotonic() > deadline:
                    log_text = (self.folder / "server.log").read_text(errors="replace")
                    raise CommandFailed(f"{url} does not answer:\n{log_text[-4000:]}")
                time.sleep(0.1)
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    @contextmanager
    def postgres(self) -> Iterator[str]:
        """A PostgreSQL of its own with an empty database; as safe against power cuts as a real one."""
        postgres.OPTIONS.update(fsync="on", synchronous_commit="on", full_page_writes="on")
        server = postgres.PostgresServer(self.folder / "postgres")
        # Root runs the server as somebody else, who must be able to come this far.
        self.folder.chmod(0o755)
        server.acquire()
        try:
            yield server.url("postgres")
        finally:
            server.release()


def answers(url: str) -> bool:
    """Tell whether somebody answers there with a page."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.HTTPError):
        return False


@contextmanager
def workshop() -> Iterator[Workshop]:
    """A workshop, taken down at the end, also when the bench is told to end."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(1)

    signal.signal(signal.SIGTERM, leave)
    # Under /var/tmp: on disk as a real database, and short enough for a socket's path.
    folder = Path(tempfile.mkdtemp(prefix="vicinia-bench-", dir="/var/tmp"))
    try:
        yield Workshop(folder)
    except CommandFailed as failure:
        say(str(failure))
        raise SystemExit(1) from failure
    finally:
        shutil.rmtree(folder, ignore_errors=True)
