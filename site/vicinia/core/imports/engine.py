"""Comparing a table with what we hold, and writing what differs, some thousand rows at a time."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from vicinia.core.bulk import batches
from vicinia.core.tabular import Row, Table

from .changes import RowChange, Values
from .outcome import Outcome, Watch
from .resource import TableResource
from .rows import RowProblem, RowRefused, SeenRows
from .writing import write_changes

# A write transaction must stay well under a second, for those who are using the site meanwhile.
CHUNK = 2_000
SILENT = Watch()


def run_import(table: Table, resource: TableResource, *, write: bool, watch: Watch = SILENT) -> Outcome:
    """Compare a table with what we hold and, when asked, write the rows that differ.

    Each chunk of rows is compared and written in one transaction, so that an import cut short (a
    cancellation, a crash) is finished by running it again: what was written is then unchanged. Rows
    that cannot be loaded are left out; who wants all or nothing looks first, with `write=False`.
    """
    created, changed, unchanged = watch.so_far
    outcome, seen = Outcome(created, changed, unchanged), SeenRows()
    done = 0
    for rows in batches(table.rows(), CHUNK):
        records = dict(_readable(rows, resource, outcome, seen))
        outcome.repeated = seen.repeated
        done += len(rows)
        if done > watch.already_done:
            with transaction.atomic():
                changes = _differing(records, resource, outcome, lock=write)
                if write:
                    write_changes(changes, resource)
                watch.settle(outcome, done)
            watch.found(changes)
        watch.progress(done, table.lines)
    return outcome


def _readable(
    rows: list[Row], resource: TableResource, outcome: Outcome, seen: SeenRows
) -> Iterator[tuple[int, Values]]:
    """Yield line and values of the rows that can be loaded, each key once."""
    column = resource.fields[resource.key].column_name
    for row in rows:
        try:
            if row.problem:
                raise RowRefused(row.problem)
            values = resource.read(row.cells)
            if seen.is_first(values[resource.key], hash(tuple(values.values()))):
                yield row.line, values
        except RowRefused as refusal:
            key = row.cells.get(column, "")[:100]
            outcome.problems.append(RowProblem(row.line, key, str(refusal)))


def _differing(
    records: dict[int, Values], resource: TableResource, outcome: Outcome, *, lock: bool
) -> list[RowChange]:
    """Return what would be written of some rows, and count all of them."""
    changes = []
    known = _known([values[resource.key] for values in records.values()], resource, lock=lock)
    for line, given in records.items():
        key = given[resource.key]
        before = known.get(key)
        if before is None:
            outcome.created += 1
            changes.append(RowChange(line, key, None, given))
            continue
        after = resource.merge(before, given)
        if all(before[name] == value for name, value in after.items()):
            outcome.unchanged += 1
        else:
            outcome.changed += 1
            changes.append(RowChange(line, key, before, after))
    return changes


def _known(keys: list[str], resource: TableResource, *, lock: bool) -> dict[str, Values]:
    """Return the records that are there, by key; one query."""
    rows = resource.model._default_manager.filter(**{f"{resource.key}__in": keys})
    if lock:
        # In one order, or two imports of the same kind would wait for each other.
        rows = rows.select_for_update().order_by("pk")
    names = (*resource.attributes, *resource.also_read)
    return {values[resource.key]: values for values in rows.values(*names)}
