"""Which pages anybody may read. Every list of every page asks, so what rarely changes is kept in memory."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import QuerySet
from django.utils.translation import get_language
from wagtail.models import Locale, Page, PageViewRestriction

from vicinia.core.page_cache.kept import KeptByGeneration

AnyPage = TypeVar("AnyPage", bound=Page)

_locales: KeptByGeneration[int] = KeptByGeneration()
_restricted: KeptByGeneration[tuple[str, ...]] = KeptByGeneration()


def published(pages: QuerySet[AnyPage], parent: Page | None = None) -> QuerySet[AnyPage]:
    """Keep the live pages that nobody restricted: those right below `parent`, or in the active language."""
    if parent is None:
        return readable(pages).filter(locale_id=active_locale_id())
    return readable(pages).filter(path__startswith=parent.path, depth=parent.depth + 1)


def readable(pages: QuerySet[AnyPage]) -> QuerySet[AnyPage]:
    """Keep the live pages that nobody restricted, in whatever language."""
    shown = pages.filter(live=True)
    for path in restricted_paths():
        shown = shown.exclude(path__startswith=path)
    return shown


def active_locale_id() -> int:
    """Return the id of the active language's content; of the default language's when it has none."""
    return _locales.get(get_language(), lambda: Locale.get_active().pk)


def restricted_paths() -> tuple[str, ...]:
    """Return the paths in the tree of the pages that a password, a group or a sign-in guards."""
    return _restricted.get(
        "all", lambda: tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    )
