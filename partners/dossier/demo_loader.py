"""Makes the demo's dossiers, some versions of the past: the services read the database's clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from partners.demo_loader import demo_organisation
from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership, Organisation
from vicinia.accounts.demo_loader import demo_user
from vicinia.accounts.models import User
from vicinia.core.demo import moment, read_yaml
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import store_generated
from vicinia.core.pdf import render

from .catalogue import CATALOGUE, Kind
from .details import Details
from .enums import CheckStatus, DocumentType
from .models import DossierDocument
from .services import add_version

FILE = Path(__file__).parent.parent / "demo" / "dossiers.yaml"
CHECKER = "bandi@demo.example"


def load_dossiers() -> None:
    """Create the documents that are not there yet, each with its versions."""
    checker = User.objects.filter(email=CHECKER).first()
    for content in read_yaml(FILE)["dossiers"]:
        organisation = demo_organisation(content["organisation"])
        for entry in content["documents"]:
            document, created = DossierDocument.objects.get_or_create(
                organisation=organisation, type=entry["type"]
            )
            if created:
                for row in entry["versions"]:
                    _add(document, row, checker)


def _add(document: DossierDocument, row: dict[str, Any], checker: User | None) -> None:
    kind, sent = CATALOGUE[DocumentType(document.type)], moment(row["sent"])
    issued_on = _day(row.get("issued"))
    year = timezone.localdate().year + row["year"] if "year" in row else None
    by = (
        checker
        if kind.from_office
        else User.objects.filter(memberships__organisation=document.organisation).order_by("pk").first()
    )
    version = add_version(
        document=document,
        details=Details(
            reference=row.get("reference", ""),
            year=year,
            issued_on=issued_on,
            expires_on=_day(row.get("expires")) or kind.expires_on(issued_on=issued_on, year=year),
        ),
        stored=_file(kind, document.organisation, sent) if kind.is_uploaded else None,
        at=sent,
        by=by,
        outcome=row.get("outcome", ""),
    )
    status = CheckStatus(row["status"])
    if status in {CheckStatus.VALID, CheckStatus.REJECTED}:
        version.checked_at, version.checked_by = sent + timedelta(hours=3), checker
    version.status, version.reason = status, row.get("reason", "")
    version.save()
    if "given_to" in row:
        Membership.objects.get_or_create(
            organisation=document.organisation,
            user=demo_user(row["given_to"]),
            defaults={"role": MemberRole.EDITOR, "mandate": version},
        )


def _day(text: str | None) -> date | None:
    return moment(text).date() if text else None


def _file(kind: Kind, organisation: Organisation, at: datetime) -> StoredFile:
    data = {
        "lang": "it",
        "municipality": organisation.name,
        "office": organisation.address,
        "title": kind.label,
        "generated": organisation.name,
        "paragraphs": ["Documento di prova del fascicolo: non contiene dati di nessuno."],
    }
    return store_generated(
        content=render("document", data, at=at), name=f"{kind.slug}.pdf", content_type="application/pdf"
    )
