"""Boxes around the content."""

from __future__ import annotations

from vicinia.core.components import Button, FeedLink, Link

from .example import Example
from .shell import AROUND_THE_PAGE

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "search_form.html": (
        Example(
            "Con esempi",
            {
                "id": "gallery-search",
                "url": "/cerca/",
                "examples": (
                    Link("contributo affitto", "#"),
                    Link("assistenza a casa", "#"),
                    Link("spazio compiti", "#"),
                ),
            },
        ),
    ),
    "feeds.html": (
        Example(
            "In fondo a un elenco",
            {
                "feeds": (
                    FeedLink("Le novità nel tuo lettore (RSS): Eventi", "#", "application/rss+xml"),
                    FeedLink("Le date nel tuo calendario (iCal): Eventi", "#", "text/calendar"),
                )
            },
        ),
    ),
    "share.html": (
        Example(
            "Pagina di campagna",
            {"title": "Mammografia gratuita", "url": "https://comune.example/campagne/m/"},
        ),
    ),
    "sticky_action.html": (
        Example("Resta in vista sul telefono", {"button": Button("Prenota la visita", "#", "people")}),
    ),
    # The gallery's own page shows them, as every page does.
    "newsletter_line.html": AROUND_THE_PAGE,
    "feedback.html": AROUND_THE_PAGE,
    "contact_box.html": AROUND_THE_PAGE,
}
