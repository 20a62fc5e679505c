"""What surrounds every page, for a fictional municipality."""

from __future__ import annotations

from vicinia.core.components import Contacts, Language, Link, LinkGroup, MenuItem, Shell

from .example import Example

SHELL = Shell(
    municipality="Comune di Valdoro",
    office="Politiche sociali e salute",
    region=Link("Regione Esempio", "#"),
    contacts=Contacts(
        address="Piazza della Vicinia 1, 00100 Valdoro",
        phone="0123 456 700",
        email="info@comune.example",
        pec="protocollo@pec.comune.example",
        tax_code="00000000000",
        hours="Sportello: lunedì, mercoledì e venerdì, 9:00-12:30",
    ),
    menu=(
        MenuItem("Servizi", "#"),
        MenuItem("Campagne", "#", is_current=True),
        MenuItem("Bandi", "#"),
        MenuItem("Scuole", "#"),
        MenuItem(
            "L’ufficio",
            "#",
            children=(MenuItem("Le dieci aree", "#"), MenuItem("Piano di Zona", "#"), MenuItem("Dati", "#")),
        ),
    ),
    languages=(
        Language("it", "Italiano", "#", is_current=True),
        Language("en", "English", "#"),
        Language("ar", "العربية", "#"),
    ),
    footer=(
        LinkGroup("Servizi", (Link("Trova un servizio", "#"), Link("Casa", "#"), Link("Famiglia", "#"))),
        LinkGroup(
            "Partecipa", (Link("Bandi", "#"), Link("Progetti per le scuole", "#"), Link("Eventi", "#"))
        ),
    ),
    legal_links=(
        Link("Dichiarazione di accessibilità", "#", data_element="accessibility-link"),
        Link("Informativa privacy", "#", data_element="privacy-policy-link"),
        Link("Note legali", "#", data_element="legal-notes"),
        Link("Mappa del sito", "#"),
    ),
    contact_links=(
        Link("Leggi le domande frequenti", "#", data_element="faq", icon="help-circle"),
        Link("Richiedi assistenza", "#", data_element="contacts", icon="mail"),
        Link("Chiama lo 0123 456 700", "#", icon="telephone"),
        Link("Prenota un appuntamento", "#", data_element="appointment-booking", icon="calendar"),
    ),
    problem_links=(
        Link("Segnala un disservizio", "#", data_element="report-inefficiency", icon="map-marker"),
    ),
    search_url="/cerca/",
    account_url="/area-riservata/",
    feedback_url="/valuta/",
    newsletter_url="/newsletter/",
)

# The gallery's own page shows them: its header, menu, languages, footer and skip links.
AROUND_THE_PAGE = (Example("Attorno a questa pagina", {}),)
EXAMPLES: dict[str, tuple[Example, ...]] = {
    f"shell/{name}.html": AROUND_THE_PAGE for name in ("header", "menu", "languages", "footer", "skip_links")
}
