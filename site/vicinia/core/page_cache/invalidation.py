"""Telling every process that public pages have changed.

Services and screens that change what the public sees call `public_content_changed()`; Wagtail's
publishing signals call it for pages.
"""

from typing import Any

from django.db import transaction
from django.db.models import F
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from . import generation


def public_content_changed() -> None:
    """Drop all cached pages, here at once and elsewhere within half a second, when this commits."""
    transaction.on_commit(_bump)


def _bump() -> None:
    from .models import CacheGeneration

    if not CacheGeneration.objects.filter(pk=1).update(number=F("number") + 1):
        CacheGeneration.objects.get_or_create(pk=1, defaults={"number": 1})
    generation.forget()


def _on_page_signal(sender: Any, **_kwargs: Any) -> None:
    public_content_changed()


def connect() -> None:
    """Listen to everything in Wagtail that changes a public page."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_on_page_signal, dispatch_uid="vicinia.page_cache")
