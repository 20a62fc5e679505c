"""How a page tells itself in a newsletter: title, short description, image and address in full.

Any page built on BasePage has a card. An app may add one line that changes with time ("open until
...") for a page type of its own:

    details.register("calls.callpage", call_detail)                     # in ready()
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from wagtail.models import Page

from vicinia.core.registries import Registry

IMAGE_FILTER = "fill-1120x560|format-jpeg|jpegquality-75"


@dataclass(frozen=True, slots=True)
class MailCard:
    """One page as a mail shows it; the addresses are complete, since a mail has no site around it."""

    title: str
    summary: str
    url: str
    kicker: str = ""
    detail: str = ""
    image_url: str = ""
    image_alt: str = ""


DetailFactory = Callable[[Any], str]

# Keyed by the page type's label ("calls.callpage").
details: Registry[DetailFactory] = Registry("newsletter content")


def mail_card(page: Page) -> MailCard:
    """Make the card of a page, whatever its type; a page without our fields has title and address."""
    specific = page.specific
    image = getattr(specific, "image", None)
    label = specific._meta.label_lower
    return MailCard(
        title=str(specific.title),
        summary=str(getattr(specific, "summary", "") or specific.search_description or ""),
        url=f"{settings.BASE_URL}{page_path(specific)}",
        kicker=str(specific._meta.verbose_name),
        detail=details[label](specific) if label in details else "",
        image_url=f"{settings.BASE_URL}{image.get_rendition(IMAGE_FILTER).url}" if image else "",
        image_alt=str(getattr(specific, "image_alt", "")),
    )


def page_path(page: Page) -> str:
    """Return the page's path on its site, starting with a slash; the home page's when it has none."""
    parts = page.get_url_parts()
    return str(parts[2]) if parts and parts[2] else "/"
