"""Attaching and removing the files of a draft."""

from __future__ import annotations

from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from partners.dossier.enums import DocumentType
from partners.dossier.models import DossierVersion
from partners.dossier.queries import entry_of, why_not_usable
from partners.dossier.services import hold_versions
from vicinia.accounts.models import User
from vicinia.core import audit
from vicinia.core.clock import database_now, day_of, timed_transaction
from vicinia.core.files.kinds import PDF
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import discard, gone_if_refused, store_upload

from .completeness import WantedFile, wanted_files
from .models import Application, Attachment
from .refusals import ApplicationRefused, require_open
from .services import hold_draft, require_draft, require_may_write


class NotWanted(ApplicationRefused):
    """The call asks for no such document."""


class NotInDossier(ApplicationRefused):
    """The body's dossier has no version that counts."""


def attach_file(*, application: Application, key: str, upload: UploadedFile[bytes], by: User) -> Attachment:
    """Attach a PDF to a wanted document, in place of the one there may be.

    Raises FileRefused (what is wrong with the file), DeadlinePassed, AlreadySent, NotWanted; the file
    that was there stays then. The file is checked and written before the transaction, which stays short.
    """
    received_at = database_now()
    require_may_write(by, application)
    require_draft(application)
    require_open(application.call, received_at)
    if require_wanted(application, key).dossier_type:
        raise NotWanted(_("This document comes from your dossier: upload it there, then choose it here."))
    stored = store_upload(upload=upload, kinds=(PDF,), by=by)
    with gone_if_refused(stored), transaction.atomic():
        locked = hold_draft(application=application, by=by, now=received_at)
        _drop(locked, key)
        attachment = Attachment.objects.create(application=locked, key=key, file=stored)
        _note_saved(locked, received_at)
        audit.record(
            "calls.application.file_attached",
            by=by,
            target=locked,
            document=key,
            name=stored.name,
            sha256=stored.sha256,
        )
    return attachment


def take_from_dossier(*, application: Application, key: str, by: User) -> Attachment:
    """Answer a wanted document with the version of the body's dossier that counts now.

    It stays that version, whatever is uploaded later; sending asks again whether it counts. Raises NotWanted,
    NotInDossier (and what to do), DeadlinePassed, AlreadySent.
    """
    with timed_transaction() as now:
        locked = hold_draft(application=application, by=by, now=now)
        wanted = require_wanted(locked, key)
        if not wanted.dossier_type:
            raise NotWanted(_("This call asks for a new file here: attach it."))
        version, stored = _usable_version(locked, wanted, day_of(now))
        _drop(locked, key)
        attachment = Attachment.objects.create(
            application=locked, key=key, file=stored, dossier_version=version
        )
        _note_saved(locked, now)
        audit.record(
            "calls.application.file_attached",
            by=by,
            target=locked,
            document=key,
            dossier_version=version.pk,
            sha256=stored.sha256,
        )
    return attachment


def _usable_version(
    application: Application, wanted: WantedFile, today: date
) -> tuple[DossierVersion, StoredFile]:
    """Return the version that counts with its file, held until the transaction ends; raise NotInDossier."""
    usable = entry_of(application.organisation, DocumentType(wanted.dossier_type), today).usable
    version = hold_versions([usable.pk])[usable.pk] if usable else None
    if version is None or why_not_usable(version, today):
        raise NotInDossier(
            _("«%(document)s» is not in your dossier, or no longer counts: upload it there first.")
            % {"document": wanted.label}
        )
    assert version.file is not None  # noqa: S101 - only what is uploaded can be asked from the dossier
    return version, version.file


def remove_file(*, application: Application, key: str, by: User) -> None:
    """Take a file off a draft; nothing happens when it is not there."""
    received_at = database_now()
    with transaction.atomic():
        locked = hold_draft(application=application, by=by, now=received_at)
        if _drop(locked, key):
            _note_saved(locked, received_at)
            audit.record("calls.application.file_removed", by=by, target=locked, document=key)


def require_wanted(application: Application, key: str) -> WantedFile:
    """Return the document that the call or its form asks for; raise NotWanted when it asks for none."""
    for wanted in wanted_files(application.call.rules or {}, application.form_version.form()):
        if wanted.key == key:
            return wanted
    raise NotWanted(_("This call does not ask for this document."))


def _note_saved(application: Application, at: datetime) -> None:
    application.saved_at = max(at, application.saved_at)
    application.save(update_fields=["saved_at"])


def _drop(application: Application, key: str) -> bool:
    attachment = application.attachments.select_related("file").filter(key=key).first()
    if attachment is None:
        return False
    stored: StoredFile = attachment.file
    attachment.delete()
    # A file of the dossier belongs to the body: only the application lets it go.
    if attachment.dossier_version_id is None:
        discard(stored)
    return True
