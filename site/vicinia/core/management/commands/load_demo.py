"""`manage.py load_demo`: fill the site with the demo municipality."""

import logging
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from vicinia.core.demo import loaders
from vicinia.core.indexing import indexing_once


class Command(BaseCommand):
    """Runs every app's loader in order."""

    help = "Load the demo municipality (safe to run twice)."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--if-empty` is what `make run` uses."""
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when there are accounts already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, telling each step; all or nothing, so that a start cut short begins again."""
        if options["if_empty"] and get_user_model().objects.exists():
            return
        # Three hundred lines, one for each page written, would hide what a newcomer is told.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        with transaction.atomic(), indexing_once():
            for key, load in loaders.items():
                self.stderr.write(f"· demo: {key}")
                load()
