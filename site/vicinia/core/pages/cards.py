"""Pages as cards."""

from __future__ import annotations

from collections.abc import Sequence

from wagtail.models import Page

from vicinia.core.components import Card

from .base import BasePage
from .pictures import card_images
from .published import in_best_language


def page_cards(pages: Sequence[BasePage]) -> tuple[Card, ...]:
    """Return a plain card for each page."""
    return tuple(
        Card(page.title, page.url or "", page.summary, image=image)
        for page, image in zip(pages, card_images(pages), strict=True)
    )


def cards_of(chosen: Sequence[Page]) -> tuple[Card, ...]:
    """Return the cards of the pages that anybody may read, in the order given and the best language."""
    if not chosen:
        return ()
    wanted = [page.translation_key for page in chosen]
    ids = in_best_language(Page.objects.filter(translation_key__in=wanted)).values("pk")
    shown = Page.objects.filter(pk__in=ids).specific().select_related("locale", for_specific_subqueries=True)
    pages = [page for page in shown if isinstance(page, BasePage)]
    return page_cards(sorted(pages, key=lambda page: wanted.index(page.translation_key)))
