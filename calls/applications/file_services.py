"""Attaching and removing the files of a draft."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from vicinia.accounts.models import User
from vicinia.core import audit
from vicinia.core.clock import database_now
from vicinia.core.files.kinds import PDF
from vicinia.core.files.models import StoredFile
from vicinia.core.files.services import discard, store_upload

from .completeness import wanted_files
from .models import Application, Attachment
from .refusals import ApplicationRefused, require_open
from .services import lock, require_draft, require_may_write


class NotWanted(ApplicationRefused):
    """The call asks for no such document."""


def attach_file(*, application: Application, key: str, upload: UploadedFile[bytes], by: User) -> Attachment:
    """Attach a PDF to a wanted document, in place of the one there may be.

    Raises FileRefused (what is wrong with the file), DeadlinePassed, AlreadySent, NotWanted; the file
    that was there stays then. The file is checked and written before the transaction, which stays short.
    """
    received_at = database_now()
    require_may_write(by, application)
    require_draft(application)
    require_open(application.call, received_at)
    require_wanted(application, key)
    stored = store_upload(upload=upload, kinds=(PDF,), by=by)
    try:
        with transaction.atomic():
            locked = lock(application)
            require_draft(locked)
            require_open(locked.call, received_at)
            _drop(locked, key)
            attachment = Attachment.objects.create(application=locked, key=key, file=stored)
            locked.saved_at = max(received_at, locked.saved_at)
            locked.save(update_fields=["saved_at"])
            audit.record(
                "calls.application.file_attached",
                by=by,
                target=locked,
                document=key,
                name=stored.name,
                sha256=stored.sha256,
            )
    except BaseException:
        discard(stored)
        raise
    return attachment


def remove_file(*, application: Application, key: str, by: User) -> None:
    """Take a file off a draft; nothing happens when it is not there."""
    received_at = database_now()
    with transaction.atomic():
        locked = lock(application)
        require_may_write(by, locked)
        require_draft(locked)
        require_open(locked.call, received_at)
        if _drop(locked, key):
            audit.record("calls.application.file_removed", by=by, target=locked, document=key)


def require_wanted(application: Application, key: str) -> None:
    """Raise NotWanted unless the call or its form asks for this document."""
    wanted = wanted_files(application.call.rules or {}, application.form_version.form())
    if key not in {file.key for file in wanted}:
        raise NotWanted(_("This call does not ask for this document."))


def _drop(application: Application, key: str) -> bool:
    attachment = application.attachments.select_related("file").filter(key=key).first()
    if attachment is None:
        return False
    stored: StoredFile = attachment.file
    attachment.delete()
    discard(stored)
    return True
