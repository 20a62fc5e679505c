"""Where the feed and the calendar of what is being read are."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from vicinia.core.components import FeedLink

from .kinds import KINDS

RSS, ICAL = "application/rss+xml", "text/calendar"


def feed_links(request: HttpRequest) -> tuple[FeedLink, ...]:
    """Return the feeds of a list (of the topic chosen in it) or of a topic's page; nothing elsewhere."""
    if topic := getattr(request, "public_topic", None):
        return _links("topic", topic.slug, topic.name, has_dates=True)
    page = getattr(request, "public_page", None)
    label = page._meta.label_lower if page is not None else ""
    for kind in KINDS.values():
        if kind.listed_on == label:
            slug = request.GET.get("argomento", "")
            query = f"?argomento={slug}" if slug.replace("-", "").isalnum() else ""
            return _links("kind", kind.key, str(kind.label), has_dates=kind.has_dates, query=query)
    return ()


def _links(what: str, key: str, name: str, *, has_dates: bool, query: str = "") -> tuple[FeedLink, ...]:
    values = {"name": name}
    feed = reverse(f"{what}_feed", args=[key]) + query
    links = [FeedLink(_("News in your reader (RSS): %(name)s") % values, feed, RSS)]
    if has_dates:
        dates = reverse(f"{what}_calendar", args=[key]) + query
        links.append(FeedLink(_("Dates in your calendar (iCal): %(name)s") % values, dates, ICAL))
    return tuple(links)
