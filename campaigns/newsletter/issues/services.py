"""Writes about issues."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from vicinia.core import audit, events
from vicinia.core.clock import database_now
from vicinia.core.mail import link
from vicinia.core.state import StepRefused
from vicinia.core.tasks import progress
from vicinia.core.tasks.models import Progress, ProgressState

from . import rendering
from .enums import ISSUE_STEPS, DeliveryState, IssueState
from .events import IssueSendingStarted, IssueSent
from .models import Delivery, Issue, IssueLink
from .queries import count_recipients, delivery_totals

if TYPE_CHECKING:
    from vicinia.accounts.models import User

# A copy handed over less than this ago may be in the hands of a living worker.
DOUBT_AFTER = timedelta(minutes=2)
CHUNK = 2000


class NothingToSend(ValidationError):
    """The issue has no pages, no topics or no subscribers yet; the message says which."""


def save_draft(*, issue: Issue, by: User) -> Issue:
    """Keep a new or changed draft with its pages. Raises StepRefused when it has been sent meanwhile."""
    with transaction.atomic():
        is_new = issue.pk is None
        if is_new:
            issue.created_by = by
        else:
            _require_state(_locked(issue.pk), IssueState.DRAFT)
        issue.save()
        verb = "created" if is_new else "changed"
        audit.record(f"campaigns.issue.{verb}", by=by, target=issue)
    return issue


def send_issue(*, issue_id: int, by: User) -> Issue:
    """Freeze a draft's words and have the worker send it to the subscribers of its topics.

    Raises StepRefused when it is not a draft any more (somebody pressed first) and NothingToSend.
    """
    with transaction.atomic():
        issue = _locked(issue_id)
        _require_state(issue, IssueState.DRAFT)
        _require_content(issue)
        issue.started_at = database_now()
        freeze(issue)
        _start(issue, by=by)
        audit.record("campaigns.issue.sending_started", by=by, target=issue, recipients=issue.recipients)
        events.emit(IssueSendingStarted(issue_id=issue.pk))
    return issue


def send_test(*, issue: Issue, by: User) -> None:
    """Send the issue as it is now to the person who asks, marked as a test; nothing is counted."""
    from vicinia.core.mail.tasks import deliver

    words = rendering.preview(issue)
    message = {
        "subject": _("[Test] %(subject)s") % {"subject": words.subject},
        "text": words.text,
        "html": words.html,
        "to": [by.email],
        "headers": {},
        "attachments": [],
    }
    with transaction.atomic():
        audit.record("campaigns.issue.tested", by=by, target=issue)
        transaction.on_commit(lambda: deliver.enqueue(message))


def stop_issue(*, issue_id: int, by: User) -> Issue:
    """Stop the sending: copies already handed over cannot come back, the others wait."""
    with transaction.atomic():
        issue = _locked(issue_id)
        ISSUE_STEPS.require(IssueState(issue.state), IssueState.STOPPED)
        issue.state = IssueState.STOPPED
        issue.save(update_fields=["state"])
        Progress.objects.filter(pk=issue.progress_id).update(state=ProgressState.CANCELLED)
        audit.record("campaigns.issue.stopped", by=by, target=issue)
    return issue


def resume_issue(*, issue_id: int, by: User) -> Issue:
    """Go on with an issue that was stopped, or whose worker gave up."""
    with transaction.atomic():
        issue = _locked(issue_id)
        _require_state(issue, IssueState.STOPPED, IssueState.SENDING)
        _start(issue, by=by)
        audit.record("campaigns.issue.resumed", by=by, target=issue)
    return issue


def send_uncertain_again(*, issue_id: int, by: User) -> int:
    """Send again the copies of which nobody knows whether they arrived; return how many.

    A person decides this: somebody may get a second copy, with the same Message-ID.
    """
    with transaction.atomic():
        issue = _locked(issue_id)
        uncertain = Delivery.objects.uncertain().filter(
            issue=issue, settled_at__lt=database_now() - DOUBT_AFTER
        )
        count = uncertain.update(state=DeliveryState.QUEUED, settled_at=None)
        if count:
            _require_state(issue, IssueState.SENT, IssueState.SENDING, IssueState.STOPPED)
            _start(issue, by=by)
            audit.record("campaigns.issue.uncertain_sent_again", by=by, target=issue, copies=count)
    return count


def close_issue(*, issue_id: int) -> None:
    """Note that every copy is settled and keep the totals (called by the worker)."""
    with transaction.atomic():
        issue = _locked(issue_id)
        if not ISSUE_STEPS.allows(IssueState(issue.state), IssueState.SENT):
            return
        totals = delivery_totals(issue)
        issue.state, issue.finished_at = IssueState.SENT, database_now()
        issue.recipients, issue.sent, issue.failed = totals.recipients, totals.sent, totals.failed
        issue.save(update_fields=["state", "finished_at", "recipients", "sent", "failed"])
        audit.record("campaigns.issue.sent", by=None, target=issue, sent=issue.sent, failed=issue.failed)
        events.emit(IssueSent(issue_id=issue.pk))


def count_click(*, issue_id: int, position: int) -> str | None:
    """Count that somebody followed a link, whoever it was; return its address, None when unknown."""
    link = IssueLink.objects.filter(issue_id=issue_id, position=position).first()
    if link is None:
        return None
    IssueLink.objects.filter(pk=link.pk).update(clicks=F("clicks") + 1)
    return link.url


def forget_deliveries(*, older_than: timedelta) -> int:
    """Delete the deliveries of issues finished long ago (who received what); return how many."""
    old = Delivery.objects.filter(
        issue__state=IssueState.SENT, issue__finished_at__lt=database_now() - older_than
    )
    deleted = 0
    while keys := list(old.values_list("pk", flat=True)[:CHUNK]):
        deleted += Delivery.objects.filter(pk__in=keys).delete()[0]
    return deleted


def _locked(issue_id: int) -> Issue:
    issue: Issue = Issue.objects.select_for_update().get(pk=issue_id)
    return issue


def _require_state(issue: Issue, *states: IssueState) -> None:
    if issue.state not in states:
        raise StepRefused(_("This step is not possible now: reload the page to see where things stand."))


def _require_content(issue: Issue) -> None:
    if not rendering.live_items(issue):
        raise NothingToSend(_("Add at least one published page: a message without content is not sent."))
    issue.recipients = count_recipients(issue)
    if not issue.recipients:
        raise NothingToSend(_("Nobody has confirmed a subscription to these topics yet."))


def freeze(issue: Issue) -> None:
    """Keep on the issue the words of this moment and number its links; the caller saves it."""
    items = rendering.live_items(issue)
    cards = rendering.cards_of(items)
    IssueLink.objects.bulk_create(
        IssueLink(issue=issue, position=position, title=card.title[:255], url=card.url)
        for position, card in enumerate(cards, start=1)
    )
    words = rendering.words(
        issue,
        cards,
        lambda position, _card: link("newsletter:follow", issue.pk, position, language=issue.language),
    )
    issue.frozen_html, issue.frozen_text = words.html, words.text


def _start(issue: Issue, *, by: User) -> None:
    from .tasks import send_copies

    row = progress.start(kind="campaigns.newsletter.issue", title=str(issue), by=by, total=issue.recipients)
    issue.state, issue.progress = IssueState.SENDING, row
    issue.save()
    transaction.on_commit(lambda: send_copies.enqueue(issue.pk, str(row.pk)))
