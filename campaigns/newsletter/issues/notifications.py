"""What an issue learns from what its readers do: totals, never names."""

from __future__ import annotations

from django.db.models import F

from campaigns.newsletter.subscriptions.events import Unsubscribed
from vicinia.core import events

from .models import Issue


@events.on(Unsubscribed)
def count_departure(event: Unsubscribed) -> None:
    """Add one to those who left after an issue."""
    if event.issue_id is not None:
        Issue.objects.filter(pk=event.issue_id).update(unsubscribed=F("unsubscribed") + 1)
