"""Answers from memory before Django has made a request of it.

Django's own handling of a request (signals, request object, middleware) costs three times what
finding a kept page does. What is not kept goes on to Django, whose middleware renders and keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any

from django.db import close_old_connections

from vicinia.core.access_log import log_access, new_request_id

from . import generation
from .keys import page_key
from .store import pages

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

STATUS_LINES = {200: "200 OK", 304: "304 Not Modified"}


def with_page_cache(application: Application) -> Application:
    """Put the kept pages in front of a WSGI application."""

    def front(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        started = perf_counter()
        key = page_key(environ)
        entry = pages.get(key) if key is not None else None
        if entry is None or not entry.holds(known_generation()):
            return application(environ, start_response)
        status, headers, body = entry.answer_to(environ)
        request_id = new_request_id()
        start_response(STATUS_LINES[status], [*headers, ("X-Request-Id", request_id)])
        log_access(environ["REQUEST_METHOD"], environ["PATH_INFO"], status, started, request_id)
        return [body]

    return front


def known_generation() -> int:
    """The generation; the connection that read it is given back, since no request will end here."""
    if not generation.is_due():
        return generation.known()
    number = generation.current()
    close_old_connections()
    return number
