"""Pressing the button and doing the worker's part."""

from campaigns.newsletter.issues import services, tasks
from campaigns.newsletter.issues.models import Issue
from tests.support.smtp import Inbox
from vicinia.accounts.models import User


def start(issue: Issue, editor: User) -> Issue:
    """Press "Send now"; the worker's task is run by the test."""
    return services.send_issue(issue_id=issue.pk, by=editor)


def work(issue: Issue) -> None:
    """What the worker does."""
    issue.refresh_from_db()
    tasks.send_copies.func(issue.pk, str(issue.progress_id))


def received(inbox: Inbox) -> list[str]:
    return sorted(str(message["to"]) for message in inbox.messages)
