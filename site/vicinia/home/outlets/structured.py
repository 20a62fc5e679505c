"""What search engines read of a page beside its text (schema.org): no place whose address is reserved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from campaigns.events.models import Event
from campaigns.events.pages import EventPage
from vicinia.core.components import Crumb
from vicinia.core.pages.base import BasePage
from vicinia.home.landing.models import HomePage
from vicinia.home.news.models import NewsPage
from vicinia.territory.letterhead.queries import letterhead
from vicinia.territory.models import Place

from .preview import preview_url

CONTEXT = "https://schema.org"


def page_data(page: BasePage, crumbs: Iterable[Crumb], site: str) -> Iterator[dict[str, object]]:
    """Return what is said of a page, nothing if delicate; `site` is where its addresses begin."""
    if page.is_delicate:
        return
    if isinstance(page, HomePage):
        yield {"@context": CONTEXT, **organisation(site)}
    if isinstance(page, EventPage) and page.event:
        yield event_data(page, page.event, site)
    if isinstance(page, NewsPage):
        yield news_data(page, site)
    trail = [crumb for crumb in crumbs if crumb.url]
    if trail:
        yield breadcrumb_data(trail, page, site)


def organisation(site: str) -> dict[str, object]:
    """Return the municipality as the body that answers for the site."""
    who = letterhead()
    address: dict[str, object] = {
        "streetAddress": who.address,
        "postalCode": who.postcode,
        "addressLocality": who.name,
    }
    found: dict[str, object] = {
        "@type": "GovernmentOrganization",
        "name": who.full_name,
        "department": {"@type": "GovernmentOrganization", "name": who.office},
        "url": f"{site}/",
        "telephone": who.phone,
        "email": who.email,
        "address": {"@type": "PostalAddress", "addressCountry": "IT", **_said(address)},
    }
    return _said(found)


def event_data(page: EventPage, event: Event, site: str) -> dict[str, object]:
    """Return an event; where it is only when anybody may know."""
    return _said(
        {
            "@context": CONTEXT,
            "@type": "Event",
            "name": page.title,
            "description": page.summary,
            "url": f"{site}{page.url}",
            "image": f"{site}{preview_url(page)}",
            "startDate": event.starts_at.isoformat(),
            "endDate": event.ends_at.isoformat(),
            "eventStatus": f"{CONTEXT}/EventScheduled",
            "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
            "location": place_data(event.place, event.place_note),
            "organizer": organisation(site),
        }
    )


def place_data(place: Place | None, note: str) -> dict[str, object] | None:
    """Return where something happens; None of a place whose address is reserved."""
    if place is None:
        return {"@type": "Place", "name": note, "address": note}
    if place.address_is_reserved:
        return None
    address = {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "postalCode": place.postcode,
        "addressLocality": letterhead().name,
        "addressCountry": "IT",
    }
    return {"@type": "Place", "name": place.name, "address": address}


def news_data(page: NewsPage, site: str) -> dict[str, object]:
    """Return a news item."""
    body = organisation(site)
    changed = page.last_published_at
    return _said(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "headline": page.title,
            "description": page.summary,
            "url": f"{site}{page.url}",
            "image": f"{site}{preview_url(page)}",
            "datePublished": page.published_on.isoformat(),
            "dateModified": changed.isoformat() if changed else None,
            "inLanguage": page.locale.language_code,
            "author": body,
            "publisher": body,
        }
    )


def breadcrumb_data(trail: list[Crumb], page: BasePage, site: str) -> dict[str, object]:
    """Return the way from the home page to this one."""
    steps = [(str(crumb.label), crumb.url) for crumb in trail] + [(page.title, page.url or "")]
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": f"{site}{url}"}
            for number, (name, url) in enumerate(steps, start=1)
        ],
    }


def _said(data: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if value}
