"""Reads about subscriptions."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from vicinia.core.tables import Row

from .enums import ConsentAction, ConsentChannel, SubscriberState
from .models import Consent, NewsletterTopic, Subscriber


def active_subscriber(key: UUID) -> Subscriber | None:
    """Return the confirmed subscriber with this key, or None."""
    return Subscriber.objects.confirmed().filter(key=key).first()


def has_topics() -> bool:
    """Tell whether there is anything to subscribe to."""
    return NewsletterTopic.objects.open().exists()


def count_subscribers() -> int:
    """How many addresses are confirmed and not cancelled."""
    return Subscriber.objects.confirmed().count()


def awaits_confirmation(key: UUID, request_number: int) -> bool:
    """Tell whether this very request is still to be confirmed."""
    return Subscriber.objects.filter(
        key=key, request_number=request_number, state=SubscriberState.PENDING
    ).exists()


def ledger_header() -> Row:
    """Headings of `ledger_rows`."""
    return (
        _("E-mail address"),
        _("What"),
        _("Where"),
        _("Topics at that time"),
        _("When"),
        _("Version of the text"),
        _("Text"),
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
