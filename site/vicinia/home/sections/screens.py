"""What areas and information pages show, as components."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from calls.notices.queries import in_state as in_call_state
from calls.notices.queries import public_call_pages, summaries
from calls.notices.window import WindowState
from calls.notices.words import card_of
from campaigns.outreach.enums import CampaignState
from campaigns.outreach.queries import campaign_cards, campaign_pages, in_state
from vicinia.core.components import Card, Hero, Link
from vicinia.core.pages.base import BasePage
from vicinia.core.pages.pictures import card_images, hero_image
from vicinia.directory.services.queries import area_service_cards

from .models import InformationPage, SectionPage, SectionsIndexPage


@dataclass(frozen=True, slots=True)
class Related:
    """Cards of one kind, with the way to all of them."""

    title: str
    cards: tuple[Card, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class SectionScreen:
    """A page with what hangs on it."""

    hero: Hero
    children: tuple[Card, ...]
    related: tuple[Related, ...] = ()


def index_screen(page: SectionsIndexPage) -> SectionScreen:
    """Return the areas of the office."""
    sections = SectionPage.objects.live().public().child_of(page).select_related("locale").order_by("path")
    return SectionScreen(Hero(page.title, page.summary), page_cards(list(sections)))


def section_screen(page: SectionPage) -> SectionScreen:
    """Return one area with its pages, services, running campaigns and open calls."""
    topics = list(page.topics.all())
    running = in_state(campaign_pages().filter(campaign__topic__in=topics), CampaignState.RUNNING)
    now = timezone.now()
    open_now = in_call_state(
        public_call_pages().filter(call__topics__in=topics).distinct(), WindowState.OPEN, now
    )
    related = (
        Related(_("Services"), area_service_cards(page.area_id) if page.area_id else ()),
        Related(_("Running campaigns"), campaign_cards(running[:3])),
        Related(_("Calls open now"), tuple(card_of(call) for call in summaries(open_now[:3], now))),
    )
    return SectionScreen(
        hero=Hero(page.title, page.summary, kicker=_("What we do"), image=hero_image(page)),
        children=child_cards(page),
        related=tuple(each for each in related if each.cards),
    )


def information_screen(page: InformationPage) -> SectionScreen:
    """Return a page with the pages below it."""
    return SectionScreen(Hero(page.title, page.summary, image=hero_image(page)), child_cards(page))


def child_cards(page: Page) -> tuple[Card, ...]:
    """Return cards of the pages right below."""
    children = InformationPage.objects.live().public().child_of(page).select_related("locale")
    return page_cards(list(children.order_by("path")))


def page_cards(pages: list[BasePage]) -> tuple[Card, ...]:
    """Return a plain card for each page."""
    return tuple(
        Card(page.title, page.url or "", page.summary, image=image)
        for page, image in zip(pages, card_images(pages), strict=True)
    )
