"""Writes about one's own data."""

from __future__ import annotations

from django.db import transaction

from vicinia.accounts.models import User
from vicinia.core import audit


def change_name(*, user: User, first_name: str, last_name: str, by: User) -> User:
    """Keep the person's name as they write it; the trail says that it changed, not into what."""
    with transaction.atomic():
        locked = User.objects.select_for_update().get(pk=user.pk)
        if (locked.first_name, locked.last_name) == (first_name, last_name):
            return locked
        locked.first_name, locked.last_name = first_name, last_name
        locked.save(update_fields=["first_name", "last_name"])
        audit.record("accounts.user.updated", by=by, target=locked, fields=["first_name", "last_name"])
    return locked


def note_export(*, user: User, kind: str, by: User) -> None:
    """Note that a person has taken a copy of their own data."""
    audit.record("accounts.user.exported", by=by, target=user, kind=kind)
