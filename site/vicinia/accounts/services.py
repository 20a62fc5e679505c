"""Writes about people's accounts."""

from __future__ import annotations

from django.db import transaction

from vicinia.core import audit

from .models import User


def note_language(*, user: User, language: str, by: User) -> User:
    """Keep the language in which a person uses the site: their mails are written in it."""
    if user.language == language:
        return user
    with transaction.atomic():
        user.language = language
        user.save(update_fields=["language"])
        audit.record("accounts.user.language_noted", by=by, target=user, language=language)
    return user
