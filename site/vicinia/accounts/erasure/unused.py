"""Accounts that nobody has used for too long: a warning, then the deletion (GDPR art. 5(1)(e))."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from vicinia.accounts.models import User
from vicinia.core import audit
from vicinia.core.clock import database_now

from . import mails
from .services import NotYet, StillUsed, close_unused

WARNING = timedelta(days=30)
# A night's work: what is left waits for the next one.
MOST = 500


def close_unused_accounts(term: timedelta) -> int:
    """Warn who has not signed in for `term` less thirty days, delete who was warned and did not come back.

    Returns how many were deleted. The people of the office are let out by the administrator, and whoever
    still has to hand a body over stays.
    """
    now = database_now()
    for user in _sleeping(now - term + WARNING).exclude(closing_warned_at__gt=F("seen_at"))[:MOST]:
        warn(user=user, day=now + WARNING)
    closed = 0
    warned = Q(closing_warned_at__gt=F("seen_at"), closing_warned_at__lte=now - WARNING)
    for user in _sleeping(now - term).filter(warned)[:MOST]:
        with suppress(NotYet, StillUsed, PermissionDenied):
            close_unused(user=user, seen_before=now - term)
            closed += 1
    return closed


def warn(*, user: User, day: datetime) -> None:
    """Write to a person that the account goes on that day unless they sign in."""
    with transaction.atomic():
        user.closing_warned_at = database_now()
        user.save(update_fields=["closing_warned_at"])
        audit.record("accounts.user.warned", by=None, target=user)
        mails.unused(user, day=day)


def _sleeping(before: datetime) -> QuerySet[User]:
    people = User.objects.filter(is_active=True, is_staff=False, is_superuser=False)
    return (
        people.annotate(seen_at=Coalesce("last_login", "date_joined"))
        .filter(seen_at__lt=before)
        .order_by("seen_at")
    )
