"""Tells the demo which municipality its office serves."""

from pathlib import Path

from vicinia.core.demo import read_yaml

from .models import ServedMunicipality

FILE = Path(__file__).parent.parent / "demo" / "territory.yaml"


def load_served_municipality() -> None:
    """Serve the demo's own municipality."""
    municipality = read_yaml(FILE)["municipality"]
    ServedMunicipality.objects.get_or_create(
        cadastral_code=municipality["cadastral_code"], defaults={"name": municipality["name"]}
    )
