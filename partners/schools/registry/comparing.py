"""First reading of a registry: what is new, what changed, what cannot be loaded. It writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from partners.schools.enums import Registry
from partners.schools.models import School
from vicinia.core.imports.rows import RowProblem, RowRefused, SeenRows
from vicinia.core.tabular import Row, Table

from .records import InstituteRecord, SchoolRecord, institute_of, read_record

# Called with what is being done, how many rows are done, how many there are.
Progress = Callable[[str, int, int], None]
EVERY = 1_000


@dataclass(slots=True)
class Difference:
    """What a file would change; lines, not rows, are kept so that memory does not grow with the file."""

    registry: Registry
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    repeated: int = 0
    missing: int = 0
    lines_to_write: set[int] = field(default_factory=set)
    institutes: dict[str, InstituteRecord] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)


def compare(table: Table, registry: Registry, progress: Progress) -> Difference:
    """Read the whole file and compare it with what we hold."""
    difference = Difference(registry)
    known: dict[str, str] = dict(School.objects.values_list("code", "fingerprint").iterator())
    seen = SeenRows()
    for number, row in enumerate(table.rows(), start=1):
        try:
            record = record_of(row, registry)
            _note(difference, row.line, record, known, seen)
        except RowRefused as refusal:
            code = row.cells.get("CODICESCUOLA", "").strip()[:20]
            difference.problems.append(RowProblem(row.line, code, str(refusal)))
        if not number % EVERY:
            progress(_("Reading"), number, table.lines)
    difference.repeated = seen.repeated
    ours = School.objects.filter(registry=registry).values_list("code", flat=True).iterator()
    difference.missing = sum(code not in seen for code in ours)
    return difference


def record_of(row: Row, registry: Registry) -> SchoolRecord:
    """Return the row as a record; raise RowRefused with the reason."""
    if row.problem:
        raise RowRefused(row.problem)
    return read_record(row.cells, registry)


def _note(
    difference: Difference, line: int, record: SchoolRecord, known: dict[str, str], seen: SeenRows
) -> None:
    fingerprint = record.fingerprint()
    if not seen.is_first(record.code, fingerprint):
        return
    institute = institute_of(record)
    if institute and (institute.is_complete or institute.code not in difference.institutes):
        difference.institutes[institute.code] = institute
    before = known.get(record.code)
    if before == fingerprint:
        difference.unchanged += 1
        return
    difference.lines_to_write.add(line)
    if before is None:
        difference.created += 1
    else:
        difference.changed += 1
