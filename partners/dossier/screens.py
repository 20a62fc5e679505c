"""What the body's people see of its dossier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.organisations.enums import OrganisationStatus
from partners.organisations.models import Membership, Organisation
from partners.organisations.way import way_through
from vicinia.core.components import Badge, Button, Cell, Column, Crumb, Fact, Hero, Link, Message, Table
from vicinia.core.formats import file_size, long_datetime, short_date

from .catalogue import Kind
from .enums import Standing
from .models import DossierVersion
from .queries import URGENT, Entry
from .words import entry_badge, entry_text, validity, version_badge

# The parts of the list, in their order.
TO_MEND, ASKED_BY_OFFICE = gettext_lazy("To mend"), gettext_lazy("Our office asks for them")
CHECKED, IN_ORDER = gettext_lazy("The office is checking them"), gettext_lazy("In order")
NOT_HERE = gettext_lazy("Not here yet")
GROUPS = (TO_MEND, CHECKED, ASKED_BY_OFFICE, IN_ORDER, NOT_HERE)


@dataclass(frozen=True, slots=True)
class Row:
    """One type of document in the list: its state in words, and the one thing to do."""

    title: str
    url: str
    badge: Badge
    text: str
    law: str
    button: Button | None


def list_page(organisation: Organisation, membership: Membership, entries: Iterable[Entry]) -> dict[str, Any]:
    """The whole dossier: what to mend first, then what waits, what is there, what is not."""
    may_write = membership.writes
    groups: dict[str, list[Row]] = {str(title): [] for title in GROUPS}
    for entry in entries:
        groups[str(_group_of(entry))].append(row_of(entry, organisation, may_write=may_write))
    return {
        "organisation": organisation,
        "breadcrumbs": way_through(organisation, Crumb(_("Documents"))),
        "hero": Hero(
            _("Documents of the body"),
            kicker=organisation.name,
            summary=_("Upload each one once: you find it again, ready, in every application."),
        ),
        "message": None if may_write else reader_message(organisation),
        "groups": [(title, found) for title, found in groups.items() if found],
    }


def _group_of(entry: Entry) -> Promise:
    if entry.is_to_mend:
        return TO_MEND
    if entry.kind.from_office and entry.standing in URGENT:
        return ASKED_BY_OFFICE
    # What waited and was deleted with the person who brought it leaves the replaced one as the last.
    return {Standing.TO_CHECK: CHECKED, Standing.VALID: IN_ORDER}.get(entry.standing, NOT_HERE)


def row_of(entry: Entry, organisation: Organisation, *, may_write: bool) -> Row:
    """One type of document of the list."""
    return Row(
        title=entry.kind.label,
        url=url_of("dossier_document", organisation, entry.kind),
        badge=entry_badge(entry),
        text=entry_text(entry),
        law=str(entry.kind.law),
        button=button_of(entry, organisation) if may_write else None,
    )


def button_of(entry: Entry, organisation: Organisation) -> Button | None:
    """The one thing to do with a document: nothing when the office brings it."""
    if entry.kind.from_office:
        return None
    url = url_of("dossier_upload", organisation, entry.kind)
    is_urgent = entry.standing in URGENT
    if entry.kind.is_reference:
        label = _("Say which one") if entry.latest is None else _("Say it again")
    else:
        label = _("Upload") if entry.latest is None else _("Upload a new version")
    return Button(label, url, style="primary" if is_urgent else "outline")


def document_page(organisation: Organisation, membership: Membership, entry: Entry) -> dict[str, Any]:
    """One type of document: where it stands, and every version there has been."""
    button = button_of(entry, organisation) if membership.writes else None
    return {
        "organisation": organisation,
        "entry": entry,
        "breadcrumbs": way_through(organisation, list_crumb(organisation), Crumb(entry.kind.label)),
        "hero": Hero(
            entry.kind.label,
            kicker=organisation.name,
            summary=entry_text(entry),
            badge=entry_badge(entry),
            actions=(button,) if button else (),
        ),
        "message": None if membership.writes else reader_message(organisation),
        "facts": version_facts(entry.latest, entry.today) if entry.latest else [],
        "history": history(entry, organisation),
        "help": entry.kind.help,
        "law": entry.kind.law,
    }


def upload_page(organisation: Organisation, entry: Entry, form: Any, next_url: str) -> dict[str, Any]:
    """The one form of a document."""
    kind = entry.kind
    document = Crumb(kind.label, url_of("dossier_document", organisation, kind))
    last = _("Say which one") if kind.is_reference else _("Upload")
    return {
        "organisation": organisation,
        "form": form,
        "kind": kind,
        "next": next_url,
        "cancel_url": next_url or url_of("dossier_document", organisation, kind),
        "breadcrumbs": way_through(organisation, list_crumb(organisation), document, Crumb(last)),
        "hero": Hero(kind.label, kicker=organisation.name, summary=kind.help),
        "meanwhile": _(
            "The version that counts now goes on counting until the office has checked the new one."
        )
        if entry.valid
        else "",
    }


def history(entry: Entry, organisation: Organisation) -> Table | None:
    """Every version, the newest first, each with its file."""
    if not entry.versions:
        return None
    return Table(
        caption=_("All the versions, the newest first"),
        columns=(
            Column(_("Version")),
            Column(_("Received at")),
            Column(_("Valid until")),
            Column(_("State")),
        ),
        rows=tuple(
            (
                Cell(str(each.number), link=file_link(each, organisation)),
                Cell(long_datetime(each.uploaded_at), note=str(each.uploaded_by or "")),
                short_date(each.expires_on) if each.expires_on else "–",
                Cell(version_badge(each, entry.today).text, note=each.reason),
            )
            for each in entry.versions
        ),
    )


def file_link(version: DossierVersion, organisation: Organisation) -> Link | None:
    """The way to a version's file, named so that it makes sense alone."""
    if version.file is None:
        return None
    label = _("%(number)s: %(name)s") % {"number": version.number, "name": version.file.name}
    args = [organisation.pk, version.document.kind.slug, version.pk]
    return Link(label, reverse("partners:dossier_file", args=args))


