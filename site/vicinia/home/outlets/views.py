"""Feeds (RSS 2.0) and calendars (iCalendar) of a kind of content, of a topic, or of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from vicinia.core.text import clean_text
from vicinia.territory.letterhead.queries import letterhead
from vicinia.territory.models import Topic

from .entries import latest
from .ical import calendar
from .kinds import KINDS, Kind
from .moments import moments

View = Callable[..., HttpResponse]
MINUTES_15 = 900


def for_programs(view: View) -> View:
    """A file that programs ask again and again: it may be a quarter of an hour old; 304 if unchanged."""
    return wraps(view)(require_safe(conditional_page(cache_control(public=True, max_age=MINUTES_15)(view))))


@for_programs
def kind_feed(request: HttpRequest, kind: str) -> HttpResponse:
    """Feed of a kind of content; `argomento` chooses one topic of it."""
    found = _kind(kind)
    topic = _chosen_topic(request)
    return _feed(request, [found], topic, _title(found, topic))


@for_programs
def topic_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Feed of all that is about a topic."""
    topic = get_object_or_404(Topic, slug=slug)
    return _feed(request, KINDS.values(), topic, topic.name)


@for_programs
def kind_calendar(request: HttpRequest, kind: str) -> HttpResponse:
    """Calendar of a kind of content that has dates; `argomento` chooses one topic of it."""
    found = _kind(kind)
    if not found.has_dates:
        raise Http404
    topic = _chosen_topic(request)
    return _calendar([found], topic, _title(found, topic))


@for_programs
def topic_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Calendar of all that is about a topic."""
    topic = get_object_or_404(Topic, slug=slug)
    return _calendar(KINDS.values(), topic, topic.name)


def _kind(key: str) -> Kind:
    if key not in KINDS:
        raise Http404
    return KINDS[key]


def _chosen_topic(request: HttpRequest) -> Topic | None:
    slug = clean_text(request.GET.get("argomento", ""))
    return get_object_or_404(Topic, slug=slug) if slug else None


def _title(kind: Kind, topic: Topic | None) -> str:
    return f"{kind.label}: {topic.name}" if topic else str(kind.label)


def _feed(request: HttpRequest, kinds: Iterable[Kind], topic: Topic | None, title: str) -> HttpResponse:
    who = letterhead()
    feed = Rss201rev2Feed(
        title=f"{title} – {who.full_name}",
        link=f"{settings.BASE_URL}{reverse('wagtail_serve', args=[''])}",
        description=_("What is new on the site of %(office)s.") % {"office": who.office},
        language=get_language(),
        feed_url=f"{settings.BASE_URL}{request.get_full_path()}",
    )
    for entry in latest(kinds, topic.slug if topic else ""):
        feed.add_item(
            title=entry.title,
            link=entry.url,
            description=entry.summary,
            unique_id=entry.uid,
            unique_id_is_permalink=False,
            pubdate=entry.at,
            categories=[str(entry.kind)],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _calendar(kinds: Iterable[Kind], topic: Topic | None, title: str) -> HttpResponse:
    name = f"{title} – {letterhead().full_name}"
    text = calendar(name, moments(kinds, topic.slug if topic else ""))
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")
