"""Offices and places as contacts that pages show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from vicinia.core.components import ContactPoint
from vicinia.core.contacts import ContactSource, sources

from .models import Place, Unit


def unit_choices() -> Iterable[tuple[str, str]]:
    """Return the offices by name."""
    return [(str(pk), name) for pk, name in Unit.objects.values_list("pk", "name")]


def find_units(keys: Sequence[str]) -> Mapping[str, ContactPoint]:
    """Return how to reach the offices."""
    units = Unit.objects.select_related("place").filter(pk__in=_numbers(keys))
    return {str(unit.pk): unit.contact_point() for unit in units}


def place_choices() -> Iterable[tuple[str, str]]:
    """Return the places by name."""
    return [(str(pk), name) for pk, name in Place.objects.values_list("pk", "name")]


def find_places(keys: Sequence[str]) -> Mapping[str, ContactPoint]:
    """Return how to reach the places."""
    places = Place.objects.filter(pk__in=_numbers(keys))
    return {str(place.pk): place.contact_point() for place in places}


def register_contacts() -> None:
    """Offer both to the editors."""
    sources.register("units", ContactSource(_("Municipal offices"), unit_choices, find_units), order=20)
    sources.register("places", ContactSource(_("Places"), place_choices, find_places), order=21)


def _numbers(keys: Sequence[str]) -> list[int]:
    return [int(key) for key in keys if key.isdecimal() and len(key) < 19]
