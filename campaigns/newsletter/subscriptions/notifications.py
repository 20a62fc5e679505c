"""The mails that follow what happens to a subscription."""

from __future__ import annotations

from vicinia.core import events, mail

from .events import PreferencesLinkAsked, SubscriptionAsked, SubscriptionConfirmed
from .links import confirmation_url, leaving_url, preferences_url
from .models import Subscriber


@events.on(SubscriptionAsked)
def ask_to_confirm(event: SubscriptionAsked) -> None:
    """Write to the address that was typed; who is subscribed already gets the preferences instead."""
    subscriber = Subscriber.objects.get(pk=event.subscriber_id)
    if event.is_subscribed:
        _send("already_subscribed", subscriber, action_url=preferences_url(subscriber))
    else:
        topics = list(subscriber.topics.all())
        _send("confirm", subscriber, action_url=confirmation_url(subscriber), topics=topics)


@events.on(PreferencesLinkAsked)
def send_preferences_link(event: PreferencesLinkAsked) -> None:
    """Send the link to the subscriber's own topics."""
    subscriber = Subscriber.objects.get(pk=event.subscriber_id)
    _send("preferences_link", subscriber, action_url=preferences_url(subscriber))


@events.on(SubscriptionConfirmed)
def welcome(event: SubscriptionConfirmed) -> None:
    """Say what will come and how to leave."""
    subscriber = Subscriber.objects.get(pk=event.subscriber_id)
    _send(
        "welcome",
        subscriber,
        action_url=preferences_url(subscriber),
        leaving_url=leaving_url(subscriber),
        topics=list(subscriber.topics.all()),
    )


def _send(name: str, subscriber: Subscriber, **context: object) -> None:
    mail.send(f"newsletter/{name}", to=[subscriber.email], context=context, language=subscriber.language)
