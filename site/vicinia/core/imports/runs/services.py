"""What a person does to an import: sends the file, matches the columns, confirms, stops it, starts again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

import filetype
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from vicinia.core import audit
from vicinia.core.clock import database_now
from vicinia.core.files.services import FileRefused, discard, given_name, keep_upload
from vicinia.core.imports.importable import Importable, importables
from vicinia.core.state import StepRefused
from vicinia.core.tasks import progress
from vicinia.core.tasks.models import Progress, ProgressState

from .enums import MOVING, RUN_STEPS, Choice, RunState
from .looking import look_at
from .models import ImportRun

if TYPE_CHECKING:
    from vicinia.accounts.models import User

PROGRESS_KIND = "core.imports.run"


class ColumnsRefused(Exception):
    """The columns cannot be matched like this; the message is a sentence for the person."""


class RowsRefused(Exception):
    """All or none was asked and some rows cannot be loaded, or the caution was not accepted."""


def receive_file(*, kind: str, upload: UploadedFile[bytes], by: User) -> ImportRun:
    """Keep a file that is to be imported, after a first look.

    Raises FileRefused when it is empty or too large, TableUnreadable when it is no table of rows;
    nothing is kept then.
    """
    _require_allowed(kind, by)
    limit = settings.UPLOAD_MAX_MB * 1024 * 1024
    if not upload.size:
        raise FileRefused(_("The file is empty: choose it again."))
    if upload.size > limit:
        raise FileRefused(
            _("The file is larger than %(limit)s: compress it as .zip, or split it in two.")
            % {"limit": filesizeformat(limit)}
        )
    columns = list(look_at(upload).columns.items())
    upload.seek(0)
    guess = filetype.guess(upload.read(8192))
    with transaction.atomic():
        stored = keep_upload(upload=upload, content_type=guess.mime if guess else "text/csv", by=by)
        run = ImportRun.objects.create(
            kind=kind,
            file=stored,
            file_name=given_name(upload.name),
            file_sha256=stored.sha256,
            columns=columns,
            by=by,
        )
        audit.record("core.import_run.received", by=by, target=run, kind=kind, sha256=stored.sha256)
    return run


@transaction.atomic
def choose_columns(*, run_id: int, mapping: Mapping[str, str], by: User) -> ImportRun:
    """Say which column of the file is which, and start the check.

    Raises ColumnsRefused when a required column is not matched or one is used twice.
    """
    run = _locked(run_id, by)
    _require_columns(run, mapping)
    run.mapping = dict(mapping)
    _start_check(run, by)
    return run


@transaction.atomic
def check_again(*, run_id: int, by: User) -> ImportRun:
    """Compare the file anew, with the same columns: what was written meanwhile is then unchanged."""
    run = _locked(run_id, by)
    _require_columns(run, run.mapping)
    _start_check(run, by)
    return run


@transaction.atomic
def confirm(*, run_id: int, choice: Choice, by: User, is_accepted: bool = False) -> ImportRun:
    """Write the rows.

    Raises RowsRefused when all or none was asked and the check has refused some, or when the check found
    something to accept and nobody did (`is_accepted`).
    """
    from .tasks import write_file

    run = _locked(run_id, by)
    RUN_STEPS.require(RunState(run.state), RunState.RUNNING)
    if choice == Choice.ALL and run.refused:
        raise RowsRefused(
            _(
                "Some rows cannot be loaded, so nothing was written. Correct them in the file and send it "
                "again, or choose to load the good rows only."
            )
        )
    if run.caution and not is_accepted:
        raise RowsRefused(_("Read what the check found and say that it is right so, then write the rows."))
    run.state, run.choice, run.message = RunState.RUNNING, choice, ""
    run.progress = progress.start(kind=PROGRESS_KIND, title=run.file_name[:200], by=by)
    run.save()
    accepted = {"accepted": run.caution} if run.caution else {}
    audit.record("core.import_run.started", by=by, target=run, choice=str(choice), **accepted)
    work = str(run.progress.pk)
    transaction.on_commit(lambda: write_file.enqueue(run.pk, work))
    return run


@transaction.atomic
def cancel(*, run_id: int, by: User) -> ImportRun:
    """Stop an import at its next chunk; the rows already written stay.

    All or none, once its writing has begun, goes to its end: stopping it would leave a part.
    """
    run = _locked(run_id, by)
    if run.state == RunState.RUNNING and run.choice == Choice.ALL:
        raise StepRefused(_("All or none was chosen: the writing has begun and goes to its end."))
    RUN_STEPS.require(RunState(run.state), RunState.CANCELLED)
    if run.progress:
        if run.state == RunState.RUNNING:
            run.created, run.changed, run.unchanged = run.progress.cursor.get("counts", (0, 0, 0))
        Progress.objects.filter(pk=run.progress.pk).update(state=ProgressState.CANCELLED)
    run.state, run.finished_at = RunState.CANCELLED, database_now()
    run.save()
    audit.record("core.import_run.cancelled", by=by, target=run)
    return run


def forget_files(*, older_than: timedelta) -> int:
    """Delete the files of old imports, sent and kept; the counts stay. Return how many imports had some."""
    old = ImportRun.objects.filter(created_at__lt=database_now() - older_than).exclude(state__in=MOVING)
    with_files = old.exclude(file=None, changes=None, problems=None)
    runs = list(with_files.select_related("file", "changes", "problems"))
    for run in runs:
        with transaction.atomic():
            for stored in filter(None, (run.file, run.changes, run.problems)):
                discard(stored)
    return len(runs)


def is_stuck(run: ImportRun) -> bool:
    """Tell whether the work of an import was given up by the workers."""
    return bool(run.state in MOVING and run.progress and run.progress.state == ProgressState.FAILED)


def _start_check(run: ImportRun, by: User) -> None:
    from .tasks import check_file

    if not is_stuck(run):
        RUN_STEPS.require(RunState(run.state), RunState.CHECKING)
    if run.file is None:
        raise StepRefused(_("The file is no longer kept: send it again."))
    run.state, run.choice, run.message, run.finished_at = RunState.CHECKING, "", "", None
    run.progress = progress.start(kind=PROGRESS_KIND, title=run.file_name[:200], by=by)
    run.save()
    work = str(run.progress.pk)
    transaction.on_commit(lambda: check_file.enqueue(run.pk, work))


def _require_columns(run: ImportRun, mapping: Mapping[str, str]) -> None:
    importable = importables[run.kind]
    missing = [each for each in importable.columns if each.is_required and not mapping.get(each.name)]
    if missing:
        raise ColumnsRefused(
            _("Say which column of the file holds: %(names)s.")
            % {"names": ", ".join(str(each.label) for each in missing)}
        )
    given = list(mapping.values())
    if not set(mapping) <= {each.name for each in importable.columns} or not set(given) <= set(run.header):
        raise ColumnsRefused(_("A column is no longer there: choose again."))
    twice = sorted({name for name in given if given.count(name) > 1})
    if twice:
        raise ColumnsRefused(
            _("The column «%(name)s» was chosen twice: each column of the file is used once.")
            % {"name": twice[0]}
        )


def _require_allowed(kind: str, by: User) -> Importable:
    if kind not in importables or not importables[kind].allows(by):
        raise PermissionDenied
    return importables[kind]


def _locked(run_id: int, by: User) -> ImportRun:
    run = ImportRun.objects.select_for_update().get(pk=run_id)
    _require_allowed(run.kind, by)
    return run
