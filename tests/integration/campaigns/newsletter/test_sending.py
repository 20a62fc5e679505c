"""An issue reaches each subscriber once, whatever happens to workers."""

from typing import Any

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone

from campaigns.newsletter.issues import sending, services, tasks
from campaigns.newsletter.issues.enums import IssueState
from campaigns.newsletter.issues.models import Delivery
from campaigns.newsletter.issues.queries import delivery_totals
from campaigns.newsletter.issues.transport import open_transport
from campaigns.newsletter.subscriptions.enums import ConsentChannel, SubscriberState
from campaigns.newsletter.subscriptions.models import NewsletterTopic
from campaigns.newsletter.subscriptions.services import unsubscribe
from tests.factories.newsletter import make_issue, make_page, make_subscriber, make_topic
from tests.support.newsletter import received, start, work
from tests.support.smtp import Inbox
from vicinia.accounts.models import User
from vicinia.core.state import StepRefused
from vicinia.core.tasks.models import ProgressState

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


class Killed(BaseException):
    """The worker's process is gone: nothing of it runs any more, as after kill -9."""


def test_each_subscriber_of_the_topics_receives_one_copy(editor: User, topic: NewsletterTopic) -> None:
    other, unrelated = make_topic(), make_topic()
    make_subscriber(topic, other, email="both@example.org")
    make_subscriber(other, email="one@example.org")
    make_subscriber(unrelated, email="no@example.org")
    make_subscriber(topic, email="pending@example.org", state=SubscriberState.PENDING)
    make_subscriber(topic, email="left@example.org", state=SubscriberState.UNSUBSCRIBED)
    issue = start(make_issue(topic, other), editor)
    assert issue.recipients == 2
    work(issue)
    assert sorted(message.to[0] for message in outbox.outbox) == ["both@example.org", "one@example.org"]
    issue.refresh_from_db()
    assert (issue.state, issue.sent, issue.failed) == (IssueState.SENT, 2, 0)
    assert issue.progress is not None
    assert (issue.progress.state, issue.progress.done, issue.progress.total) == (ProgressState.DONE, 2, 2)


def test_the_mail_has_a_text_part_and_the_headers_of_one_click(
    smtp: Inbox, editor: User, topic: NewsletterTopic
) -> None:
    subscriber = make_subscriber(topic)
    page = make_page("Flu jabs in the market", summary="Sit down for a quarter of an hour.")
    work(start(make_issue(topic, pages=[page]), editor))
    (message,) = smtp.messages
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    for part in (text.get_content(), html.get_content()):
        assert "Flu jabs in the market" in part
        assert "Sit down for a quarter of an hour." in part
        assert "@@" not in part
        assert "/newsletter/disiscrizione/" in part
        assert "/newsletter/preferenze/" in part
    leave = str(message["List-Unsubscribe"]).replace("\n", "").replace(" ", "")
    assert leave.startswith("<http")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = "/newsletter/" + leave.strip("<>").split("/newsletter/")[1]
    Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.UNSUBSCRIBED


def test_who_left_does_not_receive_the_next_issue(smtp: Inbox, editor: User, topic: NewsletterTopic) -> None:
    stays, leaves = make_subscriber(topic), make_subscriber(topic)
    work(start(make_issue(topic), editor))
    assert received(smtp) == sorted([stays.email, leaves.email])
    unsubscribe(key=leaves.key, channel=ConsentChannel.ONE_CLICK)
    smtp.messages.clear()
    work(start(make_issue(topic), editor))
    assert received(smtp) == [stays.email]


def test_who_leaves_while_it_is_being_sent_is_skipped(editor: User, topic: NewsletterTopic) -> None:
    subscriber = make_subscriber(topic)
    make_subscriber(topic)
    issue = start(make_issue(topic), editor)
    sending.write_down_recipients(issue)
    unsubscribe(key=subscriber.key, channel=ConsentChannel.ONE_CLICK)
    work(issue)
    assert len(outbox.outbox) == 1
    assert delivery_totals(issue).skipped == 1


