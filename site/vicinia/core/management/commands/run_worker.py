"""`manage.py run_worker`: run the tasks of one queue."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.crypto import get_random_string

from vicinia.core.tasks.heartbeat import forget
from vicinia.core.tasks.worker import Worker


class Command(BaseCommand):
    """One process, one queue; start as many as you like."""

    help = "Run the tasks of a queue until told to end (SIGTERM or Ctrl-C)."

    def add_arguments(self, parser: CommandParser) -> None:
        """What a supervisor tells."""
        parser.add_argument("--queue", default="default", help="queue to serve (default: %(default)s)")
        parser.add_argument("--worker-id", default="", help="a name no other worker has (default: random)")
        parser.add_argument(
            "--replaces", default="", help="worker that is known to have ended: its task is resumed at once"
        )
        parser.add_argument("--interval", type=float, default=1, help="seconds between looks at the queue")
        parser.add_argument("--batch", action="store_true", help="end when the queue is empty")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        if options["replaces"]:
            forget(options["replaces"])
        worker = Worker(
            queue=options["queue"],
            worker_id=options["worker_id"] or f"{options['queue']}-{get_random_string(12)}",
            interval=options["interval"],
            batch=options["batch"],
        )
        worker.configure_signals()
        worker.run()
