"""The registry of schools behind the import screens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from partners.schools.models import School
from vicinia.core.bulk import batches
from vicinia.core.imports.changes import RowChange, Values
from vicinia.core.imports.outcome import Outcome, Watch
from vicinia.core.tabular import Table

from . import loads
from .changes import Site
from .comparing import EVERY, Difference, compare, record_of, site_of, sites
from .layout import find_registry
from .loading import write_load
from .services import TooManyClosures, closures_caution, require_not_older

if TYPE_CHECKING:
    from vicinia.accounts.models import User


class RegistryImporter:
    """Loads a registry as the command does; closing a fifth of the schools is accepted by a person first."""

    def run(self, table: Table, *, write: bool, watch: Watch, by: User | None) -> Outcome:
        """Compare the whole file, then write what differs; run again, it goes on with what is left.

        Raises TableUnreadable when it is no registry, OlderRegistry, TooManyClosures when it would close
        too many and nobody accepted that.
        """

        def progress(_what: str, done: int, total: int) -> None:
            watch.progress(done, total)

        difference = compare(table, find_registry(table.header), progress)
        require_not_older(difference)
        outcome = _outcome(difference, watch)
        if not write:
            for some in batches(_changes(table, difference), EVERY):
                watch.found(some)
            loads.finish_if_whole(difference, digest=watch.file_sha256, by=by)
            return outcome
        if outcome.caution and not watch.is_accepted:
            raise TooManyClosures(outcome.caution)
        settled = Outcome(*watch.so_far)

        def settle(created: int, changed: int) -> None:
            settled.created += created
            settled.changed += changed
            watch.settle(settled, settled.created + settled.changed)

        load = write_load(
            table,
            difference,
            file_name=watch.file_name,
            digest=watch.file_sha256,
            by=by,
            progress=progress,
            settle=settle,
        )
        # What an attempt that was cut short had closed already is part of the whole.
        outcome.changed += load.closed - len(difference.closed)
        return outcome


def _outcome(difference: Difference, watch: Watch) -> Outcome:
    """Count what is written, with what a run cut short had written already."""
    created, changed, _unchanged = watch.so_far
    closed_or_open = len(difference.closed) + difference.only_reopened
    return Outcome(
        created=created + difference.created,
        changed=changed + difference.changed + closed_or_open,
        unchanged=max(0, difference.unchanged - difference.only_reopened - created - changed),
        repeated=difference.repeated,
        problems=difference.problems,
        caution=closures_caution(difference),
    )


def _changes(table: Table, difference: Difference) -> Iterator[RowChange]:
    """Yield the schools that write, the closed ones and those that open again last."""
    wanted = (row for row in table.rows() if row.line in difference.lines_to_write)
    for rows in batches(wanted, EVERY):
        records = [(row.line, record_of(row, difference.registry)) for row in rows]
        codes = [record.code for _line, record in records if record.code not in difference.new_codes]
        before = sites(codes)
        years = dict(School.objects.filter(code__in=codes).values_list("code", "school_year"))
        for line, record in records:
            known = before.get(record.code)
            yield RowChange(
                line,
                record.code,
                _values(known, years.get(record.code, "")) if known else None,
                _values(site_of(record), record.school_year),
            )
    for code in difference.closed:
        yield RowChange(0, code, {"is_active": True}, {"is_active": False})
    for code in difference.reopened:
        yield RowChange(0, code, {"is_active": False}, {"is_active": True})


def _values(site: Site, school_year: str) -> Values:
    return {
        "name": site.name,
        "institute": site.institute,
        "address": site.address,
        "postcode": site.postcode,
        "municipality": site.municipality,
        "email": site.email,
        "pec": site.pec,
        "school_year": school_year,
    }
