"""Sending an issue so that a killed worker mails nobody twice and forgets nobody.

1. *The list is written down first.* `write_down_recipients` makes one delivery, `queued`, for each
   confirmed subscriber of the issue's topics, in chunks; the pair (issue, subscriber) is unique, so
   running it again completes the list and repeats nobody.
2. *The mark comes before the dot.* The message is transmitted; then `queued -> handing_over` is
   committed, only if it is still `queued`; then SMTP's final dot makes the server accept it; then
   `handing_over -> sent` is committed (see transport.py).
   - Killed before the mark: the server throws the message away, the delivery is still `queued`, and
     the next run sends it.
   - Two workers on one issue: the mark succeeds for one; the other hangs up before its dot.
   - Killed between the mark and the answer (milliseconds, at most one delivery a worker): nobody can
     know whether the server accepted it. The delivery stays `handing_over`: it is *not* sent again
     by itself, and it is *not* forgotten: the issue's screen counts it as uncertain and offers
     `services.send_uncertain_again`, which uses the same Message-ID, by which mail programs and many
     servers recognise a second copy.
3. *Trouble that passes is tried again*: a temporary refusal (4xx) leaves the delivery `queued` for the
   next round, up to MAX_ATTEMPTS; an unreachable server stops the round and the task is retried.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F

from campaigns.newsletter.subscriptions.enums import SubscriberState
from campaigns.newsletter.subscriptions.links import leaving_url, preferences_url
from campaigns.newsletter.subscriptions.models import Subscriber
from campaigns.newsletter.subscriptions.services import note_refusal
from vicinia.core.clock import database_now

from .enums import DeliveryState
from .models import Delivery, Issue
from .rendering import Words
from .transport import AnswerLost, Refused, TakenByAnother, Transport

CHUNK = 500
MAX_ATTEMPTS = 4


def write_down_recipients(issue: Issue) -> int:
    """Make the missing deliveries of an issue; return how many there are in all."""
    recipients = (
        Subscriber.objects.confirmed()
        .filter(topics__in=issue.topics.all(), confirmed_at__lte=issue.started_at)
        .distinct()
        .order_by("pk")
    )
    last = 0
    while keys := list(recipients.filter(pk__gt=last).values_list("pk", flat=True)[:CHUNK]):
        Delivery.objects.bulk_create(
            [Delivery(issue=issue, subscriber_id=key) for key in keys], ignore_conflicts=True
        )
        last = keys[-1]
    return Delivery.objects.filter(issue=issue).count()


def queued_chunks(issue: Issue) -> Iterator[list[Delivery]]:
    """Give the deliveries still to send, once each, a chunk at a time."""
    last = 0
    while chunk := list(
        Delivery.objects.queued()
        .filter(issue=issue, pk__gt=last)
        .select_related("subscriber")
        .order_by("pk")[:CHUNK]
    ):
        yield chunk
        last = chunk[-1].pk


def deliver(delivery: Delivery, issue: Issue, words: Words, transport: Transport) -> None:
    """Send one copy. Raises Unreachable when the mail server is away; every other outcome is written."""
    if not _still_wanted(delivery.subscriber_id):
        _settle(delivery, DeliveryState.QUEUED, DeliveryState.SKIPPED)
        return
    message = compose(delivery, issue, words)
    try:
        transport.hand_over(message, mark=lambda: _mark(delivery))
    except TakenByAnother:
        return
    except AnswerLost:
        # Left as it is: uncertain, for a person to decide.
        return
    except Refused as refusal:
        _note_refusal(delivery, refusal)
        return
    _settle_sent(delivery)
    if delivery.subscriber.refusals:
        Subscriber.objects.filter(pk=delivery.subscriber_id).update(refusals=0)


def compose(delivery: Delivery, issue: Issue, words: Words) -> EmailMultiAlternatives:
    """Make one recipient's message, with text part and one-click unsubscription (RFC 2369, RFC 8058)."""
    leaving = leaving_url(delivery.subscriber, issue.pk)
    own = words.personal(leaving_url=leaving, preferences_url=preferences_url(delivery.subscriber))
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    message = EmailMultiAlternatives(
        subject=own.subject,
        body=own.text,
        to=[delivery.subscriber.email],
        headers={
            # The same at every attempt: a second copy can be recognised as such.
            "Message-ID": f"<newsletter-{issue.pk}-{delivery.pk}@{domain}>",
            "List-Id": f"<newsletter.{domain}>",
            "List-Unsubscribe": f"<{leaving}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Precedence": "bulk",
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(own.html, "text/html")
    return message


def _still_wanted(subscriber_id: int) -> bool:
    return Subscriber.objects.filter(pk=subscriber_id, state=SubscriberState.CONFIRMED).exists()


def _mark(delivery: Delivery) -> bool:
    """Commit "it may have been accepted from now on"; False when another worker was first."""
    return _settle(delivery, DeliveryState.QUEUED, DeliveryState.HANDING_OVER)


def _settle_sent(delivery: Delivery) -> None:
    """The server said yes."""
    _settle(delivery, DeliveryState.HANDING_OVER, DeliveryState.SENT)


def _settle(delivery: Delivery, old: DeliveryState, new: DeliveryState) -> bool:
    # One statement, outside of any transaction: committed when it returns, whatever happens after.
    rows = Delivery.objects.filter(pk=delivery.pk, state=old)
    return bool(rows.update(state=new, settled_at=database_now()))


def _note_refusal(delivery: Delivery, refusal: Refused) -> None:
    """Keep the server's answer; a refusal for ever counts against the address."""
    is_last = refusal.is_permanent or delivery.attempts + 1 >= MAX_ATTEMPTS
    unsettled = [DeliveryState.QUEUED, DeliveryState.HANDING_OVER]
    Delivery.objects.filter(pk=delivery.pk, state__in=unsettled).update(
        state=DeliveryState.FAILED if is_last else DeliveryState.QUEUED,
        error=str(refusal)[:300],
        attempts=F("attempts") + 1,
        settled_at=database_now() if is_last else None,
    )
    if refusal.is_permanent and refusal.is_about_address:
        note_refusal(subscriber_id=delivery.subscriber_id)
