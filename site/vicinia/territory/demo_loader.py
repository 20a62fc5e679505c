"""Loads the demo's municipality: letterhead, neighbourhoods, ages, topics, groups, places, offices."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from vicinia.core.demo import read_yaml
from vicinia.core.demo_content import picture, prose

from .models import AgeBand, Area, Letterhead, Place, TargetGroup, Topic, Unit, WorkArea

FILE = Path(__file__).parent / "demo" / "territory.yaml"
COUNTED_ON = date(2025, 12, 31)
# The ten areas of the office, as product.md lists them.
WORK_AREAS = {
    "programmazione": "Programmazione",
    "servizi-sociali": "Servizi sociali",
    "inclusione": "Inclusione e pari opportunità",
    "salute": "Salute",
    "terzo-settore": "Terzo settore",
    "casa": "Casa",
    "minori-famiglie": "Minori e famiglie",
    "emergenze": "Emergenze sociali",
    "monitoraggio": "Monitoraggio e valutazione",
    "educazione": "Educazione e prevenzione",
}


@transaction.atomic
def load_territory() -> None:
    """Create what is not there yet."""
    content = read_yaml(FILE)
    load_letterhead(content["municipality"])
    for area in content["municipality"]["areas"]:
        named(Area, area, people=area["people"])
    for band in content["municipality"]["population_by_age"]:
        load_band(band)
    for topic in content["topics"]:
        named(Topic, topic, description=topic["description"])
    for group in content["target_groups"]:
        named(TargetGroup, group, description=group["description"])
    for order, (key, name) in enumerate(WORK_AREAS.items()):
        named(WorkArea, {"key": key, "name": name}, order=order)
    for place in content["places"]:
        load_place(place)
    for unit in content["units"]:
        place = Place.objects.get(slug=unit["place"])
        named(Unit, unit, email=unit["email"], phone=unit["phone"], place=place)


def named(model: type[Any], entry: dict[str, Any], **fields: Any) -> None:
    """Create a named record known by its slug."""
    model.objects.get_or_create(slug=entry["key"], defaults={"name": entry["name"], **fields})


def load_letterhead(entry: dict[str, Any]) -> None:
    """Say who publishes the site."""
    fields = ("name", "full_name", "office", "description", "address", "postcode", "phone", "email", "pec")
    Letterhead.objects.get_or_create(
        defaults={
            **{field: entry[field] for field in fields},
            "tagline": entry["motto"],
            "tax_code": entry["tax_code"],
            "region_name": f"Regione {entry['region']}",
            "website": entry["web"],
            "inhabitants": entry["inhabitants"],
            "inhabitants_date": COUNTED_ON,
        },
    )


def load_band(entry: dict[str, Any]) -> None:
    """Read "0-5" or "85+"."""
    first, _sign, last = entry["band"].rstrip("+").partition("-")
    AgeBand.objects.get_or_create(
        from_age=int(first), defaults={"to_age": int(last) if last else None, "people": entry["people"]}
    )


def load_place(entry: dict[str, Any]) -> None:
    """Create a place with its picture."""
    if Place.objects.filter(slug=entry["key"]).exists():
        return
    Place.objects.create(
        slug=entry["key"],
        name=entry["name"],
        kind=entry["kind"],
        summary=entry["short"],
        image=picture(entry["image"]),
        image_alt=entry["image_alt"],
        body=prose(entry["body"]),
        address_is_reserved=entry.get("reserved", False),
        street=entry.get("address", ""),
        postcode=entry.get("postcode", ""),
        area=Area.objects.filter(slug=entry.get("area")).first(),
        latitude=entry.get("latitude"),
        longitude=entry.get("longitude"),
        how_to_reach=entry["how_to_reach"],
        phone=entry["phone"],
        email=entry["email"],
        hours=entry["hours"],
    )
