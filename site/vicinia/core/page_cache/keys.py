"""Which requests are for a cached page, and under which name it is kept."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

from vicinia.core.languages import in_every_language

from . import generation

# Query keys that change a public page; apps add theirs with `allow_query_keys`. A request with any
# other key is rendered and not kept.
_QUERY_KEYS = {"pagina", "argomento", "stato", "destinatari", "ordine", "anno"}
# Keys that say where a reader comes from. They are taken off before the page is rendered, so that a
# newsletter's readers share one page and none finds the other's address in it.
TRACKING_KEYS = frozenset(
    {
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "utm_term",
        "utm_content",
        "mc_cid",
        "mc_eid",
        "fbclid",
        "gclid",
    }
)
# Pages of one person, each in every language.
PERSONAL = ("/area-riservata/", "/accedi/", "/registrati/", "/posta-demo/")
NEVER_CACHED = ("/cms/", "/health/", "/static/", "/media/", *in_every_language(PERSONAL))
MAX_QUERY_LENGTH = 200
READING = frozenset({"GET", "HEAD"})


def allow_query_keys(*names: str) -> None:
    """Let pages with these query keys be cached; called in `AppConfig.ready()`."""
    _QUERY_KEYS.update(names)


def page_key(environ: dict[str, Any]) -> str | None:
    """Name the page, or None when the request is not an anonymous reader's or not for a page.

    Takes the server's own variables (`request.META`), so that a hit needs no request object. The
    host is not checked: only pages that Django has rendered, and so whose host it accepted, are
    kept. The language is in the path. Cookies of others on the same domain are let be: ours are the
    session (signed in, or a form begun) and the messages waiting to be shown.
    """
    path = environ["PATH_INFO"]
    if environ["REQUEST_METHOD"] not in READING or path.startswith(NEVER_CACHED):
        return None
    if "HTTP_AUTHORIZATION" in environ:
        return None
    cookies = environ.get("HTTP_COOKIE")
    if cookies and (settings.SESSION_COOKIE_NAME in cookies or "messages" in cookies):
        return None
    query = environ.get("QUERY_STRING", "")
    if query:
        query = known_query(environ, query)
        if query is None:
            return None
    return f"{scheme(environ)}://{environ.get('HTTP_HOST', '').lower()}{path}?{query}"


def scheme(environ: dict[str, Any]) -> str:
    """How the reader came: behind a proxy its header says so, as Django reads it."""
    trusted = settings.SECURE_PROXY_SSL_HEADER
    if trusted and (told := environ.get(trusted[0])):
        return "https" if told.split(",", 1)[0].strip() == trusted[1] else "http"
    return str(environ["wsgi.url_scheme"])


def known_query(environ: dict[str, Any], query: str) -> str | None:
    """Return the query in a stable order without tracking keys, or None when it has other keys.

    The tracking keys are taken off the request itself before anything has read them.
    """
    if len(query) > MAX_QUERY_LENGTH * 10:
        return None
    pairs = [(name, value) for name, values in QueryDict(query).lists() for value in values]
    known = [(name, value) for name, value in pairs if name not in TRACKING_KEYS]
    if len(known) < len(pairs):
        environ["QUERY_STRING"] = urlencode(known)
    if not _QUERY_KEYS.issuperset(name for name, _value in known):
        return None
    ordered = urlencode(sorted(known))
    return ordered if len(ordered) <= MAX_QUERY_LENGTH else None


def by_generation(key: str, key_prefix: str, version: int) -> str:
    """A cache's KEY_FUNCTION: the name changes when something is published, in every process."""
    return f"{key_prefix}:{version}:{generation.current()}:{key}"
