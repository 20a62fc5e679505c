"""What list pages and the home page put around their cards."""

from __future__ import annotations

from vicinia.core.components import Link, Tag

from .example import Example

CHOICES = ("Tutti", "Associazioni", "Famiglie", "Igiene pubblica", "Integrazione sociale", "Istruzione")
MORE = ("Lavoro", "Patrimonio culturale", "Salute", "Tempo libero", "Volontariato")


def tags(*labels: str) -> tuple[Tag, ...]:
    """Make filters of words, the first one chosen."""
    return tuple(Tag(label, "#", is_selected=not order) for order, label in enumerate(labels))


EXAMPLES: dict[str, tuple[Example, ...]] = {
    "filters.html": (
        Example("Poche scelte", {"label": "Argomento", "tags": tags(*CHOICES)}),
        Example("Molte scelte, ripiegate", {"label": "Argomento", "tags": tags(*CHOICES, *MORE)}),
    ),
    "needs.html": (
        Example(
            "Che cosa serve",
            {
                "needs": (
                    {"label": "Non arrivo a fine mese", "hint": "Contributi, spesa, bollette", "url": "#"},
                    {"label": "Mi prendo cura di una persona anziana", "hint": "", "url": "#"},
                )
            },
            width="container",
        ),
    ),
    "quick_exit.html": (Example("Pagina delicata", {}, width="page"),),
    "section_head.html": (
        Example(
            "Con tutto l’elenco",
            {"title": "Campagne in corso", "id": "gallery-section", "more": Link("Tutte le campagne", "#")},
            width="container",
        ),
    ),
}
