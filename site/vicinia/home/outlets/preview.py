"""The picture that messages and social networks show of a link, drawn by code from the page's words."""

from __future__ import annotations

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from wagtail.models import Page

from vicinia.core.canonical import sha256_of
from vicinia.core.pages.base import BasePage
from vicinia.core.pages.published import published
from vicinia.core.pdf.render import render_picture
from vicinia.territory.letterhead.queries import letterhead

WIDTH, HEIGHT = 1200, 630
# Grows when the drawing changes, so that every picture gets a new address.
DRAWING = 1
A_YEAR = 365 * 24 * 3600
HASH_LENGTH = 16
Words = tuple[tuple[str, str], ...]


def preview_url(page: BasePage) -> str:
    """Return the address of the page's picture; other words give another address."""
    return reverse("link_picture", args=[page.pk, _hash_of(_words_of(page))])


@cache_control(public=True, max_age=A_YEAR, immutable=True)
def link_picture(request: HttpRequest, page_id: int, words: str) -> HttpResponse:
    """Draw the picture of a public page that is not delicate, for the words that it has now."""
    page = get_object_or_404(published(Page.objects.filter(pk=page_id))).specific
    if not isinstance(page, BasePage) or page.is_delicate or words != _hash_of(_words_of(page)):
        raise Http404
    return HttpResponse(_drawn(_words_of(page)), content_type="image/png")


def _words_of(page: BasePage) -> Words:
    who = letterhead()
    words = {
        "title": page.title,
        "kicker": str(page.search_kind if page.depth > 2 else who.tagline),
        "office": who.office,
        "municipality": who.full_name,
        "lang": get_language() or "it",
    }
    return tuple(words.items())


def _hash_of(words: Words) -> str:
    return sha256_of({**dict(words), "drawing": DRAWING})[:HASH_LENGTH]


@lru_cache(maxsize=128)
def _drawn(words: Words) -> bytes:
    return render_picture("preview", dict(words))
