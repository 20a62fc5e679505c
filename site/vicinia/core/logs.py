"""Structured logs: one line an event, with the id of the request or task it belongs to."""

from __future__ import annotations

import json
import logging
import logging.config
import os
import time
from collections.abc import Callable
from typing import Any

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Which of the processes of tools/run.py wrote the line.
PROCESS = os.environ.get("VICINIA_PROCESS", "")

access = logging.getLogger("vicinia.access")


def add_process(_logger: Any, _name: str, line: dict[str, Any]) -> dict[str, Any]:
    """Name the process, when a supervisor runs several."""
    if PROCESS:
        line["process"] = PROCESS
    return line


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    add_process,
    structlog.processors.TimeStamper(fmt="iso"),
]


def configure(options: dict[str, str]) -> None:
    """Send the standard library's loggers and structlog through the same formatter (LOGGING_CONFIG)."""
    is_json = options["format"] == "json"
    # JSON carries a traceback as one field; text prints it below the line. Both without the values of
    # variables (structlog's own choice where `rich` is installed): they hold what people wrote.
    renderers: list[Any] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if is_json
        else [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "line": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderers],
                    "foreign_pre_chain": [*SHARED, structlog.stdlib.ExtraAdder()],
                },
                "access": {"()": AccessFormatter, "is_json": is_json},
            },
            "handlers": {
                "error_stream": {"class": "logging.StreamHandler", "formatter": "line"},
                "access_stream": {"class": "logging.StreamHandler", "formatter": "access"},
            },
            "root": {"handlers": ["error_stream"], "level": options["level"]},
            "loggers": {
                "vicinia.access": {"handlers": ["access_stream"], "propagate": False},
                # Our worker logs the same, with the task's id and the reason.
                "django_tasks": {"level": "CRITICAL"},
                # Every 404 would be written twice: the access log has it.
                "django.request": {"level": "ERROR"},
            },
        }
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


class AccessFormatter(logging.Formatter):
    """A request's line, written by hand: a page from memory takes less time than a generic formatter."""

    def __init__(self, *, is_json: bool) -> None:
        super().__init__()
        self._is_json = is_json

    def format(self, record: logging.LogRecord) -> str:
        """Write method, path (never the query, which may hold what a person typed), status, time, id."""
        method, path, status, ms, request_id = record.args  # type: ignore[misc]
        now = time.gmtime(record.created)
        at = f"{time.strftime('%Y-%m-%dT%H:%M:%S', now)}.{int(record.msecs):03d}Z"
        if self._is_json:
            path = json.dumps(path)
            return (
                f'{{"event": "request", "method": "{method}", "path": {path}, "status": {status}, '
                f'"ms": {ms:.1f}, "request_id": "{request_id}", "process": "{PROCESS}", "level": "info", '
                f'"timestamp": "{at}"}}'
            )
        # What a client sends as a path may hold anything: it must not end the line.
        path = str(path).encode("unicode_escape").decode()
        return f"{at} [info     ] {method} {path} {status} {ms:.1f} ms request_id={request_id}"


def new_request_id() -> str:
    """An id that no other request has; not a secret."""
    return os.urandom(12).hex()


def log_access(method: str | None, path: str, status: int, started: float, request_id: str) -> None:
    """Write a request's line; `started` is `perf_counter()` at its beginning."""
    if access.isEnabledFor(logging.INFO):
        ms = (time.perf_counter() - started) * 1000
        access.info("%s %s %s %.1f ms request_id=%s", method, path, status, ms, request_id)


# Parts of an address that let whoever holds it act for a person.
SECRETS = frozenset({"token", "key", "uidb36", "uidb64"})


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
