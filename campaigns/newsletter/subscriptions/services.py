"""Writes about subscriptions. Nothing here tells a stranger whether an address is subscribed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction

from vicinia.core import audit, events
from vicinia.core.clock import database_now

from .consent_text import VERSION, current_text
from .enums import SUBSCRIBER_STEPS, ConsentAction, ConsentChannel, SubscriberState
from .events import PreferencesLinkAsked, SubscriptionAsked, SubscriptionConfirmed, Unsubscribed
from .links import LinkExpired
from .models import Consent, NewsletterTopic, Subscriber

if TYPE_CHECKING:
    from vicinia.accounts.models import User

# Whoever types another person's address again and again sends them one mail in this time.
COOL_DOWN = timedelta(minutes=10)
# After so many refusals in a row by the mail server the address receives nothing more.
REFUSALS_ALLOWED = 3


def ask_subscription(
    *, email: str, topics: Collection[NewsletterTopic], language: str = "it", by: User | None = None
) -> None:
    """Note a request and have the owner of the address asked by e-mail to confirm it.

    An address that is subscribed already is left as it is: its owner receives the link to the
    preferences instead. Returns nothing, so that no caller can show the difference.
    """
    with transaction.atomic():
        subscriber = _locked_or_new(email, language)
        is_subscribed = subscriber.state == SubscriberState.CONFIRMED
        if not is_subscribed:
            if subscriber.state != SubscriberState.PENDING:
                SUBSCRIBER_STEPS.require(SubscriberState(subscriber.state), SubscriberState.PENDING)
            subscriber.state, subscriber.asked_at = SubscriberState.PENDING, database_now()
            subscriber.save(update_fields=["state", "asked_at"])
            subscriber.topics.set(topics)
            _write_ledger(subscriber, ConsentAction.ASKED, ConsentChannel.WEB_FORM)
            audit.record("campaigns.subscriber.asked", by=by, target=subscriber)
        if _may_write_to(subscriber):
            events.emit(SubscriptionAsked(subscriber_id=subscriber.pk, is_subscribed=is_subscribed))


def ask_preferences_link(*, email: str) -> None:
    """Send the owner of a subscribed address the link to its preferences; do nothing for any other."""
    with transaction.atomic():
        subscriber = Subscriber.objects.select_for_update().of(email).confirmed().first()
        if subscriber and _may_write_to(subscriber):
            events.emit(PreferencesLinkAsked(subscriber_id=subscriber.pk))


def confirm_subscription(*, key: UUID, request_number: int, by: User | None = None) -> Subscriber:
    """Confirm the request that a link was made for; raise LinkExpired when it was settled already."""
    with transaction.atomic():
        subscriber = _locked(key)
        if subscriber.state != SubscriberState.PENDING or subscriber.request_number != request_number:
            raise LinkExpired
        asked = subscriber.consents.filter(action=ConsentAction.ASKED).latest("pk")
        subscriber.state = SubscriberState.CONFIRMED
        subscriber.confirmed_at, subscriber.left_at = database_now(), None
        subscriber.request_number += 1
        subscriber.refusals = 0
        subscriber.save()
        # The words agreed to are those of the form, even if the office has changed them since.
        _write_ledger(
            subscriber,
            ConsentAction.GIVEN,
            ConsentChannel.CONFIRMATION,
            text=asked.text,
            version=asked.version,
            at=subscriber.confirmed_at,
        )
        audit.record("campaigns.subscriber.confirmed", by=by, target=subscriber)
        events.emit(SubscriptionConfirmed(subscriber_id=subscriber.pk))
    return subscriber


def change_topics(*, key: UUID, topics: Collection[NewsletterTopic], by: User | None = None) -> Subscriber:
    """Set what a subscriber is written about. Raises LinkExpired unless the subscription is active."""
    with transaction.atomic():
        subscriber = _locked(key)
        if subscriber.state != SubscriberState.CONFIRMED:
            raise LinkExpired
        subscriber.topics.set(topics)
        _write_ledger(subscriber, ConsentAction.CHANGED, ConsentChannel.PREFERENCES)
        audit.record("campaigns.subscriber.topics_changed", by=by, target=subscriber)
    return subscriber


def unsubscribe(
    *, key: UUID, channel: ConsentChannel, issue_id: int | None = None, by: User | None = None
) -> None:
    """Let a subscriber leave, from everything and at once. Doing it again changes nothing."""
    with transaction.atomic():
        subscriber = _locked(key)
        if subscriber.state == SubscriberState.UNSUBSCRIBED:
            return
        SUBSCRIBER_STEPS.require(SubscriberState(subscriber.state), SubscriberState.UNSUBSCRIBED)
        subscriber.state, subscriber.left_at = SubscriberState.UNSUBSCRIBED, database_now()
        subscriber.request_number += 1
        subscriber.save(update_fields=["state", "left_at", "request_number"])
        _write_ledger(subscriber, ConsentAction.WITHDRAWN, channel, at=subscriber.left_at)
        audit.record("campaigns.subscriber.left", by=by, target=subscriber, channel=channel)
        events.emit(Unsubscribed(subscriber_id=subscriber.pk, issue_id=issue_id))


def note_refusal(*, subscriber_id: int) -> None:
    """Count a refusal by the subscriber's mail server; at the third in a row stop writing there."""
    with transaction.atomic():
        subscriber = Subscriber.objects.select_for_update().get(pk=subscriber_id)
        subscriber.refusals += 1
        if subscriber.refusals >= REFUSALS_ALLOWED and subscriber.state == SubscriberState.CONFIRMED:
            subscriber.state = SubscriberState.UNREACHABLE
            audit.record("campaigns.subscriber.unreachable", by=None, target=subscriber)
        subscriber.save(update_fields=["refusals", "state"])


