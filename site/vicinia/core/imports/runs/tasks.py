"""The tasks of an import, on the queue of long work; each is safe to run twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import structlog
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from vicinia.core.tabular import TableUnreadable
from vicinia.core.tasks import progress
from vicinia.core.tasks.models import Progress
from vicinia.core.tasks.progress import WorkCancelled
from vicinia.core.tasks.retries import is_database_away

from . import services, working
from .enums import RunState
from .models import ImportRun

# Long enough to correct the refused rows and to answer who asks what an import changed.
FILES_KEPT = timedelta(days=90)

log = structlog.get_logger(__name__)


@task(queue_name="slow")
def check_file(run_id: int, progress_id: str) -> None:
    """Compare a file with what we hold; nothing is written but the result."""
    _work(run_id, progress_id, RunState.CHECKING, working.check)


@task(queue_name="slow")
def write_file(run_id: int, progress_id: str) -> None:
    """Write a file that was checked and confirmed."""
    _work(run_id, progress_id, RunState.RUNNING, working.write)


@task(queue_name="slow")
def forget_import_files() -> int:
    """Delete the files of old imports: they may name people, and the counts say what was done."""
    return services.forget_files(older_than=FILES_KEPT)


def _work(
    run_id: int, progress_id: str, state: RunState, step: Callable[[ImportRun, Progress], None]
) -> None:
    """Do one step of an import in the language of who started it; tell them what goes wrong."""
    with progress.working(UUID(progress_id)) as work:
        run = ImportRun.objects.select_related("file", "by").get(pk=run_id)
        if run.state != state or run.progress_id != work.pk:
            raise WorkCancelled
        with translation.override(run.by.language if run.by else None):
            try:
                step(run, work)
            except WorkCancelled:
                raise
            except TableUnreadable as refusal:
                working.fail(run_id, work, str(refusal))
            except Exception as error:
                # A database that is away is tried again by itself, from where it was.
                if not is_database_away(error):
                    log.exception("import failed", import_run=run_id)
                    working.fail(run_id, work, _("Something unexpected stopped the work."))
                raise
