"""The way to a body in its people's reserved area."""

from __future__ import annotations

from django.urls import reverse

from vicinia.core.components import Crumb
from vicinia.core.reserved_area import way_to

from .models import Organisation


def body_url(organisation: Organisation) -> str:
    """Return the address of the body's page."""
    return reverse("partners:organisation", args=[organisation.pk])


def way_through(organisation: Organisation, *steps: Crumb) -> tuple[Crumb, ...]:
    """Return the way from the home page through the reserved area and the body's page to one of its own."""
    return way_to(Crumb(organisation.name, body_url(organisation)), *steps)
