"""Second reading of a registry: only the rows that differ are written, in short transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db import transaction
from django.utils.translation import gettext as _

from partners.schools.models import Institute, School
from vicinia.core.bulk import batches, upsert
from vicinia.core.tabular import Table

from .comparing import Difference, Progress, record_of
from .records import SCHOOL_FIELDS, InstituteRecord

# A write transaction must stay well under a second, for those who are using the site meanwhile.
CHUNK = 2_000
INSTITUTE_FIELDS = tuple(name for name in InstituteRecord._fields if name != "is_complete")
# What the registry does not tell about an institute or a school keeps what the office wrote.
INSTITUTE_DEFAULTS = {"phone": ""}
SCHOOL_DEFAULTS = {"is_active": True, "closed_year": ""}


def write_institutes(difference: Difference, keep: Callable[[int], None]) -> None:
    """Write the institutes that differ; `keep` is given how many, inside the transaction of each chunk."""
    known = dict(Institute.objects.values_list("code", "fingerprint").iterator())
    wanted = [record for record in difference.institutes.values() if _differs(record, known)]
    fields = [*INSTITUTE_FIELDS, "fingerprint", *INSTITUTE_DEFAULTS]
    for chunk in batches(wanted, CHUNK):
        rows = [
            [
                *(getattr(record, name) for name in INSTITUTE_FIELDS),
                record.fingerprint(),
                *INSTITUTE_DEFAULTS.values(),
            ]
            for record in chunk
        ]
        with transaction.atomic():
            upsert(Institute, fields=fields, rows=rows, key="code", insert_only=INSTITUTE_DEFAULTS)
            keep(len(rows))


def _differs(record: InstituteRecord, known: dict[str, str]) -> bool:
    # A row that only names its institute must not blank what the institute's own row told.
    if not record.is_complete and record.code in known:
        return False
    return known.get(record.code) != record.fingerprint()


def write_schools(
    table: Table,
    difference: Difference,
    progress: Progress,
    keep: Callable[[list[str]], None],
) -> None:
    """Insert the new schools and update the changed ones; one that somebody added meanwhile is updated.

    `keep` is given the codes of each chunk inside its transaction: what it raises undoes the chunk.
    """
    institutes = dict(Institute.objects.values_list("code", "pk").iterator())
    fields = [*SCHOOL_FIELDS, "fingerprint", "institute", "first_year", *SCHOOL_DEFAULTS]
    insert_only = {"first_year", *SCHOOL_DEFAULTS}
    total = len(difference.lines_to_write)
    done = 0
    for chunk in batches(_school_rows(table, difference, institutes), CHUNK):
        with transaction.atomic():
            upsert(School, fields=fields, rows=chunk, key="code", insert_only=insert_only)
            keep([str(row[0]) for row in chunk])
        done += len(chunk)
        progress(_("Writing"), done, total)


def _school_rows(table: Table, difference: Difference, institutes: dict[str, int]) -> Iterator[list[object]]:
    for row in table.rows():
        if row.line in difference.lines_to_write:
            record = record_of(row, difference.registry)
            yield [
                # The last two fields of the record name the institute.
                *record[:-2],
                record.fingerprint(),
                institutes.get(record.institute_code),
                record.school_year,
                *SCHOOL_DEFAULTS.values(),
            ]


def mark_closed(difference: Difference, keep: Callable[[list[str]], None]) -> None:
    """Close what the registry no longer has, without deleting it; `keep` is given the codes of each chunk."""
    _mark(difference.closed, keep, is_active=False, closed_year=difference.school_year)


def mark_reopened(difference: Difference, keep: Callable[[list[str]], None]) -> None:
    """Reopen what the registry has again; `keep` is given the codes of each chunk."""
    _mark(difference.reopened, keep, is_active=True, closed_year="")


def _mark(codes: list[str], keep: Callable[[list[str]], None], *, is_active: bool, closed_year: str) -> None:
    for some in batches(codes, CHUNK):
        with transaction.atomic():
            School.objects.filter(code__in=some).update(is_active=is_active, closed_year=closed_year)
            keep(some)
