"""`manage.py import_schools PATH`: load a registry of schools of the ministry."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import TextChoices
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from partners.schools.enums import Registry
from partners.schools.registry.changes import Change, ChangeKind, count_by_kind
from partners.schools.registry.services import check_schools, import_schools
from partners.schools.registry.words import change_cells, change_header
from vicinia.core.imports.rows import RowProblem, print_problems
from vicinia.core.progress_bar import ProgressBar
from vicinia.core.tables import csv_bytes
from vicinia.core.tabular import TableUnreadable


class Outcome(NamedTuple):
    """What was done, or would be."""

    registry: str
    created: int
    changed: int
    unchanged: int
    repeated: int
    closed: int
    reopened: int
    problems: tuple[RowProblem, ...]
    changes: tuple[Change, ...]


class Command(BaseCommand):
    """Loads a registry and prints what it changed; exit code 1 when the file is not one."""

    help = "Load a registry of schools (.csv, .csv.gz, .zip, .xlsx). Running it again changes nothing."
    # The checks import every view of the site, charts and receipts included: 55 MB that a load does without.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and where to write the rows that were refused."""
        parser.add_argument("path", type=Path, help="the registry as downloaded from the ministry")
        parser.add_argument("--refused", type=Path, help="write the refused rows to this CSV file too")
        parser.add_argument("--changes", type=Path, help="write what changed to this CSV file too")
        parser.add_argument("--check", action="store_true", help="say what would change and write nothing")
        parser.add_argument(
            "--accept-closures", action="store_true", help="go on when a fifth of the schools are missing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, or only look, and report."""
        bar = ProgressBar(sys.stderr)
        given = {"path": options["path"], "progress": bar, "accept_closures": options["accept_closures"]}
        try:
            outcome = self.checked(given) if options["check"] else self.loaded(given)
        except TableUnreadable as error:
            bar.close()
            self.stderr.write(str(error))
            sys.exit(1)
        except KeyboardInterrupt:
            bar.close()
            self.stderr.write(_("Stopped. What was loaded stays: run the command again to finish."))
            sys.exit(130)
        bar.close()
        self.print_outcome(outcome)
        if options["check"]:
            self.stdout.write(_("Nothing was written: run the command without --check to load the file."))
        if options["refused"]:
            rows = [(problem.line, problem.key, problem.reason) for problem in outcome.problems]
            options["refused"].write_bytes(csv_bytes([_("line"), _("code"), _("reason")], rows))
        if options["changes"]:
            options["changes"].write_bytes(csv_bytes(change_header(), map(change_cells, outcome.changes)))

    def loaded(self, given: dict[str, Any]) -> Outcome:
        """Load the file."""
        report = import_schools(by=None, **given)
        load = report.load
        return Outcome(
            load.registry,
            *(load.created, load.changed, load.unchanged),
            *(report.repeated, load.closed, load.reopened),
            report.problems,
            report.changes,
        )

    def checked(self, given: dict[str, Any]) -> Outcome:
        """Compare the file with what is there."""
        found = check_schools(**given)
        return Outcome(
            found.registry,
            *(found.created, found.changed, found.unchanged),
            *(found.repeated, len(found.closed), len(found.reopened)),
            tuple(found.problems),
            tuple(found.changes),
        )

    def print_outcome(self, outcome: Outcome) -> None:
        """Print the refused rows, then the counts."""
        print_problems(outcome.problems, self.stdout.write)
        registry: TextChoices = Registry(outcome.registry)
        self.stdout.write(
            _("%(registry)s: %(created)s new, %(changed)s changed, %(unchanged)s unchanged.")
            % {
                "registry": registry.label,
                "created": number_format(outcome.created),
                "changed": number_format(outcome.changed),
                "unchanged": number_format(outcome.unchanged),
            }
        )
        kinds = count_by_kind(outcome.changes)
        for text, count in (
            (_("Rows refused: %(count)s."), len(outcome.problems)),
            (_("Rows that repeat another one word for word: %(count)s."), outcome.repeated),
            (_("No longer in the file, marked as closed and kept: %(count)s."), outcome.closed),
            (_("Closed before and in the file again: %(count)s."), outcome.reopened),
            (_("With another name: %(count)s."), kinds[ChangeKind.RENAMED]),
            (_("Of another institute: %(count)s."), kinds[ChangeKind.MOVED]),
            (_("With another address: %(count)s."), kinds[ChangeKind.ADDRESS]),
            (_("With other e-mail addresses: %(count)s."), kinds[ChangeKind.CONTACTS]),
        ):
            if count:
                self.stdout.write(text % {"count": number_format(count)})
