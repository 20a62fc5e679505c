"""Writing the audit trail."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import structlog
from django.db.models import Model

from vicinia.core.clock import database_now

if TYPE_CHECKING:
    from vicinia.accounts.models import User

    from .models import AuditEntry


CHUNK = 2_000


def record(action: str, *, by: User | None, target: Model, **data: Any) -> AuditEntry:
    """Record one write, inside the caller's transaction.

    `action` is "<app>.<concept>.<verb in the past>" ("calls.application.submitted"), its verb one of
    `words.VERBS`; `by` is None for the system itself; `data` is JSON: what changed, never file contents
    or secrets.
    """
    return write(
        action, by=by, kind=target._meta.label_lower, target_id=str(target.pk), label=str(target), data=data
    )


def write(
    action: str, *, by: User | None, kind: str, target_id: str, label: str, data: dict[str, Any]
) -> AuditEntry:
    """Write an entry about an object that may be gone; `kind` is "<app>.<model>"."""
    from .models import AuditEntry

    return AuditEntry.objects.create(
        actor=by,
        actor_label=str(by)[:200] if by else "",
        action=action,
        target_type=kind,
        target_id=target_id,
        target_label=label[:200],
        data=data,
        request_id=structlog.contextvars.get_contextvars().get("request_id", ""),
    )


def forget_entries(older_than: timedelta) -> int:
    """Delete the entries that are older, a few at a time; return how many. Safe to run again."""
    from .models import AuditEntry

    old = AuditEntry.objects.filter(at__lt=database_now() - older_than).order_by("pk")
    deleted = 0
    while keys := list(old.values_list("pk", flat=True)[:CHUNK]):
        AuditEntry.objects.filter(pk__in=keys).delete()
        deleted += len(keys)
    return deleted
