"""The worker's part of an import: the check that writes nothing, and the writing that can be resumed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from vicinia.core import audit
from vicinia.core.clock import database_now
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import discard
from vicinia.core.imports.importable import importables
from vicinia.core.imports.mapping import MappedTable
from vicinia.core.imports.outcome import Outcome, Watch
from vicinia.core.imports.rows import RowProblem
from vicinia.core.tabular import Table, TableUnreadable, open_table
from vicinia.core.tasks import progress
from vicinia.core.tasks.models import Progress
from vicinia.core.tasks.progress import WorkCancelled

from .enums import Choice, RunState
from .kept import KeptLines
from .looking import LIMITS
from .models import ImportRun

if TYPE_CHECKING:
    from vicinia.core.imports.importable import Importer


def check(run: ImportRun, work: Progress) -> None:
    """Compare the file with what we hold and keep what it would change and what is refused."""
    changes = KeptLines()
    with opened(run) as table:

        def advance(done: int, total: int) -> None:
            progress.advance(work.pk, done=done, total=total)

        watch = Watch(
            progress=advance,
            found=changes.add_changes,
            file_name=run.file_name,
            file_sha256=run.file_sha256,
        )
        outcome = _importer(run).run(_mapped(table, run), write=False, watch=watch, by=run.by)
        problems = _kept_problems(table, outcome.problems)
    with transaction.atomic():
        run = _mine(run, work, RunState.CHECKING)
        _note(run, outcome)
        run.caution = outcome.caution
        _replace(run, "changes", changes.store("changes.jsonl.gz"))
        _replace(run, "problems", problems.store("problems.jsonl.gz"))
        run.state = RunState.CHECKED
        if not (run.created or run.changed or run.refused):
            # Nothing to confirm: everything is already as in the file.
            _close(run, Choice.ALL)
        run.save()


def write(run: ImportRun, work: Progress) -> None:
    """Write what differs, chunk by chunk; a run cut short goes on after the last chunk that it committed."""
    with opened(run) as table:
        mapped = _mapped(table, run)
        if run.choice == Choice.ALL and not work.cursor and not _all_good(run, work, mapped):
            return

        def settle(outcome: Outcome, done: int) -> None:
            # Inside the chunk's transaction: an import that was stopped meanwhile does not write it.
            _mine(run, work, RunState.RUNNING)
            cursor = {"done": done, "counts": [outcome.created, outcome.changed, outcome.unchanged]}
            Progress.objects.filter(pk=work.pk).update(cursor=cursor)

        def advance(done: int, total: int) -> None:
            progress.advance(work.pk, done=done, total=total)

        created, changed, unchanged = work.cursor.get("counts", (0, 0, 0))
        watch = Watch(
            progress=advance,
            settle=settle,
            already_done=work.cursor.get("done", 0),
            so_far=(created, changed, unchanged),
            # Who confirmed has accepted it.
            is_accepted=bool(run.caution),
            file_name=run.file_name,
            file_sha256=run.file_sha256,
        )
        outcome = _importer(run).run(mapped, write=True, watch=watch, by=run.by)
    with transaction.atomic():
        run = _mine(run, work, RunState.RUNNING)
        _note(run, outcome)
        _close(run, Choice(run.choice))
        run.save()


@transaction.atomic
def fail(run_id: int, work: Progress, message: str) -> None:
    """Note that an import ended on an error, for the person who started it."""
    run = ImportRun.objects.select_for_update().get(pk=run_id)
    if run.progress_id == work.pk and run.state in {RunState.CHECKING, RunState.RUNNING}:
        if run.state == RunState.RUNNING:
            work.refresh_from_db(fields=["cursor"])
            run.created, run.changed, run.unchanged = work.cursor.get("counts", (0, 0, 0))
        run.state, run.message, run.finished_at = RunState.FAILED, message, database_now()
        run.save()


@contextmanager
def opened(run: ImportRun) -> Iterator[Table]:
    """Open the file of an import. Raises TableUnreadable when it is no longer kept."""
    if run.file is None:
        raise TableUnreadable(_("The file is no longer kept: send it again."))
    with run.file.file.open("rb") as file, open_table(file, LIMITS) as table:
        yield table


def _all_good(run: ImportRun, work: Progress, table: MappedTable) -> bool:
    """Look at all the rows once more before the first is written; what is refused now stops everything."""

    def wait(_done: int, total: int) -> None:
        progress.advance(work.pk, done=0, total=total)

    outcome = _importer(run).run(table, write=False, watch=Watch(progress=wait), by=run.by)
    if not outcome.problems:
        return True
    with transaction.atomic():
        run = _mine(run, work, RunState.RUNNING)
        _note(run, outcome)
        _replace(run, "problems", _kept_problems(table.table, outcome.problems).store("problems.jsonl.gz"))
        run.state = RunState.CHECKED
        run.message = _(
            "Something has changed since the check, and some rows are now refused: nothing was written."
        )
        run.save()
    return False


def _importer(run: ImportRun) -> Importer:
    return importables[run.kind].importer()


def _mapped(table: Table, run: ImportRun) -> MappedTable:
    return MappedTable(table, run.mapping)


def _mine(run: ImportRun, work: Progress, state: RunState) -> ImportRun:
    """Lock the import; raise WorkCancelled when it is no longer in this state or at this piece of work."""
    locked: ImportRun = ImportRun.objects.select_for_update().get(pk=run.pk)
    if locked.state != state or locked.progress_id != work.pk:
        raise WorkCancelled
    return locked


def _note(run: ImportRun, outcome: Outcome) -> None:
    run.created, run.changed, run.unchanged = outcome.created, outcome.changed, outcome.unchanged
    run.repeated, run.refused = outcome.repeated, len(outcome.problems)


def _close(run: ImportRun, choice: Choice) -> None:
    run.state, run.choice, run.finished_at = RunState.DONE, choice, database_now()
    audit.record(
        "core.import_run.imported",
        by=run.by,
        target=run,
        kind=run.kind,
        sha256=run.file_sha256,
        choice=str(choice),
        created=run.created,
        changed=run.changed,
        unchanged=run.unchanged,
        refused=run.refused,
    )


def _replace(run: ImportRun, name: str, stored: StoredFile | None) -> None:
    before: StoredFile | None = getattr(run, name)
    setattr(run, name, stored)
    if before is not None:
        run.save(update_fields=[name])
        discard(before)


def _kept_problems(table: Table, problems: list[RowProblem]) -> KeptLines:
    """Keep the refused rows with their cells, which only the file has."""
    kept = KeptLines()
    reasons = {problem.line: problem for problem in problems}
    if reasons:
        kept.add(
            [row.line, reasons[row.line].key, reasons[row.line].reason, list(row.found or row.cells.values())]
            for row in table.rows()
            if row.line in reasons
        )
    return kept
