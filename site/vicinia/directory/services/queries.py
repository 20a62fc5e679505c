"""Reading services: cards for the pages that show them."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.db.models import QuerySet
from wagtail.models import Page

from vicinia.core.components import Badge, Card
from vicinia.core.pages.published import published
from vicinia.territory.models import WorkArea

from .enums import ServiceStatus
from .models import Service
from .pages import ServicePage, ServicesIndexPage


def service_pages(parent: Page | None = None) -> QuerySet[ServicePage]:
    """Return the public pages of services in the active language (or under `parent`), by name."""
    pages = published(ServicePage.objects.filter(service__isnull=False), parent)
    return pages.select_related("service__area", "locale").order_by("title")


def area_service_cards(area_id: int, limit: int) -> tuple[Card, ...]:
    """Return cards of the first services of one area of the office."""
    return service_cards(service_pages().filter(service__area_id=area_id)[:limit])


def area_services_url(area: WorkArea) -> str:
    """Return the address of the list of an area's services; empty when the site has no such list."""
    index = published(ServicesIndexPage.objects.select_related("locale")).first()
    return f"{index.url}?{urlencode({'area': area.slug})}" if index and index.url else ""


def service_cards(pages: Sequence[ServicePage] | QuerySet[ServicePage]) -> tuple[Card, ...]:
    """Return a card for each page; services have no picture in lists, people scan their names."""
    return tuple(
        Card(
            title=page.title,
            url=page.url or "",
            summary=page.summary,
            kicker=service.area.name,
            badge=status_badge(service) if service.status == ServiceStatus.INACTIVE else None,
        )
        for page in pages
        if (service := page.service)
    )


def status_badge(service: Service) -> Badge:
    """Return the status in words."""
    is_active = service.status == ServiceStatus.ACTIVE
    return Badge(service.get_status_display().capitalize(), "success" if is_active else "attention")
