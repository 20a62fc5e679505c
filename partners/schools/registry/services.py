"""Loading a registry of schools."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils.translation import gettext as _

from partners.schools.models import School
from partners.schools.registry.models import SchoolImport
from vicinia.core.files.digests import sha256_of
from vicinia.core.formats import whole
from vicinia.core.imports.rows import RowProblem
from vicinia.core.tabular import TableUnreadable, open_table

from .changes import Change
from .comparing import Difference, Progress, compare
from .layout import find_registry
from .loading import write_load
from .report import changes_of_load

if TYPE_CHECKING:
    from vicinia.accounts.models import User

# A yearly reorganisation closes some in a hundred: more is a file cut short, or of one province alone.
MOST_CLOSED = 0.2
# In a registry of a few schools any share is reached by two of them.
FEW_CLOSED = 20


class TooManyClosures(TableUnreadable):
    """The file lacks so many schools that it is probably not whole; nothing was written."""


class OlderRegistry(TableUnreadable):
    """The file is of a year before the one that was loaded last; nothing was written."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a load did. Schools that the file no longer has are marked closed, never deleted."""

    load: SchoolImport
    repeated: int
    problems: tuple[RowProblem, ...]
    changes: tuple[Change, ...]


def check_schools(
    *, path: Path, progress: Progress = lambda _what, _done, _total: None, accept_closures: bool = False
) -> Difference:
    """Return what loading a file would change, and write nothing. It raises as `import_schools` does."""
    with open_table(path) as table:
        difference = compare(table, find_registry(table.header), progress)
    _require_whole(difference, accept_closures=accept_closures)
    return difference


def import_schools(
    *,
    path: Path,
    by: User | None,
    progress: Progress = lambda _what, _done, _total: None,
    accept_closures: bool = False,
) -> ImportReport:
    """Load a registry from a .csv, .csv.gz, .zip or .xlsx file; a second load of it changes nothing.

    The file is read twice: first to compare (a wrong file is found before anything is written), then to write
    what differs in transactions of some thousand rows. An interrupted load is finished by running it again,
    and its report is then that of the whole (`loads`). Raises TableUnreadable when the file is no registry,
    OlderRegistry when it is of a past year, TooManyClosures when it lacks a fifth of what we hold and nobody
    said (`accept_closures`) that it is right so, LoadOvertaken when another load has begun meanwhile.
    """
    with open_table(path) as table:
        difference = compare(table, find_registry(table.header), progress)
        _require_whole(difference, accept_closures=accept_closures)
        load = write_load(
            table, difference, file_name=path.name, digest=sha256_of(path), by=by, progress=progress
        )
    return ImportReport(load, difference.repeated, tuple(difference.problems), tuple(changes_of_load(load)))


def _require_whole(difference: Difference, *, accept_closures: bool) -> None:
    require_not_older(difference)
    caution = closures_caution(difference)
    if caution and not accept_closures:
        raise TooManyClosures(
            caution + " " + _("Nothing was written. If it is right so, load it again accepting the closures.")
        )


def require_not_older(difference: Difference) -> None:
    """Raise OlderRegistry when the file is of a year before the one loaded last."""
    ours = School.objects.filter(registry=difference.registry)
    latest = ours.aggregate(latest=Max("school_year"))["latest"]
    if latest and difference.school_year and difference.school_year < latest:
        raise OlderRegistry(
            _(
                "This file is of the school year %(year)s, and that of %(latest)s is loaded already: "
                "nothing was written."
            )
            % {"year": difference.school_year, "latest": latest}
        )


def closures_caution(difference: Difference) -> str:
    """Return what is to be accepted when the file lacks a fifth of the schools; nothing otherwise."""
    closed, before = len(difference.closed), difference.in_use_before
    if closed <= max(FEW_CLOSED, MOST_CLOSED * before):
        return ""
    return _(
        "The file lacks %(closed)s of the %(before)s schools that we hold: it may be cut, or of a part of "
        "Italy only."
    ) % {"closed": whole(closed), "before": whole(before)}
