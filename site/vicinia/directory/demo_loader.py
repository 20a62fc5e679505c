"""Loads the demo's services: the record, its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction

from vicinia.core.demo import read_yaml
from vicinia.core.demo_content import picture, prose
from vicinia.core.pages.tree import ensure_page, home_page
from vicinia.territory.models import Topic, Unit, WorkArea

from .needs.models import Need
from .services.models import Service
from .services.pages import ServicePage, ServicesIndexPage

FOLDER = Path(__file__).parent / "demo"


@transaction.atomic
def load_services() -> None:
    """Create the services that are not there yet."""
    for slug, name in read_yaml(FOLDER / "needs.yaml").items():
        Need.objects.get_or_create(slug=slug, defaults={"name": name})
    parent = ensure_page(
        home_page(),
        ServicesIndexPage(
            title="Servizi",
            slug="servizi",
            summary="Che cosa puoi chiedere, a chi spetta, che cosa serve e quanto si aspetta.",
            show_in_menus=True,
        ),
    )
    for entry in read_yaml(FOLDER / "services.yaml"):
        if not ServicePage.objects.child_of(parent).filter(slug=entry["key"]).exists():
            load_page(parent, entry, load_service(entry))


def load_service(entry: dict[str, Any]) -> Service:
    """Create the record."""
    finder = entry["finder"]
    service = Service(
        name=entry["title"],
        status=entry["status"],
        status_reason=entry.get("status_reason", ""),
        area=WorkArea.objects.get(slug=entry["area"]),
        unit=Unit.objects.get(slug=entry["unit"]),
        age_from=finder["age_min"],
        age_to=finder["age_max"],
        isee_limit=finder["isee_max"],
    )
    service.topics.set(Topic.objects.filter(slug__in=entry["topics"]))
    service.needs.set(Need.objects.filter(slug__in=finder["needs"]))
    service.save()
    return service


def load_page(parent: ServicesIndexPage, entry: dict[str, Any], service: Service) -> None:
    """Create and publish the page."""
    ensure_page(
        parent,
        ServicePage(
            title=entry["title"],
            slug=entry["key"],
            summary=entry["short_description"],
            service=service,
            image=picture(entry.get("image")),
            image_alt=entry.get("image_alt", ""),
            who_for=prose(entry["who_for"]),
            description=prose(entry["description"]),
            how_to=prose(entry["how_to"]),
            needed=[("thing", thing) for thing in entry["needed"]],
            obtained=prose(entry["obtained"]),
            times=[("phase", {"when": each["when"], "what": each["what"]}) for each in entry["times"]],
            access=[("channel", channel(each)) for each in entry["access"]],
            conditions=prose(entry.get("conditions", "")),
            contacts=entry["contacts"],
            is_delicate=entry.get("delicate", False),
        ),
    )


def channel(entry: dict[str, Any]) -> dict[str, str]:
    """Return a way to reach the service; a place leads to its own page."""
    url = entry.get("url") or (f"/luoghi/{entry['place']}/" if entry.get("place") else "")
    return {"kind": entry["kind"], "label": entry["label"], "url": url}
