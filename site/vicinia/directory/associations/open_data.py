"""The directory as data for everybody: the parts that each body shows, with licence CC BY 4.0."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils import timezone

from partners.profiles.enums import PublicFieldName
from partners.profiles.queries import listed
from vicinia.core.tables import Cell
from vicinia.territory.letterhead.queries import letterhead

from .queries import Association, associations
from .screens import LICENCE, LICENCE_URL

# Names of the columns, in the language of the country's open data; they do not change.
PARTS = {
    PublicFieldName.TAX_CODE: "codice_fiscale",
    PublicFieldName.VAT_NUMBER: "partita_iva",
    PublicFieldName.RUNTS: "runts",
    PublicFieldName.DESCRIPTION: "attivita",
    PublicFieldName.WHO_THEY_HELP: "a_chi_si_rivolge",
    PublicFieldName.TARGET_GROUPS: "destinatari",
    PublicFieldName.TOPICS: "argomenti",
    PublicFieldName.SEAT: "sede",
    PublicFieldName.PHONE: "telefono",
    PublicFieldName.EMAIL: "email",
    PublicFieldName.PEC: "pec",
    PublicFieldName.WEBSITE: "sito",
    PublicFieldName.REPRESENTATIVE: "legale_rappresentante",
    PublicFieldName.FOUNDED: "anno_fondazione",
    PublicFieldName.VOLUNTEERS: "volontari",
}
HEADER = (
    "id", "nome", "forma_giuridica", *PARTS.values(), "bisogni", "eta_da", "eta_a", "quartieri", "pagina",
)  # fmt: skip
Absolute = Callable[[str], str]


def rows(absolute: Absolute) -> Iterator[tuple[Cell, ...]]:
    """Yield the listed bodies by name, a cell for each column of HEADER; `absolute` completes addresses."""
    for each in associations(listed()):
        yield row_of(each, absolute)


def row_of(association: Association, absolute: Absolute) -> tuple[Cell, ...]:
    """Return a body's cells; what it does not show is empty."""
    profile = association.profile
    first, last = association.ages or (None, None)
    return (
        profile.id,
        profile.name,
        profile.legal_form,
        *(profile.values.get(name, "") for name in PARTS),
        ", ".join(association.needs),
        first,
        last,
        ", ".join(association.areas),
        absolute(association.url),
    )


def document(absolute: Absolute) -> dict[str, object]:
    """Return the data with title, holder, day and licence, as JSON holds them."""
    return {
        "titolo": "Elenco delle associazioni",
        "titolare": letterhead().full_name,
        "licenza": LICENCE,
        "licenza_url": LICENCE_URL,
        "aggiornato_il": timezone.localdate().isoformat(),
        "enti": [dict(zip(HEADER, row, strict=True)) for row in rows(absolute)],
    }
