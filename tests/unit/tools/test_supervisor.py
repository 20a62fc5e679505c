"""The supervisor: replaces what ends, ends all when told, leaves nobody behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

# What the supervisor runs: writes its id, the one it replaces and its child's id, then waits.
PROGRAM = """
import signal, subprocess, sys, time
child = subprocess.Popen(["sleep", "60"])
with open(sys.argv[1], "a") as file:
    file.write(f"{sys.argv[2]} {sys.argv[3] or '-'} {__import__('os').getpid()} {child.pid}\\n")
if "stubborn" in sys.argv[4:]:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
if "short" in sys.argv[4:]:
    sys.exit(3)
time.sleep(60)
"""
SUPERVISOR = """
import sys
sys.path.insert(0, {tools!r})
import supervisor
from supervisor import Service, Supervisor
supervisor.TOLD_AGAIN_AFTER, supervisor.ENDED_AFTER = 0.5, 1.0
supervisor.SHORT_LIVES_ALLOWED = 3
def service(name):
    command = [sys.executable, "-c", {program!r}, f"{folder}/{{name}}"]
    return Service(name, lambda own, old: [*command, own, old, *{options!r}], waits=name == "second")
sys.exit(Supervisor([service("first"), service("second")], env={{}}).run())
"""


class Run:
    """A supervisor with two services that note their starts."""

    def __init__(self, folder: Path, *options: str) -> None:
        code = SUPERVISOR.format(
            tools=str(ROOT / "tools"), program=PROGRAM, folder=folder, options=list(options)
        )
        self.folder = folder
        with self.told.open("w") as told:
            self.process = subprocess.Popen([sys.executable, "-c", code], stderr=told)

    @property
    def told(self) -> Path:
        """What the supervisor says."""
        return self.folder / "told"

    def starts(self, name: str) -> list[list[str]]:
        """Own id, replaced id, process, its child; a line for each start."""
        path = self.folder / name
        return [line.split() for line in path.read_text().splitlines()] if path.exists() else []

    def numbers(self) -> list[int]:
        """All the processes that were ever started."""
        found = [start for name in ("first", "second") for start in self.starts(name)]
        return [int(number) for start in found for number in start[2:]]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., Run]]:
    """Start a supervisor that has both services running."""
    runs = []

    def begin(*options: str) -> Run:
        runs.append(Run(tmp_path, *options))
        wait_until(lambda: runs[-1].starts("first") and (runs[-1].starts("second")))
        return runs[-1]

    yield begin
    for started in runs:
        started.process.terminate()
        started.process.wait()


def wait_until(what: Callable[[], object], seconds: float = 10) -> None:
    """Fail when it does not come true."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_running(number: int) -> bool:
    """A zombie waiting for its parent has ended."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_all_with_what_they_started(run: Callable[..., Run], number: signal.Signals) -> None:
    started = run()
    started.process.send_signal(number)
    assert started.process.wait(5) == 0
    assert not any(map(is_running, started.numbers()))


def test_who_does_not_listen_is_ended_all_the_same(run: Callable[..., Run]) -> None:
    started = run("stubborn")
    started.process.terminate()
    assert started.process.wait(5) == 0
    assert not any(map(is_running, started.numbers()))


def test_a_killed_process_is_replaced_by_one_that_knows_whom_it_replaces(run: Callable[..., Run]) -> None:
    started = run()
    [[own, replaced, process, child]] = started.starts("first")
    assert replaced == "-"
    os.kill(int(process), signal.SIGKILL)
    wait_until(lambda: len(started.starts("first")) == 2)
    assert started.starts("first")[1][:2] == [started.starts("first")[1][0], own]
    assert started.starts("first")[1][0] != own
    # What the killed one had started does not stay behind, holding a port.
    wait_until(lambda: not is_running(int(child)))
    assert len(started.starts("second")) == 1


def test_a_process_that_cannot_start_stops_everything_with_an_error(run: Callable[..., Run]) -> None:
    started = run("short")
    assert started.process.wait(15) == 1
    assert "ends as soon as it starts" in started.told.read_text()
    assert not any(map(is_running, started.numbers()))


def test_a_supervisor_that_is_killed_leaves_no_service_behind(run: Callable[..., Run]) -> None:
    started = run()
    services = [int(start[2]) for name in ("first", "second") for start in started.starts(name)]
    started.process.kill()
    wait_until(lambda: not any(map(is_running, services)))
    for number in started.numbers():
        if is_running(number):
            os.kill(number, signal.SIGKILL)
