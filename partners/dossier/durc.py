"""The DURC, which the office asks for itself (DPR 445/2000 art. 44-bis) and which lasts 120 days."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from partners.organisations.holding import hold_body
from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import audit, events
from vicinia.core.clock import database_day, timed_transaction
from vicinia.core.files.services import gone_if_refused, store_upload

from .catalogue import CATALOGUE
from .details import Details, settled
from .enums import CheckStatus, DocumentType, DurcOutcome
from .events import DocumentApproved
from .models import DossierVersion
from .services import CHECK, add_version, hold_document

KIND = CATALOGUE[DocumentType.DURC]


def record_durc(
    *,
    organisation: Organisation,
    protocol: str,
    requested_on: date,
    outcome: DurcOutcome,
    by: User,
    upload: UploadedFile[bytes] | None = None,
) -> DossierVersion:
    """Record what the institutes answered, with the file or without; it counts for 120 days from the request.

    Raises PermissionDenied, FileRefused, GoneElsewhere, ValidationError with the field that is wrong.
    """
    require(by, CHECK)
    details = settled(KIND, Details(reference=protocol.strip(), issued_on=requested_on), today=database_day())
    stored = store_upload(upload=upload, kinds=KIND.formats, by=by) if upload else None
    with gone_if_refused(stored), timed_transaction() as now:
        document = hold_document(hold_body(organisation), KIND)
        if document.versions.filter(reference=details.reference).exists():
            raise ValidationError(
                {"protocol": _("This protocol number is recorded already: nothing was added.")}
            )
        version = add_version(
            document=document, details=details, stored=stored, at=now, by=by, outcome=outcome
        )
        version.status, version.checked_at, version.checked_by = CheckStatus.VALID, now, by
        version.save(update_fields=["status", "checked_at", "checked_by"])
        audit.record(
            "partners.dossier.recorded", by=by, target=version, version=version.number, outcome=outcome
        )
        events.emit(DocumentApproved(version_id=version.pk))
    return version
