"""Whole public pages kept in the process for anonymous readers.

A hit costs a dictionary look-up and no query. A page leaves the cache when the generation grows
(something was published), when it changes by itself (`changes_at`, `response.valid_until`), or when
the memory set aside is full (the least recently read goes first).
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from . import generation
from .keys import page_key
from .store import MAX_PAGE_BYTES, Entry, make_entry, pages
from .turns import turns
from .validity import collecting

# A page that varies by anything else is not ours to share.
KNOWN_VARY = {"accept-encoding", "accept-language", "cookie"}


class PageCacheMiddleware:
    """Renders and keeps; answers from memory what the front (front.py) did not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = page_key(request.META)
        if key is None:
            return self.get_response(request)
        entry = self._find(key)
        if entry is None and turns.wait(key):
            entry = self._find(key)
        if entry is not None:
            return answer(entry, request)
        with turns.rendering(key):
            return self._render(request, key)

    def _find(self, key: str) -> Entry | None:
        entry = pages.get(key)
        return entry if entry and entry.holds(generation.current()) else None

    def _render(self, request: HttpRequest, key: str) -> HttpResponseBase:
        # Read before rendering: a page published meanwhile makes this entry stale at once.
        number = generation.current()
        with collecting() as changes:
            response = self.get_response(request)
        if request.method == "HEAD":
            return response
        is_kept = is_cacheable(request, response)
        turns.note_kept(key, is_kept=is_kept)
        if not is_kept:
            return response
        assert isinstance(response, HttpResponse)  # noqa: S101 - is_cacheable has looked
        if valid_until := getattr(response, "valid_until", None):
            changes.append(valid_until)
        entry = make_entry(response, generation=number, changes=changes)
        pages.put(key, entry)
        return answer(entry, request)


def is_cacheable(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Keep only whole, public, cookie-free pages."""
    cache_control = response.get("Cache-Control", "")
    vary = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        # A page that holds a form's token sends its cookie; this is for one that forgot to.
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and "no-store" not in cache_control
        and "private" not in cache_control
        and response.get("Content-Type", "").startswith("text/html")
        and "Content-Encoding" not in response
        and vary <= KNOWN_VARY
        and len(response.content) <= MAX_PAGE_BYTES
    )


def answer(entry: Entry, request: HttpRequest) -> HttpResponse:
    """Make a response of an entry."""
    status, headers, body = entry.answer_to(request.META)
    response = HttpResponse(body, status=status)
    if status == 304:
        del response["Content-Type"]
    for name, value in headers:
        response.headers[name] = value
    return response
