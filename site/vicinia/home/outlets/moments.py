"""Pages as moments of a calendar: events, the closing of calls and of sign-ups, the days of campaigns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from calls.notices.pages import CallPage
from campaigns.events.pages import EventPage
from campaigns.outreach.pages import CampaignPage
from campaigns.projects.catalogue.pages import SchoolProjectPage
from campaigns.projects.catalogue.queries import editions_of_year, this_school_year
from vicinia.core.clock import midnight
from vicinia.core.pages.base import BasePage
from vicinia.territory.models import Place

from .entries import uid_of
from .kinds import Kind, outgoing

# Calendars ask again and again: what was over long ago is left out.
KEPT = timedelta(days=90)
MOST = 200


@dataclass(frozen=True, slots=True)
class Moment:
    """Something in a calendar; whole days (`date`, the last one excluded) or instants."""

    uid: str
    title: str
    summary: str
    url: str
    start: date | datetime
    end: date | datetime
    changed: datetime
    where: str = ""


def moments(kinds: Iterable[Kind], topic: str = "") -> list[Moment]:
    """Return what the calendar of these kinds holds, perhaps about one topic (its address)."""
    since = timezone.now() - KEPT
    found: list[Moment] = []
    for kind in kinds:
        if kind.has_dates:
            found += _moments_of(list(outgoing(kind, topic).order_by("-pk")[:MOST]))
    return [moment for moment in found if _instant(moment.end) > since]


def _moments_of(pages: list[BasePage]) -> list[Moment]:
    projects = [page.project_id for page in pages if isinstance(page, SchoolProjectPage)]
    editions = editions_of_year(this_school_year(), projects) if projects else {}
    found: list[Moment] = []
    for page in pages:
        if isinstance(page, EventPage) and (event := page.event):
            where = where_text(event.place, event.place_note)
            found.append(_moment(page, page.title, event.starts_at, event.ends_at, where))
        elif isinstance(page, CallPage) and (call := page.call):
            title = _("Closes: %(title)s") % {"title": page.title}
            found.append(_moment(page, title, call.closes_at, call.closes_at))
        elif isinstance(page, CampaignPage) and (campaign := page.campaign):
            last = campaign.ends_on or campaign.starts_on
            found.append(_moment(page, page.title, campaign.starts_on, last + timedelta(days=1)))
        elif isinstance(page, SchoolProjectPage):
            edition = editions.get(page.project_id or 0)
            if edition and (closes := edition.closes_at):
                title = _("Sign-up closes: %(title)s") % {"title": page.title}
                found.append(_moment(page, title, closes, closes))
    return found


def _moment(
    page: BasePage, title: str, start: date | datetime, end: date | datetime, where: str = ""
) -> Moment:
    return Moment(
        uid=uid_of(page),
        title=title,
        summary=page.summary,
        url=f"{settings.BASE_URL}{page.url or ''}",
        start=start,
        end=end,
        changed=page.last_published_at or page.latest_revision_created_at or timezone.now(),
        where=where,
    )


def where_text(place: Place | None, note: str) -> str:
    """Say where; nothing at all of a place whose address is reserved."""
    if place is None:
        return note
    if place.address_is_reserved:
        return ""
    return ", ".join(filter(None, (note, place.name, place.full_address)))


def _instant(moment: date | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else midnight(moment)