def test_pressing_twice_sends_once(editor: User, topic: NewsletterTopic) -> None:
    make_subscriber(topic)
    issue = start(make_issue(topic), editor)
    with pytest.raises(StepRefused):
        start(issue, editor)
    work(issue)
    work(issue)
    assert len(outbox.outbox) == 1


def test_an_issue_without_pages_or_readers_is_not_sent(editor: User, topic: NewsletterTopic) -> None:
    make_subscriber(topic)
    with pytest.raises(services.NothingToSend):
        start(make_issue(topic, pages=[]), editor)
    with pytest.raises(services.NothingToSend):
        start(make_issue(make_topic()), editor)


def test_the_words_are_those_of_the_moment_it_was_sent(editor: User, topic: NewsletterTopic) -> None:
    make_subscriber(topic)
    page = make_page("Before")
    issue = start(make_issue(topic, pages=[page]), editor)
    page.title = "After"
    page.save()
    work(issue)
    assert "Before" in outbox.outbox[0].body
    assert "After" not in outbox.outbox[0].body


# Killed workers ---------------------------------------------------------------------------------


def test_a_worker_killed_before_the_final_dot_leaves_nothing_behind(
    smtp: Inbox, editor: User, topic: NewsletterTopic, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message is transmitted but not ended: the server throws it away, the next worker sends it."""
    for _number in range(5):
        make_subscriber(topic)
    issue = start(make_issue(topic), editor)
    marks = iter([True, True])
    real = sending._mark

    def mark(delivery: Delivery) -> bool:
        if next(marks, False):
            return real(delivery)
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(sending, "_mark", mark)
        with pytest.raises(Killed):
            work(issue)
    assert len(smtp.messages) == 2
    assert delivery_totals(issue).queued == 3
    work(issue)
    assert len(smtp.messages) == 5
    assert len(set(received(smtp))) == 5
    issue.refresh_from_db()
    assert (issue.state, issue.sent) == (IssueState.SENT, 5)


def test_a_copy_of_which_the_answer_was_lost_is_shown_and_never_sent_again_by_itself(
    smtp: Inbox, editor: User, topic: NewsletterTopic, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between the dot and the answer: nobody can know. It is kept as uncertain for a person."""
    for _number in range(3):
        make_subscriber(topic)
    issue = start(make_issue(topic), editor)

    def die(*_args: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(sending, "_settle_sent", die)
        with pytest.raises(Killed):
            work(issue)
    assert len(smtp.messages) == 1
    work(issue)
    assert len(smtp.messages) == 3
    assert len(set(received(smtp))) == 3
    totals = delivery_totals(issue)
    assert (totals.sent, totals.uncertain, totals.queued) == (2, 1, 0)

    # Too early: the copy might still be in a living worker's hands.
    assert services.send_uncertain_again(issue_id=issue.pk, by=editor) == 0
    Delivery.objects.uncertain().update(settled_at=timezone.now() - services.DOUBT_AFTER * 2)
    assert services.send_uncertain_again(issue_id=issue.pk, by=editor) == 1
    work(issue)
    assert delivery_totals(issue).sent == 3
    first, *_others, again = smtp.messages
    assert first["Message-ID"] == again["Message-ID"]


def test_of_two_workers_on_one_copy_only_one_sends(smtp: Inbox, editor: User, topic: NewsletterTopic) -> None:
    """Both transmit; the mark lets one of them end the message."""
    make_subscriber(topic)
    issue = start(make_issue(topic), editor)
    sending.write_down_recipients(issue)
    mine, theirs = Delivery.objects.get(), Delivery.objects.get()
    words = tasks.Words(issue.subject, issue.frozen_text, issue.frozen_html)
    with open_transport() as transport:
        sending.deliver(mine, issue, words, transport)
        sending.deliver(theirs, issue, words, transport)
    assert len(smtp.messages) == 1
    assert delivery_totals(issue).sent == 1


def test_running_the_list_again_adds_nobody_twice(editor: User, topic: NewsletterTopic) -> None:
    make_subscriber(topic)
    issue = start(make_issue(topic), editor)
    late = make_subscriber(topic)
    assert sending.write_down_recipients(issue) == 1
    assert sending.write_down_recipients(issue) == 1
    assert not Delivery.objects.filter(subscriber=late).exists()
