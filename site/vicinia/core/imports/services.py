"""Importing a file: the engine's run, its record and its trail."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from vicinia.core import audit
from vicinia.core.files.digests import sha256_of
from vicinia.core.tabular import Table, TableUnreadable, open_table

from .engine import run_import
from .models import TableImport
from .outcome import Outcome, Progress, Watch, unmoved
from .resource import TableResource

if TYPE_CHECKING:
    from vicinia.accounts.models import User


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A finished import: its record, and the rows one by one."""

    load: TableImport
    outcome: Outcome


def import_file(
    *, path: Path, resource: TableResource, by: User | None, progress: Progress = unmoved
) -> ImportReport:
    """Load the rows of a .csv, .csv.gz, .zip or .xlsx file; loading it again changes nothing.

    Raises TableUnreadable, before anything is written, when the file is no table or lacks a column.
    """
    with open_table(path) as table:
        require_columns(table, resource)
        outcome = run_import(table, resource, write=True, watch=Watch(progress))
    digest = sha256_of(path)
    kind = resource.model._meta.label_lower
    counts = {
        "created": outcome.created,
        "changed": outcome.changed,
        "unchanged": outcome.unchanged,
        "repeated": outcome.repeated,
        "refused": len(outcome.problems),
    }
    with transaction.atomic():
        load = TableImport.objects.create(
            kind=kind, file_name=path.name[-255:], file_sha256=digest, by=by, **counts
        )
        audit.record("core.table.imported", by=by, target=load, kind=kind, sha256=digest, **counts)
    return ImportReport(load, outcome)


def require_columns(table: Table, resource: TableResource) -> None:
    """Raise TableUnreadable, naming them, when columns are missing."""
    missing = [column for column in resource.columns if column not in table.header]
    if missing:
        raise TableUnreadable(
            _("The file has no column %(missing)s. It has: %(present)s.")
            % {"missing": ", ".join(missing), "present": ", ".join(table.header[:30])}
        )
