"""The real product as `make run` starts it, on a copy of the demo, for browser tests."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from . import templates
from .environment import HOME, ROOT, store
from .ports import free_port

# Long, for a machine that does much else; it takes five seconds on a quiet one.
START_SECONDS = 180
STOP_SECONDS = 20


class SiteFailed(Exception):
    """The site did not start or a command failed; the message holds the end of its log."""


class RunningSite:
    """A site that answers on `url`; its files are under `var`."""

    def __init__(self, name: str, *, email_url: str = "", port: int = 0, **environment: str) -> None:
        self.name = name
        self.var = HOME / "var" / name
        self.log = self.var / "site.log"
        self.port = port or free_port()
        self.url = f"http://localhost:{self.port}"
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("PYTEST_", "COV_"))},
            "DJANGO_SETTINGS_MODULE": "vicinia.settings.dev",
            "DATABASE_URL": store.url(name),
            "VAR_DIR": str(self.var),
            "PORT": str(self.port),
            "BASE_URL": self.url,
            "EMAIL_URL": email_url,
            "WEB_THREADS": "4",
            "AVIF_PICTURES": "0",
            "LOG_LEVEL": "INFO",
            "PYTHONUNBUFFERED": "1",
            **environment,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Copy the demo's database and files."""
        demo = templates.demo()
        shutil.rmtree(self.var, ignore_errors=True)
        # Linked, not copied: the site writes new files and changes none.
        shutil.copytree(demo.var, self.var, copy_function=os.link)
        store.drop(self.name)
        store.copy(self.name, demo.database)

    def start(self) -> None:
        """Start web, workers and scheduler; return when the site answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "tools/run.py"],
                cwd=ROOT,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                # A group of its own: what it starts ends with it.
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._healthy():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise SiteFailed(f"the site did not start:\n{self.log_tail()}")
            time.sleep(0.2)

    def stop(self) -> None:
        """End the site and everything that it started."""
        process, self._process = self._process, None
        if not process:
            return
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def remove(self) -> None:
        """Drop the database and the files."""
        store.drop(self.name)
        shutil.rmtree(self.var, ignore_errors=True)

    def manage(self, *arguments: str, stdin: str = "") -> str:
        """Run a management command on the site's database; return what it printed."""
        result = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self._environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        if result.returncode:
            raise SiteFailed(f"manage.py {' '.join(arguments)}:\n{result.stderr[-4000:]}")
        return result.stdout

    def run_python(self, code: str) -> str:
        """Run Python inside the site's Django, for what no screen does (move a deadline)."""
        return self.manage("shell", "--no-imports", "-c", code)

    def log_tail(self, characters: int = 6000) -> str:
        """The end of what the site's processes wrote."""
        return self.log.read_text(errors="replace")[-characters:] if self.log.exists() else ""

    def _healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health/", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False


@contextmanager
def running_site(
    name: str, *, email_url: str = "", port: int = 0, **environment: str
) -> Iterator[RunningSite]:
    """A running site on its own copy of the demo, ended and removed after; `environment` adds variables."""
    site = RunningSite(name, email_url=email_url, port=port, **environment)
    site.prepare()
    try:
        site.start()
        yield site
    finally:
        site.stop()
        site.remove()
