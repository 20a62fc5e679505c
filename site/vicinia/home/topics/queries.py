"""Which pages are about a topic: each kind of page says it through its own record."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from calls.notices.queries import public_call_pages
from campaigns.events.queries import event_pages
from campaigns.outreach.queries import campaign_pages
from campaigns.projects.catalogue.queries import project_pages
from vicinia.core.search import Hit, RowsFound, every_word
from vicinia.directory.services.queries import service_pages
from vicinia.home.news.screens import news_pages
from vicinia.territory.models import Topic

TOPIC = _("Topics")


def pages_with_topics() -> tuple[tuple[QuerySet[Page], str], ...]:
    """Return the public pages of each kind that has topics, with the way to them."""
    return (
        (service_pages(), "service__topics"),
        (campaign_pages(), "campaign__topic"),
        (public_call_pages(), "call__topics"),
        (event_pages(), "event__topics"),
        (project_pages(), "project__topics"),
        (news_pages(), "topics"),
    )


def topics_in_use() -> QuerySet[Topic]:
    """Return the topics that have something to read in the active language, by name; seven queries."""
    ids = {
        pk
        for pages, path in pages_with_topics()
        for pk in pages.order_by().values_list(path, flat=True).distinct()
    }
    return Topic.objects.filter(pk__in=[pk for pk in ids if pk])


def about(slug: str) -> Q:
    """Choose, among all pages, the public ones about a topic."""
    chosen = (
        Q(pk__in=pages.filter(**{f"{path}__slug": slug}).order_by().values("pk"))
        for pages, path in pages_with_topics()
    )
    return reduce(or_, chosen)


def find_topics(words: str) -> RowsFound[Topic]:
    """Find topics by name and description."""
    return RowsFound(Topic.objects.filter(every_word(words, ("name", "description"))), topic_hits)


def topic_hits(topics: QuerySet[Topic]) -> list[Hit]:
    """Return topics as results of the search."""
    return [
        Hit(TOPIC, topic.name, reverse("topic", args=[topic.slug]), topic.description) for topic in topics
    ]
