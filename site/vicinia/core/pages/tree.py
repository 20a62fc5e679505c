"""Putting pages into the tree from code: starter pages and demo content."""

from __future__ import annotations

from itertools import chain, count
from typing import TypeVar

from django.utils.text import slugify
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


def free_slug(parent: Page, title: str, *, fallback: str, but: int | None = None) -> str:
    """Return an address for a page below `parent` that none beside it has; `but` is the page itself."""
    wanted = slugify(title)[:80].strip("-") or fallback
    taken = set(parent.get_children().exclude(pk=but or 0).values_list("slug", flat=True))
    tries = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
    return next(slug for slug in tries if slug not in taken)


def leave_as_draft(page: Page) -> None:
    """Take back a page that a hook does not let out: Wagtail makes a new one live before asking."""
    if page.first_published_at is None:
        page.live, page.has_unpublished_changes = False, True
        Page.objects.filter(pk=page.pk, first_published_at=None).update(
            live=False, has_unpublished_changes=True
        )
