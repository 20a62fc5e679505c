"""Reads about issues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from campaigns.newsletter.subscriptions.models import Subscriber
from vicinia.core.clock import instants

from .enums import DeliveryState
from .models import Delivery, Issue, IssueLink


@dataclass(frozen=True)
class DeliveryTotals:
    """How the copies of an issue stand, in copies."""

    recipients: int
    sent: int
    failed: int
    skipped: int
    queued: int
    uncertain: int


def count_recipients(issue: Issue) -> int:
    """How many confirmed subscribers chose at least one topic of the issue."""
    return Subscriber.objects.confirmed().filter(topics__in=issue.topics.all()).distinct().count()


def delivery_totals(issue: Issue) -> DeliveryTotals:
    """Count the copies by state, in one query."""
    counts = Delivery.objects.filter(issue=issue).aggregate(
        recipients=Count("pk"),
        **{state.value: Count("pk", filter=Q(state=state)) for state in DeliveryState},
    )
    return DeliveryTotals(
        recipients=counts["recipients"],
        sent=counts[DeliveryState.SENT],
        failed=counts[DeliveryState.FAILED],
        skipped=counts[DeliveryState.SKIPPED],
        queued=counts[DeliveryState.QUEUED],
        uncertain=counts[DeliveryState.HANDING_OVER],
    )


def total_clicks(issue: Issue) -> int:
    """How many times the issue's links were followed, by anybody."""
    return int(IssueLink.objects.filter(issue=issue).aggregate(total=Sum("clicks"))["total"] or 0)


@dataclass(frozen=True)
class Copies:
    """Copies of the issues sent in some days, and how many they were meant for."""

    delivered: int
    recipients: int


def copies_between(first: date, last: date) -> Copies:
    """Add up the issues whose sending started in these days, both included.

    Delivered are the copies that mail servers accepted (sent less refused); recipients are the confirmed
    subscribers of an issue's topics when its sending started.
    """
    start, end = instants(first, last)
    totals = Issue.objects.filter(started_at__gte=start, started_at__lt=end).aggregate(
        delivered=Sum("sent"), recipients=Sum("recipients")
    )
    return Copies(delivered=totals["delivered"] or 0, recipients=totals["recipients"] or 0)
