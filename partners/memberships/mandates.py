"""With which document a person signs in the representative's place (DPR 445/2000 art. 38, c. 3-bis)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from partners.dossier.enums import DocumentType, Standing
from partners.dossier.models import DossierVersion
from partners.organisations.models import Membership, Organisation
from vicinia.core.formats import long_date

GIVES_POWER = {Standing.TO_CHECK, Standing.VALID, Standing.EXPIRING}


def mandates_of(organisation: Organisation, today: date) -> list[DossierVersion]:
    """Return the mandates of the body's dossier that can be given to somebody, the newest first."""
    brought = DossierVersion.objects.filter(
        document__organisation=organisation, document__type=DocumentType.MANDATE
    ).order_by("-uploaded_at", "-number")
    return [version for version in brought if version.standing(today) in GIVES_POWER]


def mandates_to_give(membership: Membership, today: date) -> list[DossierVersion]:
    """Return what the person may be given, and the one they have even if it no longer counts."""
    given = membership.mandate
    others = [each for each in mandates_of(membership.organisation, today) if each != given]
    return [*([given] if given else []), *others]


def counting_mandate(membership: Membership, today: date) -> DossierVersion | None:
    """Return the mandate with which the person may sign on a day: of this body, not rejected nor expired."""
    version = membership.mandate
    if version is None or version.document.organisation_id != membership.organisation_id:
        return None
    return version if version.standing(today) in GIVES_POWER else None


def named(version: DossierVersion) -> str:
    """A mandate in a few words: its number or, without one, its day."""
    if version.reference:
        return version.reference
    return _("version %(number)s") % {"number": version.number}


def told(membership: Membership, today: date) -> str:
    """Say with which mandate the person signs, and whether it still counts; nothing without one."""
    version = membership.mandate
    if version is None:
        return ""
    standing, until = version.standing(today), version.expires_on
    words = {"mandate": named(version), "day": long_date(until) if until else ""}
    if standing == Standing.EXPIRED:
        return _("Mandate «%(mandate)s» expired on %(day)s") % words
    if standing == Standing.REJECTED:
        return _("Mandate «%(mandate)s» not accepted by the office") % words
    if standing == Standing.REPLACED:
        return _("Mandate «%(mandate)s» replaced by a newer one") % words
    if standing == Standing.TO_CHECK:
        return _("Mandate «%(mandate)s», still to be checked by the office") % words
    if until:
        return _("Mandate «%(mandate)s», valid until %(day)s") % words
    return _("Mandate «%(mandate)s», valid") % words
