"""`manage.py run_scheduler`: enqueue scheduled work when it is due."""

import signal
import threading
from typing import Any

import structlog
from django.core.management.base import BaseCommand, CommandParser
from django.db import InterfaceError, OperationalError, connection
from django.utils.crypto import get_random_string

from vicinia.core.tasks.heartbeat import Heart
from vicinia.core.tasks.schedule import enqueue_due_jobs

LOOK_EVERY_SECONDS = 5

log = structlog.get_logger(__name__)


class Command(BaseCommand):
    """One is enough; a second one does no harm."""

    help = "Enqueue the scheduled jobs until told to end (SIGTERM or Ctrl-C)."

    def add_arguments(self, parser: CommandParser) -> None:
        """What a test asks."""
        parser.add_argument("--once", action="store_true", help="look once and end")

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at the timetable every few seconds."""
        stop = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stop.set())
        with Heart(f"scheduler-{get_random_string(12)}", "scheduler"):
            while not stop.is_set():
                try:
                    enqueue_due_jobs()
                except (OperationalError, InterfaceError) as error:
                    log.warning("the database is away, waiting", error=str(error))
                    connection.close()
                if options["once"]:
                    return
                stop.wait(LOOK_EVERY_SECONDS)
