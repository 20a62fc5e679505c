"""What the site says about a topic (*argomento*) of the municipal model, gathered from every list."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from calls.notices.queries import public_call_pages, summaries
from calls.notices.words import card_of
from campaigns.events.enums import EventTime
from campaigns.events.queries import at, event_cards, event_pages
from campaigns.outreach.queries import campaign_cards, campaign_pages
from campaigns.projects.catalogue.queries import project_cards, project_pages, this_school_year
from vicinia.core.components import Card, Hero, Link
from vicinia.directory.services.queries import service_cards, service_pages
from vicinia.home.landing.screens import link_to, lists_below
from vicinia.home.news.screens import news_cards, news_pages
from vicinia.home.sections.screens import Related
from vicinia.territory.models import Topic

from .queries import topics_in_use

# Of each kind; the list of the kind has the others.
MOST = 6


@dataclass(frozen=True, slots=True)
class TopicScreen:
    """One topic with what the site has about it."""

    hero: Hero
    related: tuple[Related, ...]


def topic_cards() -> tuple[Card, ...]:
    """Return the topics that have something to read in the active language, by name."""
    return tuple(
        Card(topic.name, reverse("topic", args=[topic.slug]), topic.description) for topic in topics_in_use()
    )


def topic_screen(topic: Topic, site: Site | None) -> TopicScreen:
    """Return the first pages of each kind about a topic, and the way to the others."""
    lists = lists_below(site.root_page.localized) if site else {}

    def more(model: str, label: str, *, filtered: bool = False) -> Link | None:
        link = link_to(lists, model, label)
        return Link(label, f"{link.url}?argomento={topic.slug}") if link and filtered else link

    events = at(event_pages().filter(event__topics=topic), EventTime.COMING)
    calls = public_call_pages().filter(call__topics=topic)
    projects = project_pages().filter(project__topics=topic)
    related = (
        Related(
            _("Services"),
            service_cards(service_pages().filter(service__topics=topic)[:MOST]),
            more("servicesindexpage", _("All services")),
        ),
        Related(
            _("Campaigns"),
            campaign_cards(campaign_pages().filter(campaign__topic=topic)[:MOST]),
            more("campaignsindexpage", _("All campaigns"), filtered=True),
        ),
        Related(
            _("Calls for associations"),
            tuple(card_of(call) for call in summaries(calls[:MOST], timezone.now())),
            more("callsindexpage", _("All calls")),
        ),
        Related(
            _("Next events"),
            event_cards(events[:MOST]),
            more("eventsindexpage", _("All events"), filtered=True),
        ),
        Related(
            _("Projects for schools"),
            project_cards(list(projects[:MOST]), this_school_year()),
            more("schoolprojectsindexpage", _("The whole catalogue"), filtered=True),
        ),
        Related(
            _("News"),
            news_cards(news_pages().filter(topics=topic)[:MOST]),
            more("newsindexpage", _("All news"), filtered=True),
        ),
    )
    return TopicScreen(
        hero=Hero(topic.name, topic.description, kicker=_("Topic")),
        related=tuple(each for each in related if each.cards),
    )
