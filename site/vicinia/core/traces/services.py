"""Writing traces, and forgetting the old ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models.functions import Lower

from vicinia.core.clock import database_now

from .enums import Way
from .models import DataAccess
from .noting import Shown

if TYPE_CHECKING:
    from vicinia.accounts.models import User

CHUNK = 2_000


def write(
    *,
    by: User,
    screen: str,
    seen: Iterable[tuple[Way, Shown]],
    request_id: str = "",
    at: datetime | None = None,
) -> None:
    """Write one row for each object and person, unless the same person saw the same within the hour.

    `screen` is the name of the viewset. One's own data leave no trace. `at` is for the demo's past alone.
    """
    rows = list(seen)
    people = _people(shown for _way, shown in rows)
    now = at or database_now()
    roles = ",".join(sorted(by.groups.values_list("name", flat=True)))[:200]
    traces = {}
    for way, shown in rows:
        subject = people.get(shown.user_id) or people.get(shown.email.lower())
        if subject is not None and subject.pk == by.pk:
            continue
        kind, key = shown.target._meta.label_lower, str(shown.target.pk)
        once = _once(by.pk, screen, way, kind, key, subject.pk if subject else "", f"{now:%Y%m%d%H}")
        traces[once] = DataAccess(
            at=now,
            reader=by,
            reader_label=str(by)[:200],
            reader_roles=roles,
            way=way,
            screen=screen,
            object_type=kind,
            object_id=key,
            object_label=str(shown.target)[:200],
            subject=subject,
            subject_label=(str(subject) if subject else shown.label)[:200],
            request_id=request_id,
            once=once,
        )
    DataAccess.objects.bulk_create(traces.values(), batch_size=CHUNK, ignore_conflicts=True)


def _people(seen: Iterable[Shown]) -> dict[int | str | None, User]:
    """Find the accounts of the people shown: by number in one query, by address in another."""
    shown = list(seen)
    numbers = {each.user_id for each in shown if each.user_id}
    addresses = {each.email.lower() for each in shown if each.email}
    if not numbers | addresses:
        return {}
    users = get_user_model().objects
    found: dict[int | str | None, User] = {}
    if numbers:
        found |= {user.pk: user for user in users.filter(pk__in=numbers)}
    if addresses:
        known = users.annotate(lower=Lower("email")).filter(lower__in=addresses)
        found |= {user.email.lower(): user for user in known}
    return found


def _once(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()


def forget_traces(older_than: timedelta) -> int:
    """Delete the traces that are older, a few at a time; return how many. Safe to run again."""
    old = DataAccess.objects.filter(at__lt=database_now() - older_than).order_by("pk")
    deleted = 0
    while keys := list(old.values_list("pk", flat=True)[:CHUNK]):
        DataAccess.objects.filter(pk__in=keys).delete()
        deleted += len(keys)
    return deleted
