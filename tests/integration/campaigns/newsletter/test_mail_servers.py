"""Mail servers that refuse, delay or go away lose nothing."""

from collections.abc import Iterator
from typing import Any

import pytest

from campaigns.newsletter.issues import services, tasks
from campaigns.newsletter.issues.enums import DeliveryState, IssueState
from campaigns.newsletter.issues.models import Delivery
from campaigns.newsletter.issues.queries import delivery_totals
from campaigns.newsletter.subscriptions.enums import SubscriberState
from campaigns.newsletter.subscriptions.models import NewsletterTopic
from tests.factories.newsletter import make_issue, make_subscriber
from tests.support.newsletter import received, start, work
from tests.support.smtp import Inbox, mail_server
from vicinia.accounts.models import User
from vicinia.core.tasks.models import Progress, ProgressState

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


class Picky(Inbox):
    """A server that refuses some addresses for ever and puts others off."""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address.startswith("gone"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("later") and not hasattr(self, "patient"):
            return "451 4.7.1 greylisted, try again"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def picky(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Picky]:
    monkeypatch.setattr("tests.support.smtp.Inbox", Picky)
    with mail_server() as inbox:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", inbox.port
        assert isinstance(inbox, Picky)
        yield inbox


def test_a_refusal_for_ever_is_counted_and_one_that_passes_is_tried_again(
    picky: Picky, editor: User, topic: NewsletterTopic
) -> None:
    for name in ("gone", "later", "fine"):
        make_subscriber(topic, email=f"{name}@example.org")
    issue = start(make_issue(topic), editor)
    with pytest.raises(tasks.SomePutOff) as trouble:
        work(issue)
    assert tasks.is_passing(trouble.value)
    issue.refresh_from_db()
    assert issue.state == IssueState.SENDING
    picky.patient = True  # type: ignore[attr-defined]
    work(issue)
    assert received(picky) == ["fine@example.org", "later@example.org"]
    issue.refresh_from_db()
    assert (issue.state, issue.sent, issue.failed) == (IssueState.SENT, 2, 1)
    assert "no such mailbox" in Delivery.objects.get(state=DeliveryState.FAILED).error


def test_a_mailbox_that_refuses_three_times_receives_nothing_more(
    picky: Picky, editor: User, topic: NewsletterTopic
) -> None:
    gone = make_subscriber(topic, email="gone@example.org")
    make_subscriber(topic, email="fine@example.org")
    for _issue in range(3):
        work(start(make_issue(topic), editor))
    gone.refresh_from_db()
    assert gone.state == SubscriberState.UNREACHABLE
    assert start(make_issue(topic), editor).recipients == 1


def test_a_server_that_is_away_loses_nothing(settings: Any, editor: User, topic: NewsletterTopic) -> None:
    make_subscriber(topic)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    issue = start(make_issue(topic), editor)
    with pytest.raises(tasks.Unreachable) as trouble:
        work(issue)
    assert tasks.is_passing(trouble.value)
    assert delivery_totals(issue).queued == 1
    assert Progress.objects.get().state == ProgressState.FAILED
    with mail_server() as inbox:
        settings.EMAIL_PORT = inbox.port
        services.resume_issue(issue_id=issue.pk, by=editor)
        work(issue)
        assert len(inbox.messages) == 1


def test_lines_that_start_with_a_dot_arrive_whole(smtp: Inbox, editor: User, topic: NewsletterTopic) -> None:
    make_subscriber(topic)
    issue = make_issue(topic)
    issue.intro = "One line\n.\n.hidden\nlast line"
    issue.save()
    work(start(issue, editor))
    body = smtp.messages[0].get_body(("plain",))
    assert body is not None
    assert ".hidden\nlast line" in body.get_content().replace("\r\n", "\n")
