"""The foundation's own scheduled work."""

from __future__ import annotations

from datetime import timedelta

from django.apps import apps
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import DraftStateMixin, Page, Revision

from vicinia.core.silence.services import hold_scheduled

from .models import TaskSetback
from .schedule import Job, jobs

KEEP_FINISHED = timedelta(days=14)
# A failure is looked into by people, who may be on holiday.
KEEP_FAILED = timedelta(days=60)
CHUNK = 2_000


@task()
def publish_scheduled() -> None:
    """Publish and unpublish the pages whose time has come; an election silence puts them off."""
    hold_scheduled()
    call_command("publish_scheduled")


def has_pages_due() -> bool:
    """Tell whether something is to be published or withdrawn now."""
    now = timezone.now()
    if Revision.objects.filter(approved_go_live_at__lte=now).exists():
        return True
    drafted = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    # A page's own table has the column; asking each page type would be a query for each.
    tables = [Page, *(model for model in drafted if not issubclass(model, Page))]
    return any(model.objects.filter(live=True, expire_at__lte=now).exists() for model in tables)


@task(queue_name="slow")
def clear_old_tasks() -> int:
    """Delete the record of tasks that ended long ago, a few at a time; return how many."""
    now = timezone.now()
    done = DBTaskResult.objects.filter(
        status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - KEEP_FINISHED
    )
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, finished_at__lt=now - KEEP_FAILED)
    deleted = 0
    for rows in (done, failed):
        while keys := list(rows.values_list("pk", flat=True)[:CHUNK]):
            DBTaskResult.objects.filter(pk__in=keys).delete()
            deleted += len(keys)
    TaskSetback.objects.filter(at__lt=now - KEEP_FAILED).delete()
    return deleted


@task(queue_name="slow")
def clear_sessions() -> None:
    """Delete the sessions that have expired."""
    call_command("clearsessions")


def register_jobs() -> None:
    """Called once when the application starts."""
    jobs.register("publish_scheduled", Job(publish_scheduled, "* * * * *", is_needed=has_pages_due))
    jobs.register("clear_old_tasks", Job(clear_old_tasks, "15 3 * * *"))
    jobs.register("clear_sessions", Job(clear_sessions, "45 3 * * *"))
