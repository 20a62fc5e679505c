"""What a body's dossier offers for the documents that a call takes from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.dossier.enums import CheckStatus
from partners.dossier.models import DossierVersion
from partners.dossier.queries import dossier_of
from vicinia.core.formats import long_date

from .completeness import WantedFile
from .models import Application, Attachment


@dataclass(frozen=True, slots=True)
class DossierOffer:
    """The version that can be chosen now (none, or chosen already: no text); where to bring another."""

    text: str
    upload_url: str

    @property
    def is_there(self) -> bool:
        """Whether there is something to choose."""
        return bool(self.text)


def offers_for(
    application: Application,
    wanted: Iterable[WantedFile],
    there: Mapping[str, Attachment],
    today: date,
) -> dict[str, DossierOffer]:
    """Return the offers by document; the dossier is read once, and only when the call takes from it."""
    asked = [file for file in wanted if file.dossier_type]
    if not asked:
        return {}
    organisation = application.organisation
    entries = {entry.kind.type.value: entry for entry in dossier_of(organisation, today)}
    back = urlencode({"next": reverse("calls:documents", args=[application.pk])})
    found = {}
    for file in asked:
        entry = entries[file.dossier_type]
        upload = reverse("partners:dossier_upload", args=[organisation.pk, entry.kind.slug])
        chosen = there.get(file.key)
        is_new = entry.usable is not None and (chosen is None or chosen.dossier_version_id != entry.usable.pk)
        text = offer_text(entry.usable) if entry.usable and is_new else ""
        found[file.key] = DossierOffer(text, f"{upload}?{back}")
    return found


def offer_text(version: DossierVersion) -> str:
    """Name a version that can be chosen: its file, until when it counts, whether the office has seen it."""
    name = version.file.name if version.file else str(version)
    if version.status == CheckStatus.TO_CHECK:
        return _("%(name)s, still to be checked by the office") % {"name": name}
    if version.expires_on is None:
        return name
    return _("%(name)s, valid until %(day)s") % {"name": name, "day": long_date(version.expires_on)}


def origin_text(version: DossierVersion) -> str:
    """Say which version of the dossier a file is."""
    if version.expires_on is None:
        return _("from the dossier, version %(number)s") % {"number": version.number}
    return _("from the dossier, version %(number)s, valid until %(day)s") % {
        "number": version.number,
        "day": long_date(version.expires_on),
    }
