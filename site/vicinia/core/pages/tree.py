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


def leave_as_draft(page: Page) -> None:
    """Take back a page that a hook does not let out: Wagtail makes a new one live before asking."""
    if page.first_published_at is None:
        page.live, page.has_unpublished_changes = False, True
        Page.objects.filter(pk=page.pk, first_published_at=None).update(
            live=False, has_unpublished_changes=True
        )
