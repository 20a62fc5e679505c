"""The full addresses that stand in mails, in the language of who reads them."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def link(view: str, *args: str | int, language: str) -> str:
    """Return the full address of one of our views in a language, whoever's language is active."""
    with translation.override(language):
        return f"{settings.BASE_URL}{reverse(view, args=args)}"
