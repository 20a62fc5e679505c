"""Says whom the demo's associations help."""

from __future__ import annotations

from pathlib import Path

from partners.demo_loader import demo_organisation
from vicinia.core.demo import read_yaml
from vicinia.directory.needs.models import Need
from vicinia.territory.models import Area

from .models import HelpOffered

FILE = Path(__file__).parents[1] / "demo/associations.yaml"


def load_help() -> None:
    """Write what is not there yet."""
    for entry in read_yaml(FILE):
        first, last = entry["ages"]
        offered, created = HelpOffered.objects.get_or_create(
            organisation=demo_organisation(entry["organisation"]),
            defaults={"age_from": first, "age_to": last},
        )
        if created:
            offered.needs.set(Need.objects.filter(slug__in=entry["needs"]))
            offered.areas.set(Area.objects.filter(slug__in=entry["areas"]))
