"""Writing a dossier: the body brings a version, the office says whether it counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from partners.organisations.holding import hold_to_act
from partners.organisations.models import Organisation
from partners.organisations.queries import can_apply_for
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import audit, events
from vicinia.core.clock import database_day, database_now, timed_transaction
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import gone_if_refused, store_upload
from vicinia.core.formats import long_date
from vicinia.core.state import StepRefused
from vicinia.core.text import clean_text

from .catalogue import Kind
from .details import Details, settled
from .enums import CHECK_STEPS, CheckStatus
from .events import DocumentApproved, DocumentRejected
from .models import DossierDocument, DossierVersion

CHECK = "partners.check_dossierversion"
# What we set ourselves: looking each up again would cost a query.
RELATIONS = ("document", "file", "uploaded_by", "checked_by")


class AlreadyUploaded(ValidationError):
    """The very same file is here already: nothing was added."""


def upload_version(
    *,
    organisation: Organisation,
    kind: Kind,
    details: Details,
    by: User,
    upload: UploadedFile[bytes] | None = None,
) -> DossierVersion:
    """Add a version that the body brings, to be checked; one that still waited is replaced by it.

    Raises FileRefused (what is wrong with the file), AlreadyUploaded, ValidationError with the field that is
    wrong, PermissionDenied. Nothing has changed then: the version that counted goes on counting.
    """
    if not can_apply_for(by, organisation) or kind.from_office:
        raise PermissionDenied
    details = settled(kind, details, today=database_day())
    stored = None if kind.is_reference else _store(kind, upload, by)
    with gone_if_refused(stored), timed_transaction() as now:
        document = hold_document(hold_to_act(organisation, by), kind)
        _require_new(document, stored, details)
        # Held: one that the office is deciding on is decided first, and then waits no more.
        for waiting in document.versions.select_for_update().filter(status=CheckStatus.TO_CHECK):
            waiting.status = CheckStatus.REPLACED
            waiting.save(update_fields=["status"])
        version = add_version(document=document, details=details, stored=stored, at=now, by=by)
        audit.record(
            "partners.dossier.uploaded",
            by=by,
            target=version,
            version=version.number,
            sha256=stored.sha256 if stored else "",
        )
    return version


def add_version(
    *,
    document: DossierDocument,
    details: Details,
    stored: StoredFile | None,
    at: datetime,
    by: User | None,
    outcome: str = "",
) -> DossierVersion:
    """Write the next version of a document whose row is held; `at` is the database's time."""
    last = document.versions.aggregate(last=Max("number"))["last"] or 0
    version = DossierVersion(
        document=document,
        number=last + 1,
        file=stored,
        reference=details.reference,
        link=details.link,
        year=details.year,
        issued_on=details.issued_on,
        expires_on=details.expires_on,
        outcome=outcome,
        uploaded_at=at,
        uploaded_by=by,
    )
    version.clean_fields(exclude=RELATIONS)
    version.save(force_insert=True)
    return version


def approve_version(*, version: DossierVersion, by: User) -> DossierVersion:
    """Say that a version counts. Raises PermissionDenied, StepRefused when it was decided already."""
    return _decide(version, CheckStatus.VALID, reason="", by=by)


def approve_versions(
    *, versions: Collection[DossierVersion], by: User
) -> tuple[list[DossierVersion], list[DossierVersion]]:
    """Approve several, each in its own transaction; return those approved and those decided meanwhile."""
    approved: list[DossierVersion] = []
    refused: list[DossierVersion] = []
    for version in versions:
        try:
            approved.append(approve_version(version=version, by=by))
        except StepRefused:
            refused.append(version)
    return approved, refused


def reject_version(*, version: DossierVersion, reason: str, by: User) -> DossierVersion:
    """Say that a version does not count, and why: the body reads it and gets it by mail.

    An application sent with it keeps it as it was. Raises PermissionDenied, StepRefused when it was rejected
    or replaced already, ValidationError without a reason.
    """
    reason = clean_text(reason).strip()
    if not reason:
        raise ValidationError(
            {"reason": _("Write why: the body reads it, and must know what to mend.")}, code="reason_missing"
        )
    return _decide(version, CheckStatus.REJECTED, reason=reason, by=by)


def note_reading(*, version: DossierVersion, by: User) -> None:
    """Note that a person of the office has opened a document (GDPR art. 5: who saw what, when)."""
    audit.record("partners.dossier.opened", by=by, target=version, version=version.number)


def hold_versions(ids: Iterable[int]) -> dict[int, DossierVersion]:
    """Read versions again and hold their rows until the transaction ends, always in the same order."""
    rows = DossierVersion.objects.select_for_update(of=("self",)).select_related("document", "file")
    return {row.pk: row for row in rows.filter(pk__in=ids).order_by("pk")}


def _store(kind: Kind, upload: UploadedFile[bytes] | None, by: User) -> StoredFile:
    if upload is None:
        raise ValidationError({"file": _("Choose the file, then press the button.")})
    return store_upload(upload=upload, kinds=kind.formats, by=by)


def hold_document(organisation: Organisation, kind: Kind) -> DossierDocument:
    """Return the document of this type of a body that is held, held too until the transaction ends."""
    made, _created = DossierDocument.objects.get_or_create(organisation=organisation, type=kind.type)
    return DossierDocument.objects.select_for_update().get(pk=made.pk)


def _require_new(document: DossierDocument, stored: StoredFile | None, details: Details) -> None:
    """Raise AlreadyUploaded when a version says the same; a mended date makes a new version."""
    same = document.versions.exclude(status=CheckStatus.REPLACED).filter(
        issued_on=details.issued_on, expires_on=details.expires_on, year=details.year
    )
    if stored:
        found = same.filter(file__sha256=stored.sha256).order_by("-number").first()
    else:
        found = same.filter(link=details.link).exclude(status=CheckStatus.REJECTED).first()
    if found is None:
        return
    words = {"day": long_date(found.uploaded_at), "status": found.get_status_display()}
    if not stored:
        raise AlreadyUploaded(
            {"year": _("You already said this on %(day)s (%(status)s): nothing was added.") % words}
        )
    raise AlreadyUploaded(
        {
            "file": _(
                "You already uploaded this very file on %(day)s (%(status)s): nothing was added. Choose "
                "another one, or correct the dates if they were wrong."
            )
            % words
        }
    )


def _decide(version: DossierVersion, status: CheckStatus, *, reason: str, by: User) -> DossierVersion:
    require(by, CHECK)
    with transaction.atomic():
        locked = hold_versions([version.pk])[version.pk]
        if locked.document.kind.from_office:
            raise StepRefused(_("What the office records is put right by recording it again."))
        before = CheckStatus(locked.status)
        CHECK_STEPS.require(before, status)
        locked.status, locked.reason = status, reason
        locked.checked_at, locked.checked_by = database_now(), by
        locked.clean_fields(exclude=RELATIONS)
        locked.save(update_fields=["status", "reason", "checked_at", "checked_by"])
        is_approval = status == CheckStatus.VALID
        audit.record(
            f"partners.dossier.{'approved' if is_approval else 'rejected'}",
            by=by,
            target=locked,
            version=locked.number,
            before=before,
            reason=reason,
        )
        event = DocumentApproved if is_approval else DocumentRejected
        events.emit(event(version_id=locked.pk))
    return locked
