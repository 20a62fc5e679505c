"""Reads about issues."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from campaigns.newsletter.subscriptions.models import Subscriber

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
