"""Which pages anybody may read. Every list of every page asks, so what rarely changes is kept in memory."""

from __future__ import annotations

from typing import TypeVar

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from wagtail.models import Locale, Page, PageViewRestriction

from vicinia.core.page_cache.kept import KeptByGeneration

from .breadcrumbs import home_url

AnyPage = TypeVar("AnyPage", bound=Page)

_locales: KeptByGeneration[int] = KeptByGeneration()
_restricted: KeptByGeneration[tuple[str, ...]] = KeptByGeneration()
_lists: KeptByGeneration[str] = KeptByGeneration()


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


def in_best_language(pages: QuerySet[AnyPage]) -> QuerySet[AnyPage]:
    """Keep what anybody may read: in the active language, else in the default one where it has no twin."""
    shown = readable(pages)
    here = Q(locale_id=active_locale_id())
    twins = shown.filter(here).order_by().values("translation_key")
    return shown.filter(here | Q(locale_id=default_locale_id()) & ~Q(translation_key__in=twins))


def list_url(kind: type[Page]) -> str:
    """Return where the pages of a list are: in the active language, else in the default one, else home."""
    return _lists.get((kind._meta.label, get_language()), lambda: _find_list(kind))


def _find_list(kind: type[Page]) -> str:
    found = in_best_language(kind._default_manager.all()).select_related("locale").first()
    return (found.url if found else None) or home_url()


def default_locale_id() -> int:
    """Return the id of the language that every page has."""
    return _locales.get(settings.LANGUAGE_CODE, lambda: Locale.get_default().pk)


def active_locale_id() -> int:
    """Return the id of the active language's content; of the default language's when it has none."""
    return _locales.get(get_language(), lambda: Locale.get_active().pk)


def restricted_paths() -> tuple[str, ...]:
    """Return the paths in the tree of the pages that a password, a group or a sign-in guards."""
    return _restricted.get(
        "all", lambda: tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    )
