"""Reads about logos."""

from __future__ import annotations

from django.urls import reverse

from partners.organisations.models import Organisation
from vicinia.core.components import Image

from .models import Logo


def logo_of(organisation: Organisation) -> Logo | None:
    """Return the logo of a body, none when it has none."""
    return getattr(organisation, "logo", None)


def public_image(organisation: Organisation) -> Image | None:
    """Return the logo as public pages show it, with the body's name as its text; None without one.

    The caller knows that the body shows it. A new logo has a new address: browsers keep the old one.
    """
    logo = logo_of(organisation)
    if logo is None:
        return None
    url = reverse("partners:public_logo", args=[organisation.pk, logo.file_id.hex[:12]])
    return Image(url=url, alt=organisation.name, width=logo.width, height=logo.height)
