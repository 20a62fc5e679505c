"""When both bodies have a document of the same type, one document holds the versions of both."""

from __future__ import annotations

from typing import TypedDict

from partners.dossier.enums import CheckStatus
from partners.dossier.models import DossierDocument, DossierVersion
from partners.organisations.models import Organisation

from .models import MergeRecord


class Place(TypedDict):
    """Where a version was before the merge: primary key of its document, its number there, its status."""

    document: int
    number: int
    status: str


def join_dossiers(kept: Organisation, gone: Organisation) -> dict[str, Place]:
    """Move the versions that could not follow with their document; return their old places by primary key.

    They take the next numbers of the document that stays, whose own numbers never change: sealed
    applications quote them. Of two that wait for the check the older is replaced, as by an upload. Called
    inside the merge, which holds both bodies.
    """
    places: dict[str, Place] = {}
    for left in DossierDocument.objects.filter(organisation=gone).order_by("pk"):
        into = DossierDocument.objects.get(organisation=kept, type=left.type)
        # Held: a version that the office is deciding on is decided first.
        held = list(
            DossierVersion.objects.select_for_update().filter(document__in=[into, left]).order_by("pk")
        )
        _replace_older_waiting(held, places)
        number = max((each.number for each in held if each.document_id == into.pk), default=0)
        for version in sorted((each for each in held if each.document_id == left.pk), key=_age):
            number += 1
            places.setdefault(str(version.pk), _place(version))
            version.document, version.number = into, number
            version.save(update_fields=["document", "number"])
    return places


def part_dossiers(places: dict[str, Place]) -> None:
    """Undo `join_dossiers`: each version goes back, and waits again unless a newer one waits in its place.

    What the office has decided since stays decided; a version deleted since is not missed.
    """
    held = DossierVersion.objects.select_for_update().filter(pk__in=places).order_by("pk")
    back = [(version, places[str(version.pk)]) for version in held]
    for version, place in back:
        version.document_id, version.number = place["document"], place["number"]
        version.save(update_fields=["document", "number"])
    for version, place in back:
        was_replaced = version.status == CheckStatus.REPLACED and place["status"] == CheckStatus.TO_CHECK
        newer = DossierVersion.objects.filter(document=version.document_id, number__gt=version.number)
        if was_replaced and not newer.exists():
            version.status = CheckStatus.TO_CHECK
            version.save(update_fields=["status"])


def keep_what_came_since(record: MergeRecord) -> None:
    """Leave to the one that stays the versions that its people brought to a document that had followed.

    Called when the document has gone back: what came after the merge is not the other body's to read.
    """
    gone_back = DossierDocument.objects.filter(
        pk__in=record.followed.get("partners.DossierDocument.organisation", []),
        organisation_id=record.loser_id,
    )
    for document in gone_back.order_by("pk"):
        since = document.versions.filter(uploaded_at__gt=record.at)
        if since.exists():
            own = DossierDocument.objects.create(organisation_id=record.winner_id, type=document.type)
            since.update(document=own)


def _replace_older_waiting(held: list[DossierVersion], places: dict[str, Place]) -> None:
    """Leave only the newest of those that wait: the database allows one to a document."""
    waiting = sorted((each for each in held if each.status == CheckStatus.TO_CHECK), key=_age)
    for version in waiting[:-1]:
        places[str(version.pk)] = _place(version)
        version.status = CheckStatus.REPLACED
        version.save(update_fields=["status"])


def _place(version: DossierVersion) -> Place:
    return {"document": version.document_id, "number": version.number, "status": version.status}


def _age(version: DossierVersion) -> tuple[object, int]:
    return version.uploaded_at, version.pk
