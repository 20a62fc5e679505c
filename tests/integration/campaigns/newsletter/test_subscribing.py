"""Subscribing, confirming, choosing topics and leaving, as a reader lives them and as the law asks."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as outbox
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from campaigns.newsletter.subscriptions import links, services
from campaigns.newsletter.subscriptions.consent_text import VERSION
from campaigns.newsletter.subscriptions.enums import ConsentAction, ConsentChannel, SubscriberState
from campaigns.newsletter.subscriptions.models import Consent, ConsentIsFinal, NewsletterTopic, Subscriber
from campaigns.newsletter.subscriptions.queries import ledger_rows
from tests.factories.newsletter import make_subscriber, make_topic
from tests.support.html import read

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Commit = Callable[..., Any]


@pytest.fixture
def topic() -> NewsletterTopic:
    return make_topic("Health")


@pytest.fixture
def ask(
    client: Client, topic: NewsletterTopic, django_capture_on_commit_callbacks: Commit
) -> Callable[[str], Any]:
    """Fill in the public form."""

    def fill_in(email: str) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(
                "/newsletter/", {"email": email, "topics": [topic.pk], "consent": "on"}, follow=True
            )

    return fill_in


def link_in(message: Any) -> str:
    """The link of a mail's text part, as a path."""
    return re.search(r"https?://[^/\s]+(/newsletter/\S+)", message.body)[1]  # type: ignore[index]


def test_a_request_is_confirmed_from_the_mail_by_pressing_a_button(
    client: Client, ask: Any, django_capture_on_commit_callbacks: Commit
) -> None:
    ask("Ada@Example.org")
    subscriber = Subscriber.objects.get()
    assert (subscriber.email, subscriber.state) == ("ada@example.org", SubscriberState.PENDING)
    (message,) = outbox.outbox
    assert message.to == ["ada@example.org"]
    link = link_in(message)

    # A mail scanner opens the link: nothing happens.
    assert client.get(link).status_code == 200
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.PENDING

    with django_capture_on_commit_callbacks(execute=True):
        client.post(link)
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.CONFIRMED
    assert "List-Unsubscribe" not in outbox.outbox[0].extra_headers
    assert len(outbox.outbox) == 2


def test_before_there_is_a_topic_no_page_offers_the_newsletter(
    client: Client, django_capture_on_commit_callbacks: Commit
) -> None:
    assert not read(client, "/luoghi/").soup.select(".v-newsletter")
    page = read(client, "/newsletter/")
    assert "La newsletter non è ancora partita" in page.text
    assert not page.main.select("form")
    with django_capture_on_commit_callbacks(execute=True):
        make_topic("Salute")
    offered = read(client, "/luoghi/").soup.select_one(".v-newsletter a")
    assert offered["href"] == "/newsletter/"
    assert read(client, "/newsletter/").main.select("form")


def test_the_ledger_keeps_text_version_time_and_channel(client: Client, ask: Any) -> None:
    ask("ada@example.org")
    client.post(link_in(outbox.outbox[0]))
    asked, given = Consent.objects.all()
    assert (asked.action, asked.channel) == (ConsentAction.ASKED, ConsentChannel.WEB_FORM)
    assert (given.action, given.channel) == (ConsentAction.GIVEN, ConsentChannel.CONFIRMATION)
    assert (given.text, given.version) == (asked.text, VERSION)
    assert given.text.strip()
    assert given.topics == [NewsletterTopic.objects.get().slug]
    rows = list(ledger_rows(Subscriber.objects.get().pk))
    assert len(rows) == 2
    assert rows[1][0] == "ada@example.org"


def test_the_ledger_cannot_be_rewritten_even_around_the_code(topic: NewsletterTopic) -> None:
    services.ask_subscription(email="ada@example.org", topics=[topic])
    line = Consent.objects.get()
    line.text = "something else"
    with pytest.raises(ConsentIsFinal):
        line.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Consent.objects.update(text="something else")
    assert Consent.objects.get().text != "something else"


def test_nobody_learns_from_the_form_who_is_subscribed(ask: Any, topic: NewsletterTopic) -> None:
    make_subscriber(topic, email="known@example.org")
    known, unknown = ask("known@example.org"), ask("unknown@example.org")
    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content
    # One mail each: to the known address its preferences, to the other the confirmation.
    to_known, to_unknown = outbox.outbox
    assert "/newsletter/preferenze/" in to_known.body
    assert "/newsletter/conferma/" in to_unknown.body


