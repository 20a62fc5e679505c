"""Keeps a few processes running: starts them, replaces one that ends by itself, ends all when told.

Standard library alone. The processes write to our own standard error, each line whole; a wrapper that
reads and repeats their output would break JSON log lines and could lose the last ones.
"""

from __future__ import annotations

import ctypes
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

LOOK_EVERY_SECONDS = 0.1
# Told to end, then told again (a worker gives its task back), then ended.
TOLD_AGAIN_AFTER, ENDED_AFTER = 6.0, 10.0
# A process that ends sooner than this after its start is failing, not being replaced.
SHORT_LIFE_SECONDS = 10.0
SHORT_LIVES_ALLOWED = 5

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Service:
    """A process to keep running; `command` is given its id and the id of the one that it replaces.

    `waits` starts it only once the others are up, so that they have the machine for themselves.
    """

    name: str
    command: Callable[[str, str], list[str]]
    waits: bool = False


@dataclass
class Running:
    """A service and its present process."""

    service: Service
    process: subprocess.Popen[bytes] | None = None
    process_id: str = ""
    replaces: str = ""
    started_at: float = 0.0
    start_at: float = 0.0
    short_lives: int = field(default=0)


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(f"· {text}", file=sys.stderr, flush=True)


class Supervisor:
    """Runs services until told to end (SIGINT, SIGTERM) or until one of them cannot be kept running."""

    def __init__(
        self, services: list[Service], *, env: dict[str, str], when_up: Callable[[], bool] = lambda: True
    ) -> None:
        self._running = [Running(service) for service in services]
        self._env = env
        self._when_up = when_up
        self._are_up = False
        self._told = False
        self._failed = False

    def run(self) -> int:
        """Keep the services running; return the exit code: 0 when told to end, 1 when one kept failing.

        `when_up` is asked at each look until it returns True.
        """
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._tell)
        try:
            while not (self._told or self._failed):
                for running in self._running:
                    self._look_after(running)
                self._are_up = self._are_up or self._when_up()
                time.sleep(LOOK_EVERY_SECONDS)
        finally:
            self._end_all()
        return 1 if self._failed else 0

    def _tell(self, _number: int, _frame: object) -> None:
        self._told = True

    def _look_after(self, running: Running) -> None:
        now = time.monotonic()
        if running.process is None:
            if now >= running.start_at and (self._are_up or not running.service.waits):
                self._start(running)
            return
        code = running.process.poll()
        if code is None:
            return
        # What it had started itself must not stay behind, holding a port or a task.
        kill_group(running.process.pid)
        running.process = None
        running.replaces = running.process_id
        lived = now - running.started_at
        running.short_lives = running.short_lives + 1 if lived < SHORT_LIFE_SECONDS else 0
        if running.short_lives >= SHORT_LIVES_ALLOWED:
            say(f"{running.service.name} ends as soon as it starts: see the lines above. Stopping.")
            self._failed = True
            return
        running.start_at = now + min(running.short_lives**2 * 0.25, 5.0)
        say(f"{running.service.name} ended by itself ({describe(code)}): replacing it")

    def _start(self, running: Running) -> None:
        running.process_id = f"{running.service.name}-{secrets.token_hex(6)}"
        running.process = subprocess.Popen(
            running.service.command(running.process_id, running.replaces),
            env={**self._env, "VICINIA_PROCESS": running.service.name},
            stdin=subprocess.DEVNULL,
            # Ctrl-C reaches the whole terminal: only we answer it, and tell the others once.
            start_new_session=True,
            preexec_fn=die_with_parent,
        )
        running.started_at = time.monotonic()

    def _end_all(self) -> None:
        processes = [running.process for running in self._running if running.process]
        started = time.monotonic()
        signal_all(processes, signal.SIGTERM)
        was_told_again = False
        while any(process.poll() is None for process in processes):
            waited = time.monotonic() - started
            if waited > ENDED_AFTER:
                break
            if waited > TOLD_AGAIN_AFTER and not was_told_again:
                signal_all(processes, signal.SIGTERM)
                was_told_again = True
            time.sleep(LOOK_EVERY_SECONDS / 2)
        for process in processes:
            kill_group(process.pid)
            process.wait()


def die_with_parent() -> None:
    """In the child, before its program: end when the supervisor is killed, so that nothing is orphaned."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def signal_all(processes: list[subprocess.Popen[bytes]], number: signal.Signals) -> None:
    """Send a signal to those still running."""
    for process in processes:
        if process.poll() is None:
            process.send_signal(number)


def kill_group(pid: int) -> None:
    """End a process and everything that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def describe(code: int) -> str:
    """An exit code in words."""
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
