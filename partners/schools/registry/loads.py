"""What a load keeps while it is written, so that its report is whole even when it was cut short.

    load = begin(difference, file_name=..., digest=..., by=by)
    with transaction.atomic():
        ...                                             # a chunk of schools
        keep(load, Written(created=3, changed=1), changes)
    finish(load, difference, by=by)

A load that stopped stays open: the same file loaded again goes on with it, with what it had kept already.
Another file of the same registry closes it as it is, with the report of what it had written.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from partners.schools.events import SchoolsImported
from partners.schools.succession.services import propose_successions
from vicinia.core import audit, events
from vicinia.core.clock import database_now
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import store_generated
from vicinia.core.tabular import TableUnreadable

from .changes import Change, count_by_kind, to_lines
from .comparing import Difference
from .enums import LOAD_STEPS, LoadState
from .models import LoadPart, SchoolImport
from .report import changes_of_load

if TYPE_CHECKING:
    from vicinia.accounts.models import User

REPORT_TYPE = "application/x-ndjson"


class LoadOvertaken(TableUnreadable):
    """Another load of the same registry has begun meanwhile; what this one had written stays."""


@dataclass(frozen=True, slots=True)
class Written:
    """What one transaction of a load has written, in schools and institutes."""

    created: int = 0
    changed: int = 0
    closed: int = 0
    reopened: int = 0
    institutes: int = 0


@transaction.atomic
def begin(difference: Difference, *, file_name: str, digest: str, by: User | None) -> SchoolImport:
    """Return the load to write into: the open one of this very file, or a new one.

    Raises LoadOvertaken when another load of the registry begins in the same moment.
    """
    opened = SchoolImport.objects.select_for_update(of=("self",)).filter(
        registry=difference.registry, state=LoadState.OPEN
    )
    load = opened.first()
    if load is not None and load.file_sha256 == digest:
        load.attempt += 1
        load.by = by or load.by
        load.save(update_fields=["attempt", "by"])
        return load
    if load is not None:
        _settle(load, LoadState.LEFT)
    try:
        with transaction.atomic():
            return SchoolImport.objects.create(
                state=LoadState.OPEN,
                registry=difference.registry,
                school_year=difference.school_year,
                file_name=file_name[-255:],
                file_sha256=digest,
                by=by,
                is_first=difference.is_first,
                created=0,
                changed=0,
                unchanged=0,
                refused=0,
            )
    except IntegrityError as error:
        raise overtaken() from error


def keep(load: SchoolImport, written: Written, changes: Collection[Change] = ()) -> None:
    """Count what the caller's transaction has written, and keep the lines of the report about it.

    Raises LoadOvertaken when the load goes on elsewhere: the caller's transaction is then undone.
    """
    mine = SchoolImport.objects.filter(pk=load.pk, attempt=load.attempt, state=LoadState.OPEN)
    if not mine.update(**{name: F(name) + count for name, count in asdict(written).items()}):
        raise overtaken()
    # Of a first load every school is new: there is nothing to compare with.
    if changes and not load.is_first:
        LoadPart.objects.create(load=load, lines=to_lines(changes))


@transaction.atomic
def finish(load: SchoolImport, difference: Difference, *, by: User | None) -> SchoolImport:
    """Close a load that is written to its end: its counts and its report are those of all its attempts.

    `difference` is what the last attempt has compared: it has read the whole file.
    """
    ours = SchoolImport.objects.select_for_update(of=("self",)).filter(
        pk=load.pk, attempt=load.attempt, state=LoadState.OPEN
    )
    found = ours.first()
    if found is None:
        raise overtaken()
    rows = difference.created + difference.changed + difference.unchanged
    found.unchanged = max(0, rows - found.created - found.changed)
    found.refused = len(difference.problems)
    found.school_year = difference.school_year or found.school_year
    _settle(found, LoadState.DONE)
    audit.record(
        "partners.schools.imported",
        by=by,
        target=found,
        created=found.created,
        changed=found.changed,
        unchanged=found.unchanged,
        refused=found.refused,
        closed=found.closed,
        reopened=found.reopened,
        sha256=found.file_sha256,
    )
    propose_successions()
    events.emit(SchoolsImported(school_import_id=found.pk))
    return found


def finish_if_whole(difference: Difference, *, digest: str, by: User | None) -> None:
    """Close the open load of a file of which nothing is left to write: it had stopped just before its end."""
    waiting = SchoolImport.objects.filter(
        registry=difference.registry, state=LoadState.OPEN, file_sha256=digest
    )
    if not difference.writes and waiting.exists():
        finish(begin(difference, file_name="", digest=digest, by=by), difference, by=by)


def overtaken() -> LoadOvertaken:
    """Say why a load has stopped, and what to do."""
    return LoadOvertaken(
        _(
            "Another loading of the same registry has begun meanwhile: this one has stopped. What it had "
            "written stays; when the other has ended, load the file again if it is still the right one."
        )
    )


def _settle(load: SchoolImport, state: LoadState) -> None:
    """Pack the lines kept so far into the load's report."""
    LOAD_STEPS.require(LoadState(load.state), state)
    changes = changes_of_load(load)
    load.report = _packed(changes, by=load.by)
    load.change_counts = count_by_kind(changes)
    load.state, load.at = state, database_now()
    load.save()
    load.parts.all().delete()


def _packed(changes: Collection[Change], *, by: User | None) -> StoredFile | None:
    if not changes:
        return None
    return store_generated(
        content=to_lines(changes), name="differenze-scuole.ndjson", content_type=REPORT_TYPE, by=by
    )
