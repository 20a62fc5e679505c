"""The access log: one line a request, and the id that joins it to the lines of what the request did."""

from __future__ import annotations

import atexit
import json
import logging
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple, TextIO

import structlog
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from .logs import PROCESS

# Its level decides whether requests are logged; the lines do not pass through it (see AccessLog).
access = logging.getLogger("vicinia.access")

# Parts of an address that let whoever holds it act for a person.
SECRETS = frozenset({"token", "key", "uidb36", "uidb64"})


class Line(NamedTuple):
    """A request that was answered. The path is without the query, which may hold what a person typed."""

    at: float  # seconds since the epoch
    method: str | None
    path: str
    status: int
    ms: float
    request_id: str

    def as_json(self) -> str:
        """One JSON object."""
        return (
            f'{{"event": "request", "method": "{self.method}", "path": {json.dumps(self.path)}, '
            f'"status": {self.status}, "ms": {self.ms:.1f}, "request_id": "{self.request_id}", '
            f'"process": "{PROCESS}", "level": "info", "timestamp": "{self.timestamp}"}}'
        )

    def as_text(self) -> str:
        """One line to read; what a client sends as a path may hold anything, and must not end it."""
        path = self.path.encode("unicode_escape").decode()
        return (
            f"{self.timestamp} [info     ] {self.method} {path} {self.status} {self.ms:.1f} ms "
            f"request_id={self.request_id}"
        )

    @property
    def timestamp(self) -> str:
        """When the request was answered, in UTC (ISO 8601, milliseconds)."""
        thousandths = int(self.at * 1000) % 1000
        return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(self.at))}.{thousandths:03d}Z"


class AccessLog:
    """Writes lines from a thread of its own: a lone one at once, a crowd's together.

    Through a standard logger, whose handler locks and writes for each line, the threads that serve
    pages from memory spent half of their time waiting for each other.
    """

    PAUSE_SECONDS = 0.1

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._waiting: deque[Line] = deque()
        self._some_wait = threading.Event()
        self._start = threading.Lock()
        self._writer: threading.Thread | None = None

    def note(self, line: Line) -> None:
        """Have the line written soon."""
        self._waiting.append(line)
        if not self._some_wait.is_set():
            self._some_wait.set()
        if self._writer is None:
            self._start_writer()

    def write(self) -> None:
        """Write what waits, now."""
        lines = []
        while self._waiting:
            lines.append(self._waiting.popleft())
        if lines:
            form = Line.as_json if settings.LOGGING["format"] == "json" else Line.as_text
            self._stream.write("\n".join([*map(form, lines), ""]))
            self._stream.flush()

    def _start_writer(self) -> None:
        with self._start:
            if self._writer is None:
                self._writer = threading.Thread(target=self._keep_writing, name="access-log", daemon=True)
                self._writer.start()
                atexit.register(self.write)

    def _keep_writing(self) -> None:
        while self._some_wait.wait():
            # Before writing: a line that comes meanwhile says again that it waits.
            self._some_wait.clear()
            self.write()
            time.sleep(self.PAUSE_SECONDS)


access_log = AccessLog()


def new_request_id() -> str:
    """An id that no other request has; not a secret."""
    return os.urandom(12).hex()


def log_access(method: str | None, path: str, status: int, started: float, request_id: str) -> None:
    """Have a request's line written; `started` is `perf_counter()` at its beginning."""
    if access.isEnabledFor(logging.INFO):
        ms = (time.perf_counter() - started) * 1000
        access_log.note(Line(time.time(), method, path, status, ms, request_id))


def loggable_path(request: HttpRequest) -> str:
    """Return the path without the signed parts of a mail's link: who reads the log must not use it."""
    path = request.path
    parts = request.resolver_match.kwargs if request.resolver_match else {}
    for name in SECRETS & parts.keys():
        path = path.replace(str(parts[name]), "***")
    return path


class AccessLogMiddleware:
    """Outermost: gives each request an id and writes its line.

    The id is carried by log lines, audit entries and tasks, and told to the client, so that a person
    can name it when asking for help.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = time.perf_counter()
        request_id = new_request_id()
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = self.get_response(request)
        response.headers["X-Request-Id"] = request_id
        log_access(request.method, loggable_path(request), response.status_code, started, request_id)
        return response
