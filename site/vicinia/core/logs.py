"""Structured logs: one line an event, with the id of the request or task it belongs to."""

from __future__ import annotations

import logging
import logging.config
import os
from typing import Any

import structlog

# Which of the processes of tools/run.py wrote the line.
PROCESS = os.environ.get("VICINIA_PROCESS", "")


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
            },
            "handlers": {
                "error_stream": {"class": "logging.StreamHandler", "formatter": "line"},
            },
            "root": {"handlers": ["error_stream"], "level": options["level"]},
            "loggers": {
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