def test_nobody_learns_from_the_preferences_page_who_is_subscribed(
    client: Client, topic: NewsletterTopic, django_capture_on_commit_callbacks: Commit
) -> None:
    make_subscriber(topic, email="known@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        known = client.post("/newsletter/preferenze/", {"email": "known@example.org"})
        unknown = client.post("/newsletter/preferenze/", {"email": "unknown@example.org"})
    assert known.content == unknown.content
    assert [message.to for message in outbox.outbox] == [["known@example.org"]]


def test_a_stranger_cannot_change_what_a_subscriber_chose(ask: Any) -> None:
    chosen = make_topic("Chosen")
    make_subscriber(chosen, email="known@example.org")
    ask("known@example.org")
    assert list(Subscriber.objects.get().topics.all()) == [chosen]


def test_typing_an_address_again_and_again_sends_it_one_mail(ask: Any) -> None:
    for _time in range(5):
        ask("ada@example.org")
    assert len(outbox.outbox) == 1
    Subscriber.objects.update(last_mail_at=timezone.now() - services.COOL_DOWN - timedelta(seconds=1))
    ask("ada@example.org")
    assert len(outbox.outbox) == 2


def test_without_consent_or_topic_nothing_is_kept(client: Client, topic: NewsletterTopic) -> None:
    refused = client.post("/newsletter/", {"email": "ada@example.org", "topics": [topic.pk]})
    assert refused.status_code == 422
    assert client.post("/newsletter/", {"email": "ada@example.org", "consent": "on"}).status_code == 422
    assert not Subscriber.objects.exists()


def test_a_confirmation_link_works_once_and_then_says_so(client: Client, ask: Any) -> None:
    ask("ada@example.org")
    link = link_in(outbox.outbox[0])
    assert client.post(link).status_code == 302
    for answer in (client.get(link), client.post(link)):
        assert answer.status_code == 410
        assert "/newsletter/" in answer.content.decode()


def test_a_confirmation_link_expires_after_seven_days(
    client: Client, ask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("ada@example.org")
    link = link_in(outbox.outbox[0])
    monkeypatch.setattr("django.core.signing.time.time", lambda: timezone.now().timestamp() + 7 * 86_400 + 5)
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410
    assert Subscriber.objects.get().state == SubscriberState.PENDING


def test_a_link_that_was_tampered_with_opens_nothing(client: Client, topic: NewsletterTopic) -> None:
    subscriber = make_subscriber(topic)
    path = links.leaving_url(subscriber).split("/newsletter/")[1]
    assert client.get(f"/newsletter/{path[:-3]}x/").status_code == 410
    # A link of one kind is not good for another.
    token = links.leaving_url(subscriber).rstrip("/").rsplit("/", 1)[1]
    assert client.get(f"/newsletter/preferenze/{token}/").status_code == 410


def test_a_subscriber_changes_topics_without_signing_in(client: Client) -> None:
    old, new = make_topic(), make_topic()
    subscriber = make_subscriber(old)
    page = links.preferences_url(subscriber).split("localhost")[-1]
    path = "/newsletter/" + page.split("/newsletter/")[1]
    answer = client.post(path, {"topics": [new.pk]})
    assert answer.status_code == 200
    assert list(subscriber.topics.all()) == [new]
    assert Consent.objects.get().action == ConsentAction.CHANGED


def test_a_mail_program_unsubscribes_with_one_click(topic: NewsletterTopic) -> None:
    """RFC 8058: a POST without cookies, referrer or token."""
    subscriber = make_subscriber(topic)
    strict = Client(enforce_csrf_checks=True)
    path = "/newsletter/" + links.leaving_url(subscriber).split("/newsletter/")[1]
    assert strict.get(path).status_code == 200
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.CONFIRMED
    answer = strict.post(path, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert not answer.cookies
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.UNSUBSCRIBED
    assert Consent.objects.get().channel == ConsentChannel.ONE_CLICK
    # Programs repeat the call.
    assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Consent.objects.count() == 1


def test_whoever_left_can_come_back_and_confirms_again(
    client: Client, ask: Any, topic: NewsletterTopic
) -> None:
    subscriber = make_subscriber(topic, email="ada@example.org")
    services.unsubscribe(key=subscriber.key, channel=ConsentChannel.UNSUBSCRIBE_PAGE)
    ask("ada@example.org")
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.PENDING
    client.post(link_in(outbox.outbox[0]))
    subscriber.refresh_from_db()
    assert subscriber.state == SubscriberState.CONFIRMED


def test_requests_that_nobody_confirmed_are_forgotten(topic: NewsletterTopic) -> None:
    services.ask_subscription(email="never@example.org", topics=[topic])
    back = make_subscriber(topic, state=SubscriberState.PENDING, email="back@example.org")
    month = timedelta(days=31)
    Subscriber.objects.update(asked_at=timezone.now() - month)
    Subscriber.objects.filter(pk=back.pk).update(confirmed_at=timezone.now() - 2 * month)
    make_subscriber(topic, state=SubscriberState.PENDING, email="yesterday@example.org")
    assert services.forget_unconfirmed(older_than=timedelta(days=30)) == 1
    assert services.forget_unconfirmed(older_than=timedelta(days=30)) == 0
    left = dict(Subscriber.objects.values_list("email", "state"))
    assert left == {"back@example.org": "unsubscribed", "yesterday@example.org": "pending"}


def test_the_pages_behind_links_tell_their_address_to_nobody(client: Client, topic: NewsletterTopic) -> None:
    subscriber = make_subscriber(topic)
    for url in (links.preferences_url(subscriber), links.leaving_url(subscriber)):
        answer = client.get("/newsletter/" + url.split("/newsletter/")[1])
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer["Cache-Control"]
        assert not answer.cookies