def forget_unconfirmed(*, older_than: timedelta) -> int:
    """Delete requests that nobody confirmed (GDPR art. 5(1)(e)); return how many.

    Whoever had been subscribed before goes back to being unsubscribed: the ledger is evidence.
    """
    with transaction.atomic():
        stale = Subscriber.objects.filter(
            state=SubscriberState.PENDING, asked_at__lt=database_now() - older_than
        )
        stale.filter(confirmed_at__isnull=False).update(state=SubscriberState.UNSUBSCRIBED)
        _all, by_model = stale.filter(confirmed_at__isnull=True).delete()
    return by_model.get(Subscriber._meta.label, 0)


def _locked_or_new(email: str, language: str) -> Subscriber:
    address = email.strip().lower()
    found = Subscriber.objects.select_for_update().of(address).first()
    if found:
        return found
    try:
        with transaction.atomic():
            return Subscriber.objects.create(email=address, language=language, asked_at=database_now())
    except IntegrityError:
        # The same address was typed twice at the same instant: the other one came first.
        return Subscriber.objects.select_for_update().of(address).get()


def _locked(key: UUID) -> Subscriber:
    subscriber = Subscriber.objects.select_for_update().filter(key=key).first()
    if subscriber is None:
        raise LinkExpired
    return subscriber


def _may_write_to(subscriber: Subscriber) -> bool:
    now = database_now()
    if subscriber.last_mail_at and now - subscriber.last_mail_at < COOL_DOWN:
        return False
    subscriber.last_mail_at = now
    subscriber.save(update_fields=["last_mail_at"])
    return True


def _write_ledger(
    subscriber: Subscriber,
    action: ConsentAction,
    channel: ConsentChannel,
    *,
    text: str | None = None,
    version: str = VERSION,
    at: datetime | None = None,
) -> None:
    Consent.objects.create(
        subscriber=subscriber,
        action=action,
        channel=channel,
        text=text if text is not None else current_text(),
        version=version,
        topics=list(subscriber.topics.values_list("slug", flat=True)),
        at=at or database_now(),
    )
