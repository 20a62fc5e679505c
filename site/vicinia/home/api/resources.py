"""The resources of the interface: which pages, and how each becomes what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from calls.notices.enums import CallStatus
from calls.notices.pages import CallPage
from calls.notices.queries import public_call_pages
from campaigns.events.pages import EventPage
from campaigns.events.queries import event_pages
from campaigns.outreach.pages import CampaignPage
from campaigns.outreach.queries import campaign_pages
from campaigns.projects.catalogue.pages import SchoolProjectPage
from campaigns.projects.catalogue.queries import editions_of_year, project_pages, this_school_year
from vicinia.core.components import Text
from vicinia.core.pages.base import BasePage
from vicinia.directory.services.pages import ServicePage
from vicinia.directory.services.queries import service_pages
from vicinia.home.outlets.moments import where_text
from vicinia.territory.models import Topic

from .items import CallItem, CampaignItem, EventItem, Item, ProjectItem, ServiceItem


@dataclass(frozen=True, slots=True)
class Resource:
    """One list of the interface; `related` is read with the pages, so that a list costs the same queries."""

    key: str
    label: Text
    item: type[Item]
    pages: Callable[[], QuerySet[Any]]
    topics: str
    tell: Callable[[Sequence[Any]], list[Item]]
    related: tuple[str, ...] = ()


class Common(TypedDict):
    """The fields of every item."""

    id: int
    title: str
    summary: str
    url: str
    language: str
    topics: tuple[str, ...]
    changed_at: Any


def readable_by_programs(resource: Resource, topic: str = "") -> QuerySet[Any]:
    """Return the pages of a resource in the active language, delicate ones excluded, in a stable order."""
    pages = resource.pages().filter(is_delicate=False).prefetch_related(*resource.related)
    if topic:
        pages = pages.filter(**{f"{resource.topics}__slug": topic})
    return pages.order_by("pk")


def _common(page: BasePage, topics: Sequence[Topic]) -> Common:
    return Common(
        id=page.pk,
        title=page.title,
        summary=page.summary,
        url=f"{settings.BASE_URL}{page.url or ''}",
        language=page.locale.language_code,
        topics=tuple(topic.slug for topic in topics),
        changed_at=page.last_published_at,
    )


def campaigns(pages: Sequence[CampaignPage]) -> list[Item]:
    """Tell campaigns."""
    return [
        CampaignItem(
            **_common(page, [campaign.topic]),
            goal=campaign.goal,
            target_groups=tuple(group.name for group in campaign.target_groups.all()),
            starts_on=campaign.starts_on,
            ends_on=campaign.ends_on,
        )
        for page in pages
        if (campaign := page.campaign)
    ]


def events(pages: Sequence[EventPage]) -> list[Item]:
    """Tell events."""
    return [
        EventItem(
            **_common(page, list(event.topics.all())),
            kind=event.kind,
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            where=where_text(event.place, event.place_note),
            price=event.price,
            needs_booking=event.needs_booking,
        )
        for page in pages
        if (event := page.event)
    ]


def projects(pages: Sequence[SchoolProjectPage]) -> list[Item]:
    """Tell projects, with this school year's edition."""
    editions = editions_of_year(this_school_year(), [page.project_id for page in pages])
    found: list[Item] = []
    for page in pages:
        if page.project:
            edition = editions.get(page.project.pk)
            found.append(
                ProjectItem(
                    **_common(page, list(page.project.topics.all())),
                    audiences=tuple(each.order for each in page.project.audiences.all()),
                    school_year=edition.school_year if edition else "",
                    opens_at=edition.opens_at if edition else None,
                    closes_at=edition.closes_at if edition else None,
                    places=edition.places if edition else None,
                )
            )
    return found


def calls(pages: Sequence[CallPage]) -> list[Item]:
    """Tell calls."""
    return [
        CallItem(
            **_common(page, list(call.topics.all())),
            budget=call.budget,
            opens_at=call.opens_at,
            closes_at=call.closes_at,
            is_revoked=call.status == CallStatus.REVOKED,
        )
        for page in pages
        if (call := page.call)
    ]


def services(pages: Sequence[ServicePage]) -> list[Item]:
    """Tell services."""
    return [
        ServiceItem(
            **_common(page, list(service.topics.all())),
            status=service.status,
            area=service.area.name,
            office=service.unit.name,
            age_from=service.age_from,
            age_to=service.age_to,
            isee_limit=service.isee_limit,
        )
        for page in pages
        if (service := page.service)
    ]


RESOURCES = {
    resource.key: resource
    for resource in (
        Resource(
            "campaigns", _("Campaigns"), CampaignItem, campaign_pages, "campaign__topic", campaigns,
            ("campaign__target_groups",),
        ),
        Resource("events", _("Events"), EventItem, event_pages, "event__topics", events, ("event__topics",)),
        Resource(
            "projects", _("Projects for schools"), ProjectItem, project_pages, "project__topics", projects,
            ("project__topics",),
        ),
        Resource(
            "calls", _("Calls for associations"), CallItem, public_call_pages, "call__topics", calls,
            ("call__topics",),
        ),
        Resource(
            "services", _("Services"), ServiceItem, service_pages, "service__topics", services,
            ("service__topics", "service__unit"),
        ),
    )
}  # fmt: skip
