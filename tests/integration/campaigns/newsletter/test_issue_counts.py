"""Stopping an issue, and what is counted of it without knowing who."""

import smtplib
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone

from campaigns.newsletter.issues import sending, services, tasks
from campaigns.newsletter.issues.enums import IssueState
from campaigns.newsletter.issues.models import Delivery, Issue, IssueLink
from campaigns.newsletter.issues.transport import on_the_wire
from campaigns.newsletter.subscriptions.enums import ConsentChannel
from campaigns.newsletter.subscriptions.models import NewsletterTopic
from campaigns.newsletter.subscriptions.services import unsubscribe
from tests.factories.newsletter import make_issue, make_page, make_subscriber
from tests.support.newsletter import start, work
from tests.support.smtp import Inbox
from vicinia.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_stopping_holds_back_what_has_not_left(
    editor: User, topic: NewsletterTopic, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _number in range(6):
        make_subscriber(topic)
    issue = start(make_issue(topic), editor)
    monkeypatch.setattr(tasks, "STEP", 2)
    real = sending.deliver

    def stop_at_third(*args: Any) -> None:
        real(*args)
        if len(outbox.outbox) == 3:
            services.stop_issue(issue_id=issue.pk, by=editor)

    with monkeypatch.context() as patch:
        patch.setattr(sending, "deliver", stop_at_third)
        work(issue)
    issue.refresh_from_db()
    assert issue.state == IssueState.STOPPED
    sent = len(outbox.outbox)
    assert sent < 6
    services.resume_issue(issue_id=issue.pk, by=editor)
    work(issue)
    assert len(outbox.outbox) == 6


# Counting ---------------------------------------------------------------------------------------


def test_links_are_counted_without_knowing_who_followed_them(
    client: Client, editor: User, topic: NewsletterTopic
) -> None:
    make_subscriber(topic)
    make_subscriber(topic)
    page = make_page()
    issue = start(make_issue(topic, pages=[page]), editor)
    work(issue)
    first, second = outbox.outbox
    link = f"/newsletter/vai/{issue.pk}/1/"
    assert link in first.body
    assert link in second.body
    answer = client.get(link)
    assert answer.status_code == 302
    assert answer["Location"].endswith(page.slug + "/")
    assert not answer.cookies
    assert client.get(f"/newsletter/vai/{issue.pk}/9/").status_code == 404
    assert IssueLink.objects.get().clicks == 1


def test_leaving_from_an_issue_counts_for_the_issue(
    editor: User, topic: NewsletterTopic, django_capture_on_commit_callbacks: Any
) -> None:
    subscriber = make_subscriber(topic)
    issue = start(make_issue(topic), editor)
    with django_capture_on_commit_callbacks(execute=True):
        unsubscribe(key=subscriber.key, channel=ConsentChannel.ONE_CLICK, issue_id=issue.pk)
    issue.refresh_from_db()
    assert issue.unsubscribed == 1


def test_a_test_copy_goes_to_whoever_asks_and_counts_nothing(
    editor: User, topic: NewsletterTopic, django_capture_on_commit_callbacks: Any
) -> None:
    make_subscriber(topic)
    issue = make_issue(topic)
    with django_capture_on_commit_callbacks(execute=True):
        services.send_test(issue=issue, by=editor)
    (message,) = outbox.outbox
    assert message.to == [editor.email]
    assert message.subject != issue.subject
    assert "/newsletter/vai/" not in message.body
    issue.refresh_from_db()
    assert issue.state == IssueState.DRAFT
    assert not Delivery.objects.exists()


def test_who_received_what_is_forgotten_and_the_totals_stay(editor: User, topic: NewsletterTopic) -> None:
    make_subscriber(topic)
    issue = start(make_issue(topic), editor)
    work(issue)
    assert services.forget_deliveries(older_than=tasks.DELIVERIES_KEPT) == 0
    Issue.objects.update(finished_at=timezone.now() - tasks.DELIVERIES_KEPT * 2)
    assert services.forget_deliveries(older_than=tasks.DELIVERIES_KEPT) == 1
    issue.refresh_from_db()
    assert (issue.recipients, issue.sent) == (1, 1)


def test_our_way_of_ending_a_message_is_the_librarys(smtp: Inbox) -> None:
    """The wire form equals what smtplib would send, save the final dot."""
    raw = b"Subject: x\r\n\r\n.dot\r\nplain\r\n..two\r\n"
    with smtplib.SMTP("127.0.0.1", smtp.port) as server:
        server.sendmail("a@example.org", ["b@example.org"], raw)
    theirs = smtp.messages[0].as_bytes()
    # What the server undoes.
    ours = message_from_bytes(on_the_wire(raw).replace(b"\r\n..", b"\r\n."), policy=policy.default).as_bytes()
    assert ours.split(b"\n\n", 1)[1] == theirs.split(b"\n\n", 1)[1]
