"""Raising and closing the notice above every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from vicinia.core import audit
from vicinia.core.page_cache.invalidation import public_content_changed

from .models import Banner

if TYPE_CHECKING:
    from wagtail.models import Page

    from vicinia.accounts.models import User


def raise_banner(
    *, by: User, title: str, text: str = "", level: str = Banner.Level.ATTENTION, page: Page | None = None
) -> Banner:
    """Show a notice above every page at once; one that was shown before is closed."""
    with transaction.atomic():
        # No notice may be up to be locked: the site's row makes two people come one after the other.
        Site.objects.select_for_update().get(is_default_site=True)
        for other in Banner.objects.select_for_update().filter(is_raised=True):
            _close(other, by=by)
        banner = Banner.objects.create(
            title=title, text=text, level=level, page=page, raised_at=timezone.now(), raised_by=by
        )
        audit.record("emergencies.banner.raised", by=by, target=banner, title=title, text=text, level=level)
        public_content_changed()
    return banner


def close_banner(banner: Banner, *, by: User) -> Banner:
    """Take the notice away at once; closing it twice does nothing."""
    with transaction.atomic():
        banner = Banner.objects.select_for_update().get(pk=banner.pk)
        if banner.is_raised:
            _close(banner, by=by)
            public_content_changed()
    return banner


def _close(banner: Banner, *, by: User) -> None:
    banner.is_raised = False
    banner.closed_at = timezone.now()
    banner.save(update_fields=["is_raised", "closed_at"])
    audit.record("emergencies.banner.closed", by=by, target=banner)
