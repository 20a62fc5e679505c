"""The worker's part of sending an issue: safe to run twice, at once or again."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django_tasks import task

from vicinia.core.tasks import progress

from . import sending, services
from .enums import IssueState
from .models import Delivery, Issue
from .rendering import Words
from .transport import Unreachable, open_transport

# How often the screen's number moves, in copies.
STEP = 25
# Four hours of a mail server that is away, then a person decides (button "Resume").
RETRY_DELAYS = (300,) * 48
DELIVERIES_KEPT = timedelta(days=90)


class SomePutOff(Exception):
    """Some servers have asked to be tried again later (SMTP 4xx)."""


def is_passing(error: Exception) -> bool:
    """Tell whether trying again later may help."""
    return isinstance(error, Unreachable | SomePutOff)


@task(queue_name="slow")
def send_copies(issue_id: int, progress_id: str) -> None:
    """Send what is still to send of an issue, then close it; raise what asks for another round."""
    with progress.working(UUID(progress_id)) as row:
        issue = Issue.objects.get(pk=issue_id)
        if issue.state != IssueState.SENDING:
            return
        send_round(issue, row.pk)
        if Delivery.objects.queued().filter(issue=issue).exists():
            raise SomePutOff(_("Some mail servers have asked to be tried again later."))
        services.close_issue(issue_id=issue_id)


def send_round(issue: Issue, progress_id: UUID) -> None:
    """Go once through what is still to send."""
    total = sending.write_down_recipients(issue)
    done = total - Delivery.objects.queued().filter(issue=issue).count()
    progress.advance(progress_id, done=done, total=total)
    words = Words(issue.subject, issue.frozen_text, issue.frozen_html)
    with open_transport() as transport:
        for chunk in sending.queued_chunks(issue):
            for delivery in chunk:
                sending.deliver(delivery, issue, words, transport)
                done += 1
                if done % STEP == 0:
                    progress.advance(progress_id, done=done)
    left = Delivery.objects.queued().filter(issue=issue).count()
    progress.advance(progress_id, done=total - left)


@task(queue_name="slow")
def forget_deliveries() -> int:
    """Delete who received what, some time after an issue is out: the totals stay. Safe to run twice."""
    return services.forget_deliveries(older_than=DELIVERIES_KEPT)
