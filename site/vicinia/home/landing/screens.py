"""What the home page shows, as components."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page

from calls.notices.queries import open_calls
from calls.notices.words import card_of
from campaigns.events.queries import next_event_cards
from campaigns.outreach.queries import running_cards
from campaigns.projects.catalogue.queries import catalogue_cards
from vicinia.core.components import Card, Image, Link, StatTile
from vicinia.core.page_cache import changes_at
from vicinia.core.page_cache.kept import KeptByGeneration
from vicinia.core.pages.pictures import hero_image
from vicinia.core.pages.published import published
from vicinia.monitoring.public_figures import year_tiles

from .models import HomePage
from .queries import next_change_at

CAMPAIGNS, CALLS, PROJECTS, EVENTS = 4, 3, 3, 3


@dataclass(frozen=True, slots=True)
class RunningNow:
    """What the office does these days, the same for every reader of a language."""

    campaigns: tuple[Card, ...]
    calls: tuple[Card, ...]
    projects: tuple[Card, ...]
    events: tuple[Card, ...]


_lists: KeptByGeneration[dict[str, str]] = KeptByGeneration()
_running: KeptByGeneration[RunningNow] = KeptByGeneration()


@dataclass(frozen=True, slots=True)
class NeedLink:
    """A need as people say it, and where it leads."""

    label: str
    hint: str
    url: str


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """The home page from top to bottom."""

    headline: str
    summary: str
    image: Image | None
    examples: tuple[Link, ...]
    needs_title: str
    needs: tuple[NeedLink, ...]
    all_services: Link | None
    campaigns: tuple[Card, ...]
    all_campaigns: Link | None
    calls: tuple[Card, ...]
    all_calls: Link | None
    projects: tuple[Card, ...]
    all_projects: Link | None
    events: tuple[Card, ...]
    all_events: Link | None
    numbers_title: str
    numbers: tuple[StatTile, ...]


def home_screen(page: HomePage) -> HomeScreen:
    """Return the parts of the home page."""
    search = reverse("search")
    lists = lists_below(page)
    # For whoever is signed in, whose page is not kept whole.
    running = _running.get(translation.get_language(), running_now)
    return HomeScreen(
        headline=page.headline,
        summary=page.summary,
        image=hero_image(page),
        examples=tuple(
            Link(block.value, f"{search}?{urlencode({'q': block.value})}") for block in page.search_examples
        ),
        needs_title=page.needs_title or _("What do you need?"),
        needs=tuple(
            NeedLink(block.value["label"], block.value["hint"], block.value["url"]) for block in page.needs
        ),
        all_services=link_to(lists, "servicesindexpage", _("All services")),
        campaigns=running.campaigns,
        all_campaigns=link_to(lists, "campaignsindexpage", _("All campaigns")),
        calls=running.calls,
        all_calls=link_to(lists, "callsindexpage", _("All calls")),
        projects=running.projects,
        all_projects=link_to(lists, "schoolprojectsindexpage", _("The whole catalogue")),
        events=running.events,
        all_events=link_to(lists, "eventsindexpage", _("All events")),
        numbers_title=page.numbers_title or _("A year in numbers"),
        numbers=year_tiles(timezone.localdate(), reverse("public_figures")),
    )


def running_now() -> RunningNow:
    """Read what runs in the active language, and say when that changes by itself."""
    changes_at(next_change_at())
    return RunningNow(
        campaigns=running_cards(CAMPAIGNS),
        calls=tuple(card_of(call) for call in open_calls(timezone.now(), CALLS)),
        projects=catalogue_cards(PROJECTS),
        events=next_event_cards(EVENTS),
    )


def lists_below(page: HomePage) -> dict[str, str]:
    """Return the addresses of the public pages right below the home page, by type."""

    def read() -> dict[str, str]:
        children = published(Page.objects.select_related("content_type", "locale"), page)
        return {child.content_type.model: child.url or "" for child in children}

    return _lists.get(page.pk, read)


def link_to(lists: dict[str, str], model: str, label: str) -> Link | None:
    """Return the link to a list, if the site has it."""
    return Link(label, lists[model]) if lists.get(model) else None
