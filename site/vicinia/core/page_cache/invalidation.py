"""Telling every process that public pages have changed.

Services and screens that change what the public sees call `public_content_changed()`. Wagtail's own
objects (pages, images, documents, sites, settings, restrictions) do so by its signals and by
watching their rows: staleness must follow any write, whoever makes it.
"""

from __future__ import annotations

import threading
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import F
from django.db.models.signals import post_delete, post_save
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from . import generation


class Announcement:
    """The calls of one transaction: the first to run after its commit writes, the others need not."""

    def __init__(self) -> None:
        self.is_made = False

    def make(self) -> None:
        """Let the number grow, once."""
        if not self.is_made:
            _bump()
            self.is_made = True


_threads = threading.local()


def public_content_changed() -> None:
    """Drop all cached pages when this commits: here at once, elsewhere within half a second.

    Calling it a thousand times in one transaction costs one write; calls that a savepoint takes
    back do not count.
    """
    announcement = getattr(_threads, "announcement", None)
    if announcement is None or announcement.is_made:
        announcement = _threads.announcement = Announcement()
    transaction.on_commit(announcement.make)


def watch(*kinds: type[models.Model]) -> None:
    """Drop all cached pages whenever a row of these models is saved or deleted.

    For what editors change row by row (a snippet, a setting); called in `AppConfig.ready()`. Bulk
    writes send no signal: their service calls `public_content_changed()`.
    """
    for kind in kinds:
        for signal in (post_save, post_delete):
            signal.connect(_on_signal, sender=kind, dispatch_uid=f"vicinia.page_cache.{kind._meta.label}")


def connect() -> None:
    """Listen to everything of Wagtail's that changes a public page."""
    for signal in (
        page_published,
        page_unpublished,
        page_slug_changed,
        post_page_move,
        published,
        unpublished,
    ):
        signal.connect(_on_signal, dispatch_uid="vicinia.page_cache")
    watch(*_wagtail_models())


def _wagtail_models() -> list[type[models.Model]]:
    """Wagtail's models whose rows public pages show or are hidden by."""
    from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
    from wagtail.documents import get_document_model
    from wagtail.images import get_image_model
    from wagtail.models import CollectionViewRestriction, Locale, PageViewRestriction, Site

    settings = [
        model for model in apps.get_models() if issubclass(model, BaseGenericSetting | BaseSiteSetting)
    ]
    return [
        get_image_model(),
        get_document_model(),
        Site,
        Locale,
        PageViewRestriction,
        CollectionViewRestriction,
        *settings,
    ]


def _on_signal(sender: Any, **_kwargs: Any) -> None:
    public_content_changed()


def _bump() -> None:
    from .models import CacheGeneration

    if not CacheGeneration.objects.filter(pk=1).update(number=F("number") + 1):
        _row, is_new = CacheGeneration.objects.get_or_create(pk=1, defaults={"number": 1})
        if not is_new:
            CacheGeneration.objects.filter(pk=1).update(number=F("number") + 1)
    generation.forget()
