"""The shell of every public page: menu, languages, footer, banner."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site

from vicinia.core.components import Language, MenuItem
from vicinia.core.pages.published import readable

from .shell import shell_for

ADMIN_PREFIX = "/cms/"


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `shell` for templates/base.html; nothing for the staff's admin."""
    if request.path.startswith(ADMIN_PREFIX) and not getattr(request, "is_preview", False):
        return {}
    surrounding = shell_for(Site.find_for_request(request))
    return {
        "shell": replace(
            surrounding,
            menu=tuple(marked(item, request.path) for item in surrounding.menu),
            languages=languages_of(getattr(request, "public_page", None)),
        )
    }


def marked(item: MenuItem, path: str) -> MenuItem:
    """Return the menu entry, marked when the reader is at it or below it."""
    children = tuple(marked(child, path) for child in item.children)
    is_current = bool(item.url) and (path.startswith(item.url) or any(child.is_current for child in children))
    return replace(item, is_current=is_current, children=children)


def languages_of(page: Page | None) -> tuple[Language, ...]:
    """Return the published translations of the page being read, itself included; one query."""
    if page is None:
        return ()
    names = dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES)
    translations = readable(page.get_translations(inclusive=True)).select_related("locale")
    found = {each.locale.language_code: each for each in translations}
    return tuple(
        Language(code, names.get(code, code), found[code].url or "", is_current=found[code].pk == page.pk)
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
        if code in found
    )
