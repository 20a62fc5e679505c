"""Whole public pages kept in the process for anonymous readers.

A hit costs a dictionary look-up and no query. A page leaves the cache when the generation grows
(something was published), when it says it changes by itself (`response.valid_until`, such as a
call that opens), or when the memory set aside is full (the least recently read goes first).
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from . import generation

MAX_BYTES = 64 * 1024 * 1024
MAX_AGE_SECONDS = 60 * 60
# Query keys that change a public page. Any other key means that the page is not cached.
QUERY_KEYS = frozenset({"pagina", "argomento", "stato", "destinatari", "ordine", "anno"})
NEVER_CACHED = ("/cms/", "/area-riservata/", "/accedi/", "/health/", "/posta-demo/", "/static/", "/media/")


@dataclass(frozen=True)
class Entry:
    """A kept response."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    generation: int
    expires_at: float  # seconds since the epoch


class PageStore:
    """Bytes of pages up to a total size, least recently read out first; safe between threads."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._entries: OrderedDict[str, Entry] = OrderedDict()
        self._lock = threading.Lock()
        self._bytes = 0
        self._max_bytes = max_bytes

    def get(self, key: str) -> Entry | None:
        """Return the entry and note that it was read."""
        with self._lock:
            entry = self._entries.get(key)
            if entry:
                self._entries.move_to_end(key)
            return entry

    def put(self, key: str, entry: Entry) -> None:
        """Keep an entry, letting others go until it fits."""
        with self._lock:
            self._drop(key)
            self._entries[key] = entry
            self._bytes += len(entry.body)
            while self._bytes > self._max_bytes and self._entries:
                self._drop(next(iter(self._entries)))

    def drop(self, key: str) -> None:
        """Forget an entry."""
        with self._lock:
            self._drop(key)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
            self._bytes = 0

    def _drop(self, key: str) -> None:
        old = self._entries.pop(key, None)
        if old:
            self._bytes -= len(old.body)


store = PageStore()


class PageCacheMiddleware:
    """Outermost middleware: answers anonymous readers from memory."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = cache_key(request)
        if key is None:
            return self.get_response(request)
        number = generation.current()
        entry = store.get(key)
        if entry and entry.generation == number and entry.expires_at > time.time():
            return answer(entry)
        # The number was read before rendering: a page published meanwhile makes this entry stale at once.
        response = self.get_response(request)
        if is_cacheable(response):
            store.put(key, kept(response, number))
        return response


def cache_key(request: HttpRequest) -> str | None:
    """Name the page, or None when this request is not an anonymous reader's."""
    if request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    if request.path.startswith(NEVER_CACHED) or not QUERY_KEYS.issuperset(request.GET):
        return None
    return f"{request.get_host()} {request.path}?{request.META.get('QUERY_STRING', '')}"


def is_cacheable(response: HttpResponseBase) -> bool:
    """Keep only whole, public, cookie-free pages."""
    return (
        isinstance(response, HttpResponse)
        and response.status_code == 200
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
        and "private" not in response.get("Cache-Control", "")
        and response.get("Content-Type", "").startswith("text/html")
    )


def kept(response: HttpResponse, number: int) -> Entry:
    """Make the entry of a response, with the earliest instant at which it changes by itself."""
    expires_at = time.time() + MAX_AGE_SECONDS
    valid_until: datetime | None = getattr(response, "valid_until", None)
    if valid_until:
        expires_at = min(expires_at, valid_until.timestamp())
    # The CDN and the browser ask again each time; the answer from memory is cheaper than a stale page.
    response.headers.setdefault("Cache-Control", "public, max-age=0, must-revalidate")
    return Entry(response.content, tuple(response.items()), number, expires_at)


def answer(entry: Entry) -> HttpResponse:
    """Make a response of an entry."""
    response = HttpResponse(entry.body)
    for name, value in entry.headers:
        response[name] = value
    return response
