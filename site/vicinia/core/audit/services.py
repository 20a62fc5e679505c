"""Writing the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog
from django.db.models import Model

if TYPE_CHECKING:
    from vicinia.accounts.models import User

    from .models import AuditEntry


def record(action: str, *, by: User | None, target: Model, **data: Any) -> AuditEntry:
    """Record one write, inside the caller's transaction.

    `action` is "<app>.<concept>.<verb in the past>" ("calls.application.submitted"); `by` is None
    for the system itself; `data` is JSON: what changed, never file contents or secrets.
    """
    from .models import AuditEntry

    return AuditEntry.objects.create(
        actor=by,
        actor_label=str(by)[:200] if by else "",
        action=action,
        target_type=target._meta.label_lower,
        target_id=str(target.pk),
        target_label=str(target)[:200],
        data=data,
        request_id=structlog.contextvars.get_contextvars().get("request_id", ""),
    )
