"""First reading of a registry: what is new, what changed, what cannot be loaded. It writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from partners.schools.enums import Registry
from partners.schools.models import School
from vicinia.core.bulk import batches
from vicinia.core.imports.rows import RowProblem, RowRefused, SeenRows
from vicinia.core.tabular import Row, Table

from .changes import Change, Site, changes_of, closed_school, new_school, reopened_school
from .records import InstituteRecord, SchoolRecord, institute_of, read_record

# Called with what is being done, how many rows are done, how many there are.
Progress = Callable[[str, int, int], None]
EVERY = 1_000
# Fields of `Site` that are of the school itself.
OWN_FIELDS = ("address", "postcode", "municipality_code", "municipality", "email", "pec")


@dataclass(slots=True)
class Difference:
    """What a file would change; lines, not rows, are kept so that memory does not grow with the file."""

    registry: Registry
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    repeated: int = 0
    # Of the unchanged ones, those that only open again.
    only_reopened: int = 0
    new_codes: set[str] = field(default_factory=set)
    # The year that the file is of, such as 2026/27; how many schools in use we had of its registry.
    school_year: str = ""
    # Nothing of the registry was here.
    is_first: bool = False
    in_use_before: int = 0
    lines_to_write: set[int] = field(default_factory=set)
    institutes: dict[str, InstituteRecord] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    # Schools in use that the file no longer has, and closed ones that it has again.
    closed: list[str] = field(default_factory=list)
    reopened: list[str] = field(default_factory=list)
    # The report, line by line; the first load of a registry, all new, has none.
    changes: list[Change] = field(default_factory=list)

    @property
    def writes(self) -> bool:
        """Whether the file would change any school."""
        return bool(self.created or self.changed or self.closed or self.reopened)


@dataclass(frozen=True, slots=True)
class Known:
    """What we hold before the load: fingerprints by code, and the registry's own codes."""

    fingerprints: dict[str, str]
    in_use: frozenset[str]
    # By code, the school year since which each is closed.
    closed: dict[str, str]

    @property
    def is_first_load(self) -> bool:
        """Tell whether nothing of this registry is here yet."""
        return not self.in_use and not self.closed


def compare(table: Table, registry: Registry, progress: Progress) -> Difference:
    """Read the whole file and compare it with what we hold."""
    known = _known(registry)
    difference = Difference(registry, is_first=known.is_first_load, in_use_before=len(known.in_use))
    seen = SeenRows()
    done = 0
    for rows in batches(table.rows(), EVERY):
        differing = list(_differing(rows, difference, known, seen))
        _report(difference, differing, known)
        done += len(rows)
        if len(rows) == EVERY:
            progress(_("Reading"), done, table.lines)
    difference.repeated = seen.repeated
    # A row that could not be read is no sign that its school has closed.
    refused = {problem.key.upper() for problem in difference.problems}
    difference.closed = sorted(code for code in known.in_use if code not in seen and code not in refused)
    difference.changes += map(closed_school, sites(difference.closed).values())
    return difference


def record_of(row: Row, registry: Registry) -> SchoolRecord:
    """Return the row as a record; raise RowRefused with the reason."""
    if row.problem:
        raise RowRefused(row.problem)
    return read_record(row.cells, registry)


def _known(registry: Registry) -> Known:
    ours = School.objects.filter(registry=registry)
    return Known(
        dict(School.objects.values_list("code", "fingerprint").iterator()),
        frozenset(ours.active().values_list("code", flat=True).iterator()),
        dict(ours.exclude(closed_year="").values_list("code", "closed_year").iterator()),
    )


def _differing(
    rows: Iterable[Row], difference: Difference, known: Known, seen: SeenRows
) -> Iterator[SchoolRecord]:
    """Yield the rows that would write something, and count all of them."""
    for row in rows:
        try:
            record = record_of(row, difference.registry)
            if _note(difference, row.line, record, known, seen):
                yield record
        except RowRefused as refusal:
            code = row.cells.get("CODICESCUOLA", "").strip()[:20]
            difference.problems.append(RowProblem(row.line, code, str(refusal)))


def _note(difference: Difference, line: int, record: SchoolRecord, known: Known, seen: SeenRows) -> bool:
    fingerprint = record.fingerprint()
    if not seen.is_first(record.code, fingerprint):
        return False
    difference.school_year = max(difference.school_year, record.school_year)
    institute = institute_of(record)
    if institute and (institute.is_complete or institute.code not in difference.institutes):
        difference.institutes[institute.code] = institute
    is_back = record.code in known.closed
    if is_back:
        difference.reopened.append(record.code)
    before = known.fingerprints.get(record.code)
    if before == fingerprint:
        difference.unchanged += 1
        difference.only_reopened += is_back
        return is_back
    difference.lines_to_write.add(line)
    if before is None:
        difference.created += 1
        difference.new_codes.add(record.code)
    else:
        difference.changed += 1
    return True


def _report(difference: Difference, records: list[SchoolRecord], known: Known) -> None:
    if known.is_first_load:
        return
    before = sites([record.code for record in records if record.code in known.fingerprints])
    for record in records:
        after = site_of(record)
        if record.code not in before:
            difference.changes.append(new_school(after))
            continue
        if record.code in known.closed:
            difference.changes.append(reopened_school(after, known.closed[record.code]))
        difference.changes += changes_of(before[record.code], after)


def site_of(record: SchoolRecord) -> Site:
    """Return what is compared of a row."""
    return Site(**{name: getattr(record, name) for name in Site._fields})


def sites(codes: list[str]) -> dict[str, Site]:
    """Return what we hold of some schools, by code; a query every thousand."""
    found: dict[str, Site] = {}
    for some in batches(codes, EVERY):
        rows = School.objects.filter(code__in=some).values_list(
            "code",
            "name",
            Coalesce("institute__code", Value("")),
            Coalesce("institute__name", Value("")),
            *OWN_FIELDS,
        )
        found |= {row[0]: Site(*row) for row in rows}
    return found
