"""Writing a registry: chunk by chunk, each with its part of the report, so that a load cut short goes on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from django.db import transaction

from vicinia.core.tabular import Table

from . import loads
from .changes import Change, ChangeKind
from .comparing import Difference, Progress
from .loads import Written
from .models import SchoolImport
from .writing import mark_closed, mark_reopened, write_institutes, write_schools

if TYPE_CHECKING:
    from vicinia.accounts.models import User


def nothing_to_settle(_created: int, _changed: int) -> None:
    """Take no notice of a chunk that is about to be committed."""


def write_load(
    table: Table,
    difference: Difference,
    *,
    file_name: str,
    digest: str,
    by: User | None,
    progress: Progress,
    settle: Callable[[int, int], None] = nothing_to_settle,
) -> SchoolImport:
    """Write what a file changes and return the load, whole: with what its earlier attempts had written.

    `settle` is called inside the transaction of each chunk with the schools created and changed by it: what
    it raises undoes the chunk. Raises LoadOvertaken.
    """
    load = loads.begin(difference, file_name=file_name, digest=digest, by=by)
    lines = _by_code(difference.changes)

    def written(codes: Collection[str]) -> None:
        new = sum(code in difference.new_codes for code in codes)
        changed = len(codes) - new
        # A school opens again at the end, with those that close.
        told = [each for code in codes for each in lines[code] if each.kind != ChangeKind.REOPENED]
        loads.keep(load, Written(created=new, changed=changed), told)
        settle(new, changed)

    def closed(codes: Collection[str]) -> None:
        told = [each for code in codes for each in lines[code] if each.kind == ChangeKind.CLOSED]
        loads.keep(load, Written(closed=len(codes)), told)

    def reopened(codes: Collection[str]) -> None:
        told = [each for code in codes for each in lines[code] if each.kind == ChangeKind.REOPENED]
        loads.keep(load, Written(reopened=len(codes)), told)

    write_institutes(difference, lambda count: loads.keep(load, Written(institutes=count)))
    if difference.lines_to_write:
        write_schools(table, difference, progress, written)
    # Stopped meanwhile, it closes nothing.
    with transaction.atomic():
        settle(0, 0)
    mark_closed(difference, closed)
    mark_reopened(difference, reopened)
    return loads.finish(load, difference, by=by)


def _by_code(changes: Collection[Change]) -> defaultdict[str, list[Change]]:
    found: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        found[change.code].append(change)
    return found
