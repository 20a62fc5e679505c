"""Buttons, badges, chips, pictures, progress."""

from __future__ import annotations

from dataclasses import replace

from django.templatetags.static import static
from django.utils.functional import lazy

from vicinia.core.components import Badge, BadgeLevel, Button, Image, ProgressBar, Tag

from .example import Example

LEVELS: tuple[BadgeLevel, ...] = ("neutral", "information", "success", "attention", "danger", "people")


# The hashed address is known only after collectstatic, which comes later than this import.
static_lazily = lazy(static, str)


def picture(alt: str = "") -> Image:
    """The neighbourhood by day, at its real size."""
    return Image(static_lazily("vicinia/images/skyline.svg"), alt, 1440, 214)


EXAMPLES: dict[str, tuple[Example, ...]] = {
    "button.html": (
        Example(
            "Azione principale, con nota",
            {"button": Button("Presenta la domanda", "#", note="Servono circa 40 minuti")},
        ),
        Example("Persone e partecipazione", {"button": Button("Iscriviti all’incontro", "#", "people")}),
        Example("Secondaria", {"button": Button("Chiama lo sportello", "#", "outline", icon="telephone")}),
        Example("Discreta", {"button": Button("Salva ed esci", "#", "quiet")}),
        Example("Che non si annulla", {"button": Button("Ritira la domanda", "#", "danger")}),
        Example("Scura", {"button": Button("Scarica l’elenco", "#", "secondary", icon="download")}),
    ),
    "badge.html": tuple(
        Example(level, {"badge": Badge(text, level)})
        for level, text in zip(
            LEVELS,
            (
                "Bozza",
                "In valutazione",
                "Ammessa",
                "Da integrare entro venerdì",
                "Esclusa",
                "Ultimi posti",
            ),
            strict=True,
        )
    ),
    "chips.html": (
        Example(
            "Argomenti della pagina",
            {
                "tags": (
                    Tag("Assistenza sociale", "#"),
                    Tag("Istruzione", "#"),
                    Tag("Integrazione sociale", "#"),
                )
            },
        ),
        Example(
            "Filtri di un elenco",
            {
                "label": "Filtra per ordine di scuola",
                "tags": (
                    Tag("Tutte", "#"),
                    Tag("Scuola primaria", "#", is_selected=True),
                    Tag("Scuola secondaria di primo grado", "#"),
                ),
            },
        ),
        Example("Senza collegamento", {"label": "Per chi", "tags": (Tag("Famiglie"), Tag("Over 65"))}),
    ),
    "image.html": (
        Example("Con testo alternativo", {"image": picture("Case, alberi e persone di un quartiere")}),
    ),
    "credit.html": (
        Example(
            "Didascalia e autore",
            {
                "image": replace(picture(), credit="Anna Bianchi, CC BY 4.0"),
                "caption": "Il primo incontro, a marzo",
            },
        ),
    ),
    "progress_bar.html": (
        Example("Posti", {"bar": ProgressBar("12 classi su 20 hanno già un posto", 12, 20)}),
        Example("Esauriti", {"bar": ProgressBar("Tutti i 20 posti sono assegnati", 20, 20)}),
    ),
}
