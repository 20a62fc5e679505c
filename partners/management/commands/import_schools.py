"""`manage.py import_schools PATH`: load a registry of schools of the ministry."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import TextChoices
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from partners.schools.enums import Registry
from partners.schools.registry.services import ImportReport, import_schools
from vicinia.core.imports.rows import print_problems
from vicinia.core.progress_bar import ProgressBar
from vicinia.core.tables import csv_bytes
from vicinia.core.tabular import TableUnreadable


class Command(BaseCommand):
    """Loads a registry and prints what it changed; exit code 1 when the file is not one."""

    help = "Load a registry of schools (.csv, .csv.gz, .zip, .xlsx). Running it again changes nothing."
    # The checks import every view of the site, charts and receipts included: 55 MB that a load does without.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and where to write the rows that were refused."""
        parser.add_argument("path", type=Path, help="the registry as downloaded from the ministry")
        parser.add_argument("--refused", type=Path, help="write the refused rows to this CSV file too")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and report."""
        bar = ProgressBar(sys.stderr)
        try:
            report = import_schools(path=options["path"], by=None, progress=bar)
        except TableUnreadable as error:
            bar.close()
            self.stderr.write(str(error))
            sys.exit(1)
        except KeyboardInterrupt:
            bar.close()
            self.stderr.write(_("Stopped. What was loaded stays: run the command again to finish."))
            sys.exit(130)
        bar.close()
        self.print_report(report)
        if options["refused"]:
            rows = [(problem.line, problem.key, problem.reason) for problem in report.problems]
            options["refused"].write_bytes(csv_bytes([_("line"), _("code"), _("reason")], rows))

    def print_report(self, report: ImportReport) -> None:
        """Print the refused rows, then the counts."""
        load = report.load
        print_problems(report.problems, self.stdout.write)
        registry: TextChoices = Registry(load.registry)
        self.stdout.write(
            _("%(registry)s: %(created)s new, %(changed)s changed, %(unchanged)s unchanged.")
            % {
                "registry": registry.label,
                "created": number_format(load.created),
                "changed": number_format(load.changed),
                "unchanged": number_format(load.unchanged),
            }
        )
        for text, count in (
            (_("Rows refused: %(count)s."), load.refused),
            (_("Rows that repeat another one word for word: %(count)s."), report.repeated),
            (_("Schools kept though no longer in the file: %(count)s."), load.missing),
        ):
            if count:
                self.stdout.write(text % {"count": number_format(count)})
