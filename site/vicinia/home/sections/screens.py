"""What areas and information pages show, as components."""

from __future__ import annotations

from collections.abc import Mapping
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
from vicinia.core.components import Card, Hero, Link, Pagination
from vicinia.core.pages.base import BasePage
from vicinia.core.pages.cards import page_cards
from vicinia.core.pages.listing import list_address
from vicinia.core.pages.pictures import hero_image
from vicinia.core.pages.published import published
from vicinia.directory.services.queries import area_service_cards, area_services_url
from vicinia.territory.models import WorkArea

from .models import InformationPage, SectionPage, SectionsIndexPage

# Services of an area that its page shows; the list of services, filtered, has them all.
SERVICES = 12


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
    pagination: Pagination
    related: tuple[Related, ...] = ()


def index_screen(page: SectionsIndexPage, query: Mapping[str, str]) -> SectionScreen:
    """Return the areas of the office."""
    cards, pagination = below(page, SectionPage, query)
    return SectionScreen(Hero(page.title, page.summary), cards, pagination)


def section_screen(page: SectionPage, query: Mapping[str, str]) -> SectionScreen:
    """Return one area with its pages, services, running campaigns and open calls."""
    topics = list(page.topics.all())
    running = in_state(campaign_pages().filter(campaign__topic__in=topics), CampaignState.RUNNING)
    now = timezone.now()
    open_now = in_call_state(
        public_call_pages().filter(call__topics__in=topics).distinct(), WindowState.OPEN, now
    )
    related = (
        area_services(page.area) if page.area else Related(_("Services"), ()),
        Related(_("Running campaigns"), campaign_cards(running[:3])),
        Related(_("Calls open now"), tuple(card_of(call) for call in summaries(open_now[:3], now))),
    )
    cards, pagination = below(page, InformationPage, query)
    return SectionScreen(
        hero=Hero(page.title, page.summary, kicker=_("What we do"), image=hero_image(page)),
        children=cards,
        pagination=pagination,
        related=tuple(each for each in related if each.cards),
    )


def information_screen(page: InformationPage, query: Mapping[str, str]) -> SectionScreen:
    """Return a page with the pages below it."""
    cards, pagination = below(page, InformationPage, query)
    return SectionScreen(Hero(page.title, page.summary, image=hero_image(page)), cards, pagination)


def area_services(area: WorkArea) -> Related:
    """Return the first services of an area, and the way to the others."""
    url = area_services_url(area)
    more = Link(_("All services of this area"), url) if url else None
    return Related(_("Services"), area_service_cards(area.pk, limit=SERVICES), more)


def below(page: Page, kind: type[BasePage], query: Mapping[str, str]) -> tuple[tuple[Card, ...], Pagination]:
    """Return cards of the public pages of a kind right below, in the editors' order, a page at a time."""
    children = published(kind.objects.select_related("locale"), page).order_by("path")
    rows, pagination = list_address(page.url or "", query, ()).paginate(children)
    return page_cards(list(rows.object_list)), pagination
