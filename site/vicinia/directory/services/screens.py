"""What the pages of services show, as components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vicinia.core.components import (
    Card,
    ContactPoint,
    EmptyState,
    Hero,
    Link,
    Material,
    Pagination,
    Tag,
    TimelineEntry,
    TocItem,
)
from vicinia.core.pages.documents import material_of
from vicinia.core.pages.listing import list_address
from vicinia.core.pages.pictures import hero_image
from vicinia.directory.needs.models import Need
from vicinia.territory.models import WorkArea
from vicinia.territory.topics.tags import topic_tags

from .enums import ACCESS_ELEMENTS, AccessKind, ServiceStatus
from .models import Service
from .pages import ServicePage, ServicesIndexPage
from .queries import service_cards, service_pages, status_badge
from .structured_data import service_data


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The list of services with its filters."""

    hero: Hero
    cards: tuple[Card, ...]
    needs: tuple[Tag, ...]
    areas: tuple[Tag, ...]
    pagination: Pagination
    empty: EmptyState


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to reach the service, with what the validator looks for."""

    kind: str
    label: str
    url: str
    is_button: bool
    data_element: str


@dataclass(frozen=True, slots=True)
class ServiceScreen:
    """One service."""

    hero: Hero
    toc: tuple[TocItem, ...]
    is_active: bool
    status: str
    status_reason: str
    channels: tuple[Channel, ...]
    phases: tuple[TimelineEntry, ...]
    conditions_file: tuple[Material, ...]
    unit: ContactPoint | None
    topics: tuple[Tag, ...]
    structured_data: SafeString


def list_screen(page: ServicesIndexPage, query: Mapping[str, str]) -> ListScreen:
    """Return the services that the address asks for, by need (`bisogno`) and by area (`area`)."""
    address = list_address(page.url or "", query, ("bisogno", "area"))
    every = service_pages(page)
    shown = every
    if need := address.chosen["bisogno"]:
        shown = shown.filter(service__in=Service.objects.for_need(need))
    if area := address.chosen["area"]:
        shown = shown.filter(service__in=Service.objects.in_area(area))
    rows, pagination = address.paginate(shown)
    needs = Need.objects.filter(services__pages__in=every.order_by()).distinct()
    areas = WorkArea.objects.filter(services__pages__in=every.order_by()).distinct()
    return ListScreen(
        hero=Hero(page.title, page.summary),
        cards=service_cards(list(rows.object_list)),
        needs=address.tags("bisogno", needs.values_list("slug", "name"), _("Every need")),
        areas=address.tags("area", areas.values_list("slug", "name"), _("All areas")),
        pagination=pagination,
        empty=EmptyState(
            _("No service matches these filters"),
            _("Try another need, or come to the help desk: someone listens and tells you what there is."),
            Link(_("See all services"), page.url or ""),
        ),
    )


def service_screen(page: ServicePage, request: HttpRequest) -> ServiceScreen:
    """Return the parts of a service's page; a draft without its service shows what there is."""
    service: Service | None = page.service
    return ServiceScreen(
        hero=Hero(
            page.title,
            page.summary,
            kicker=_("Service"),
            badge=status_badge(service) if service else None,
            image=hero_image(page),
        ),
        toc=headings(page),
        is_active=service is None or service.status == ServiceStatus.ACTIVE,
        status=service.get_status_display() if service else "",
        status_reason=service.status_reason if service else "",
        channels=tuple(channel_of(block.value) for block in page.access),
        phases=tuple(TimelineEntry(block.value["when"], block.value["what"]) for block in page.times),
        conditions_file=conditions_file(page),
        unit=service.unit.contact_point() if service else None,
        topics=topics_of(service, page),
        structured_data=service_data(page, request),
    )


def headings(page: ServicePage) -> tuple[TocItem, ...]:
    """Return the page index: the model's headings in the model's order, without the empty ones."""
    sections = [
        (_("Who it is for"), "who", page.who_for),
        (_("Description"), "description", page.description),
        (_("How to"), "how", page.how_to),
        (_("What is needed"), "needed", page.needed),
        (_("What you get"), "obtained", page.obtained),
        (_("Times and deadlines"), "times", page.times_text or page.times),
        (_("Reach the service"), "access", page.access),
        (_("Conditions of the service"), "conditions", page.conditions or page.conditions_file_id),
        (_("Contacts"), "contacts", True),
    ]
    return tuple(TocItem(label, anchor) for label, anchor, content in sections if content)


def channel_of(value: Mapping[str, str]) -> Channel:
    """Return a channel; only those with an address that does something become buttons."""
    kind = AccessKind(value["kind"])
    return Channel(
        kind=kind.label.capitalize(),
        label=value["label"],
        url=value["url"] or "",
        is_button=kind in {AccessKind.ONLINE, AccessKind.BOOKING} and bool(value["url"]),
        data_element=ACCESS_ELEMENTS.get(kind, ""),
    )


def conditions_file(page: ServicePage) -> tuple[Material, ...]:
    """Return the file with the conditions, if there is one."""
    document = page.conditions_file
    if document is None:
        return ()
    return (material_of(document),)


def topics_of(service: Service | None, page: ServicePage) -> tuple[Tag, ...]:
    """Return the topics of the municipal model."""
    return topic_tags(service.topics.all(), "service-topic") if service else ()