def version_facts(version: DossierVersion, today: date) -> list[Fact]:
    """What is known of a version."""
    facts = [
        Fact(version.document.kind.reference_label, version.reference),
        Fact(_("Outcome"), version.get_outcome_display().capitalize() if version.outcome else ""),
        Fact(_("Year"), str(version.year or "")),
        Fact(_("Where it is filed"), version.link, version.link),
        Fact(_("Date of the document"), short_date(version.issued_on) if version.issued_on else ""),
        Fact(_("Validity"), validity(version, today)),
        Fact(_("Received at"), long_datetime(version.uploaded_at)),
        Fact(_("Checked"), long_datetime(version.checked_at) if version.checked_at else ""),
    ]
    if version.file:
        facts += [
            Fact(_("File"), f"{version.file.name}, {file_size(version.file.size)}"),
            Fact(_("SHA-256 fingerprint"), version.file.sha256),
        ]
    return [fact for fact in facts if fact.value]


def reader_message(organisation: Organisation) -> Message:
    """Why there are no buttons."""
    if organisation.status == OrganisationStatus.SUSPENDED:
        return Message(
            "attention", _("The body is suspended: until the office readmits it you can only read.")
        )
    return Message(
        "information", _("You can read these documents. To change them ask the legal representative.")
    )


def list_crumb(organisation: Organisation) -> Crumb:
    """The way back to the dossier."""
    return Crumb(_("Documents"), reverse("partners:dossier", args=[organisation.pk]))


def url_of(name: str, organisation: Organisation, kind: Kind) -> str:
    """The address of one type of document of a body."""
    return reverse(f"partners:{name}", args=[organisation.pk, kind.slug])
