"""What happens to subscriptions, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class SubscriptionAsked(DomainEvent):
    """Somebody typed an address in the form; `is_subscribed` when it receives the newsletter already."""

    subscriber_id: int
    is_subscribed: bool


@dataclass(frozen=True)
class PreferencesLinkAsked(DomainEvent):
    """A subscriber wants to see or change the topics."""

    subscriber_id: int


@dataclass(frozen=True)
class SubscriptionConfirmed(DomainEvent):
    """The owner of the address has confirmed."""

    subscriber_id: int


@dataclass(frozen=True)
class Unsubscribed(DomainEvent):
    """A subscriber has left; `issue_id` is the issue whose link was used, when there was one."""

    subscriber_id: int
    issue_id: int | None
