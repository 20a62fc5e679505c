"""A service as search engines and the public validator read it (schema.org GovernmentService)."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from vicinia.core.pages.structured_data import data_block
from vicinia.territory.letterhead.queries import letterhead

from .pages import ServicePage

CATEGORY = "Salute, benessere e assistenza"


def service_data(page: ServicePage, request: HttpRequest) -> SafeString:
    """Return the `metatag` of the municipal model for a service."""
    who = letterhead()
    unit = page.service.unit if page.service else None
    place = unit.place if unit else None
    return data_block(
        {
            "@context": "https://schema.org",
            "@type": "GovernmentService",
            "name": page.title,
            "description": page.summary,
            "serviceType": CATEGORY,
            "serviceOperator": {"@type": "GovernmentOrganization", "name": who.full_name},
            "areaServed": {"@type": "AdministrativeArea", "name": who.name},
            "audience": {"@type": "Audience", "audienceType": strip_tags(page.who_for).strip()},
            "availableChannel": {
                "@type": "ServiceChannel",
                "name": unit.name if unit else "",
                "serviceUrl": request.build_absolute_uri(),
                "serviceLocation": {
                    "@type": "Place",
                    "name": place.name if place else "",
                    "address": {
                        "@type": "PostalAddress",
                        "streetAddress": place.street if place else "",
                        "postalCode": place.postcode if place else "",
                        "addressLocality": who.name,
                    },
                },
            },
        }
    )
