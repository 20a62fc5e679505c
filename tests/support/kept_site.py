"""A site of one view behind the page cache, for tests of what is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from vicinia.core.page_cache.middleware import PageCacheMiddleware


class Site:
    """A site of one view behind the page cache, counting how often it renders."""

    def __init__(self, view: Callable[[HttpRequest], Any]) -> None:
        self.view = view
        self.rendered = 0
        self.middleware = PageCacheMiddleware(self._render)

    def _render(self, request: HttpRequest) -> Any:
        self.rendered += 1
        return self.view(request)

    def read(self, path: str = "/", method: str = "GET", **headers: str) -> Any:
        """One reader's request."""
        return self.middleware(RequestFactory().generic(method, path, **headers))


def plain(_request: HttpRequest) -> HttpResponse:
    """A public page."""
    return HttpResponse("<p>ciao</p>")
