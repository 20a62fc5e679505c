"""When what the home page shows changes by itself."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from calls.notices.queries import next_change_at as call_change_at
from campaigns.events.queries import next_change_at as event_change_at
from campaigns.outreach.queries import next_change_at as campaign_change_at
from campaigns.projects.catalogue.queries import next_change_at as sign_up_change_at


def next_change_at() -> datetime | None:
    """Return the earliest instant at which a call, a campaign, an event or a sign-up starts or ends."""
    instants = (call_change_at(timezone.now()), campaign_change_at(), event_change_at(), sign_up_change_at())
    return min((instant for instant in instants if instant), default=None)
