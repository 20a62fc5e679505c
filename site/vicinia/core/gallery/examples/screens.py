"""Messages, progress, tables, long lists."""

from __future__ import annotations

from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message as DjangoMessage
from django.core.paginator import Paginator

from vicinia.core.components import (
    Banner,
    Column,
    EmptyState,
    Link,
    Message,
    Pagination,
    StepperItem,
    Table,
    TimelineEntry,
)

from .example import Example

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "banner.html": (
        Example(
            "Emergenza",
            {
                "banner": Banner(
                    "danger",
                    "Allerta caldo fino a domenica.",
                    "Tre punti freschi aperti dalle 10 alle 20.",
                    "#",
                )
            },
            width="page",
        ),
        Example(
            "Attenzione",
            {"banner": Banner("attention", "Sportello chiuso venerdì 6 novembre 2026.")},
            width="page",
        ),
        Example(
            "Informazione",
            {"banner": Banner("information", "Da lunedì si prenota anche online.", url="#")},
            width="page",
        ),
    ),
    "message.html": (
        Example(
            "Riuscita",
            {
                "message": Message(
                    "success",
                    "Ti abbiamo mandato la ricevuta a info@manivicine.example.",
                    "La domanda è stata inviata",
                    Link("Scarica la ricevuta (PDF)", "#"),
                )
            },
        ),
        Example(
            "Attenzione",
            {
                "message": Message(
                    "attention", "Manca il bilancio 2025: caricalo entro venerdì 6 novembre 2026."
                )
            },
        ),
        Example(
            "Errore",
            {
                "message": Message(
                    "danger",
                    "Il file supera 20 MB: riduci la scansione o dividila in due. Le risposte sono salve.",
                )
            },
        ),
        Example("Informazione", {"message": Message("information", "Le risposte si salvano da sole.")}),
    ),
    "django_messages.html": (
        Example(
            "Dopo un’azione",
            {
                "messages": (
                    DjangoMessage(constants.SUCCESS, "La classe 4ª B è iscritta."),
                    DjangoMessage(constants.ERROR, "I posti sono finiti: la classe è in lista d’attesa."),
                )
            },
        ),
    ),
    "empty_state.html": (
        Example(
            "Nessuna domanda",
            {
                "level": 3,
                "empty": EmptyState(
                    "Non hai ancora presentato domande",
                    "Qui troverai le domande della tua associazione, con il loro stato e le scadenze.",
                    Link("Vedi i bandi aperti", "#"),
                ),
            },
        ),
    ),
    "timeline.html": (
        Example(
            "Procedimento",
            {
                "entries": (
                    TimelineEntry(
                        "2 ottobre 2026", "Avviso pubblicato", "Determina 214 del 1° ottobre 2026", "#"
                    ),
                    TimelineEntry("30 novembre 2026, ore 12:00", "Chiusura delle domande", status="current"),
                    TimelineEntry("entro il 28 febbraio 2027", "Graduatoria", status="todo"),
                )
            },
        ),
    ),
    "stepper.html": (
        Example(
            "Domanda in quattro pagine",
            {
                "label": "Avanzamento della domanda",
                "items": (
                    StepperItem("L’associazione", "done", "#"),
                    StepperItem("Il progetto", "current"),
                    StepperItem("Bilancio e allegati", "todo"),
                    StepperItem("Rileggi e invia", "todo"),
                ),
            },
            width="container",
        ),
    ),
    "table.html": (
        Example(
            "Criteri e pesi",
            {
                "id": "criteri",
                "table": Table(
                    "Criteri di valutazione",
                    (Column("Criterio"), Column("Cosa si guarda"), Column("Punti", is_numeric=True)),
                    (
                        ("Qualità del progetto", "Obiettivi, attività, risultati attesi", "40"),
                        ("Persone raggiunte", "Numero, fragilità, continuità", "35"),
                        ("Rete", Link("Accordi con altri enti", "#"), "25"),
                    ),
                    "Soglia per il finanziamento: 60 punti.",
                ),
            },
        ),
    ),
    "pagination.html": (
        Example(
            "A metà di un elenco",
            {
                "pagination": Pagination.from_page(
                    Paginator(range(240), 20).page(5), lambda number: f"?pagina={number}"
                )
            },
        ),
    ),
}
