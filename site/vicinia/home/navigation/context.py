"""The shell of every public page: menu, languages, footer, banner."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from wagtail.models import Site

from vicinia.core.components import MenuItem
from vicinia.home.outlets.links import feed_links

from .languages import languages_of
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
            languages=languages_of(request, surrounding.languages),
            feeds=feed_links(request),
        )
    }


def marked(item: MenuItem, path: str) -> MenuItem:
    """Return the menu entry, marked when the reader is at it or below it."""
    children = tuple(marked(child, path) for child in item.children)
    is_current = bool(item.url) and (path.startswith(item.url) or any(child.is_current for child in children))
    return replace(item, is_current=is_current, children=children)
