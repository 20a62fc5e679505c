"""Writes about people's accounts."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction

from vicinia.core import audit

from .models import User


def hold_person(user: User) -> User:
    """Lock the row of who acts, before any object's: a deletion waits until the transaction ends, or has won.

    Raises PermissionDenied when the account is closed.
    """
    locked = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not locked.is_active:
        raise PermissionDenied
    return locked


def note_language(*, user: User, language: str, by: User) -> User:
    """Keep the language in which a person uses the site: their mails are written in it."""
    if user.language == language:
        return user
    with transaction.atomic():
        user.language = language
        user.save(update_fields=["language"])
        audit.record("accounts.user.language_noted", by=by, target=user, language=language)
    return user
