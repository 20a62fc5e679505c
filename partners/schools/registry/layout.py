"""The ministry's three layouts, told apart by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from partners.schools.enums import Registry
from vicinia.core.tabular import TableUnreadable

YEAR = "ANNOSCOLASTICO"
AREA = "AREAGEOGRAFICA"
REGION = "REGIONE"
PROVINCE = "PROVINCIA"
INSTITUTE_CODE = "CODICEISTITUTORIFERIMENTO"
INSTITUTE_NAME = "DENOMINAZIONEISTITUTORIFERIMENTO"
CODE = "CODICESCUOLA"
NAME = "DENOMINAZIONESCUOLA"
ADDRESS = "INDIRIZZOSCUOLA"
POSTCODE = "CAPSCUOLA"
MUNICIPALITY_CODE = "CODICECOMUNESCUOLA"
MUNICIPALITY = "DESCRIZIONECOMUNE"
FEATURES = "DESCRIZIONECARATTERISTICASCUOLA"
LEVEL = "DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA"
HEAD_OFFICE = "INDICAZIONESEDEDIRETTIVO"
ALL_THROUGH = "INDICAZIONESEDEOMNICOMPRENSIVO"
EMAIL = "INDIRIZZOEMAILSCUOLA"
PEC = "INDIRIZZOPECSCUOLA"
WEBSITE = "SITOWEBSCUOLA"
SITE = "SEDESCOLASTICA"

# Without these a row says nothing of use; the other columns may be absent.
NEEDED = (YEAR, CODE, NAME, ADDRESS, MUNICIPALITY_CODE, MUNICIPALITY, LEVEL)


def find_registry(header: Iterable[str]) -> Registry:
    """Return the registry whose layout the header has; raise TableUnreadable when it has none."""
    columns = {name.upper() for name in header}
    missing = [name for name in NEEDED if name not in columns]
    if CODE not in columns or len(missing) > len(NEEDED) // 2:
        raise TableUnreadable(
            _(
                "This is not the ministry's registry of schools: its columns are not there "
                "(CODICESCUOLA, DENOMINAZIONESCUOLA and the others)."
            )
        )
    if missing:
        raise TableUnreadable(
            _("The registry lacks these columns: %(columns)s. Download it again from the ministry.")
            % {"columns": ", ".join(missing)}
        )
    if INSTITUTE_CODE not in columns:
        return Registry.PRIVATE
    return Registry.STATE if SITE in columns else Registry.AUTONOMOUS
