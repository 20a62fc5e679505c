"""`manage.py import_organisations PATH`: load the list of bodies admitted to the five per mille."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from partners.organisations.imports import FivePerMilleResource
from vicinia.core.imports.rows import print_problems
from vicinia.core.imports.services import import_file
from vicinia.core.progress_bar import ProgressBar
from vicinia.core.tabular import TableUnreadable


class Command(BaseCommand):
    """Loads the list and prints what it changed; exit code 1 when the file is not one."""

    help = "Load a list of bodies (.csv, .csv.gz, .zip, .xlsx). Running it again changes nothing."
    # The checks import every view of the site, charts and receipts included: memory that a load does without.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("path", type=Path, help="the list as published, with a column codice_fiscale")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report."""
        bar = ProgressBar(sys.stderr)
        try:
            report = import_file(
                path=options["path"],
                resource=FivePerMilleResource(),
                by=None,
                progress=lambda done, total: bar(_("Loading"), done, total),
            )
        except TableUnreadable as error:
            bar.close()
            self.stderr.write(str(error))
            sys.exit(1)
        except KeyboardInterrupt:
            bar.close()
            self.stderr.write(_("Stopped. What was loaded stays: run the command again to finish."))
            sys.exit(130)
        bar.close()
        print_problems(report.outcome.problems, self.stdout.write)
        load = report.load
        self.stdout.write(
            _("%(created)s new, %(changed)s changed, %(unchanged)s unchanged, %(refused)s refused.")
            % {
                "created": number_format(load.created),
                "changed": number_format(load.changed),
                "unchanged": number_format(load.unchanged),
                "refused": number_format(load.refused),
            }
        )
