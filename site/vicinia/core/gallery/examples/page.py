"""The parts of a public page."""

from __future__ import annotations

from vicinia.core.components import (
    Badge,
    Button,
    Card,
    ContactPoint,
    Fact,
    Hero,
    Material,
    Partner,
    ProgressBar,
    Question,
    Ribbon,
    StatTile,
    Step,
    Tag,
    TocItem,
)

from .basics import picture
from .example import Example
from .shell import AROUND_THE_PAGE

CARDS = (
    Card(
        "Mammografia gratuita: il camper arriva in piazza",
        "#",
        "Per le donne dai 45 ai 74 anni, senza ricetta. Basta la tessera sanitaria.",
        kicker="Campagna · Screening",
        image=picture(),
        date_text="Fino a sabato 28 novembre 2026",
        action="Prenota",
    ),
    Card(
        "Reti di vicinato per anziani soli",
        "#",
        "Contributi alle associazioni che portano compagnia, spesa e piccoli aiuti a casa.",
        kicker="Bando",
        badge=Badge("Scade tra 9 giorni", "attention"),
        date_text="Domande fino a lunedì 30 novembre 2026, ore 12:00",
    ),
    Card(
        "Corpi in movimento, teste leggere",
        "#",
        "Quattro incontri in palestra e in classe su sonno, cibo e schermi.",
        kicker="Progetto per le scuole",
        tags=(Tag("Primaria"), Tag("Classi quarte e quinte")),
        progress=ProgressBar("Restano 8 posti su 20", 12, 20),
    ),
    Card(
        "Sportello antidiscriminazione: precipitevolissimevolmente più vicino",
        "#",
        "Un titolo lungo, con una parola lunga, per vedere che la scheda regge.",
        kicker="Servizio",
    ),
)

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "hero.html": (
        Example(
            "Pagina iniziale",
            {
                "hero": Hero(
                    "Vicino a chi cura, cresce, ha bisogno, si dà da fare",
                    "L’ufficio del comune per le politiche sociali e la salute: servizi, campagne, "
                    "bandi e progetti per le scuole.",
                    actions=(
                        Button("Trova un servizio", "#"),
                        Button("Vedi i bandi aperti", "#", "outline"),
                    ),
                    is_large=True,
                )
            },
            width="page",
        ),
        Example(
            "Campagna, con immagine",
            {
                "hero": Hero(
                    "Mammografia gratuita: il camper arriva in piazza",
                    "Un controllo di dieci minuti può salvare la vita: è gratuito dai 45 ai 74 anni.",
                    kicker="Campagna di prevenzione",
                    badge=Badge("In corso", "success"),
                    date_text="Dal 2 al 28 novembre 2026",
                    actions=(
                        Button("Prenota la visita", "#", "people", note="Anche al telefono, 0123 456 789"),
                    ),
                    image=picture("Il camper della prevenzione in una piazza"),
                )
            },
            width="page",
        ),
    ),
    "breadcrumb.html": AROUND_THE_PAGE,
    "card.html": tuple(Example(str(card.kicker), {"card": card}) for card in CARDS),
    "card_grid.html": (
        Example("Una scheda in evidenza", {"cards": CARDS, "lead": True}, width="container"),
        Example("Schede pari", {"cards": CARDS[1:]}, width="container"),
    ),
    "ribbon.html": (
        Example(
            "Aperto",
            {"ribbon": Ribbon("open", "Aperto", "Domande fino a lunedì 30 novembre 2026, ore 12:00")},
        ),
        Example(
            "In scadenza",
            {"ribbon": Ribbon("closing", "Scade tra 2 giorni", "Lunedì 30 novembre 2026, ore 12:00")},
        ),
        Example(
            "Chiuso",
            {"ribbon": Ribbon("closed", "Chiuso", "Le domande si sono chiuse lunedì 5 ottobre 2026")},
        ),
        Example("In arrivo", {"ribbon": Ribbon("upcoming", "Apre martedì 1 dicembre 2026, ore 9:00")}),
    ),
    "facts.html": (
        Example(
            "Bando",
            {
                "facts": (
                    Fact("Somma disponibile", "60.000,00 €"),
                    Fact("Contributo per progetto", "da 3.000,00 € a 12.000,00 €"),
                    Fact(
                        "Chi può partecipare",
                        "Organizzazioni di volontariato e associazioni iscritte al RUNTS",
                    ),
                    Fact("Responsabile del procedimento", "Ufficio terzo settore", "#"),
                )
            },
        ),
        Example(
            "Colonna a lato",
            {
                "compact": True,
                "facts": (Fact("Quando", "sabato 14 novembre 2026"), Fact("Costo", "Gratuito")),
            },
        ),
    ),
    "steps.html": (
        Example(
            "Cosa fare",
            {
                "steps": (
                    Step("Prenota", "Online o al telefono, da lunedì a venerdì."),
                    Step("Porta la tessera sanitaria", "Non serve la ricetta del medico."),
                    Step("Ricevi l’esito", "Per posta entro 30 giorni."),
                )
            },
        ),
    ),
    "stat_tiles.html": (
        Example(
            "I numeri dell’anno",
            {
                "tiles": (
                    StatTile("12.480", "persone raggiunte dalle campagne", "al 31 ottobre 2026", "#"),
                    StatTile("86", "classi nei progetti", "a.s. 2026-27", "#", "11 in più dell’anno scorso"),
                    StatTile("34", "associazioni sostenute", "anno 2026", "#"),
                    StatTile("214.300", "contributi concessi", "anno 2026", "#", unit="€"),
                )
            },
            width="container",
        ),
    ),
    "materials.html": (
        Example(
            "Da scaricare",
            {
                "materials": (
                    Material("Guida alla visita", "#", "PDF accessibile", "1,2 MB", "Italiano"),
                    Material("دليل الزيارة", "#", "PDF accessibile", "1,3 MB", "Arabo"),
                    Material("Locandina", "#", "PDF", "640 kB", summary="Formato A3, da appendere"),
                )
            },
        ),
    ),
    "partners.html": (
        Example(
            "Con e senza logo",
            {
                "partners": (
                    Partner("Azienda sanitaria locale", "#", role="Esami e referti"),
                    Partner("Associazione Mani Vicine", "#", role="Accompagnamento"),
                    Partner("Banda cittadina", role="Con il suo nome, senza sito"),
                )
            },
        ),
    ),
    "questions.html": (
        Example(
            "Domande frequenti",
            {
                "questions": (
                    Question("Devo pagare qualcosa?", "No: l’esame e il referto sono gratuiti."),
                    Question("Posso venire accompagnata?", "Sì, da una persona di fiducia."),
                )
            },
        ),
    ),
    "toc.html": (
        Example(
            "Indice della pagina",
            {
                "items": (
                    TocItem("A chi è rivolto", "a-chi"),
                    TocItem("Come fare", "come"),
                    TocItem("Cosa serve", "c"),
                )
            },
        ),
    ),
    "contact_point.html": (
        Example(
            "Ufficio",
            {
                "contact": ContactPoint(
                    "Sportello sociale",
                    "0123 456 789",
                    "sportello.sociale@comune.example",
                    "Piazza della Vicinia 1, piano terra",
                    "Lunedì, mercoledì e venerdì, 9:00-12:30",
                    "#",
                )
            },
        ),
    ),
}
