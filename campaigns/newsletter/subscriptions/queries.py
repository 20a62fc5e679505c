"""Reads about subscriptions."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from vicinia.core.tables import Row

from .enums import ConsentAction, ConsentChannel, SubscriberState
from .models import Consent, Subscriber, SubscriberQuerySet


def active_subscriber(key: UUID) -> Subscriber | None:
    """Return the confirmed subscriber with this key, or None."""
    return Subscriber.objects.confirmed().filter(key=key).first()


def awaits_confirmation(key: UUID, request_number: int) -> bool:
    """Tell whether this very request is still to be confirmed."""
    return Subscriber.objects.filter(
        key=key, request_number=request_number, state=SubscriberState.PENDING
    ).exists()


def export_rows(subscribers: SubscriberQuerySet) -> Iterator[Row]:
    """Rows of the office's export: address, state, topics, instants."""
    for subscriber in subscribers.prefetch_related("topics").iterator(chunk_size=1000):
        yield (
            subscriber.email,
            str(SubscriberState(subscriber.state).label),
            ", ".join(topic.name for topic in subscriber.topics.all()),
            subscriber.asked_at,
            subscriber.confirmed_at,
            subscriber.left_at,
        )


def ledger_rows(subscriber_id: int | None = None) -> Iterator[Row]:
    """Rows of the ledger of consents, of one person or of all: text, version, time and channel."""
    lines = Consent.objects.select_related("subscriber").order_by("at", "pk")
    if subscriber_id is not None:
        lines = lines.filter(subscriber_id=subscriber_id)
    for line in lines.iterator(chunk_size=1000):
        yield (
            line.subscriber.email,
            str(ConsentAction(line.action).label),
            str(ConsentChannel(line.channel).label),
            ", ".join(line.topics),
            line.at,
            line.version,
            line.text,
        )
