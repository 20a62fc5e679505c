"""Loading a registry of schools."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction

from partners.schools.events import SchoolsImported
from partners.schools.models import SchoolImport
from vicinia.core import audit, events
from vicinia.core.files.digests import sha256_of
from vicinia.core.imports.rows import RowProblem
from vicinia.core.tabular import open_table

from .comparing import Progress, compare
from .layout import find_registry
from .writing import write_institutes, write_schools

if TYPE_CHECKING:
    from vicinia.accounts.models import User


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a load did; rows of the registry that the file no longer has are counted, never deleted."""

    load: SchoolImport
    repeated: int
    problems: tuple[RowProblem, ...]


def import_schools(
    *, path: Path, by: User | None, progress: Progress = lambda _what, _done, _total: None
) -> ImportReport:
    """Load a registry from a .csv, .csv.gz, .zip or .xlsx file; a second load of it changes nothing.

    The file is read twice: first to compare (a wrong file is found before anything is written), then
    to write what differs in transactions of a thousand rows, so that an interrupted load is finished
    by running it again. Raises TableUnreadable when the file is not a registry.
    """
    with open_table(path) as table:
        registry = find_registry(table.header)
        difference = compare(table, registry, progress)
        institutes = write_institutes(difference)
        if difference.lines_to_write:
            write_schools(table, difference, progress)
    digest = sha256_of(path)
    with transaction.atomic():
        load = SchoolImport.objects.create(
            registry=registry,
            file_name=path.name[-255:],
            file_sha256=digest,
            by=by,
            created=difference.created,
            changed=difference.changed,
            unchanged=difference.unchanged,
            refused=len(difference.problems),
            missing=difference.missing,
            institutes=institutes,
        )
        audit.record(
            "partners.schools.imported",
            by=by,
            target=load,
            created=load.created,
            changed=load.changed,
            unchanged=load.unchanged,
            refused=load.refused,
            missing=load.missing,
            sha256=digest,
        )
        events.emit(SchoolsImported(school_import_id=load.pk))
    return ImportReport(load, difference.repeated, tuple(difference.problems))
