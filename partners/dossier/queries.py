"""Reading dossiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from partners.organisations.models import Organisation
from vicinia.core.formats import long_date

from .catalogue import CATALOGUE, Kind
from .enums import CheckStatus, DocumentType, DurcOutcome, Standing
from .models import DossierVersion
from .standing import is_expired

URGENT = (Standing.REJECTED, Standing.EXPIRED, Standing.EXPIRING)


@dataclass(frozen=True)
class Entry:
    """One type of document in a body's dossier on a day: its versions, the newest first."""

    kind: Kind
    versions: tuple[DossierVersion, ...]
    today: date

    @property
    def latest(self) -> DossierVersion | None:
        """The last version that the body brought or the office recorded."""
        return self.versions[0] if self.versions else None

    @property
    def valid(self) -> DossierVersion | None:
        """The version that counts today: the newest approved one that has not expired."""
        return next(
            (
                each
                for each in self.versions
                if each.status == CheckStatus.VALID and not is_expired(each.expires_on, self.today)
            ),
            None,
        )

    @property
    def usable(self) -> DossierVersion | None:
        """What an application may take: the one that counts, else one that waits for the check."""
        latest = self.latest
        is_waiting = (
            latest is not None
            and latest.status == CheckStatus.TO_CHECK
            and not is_expired(latest.expires_on, self.today)
        )
        return self.valid or (latest if is_waiting else None)

    @property
    def is_irregular(self) -> bool:
        """Whether the DURC that counts says that something is unpaid."""
        return self.valid is not None and self.valid.outcome == DurcOutcome.IRREGULAR

    @property
    def is_to_mend(self) -> bool:
        """Whether the body has something to do: bring anew what it brings itself, pay what a DURC tells."""
        return self.is_irregular or (self.standing in URGENT and not self.kind.from_office)

    @property
    def standing(self) -> Standing:
        """Where the type of document stands: what the last version says, or that there is none."""
        return self.latest.standing(self.today) if self.latest else Standing.MISSING


def dossier_of(organisation: Organisation, today: date) -> tuple[Entry, ...]:
    """Return every type of document of a body, in the catalogue's order, those it lacks too."""
    return _entries(DossierVersion.objects.filter(document__organisation=organisation), today)[
        organisation.pk
    ]


def dossiers_of(organisations: Iterable[Organisation], today: date) -> dict[int, tuple[Entry, ...]]:
    """Return the dossiers of several bodies by their key, asking the database once."""
    return _entries(DossierVersion.objects.filter(document__organisation__in=organisations), today)


def why_not_usable(version: DossierVersion, today: date) -> str:
    """Say why an application cannot be sent with a version, and what to do; nothing when it can."""
    standing = version.standing(today)
    if standing == Standing.REJECTED:
        return _(
            "the office rejected it (%(reason)s): upload it again in the dossier, then choose it here"
        ) % {"reason": version.reason.rstrip(".")}
    if standing == Standing.EXPIRED and version.expires_on:
        return _("it expired on %(day)s: upload the one in force in the dossier, then choose it here") % {
            "day": long_date(version.expires_on)
        }
    if standing == Standing.REPLACED:
        return _("you replaced it with a newer version: choose that one")
    return ""


def count_to_check(today: date) -> int:
    """Count what waits for the office."""
    return DossierVersion.objects.standing(Standing.TO_CHECK, today).count()


def entry_of(organisation: Organisation, type: DocumentType, today: date) -> Entry:
    """Return one type of document of a body."""
    return next(entry for entry in dossier_of(organisation, today) if entry.kind.type == type)


def _entries(rows: QuerySet[DossierVersion], today: date) -> defaultdict[int, tuple[Entry, ...]]:
    """Group versions by body and type; a body without any lacks every type."""
    found: defaultdict[int, defaultdict[str, list[DossierVersion]]] = defaultdict(lambda: defaultdict(list))
    for version in rows.select_related("document", "file", "uploaded_by").order_by("-uploaded_at", "-number"):
        found[version.document.organisation_id][version.document.type].append(version)

    def entries(by_type: Mapping[str, list[DossierVersion]]) -> tuple[Entry, ...]:
        return tuple(Entry(kind, tuple(by_type.get(kind.type, ())), today) for kind in CATALOGUE.values())

    grouped: defaultdict[int, tuple[Entry, ...]] = defaultdict(lambda: entries({}))
    grouped.update({organisation_id: entries(by_type) for organisation_id, by_type in found.items()})
    return grouped
