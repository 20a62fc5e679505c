"""What to look at before a payment is ordered; it warns and never stops, since a DURC is not always due."""

from __future__ import annotations

from django.utils.translation import gettext as _

from partners.dossier.enums import DocumentType
from partners.dossier.queries import entry_of
from partners.organisations.models import Organisation
from vicinia.core.clock import database_day


def durc_warning(organisation: Organisation) -> str:
    """Say what the body's DURC asks for; nothing when one that is regular counts today.

    Irregular: the debt is paid first (DL 69/2013 art. 31 c. 8-bis). None, or expired after its 120 days: the
    office asks for it (DPR 445/2000 art. 44-bis).
    """
    entry = entry_of(organisation, DocumentType.DURC, database_day())
    if entry.is_irregular:
        return _(
            "The DURC is irregular. Before paying, ask for the substitutive intervention: the debt is paid "
            "to INPS or INAIL, the rest to the body (DL 69/2013, art. 31, c. 8-bis)."
        )
    if entry.valid is None:
        return _(
            "Of this body there is no DURC that counts today. If this payment needs one, ask for it and "
            "record it on the body's page first (DPR 445/2000, art. 44-bis)."
        )
    return ""
