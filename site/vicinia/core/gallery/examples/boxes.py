"""Boxes around the content."""

from __future__ import annotations

from vicinia.core.components import Button, Link

from .example import Example
from .shell import SHELL

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
    "share.html": (
        Example(
            "Pagina di campagna",
            {"title": "Mammografia gratuita", "url": "https://comune.example/campagne/m/"},
        ),
    ),
    "sticky_action.html": (
        Example("Resta in vista sul telefono", {"button": Button("Prenota la visita", "#", "people")}),
    ),
    "newsletter_line.html": (Example("In fondo alla pagina", {"url": "/newsletter/"}, width="page"),),
    "feedback.html": (
        Example("Valutazione", {"url": "/valuta/", "path": "/campagne/mammografia/"}, width="page"),
    ),
    "contact_box.html": (Example("Contatti", {"shell": SHELL}, width="page"),),
}
