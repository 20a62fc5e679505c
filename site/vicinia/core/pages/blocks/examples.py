"""What the previews show where a block needs a picture, a file or a record."""

from django.templatetags.static import static

from vicinia.core.components import Card, ContactPoint, Image, Material


def picture() -> Image:
    """Return the neighbourhood by day, at its real size."""
    return Image(static("vicinia/images/skyline.svg"), "Le case di un quartiere, di giorno", 1440, 214)


def materials() -> tuple[Material, ...]:
    """Return two files."""
    return (
        Material("Guida ai servizi", "#", "PDF accessibile", "1,2 MB", "italiano"),
        Material("Elenco degli sportelli", "#", "CSV", "14 kB"),
    )


def contacts() -> tuple[ContactPoint, ...]:
    """Return two offices, with numbers that nobody answers."""
    return (
        ContactPoint(
            "Sportello sociale", "0000 123401", "sportello@example.org", hours="Lunedì e giovedì, 9-13"
        ),
        ContactPoint("Ufficio scuola", "0000 123402", "scuola@example.org"),
    )


def cards() -> tuple[Card, ...]:
    """Return two pages."""
    return (
        Card("Assistenza a casa", "#", "Per chi ha bisogno di una mano ogni giorno.", image=picture()),
        Card("Spazio anziani", "#", "Compagnia, ginnastica, pranzo insieme.", image=picture()),
    )
