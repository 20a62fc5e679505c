"""An issue reaches each subscriber once, whatever happens to workers and mail servers."""

import smtplib
from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone

from campaigns.newsletter.issues import sending, services, tasks
from campaigns.newsletter.issues.enums import DeliveryState, IssueState
from campaigns.newsletter.issues.models import Delivery, Issue, IssueLink
from campaigns.newsletter.issues.queries import delivery_totals
from campaigns.newsletter.issues.transport import on_the_wire, open_transport
from campaigns.newsletter.subscriptions.enums import ConsentChannel, SubscriberState
from campaigns.newsletter.subscriptions.models import NewsletterTopic
from campaigns.newsletter.subscriptions.services import unsubscribe
from tests.factories.accounts import UserFactory
from tests.factories.newsletter import make_issue, make_page, make_subscriber, make_topic
from tests.support.smtp import Inbox, mail_server
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.state import StepRefused
from vicinia.core.tasks.models import Progress, ProgressState

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


class Killed(BaseException):
    """The worker's process is gone: nothing of it runs any more, as after kill -9."""


@pytest.fixture
def editor() -> User:
    return UserFactory(role=Role.EDITOR)


@pytest.fixture
def topic() -> NewsletterTopic:
    return make_topic()


@pytest.fixture
def smtp(settings: Any) -> Iterator[Inbox]:
    """A real mail server, and the platform's real SMTP backend."""
    with mail_server() as inbox:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", inbox.port
        yield inbox


def start(issue: Issue, editor: User) -> Issue:
    """Press "Send now"; the worker's task is run by the test."""
    return services.send_issue(issue_id=issue.pk, by=editor)


def work(issue: Issue) -> None:
    """What the worker does."""
    issue.refresh_from_db()
    tasks.send_copies.func(issue.pk, str(issue.progress_id))


def received(inbox: Inbox) -> list[str]:
    return sorted(str(message["to"]) for message in inbox.messages)


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


# Mail servers -----------------------------------------------------------------------------------


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
