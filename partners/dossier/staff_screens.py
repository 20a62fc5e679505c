"""A body's dossier on the office's page of the body."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.core.clock import database_day
from vicinia.core.formats import short_date

from .queries import Entry, dossier_of
from .services import CHECK
from .words import entry_badge


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One type of document of a body, as the office reads it."""

    label: str
    url: str
    state: str
    valid_until: str
    note: str


@dataclass(frozen=True, slots=True)
class StaffDossier:
    """A body's dossier, and what follows from a DURC that is not regular."""

    rows: tuple[StaffRow, ...]
    durc_url: str
    is_irregular: bool


def staff_dossier(organisation: Organisation, user: User | AnonymousUser) -> StaffDossier | None:
    """Return every type of document of a body; None for who does not check them."""
    if not user.has_perm(CHECK):
        return None
    entries = dossier_of(organisation, database_day())
    return StaffDossier(
        rows=tuple(_row(entry) for entry in entries),
        durc_url=""
        if organisation.merged_into_id
        else reverse("dossier_office:durc", args=[organisation.pk]),
        is_irregular=any(entry.is_irregular for entry in entries),
    )


def _row(entry: Entry) -> StaffRow:
    latest = entry.latest
    url = reverse("dossier_office:inspect", args=[latest.pk]) if latest else ""
    expires = short_date(latest.expires_on) if latest and latest.expires_on else ""
    is_covered = entry.valid is not None and entry.valid != latest
    return StaffRow(
        label=entry.kind.label,
        url=url,
        state=str(entry_badge(entry).text),
        valid_until=expires,
        note=_("An earlier version still counts.") if is_covered else "",
    )
