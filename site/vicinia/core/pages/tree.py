"""Putting pages into the tree from code: starter pages and demo content."""

from __future__ import annotations

from typing import TypeVar

from wagtail.models import Page, Site

AnyPage = TypeVar("AnyPage", bound=Page)


def home_page() -> Page:
    """Return the site's first page, in the default language."""
    return Site.objects.get(is_default_site=True).root_page.specific


def ensure_page(parent: Page, page: AnyPage) -> AnyPage:
    """Publish `page` under `parent` unless a page with its slug is there already; return the one there."""
    there = parent.get_children().filter(slug=page.slug).first()
    if there is not None:
        return there.specific  # type: ignore[no-any-return]
    page.locale_id = parent.locale_id
    parent.add_child(instance=page)
    page.save_revision().publish()
    # The parent counts its children in memory; the next child reads it again.
    parent.refresh_from_db()
    return page
