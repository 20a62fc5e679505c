"""Receiving files: what they are is read from their content, never from their name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import filetype
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from PIL import Image
from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from .kinds import PDF, FileKind

if TYPE_CHECKING:
    from vicinia.accounts.models import User

    from .models import StoredFile

# A 60-megapixel photograph opens to 240 MB of memory: phones stay well below.
MAX_PIXELS = 50_000_000
CHUNK = 1024 * 1024


class FileRefused(Exception):
    """The file cannot be accepted; the message is a sentence for the person who sent it."""


def store_upload(*, upload: UploadedFile[bytes], kinds: tuple[FileKind, ...], by: User | None) -> StoredFile:
    """Check an upload and keep it privately.

    Raises FileRefused with the reason and the way out; nothing is written then.
    """
    return keep_upload(upload=upload, content_type=check(upload, kinds), by=by)


def keep_upload(*, upload: UploadedFile[bytes], content_type: str, by: User | None) -> StoredFile:
    """Keep privately an upload that the caller has checked; `content_type` is what its content is."""
    from .models import StoredFile

    digest = hashlib.sha256()
    upload.seek(0)
    for chunk in upload.chunks(CHUNK):
        digest.update(chunk)
    upload.seek(0)
    stored = StoredFile(
        name=given_name(upload.name),
        content_type=content_type,
        size=upload.size or 0,
        sha256=digest.hexdigest(),
        uploaded_by=by,
    )
    stored.file.save("", upload, save=False)
    stored.save(force_insert=True)
    return stored


def store_generated(*, content: bytes, name: str, content_type: str, by: User | None = None) -> StoredFile:
    """Keep a file that the platform itself made (a receipt, an export)."""
    from .models import StoredFile

    stored = StoredFile(
        name=name,
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        uploaded_by=by,
    )
    stored.file.save("", ContentFile(content), save=False)
    stored.save(force_insert=True)
    return stored


@contextmanager
def gone_if_refused(stored: StoredFile | None) -> Iterator[None]:
    """Discard a file that was just stored when what it is for fails; put it before the transaction.

    A transaction gives back the row alone: the bytes would stay, and nobody would know of them.
    """
    try:
        yield
    except BaseException:
        if stored:
            discard(stored)
        raise


def discard(stored: StoredFile) -> None:
    """Forget a file that nothing points to any longer; its bytes go once that is committed."""
    storage, name = stored.file.storage, str(stored.file.name)
    stored.delete()
    transaction.on_commit(lambda: storage.delete(name))


def given_name(name: str | None) -> str:
    """Return the person's own name of a file, without what other systems could not keep."""
    try:
        return get_valid_filename(name or "")[-255:]
    except SuspiciousFileOperation:
        return "file"


def check(upload: UploadedFile[bytes], kinds: tuple[FileKind, ...]) -> str:
    """Return the media type read from the content, or raise FileRefused."""
    limit = settings.UPLOAD_MAX_MB * 1024 * 1024
    if not upload.size:
        raise FileRefused(_("The file is empty: choose it again."))
    if upload.size > limit:
        raise FileRefused(
            _(
                "The file is larger than %(limit)s: reduce the scan or split it in two. "
                "The other answers are safe."
            )
            % {"limit": filesizeformat(limit)}
        )
    guess = filetype.guess(upload.read(8192))
    upload.seek(0)
    content_type = guess.mime if guess else ""
    if not any(content_type in kind.content_types for kind in kinds):
        wanted = ", ".join(str(kind.label) for kind in kinds)
        raise FileRefused(
            _("This file is not of the kind we can accept (%(wanted)s), whatever its name says.")
            % {"wanted": wanted}
        )
    if content_type in PDF.content_types:
        check_pdf(upload)
    else:
        check_image(upload)
    upload.seek(0)
    return str(content_type)


def check_pdf(file: File[bytes]) -> None:
    """Refuse a PDF that does not open, needs a password or has no pages."""
    try:
        reader = PdfReader(file, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileRefused(_("This PDF is protected by a password: save a copy without it and send that."))
        pages = len(reader.pages)
    except (DependencyError, NotImplementedError) as error:
        # Protected in a newer way (AES) or for one reader alone: the library does not open it, even where
        # no password is asked.
        raise FileRefused(
            _("This PDF is protected by a password: save a copy without it and send that.")
        ) from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        # A damaged PDF makes the reader stumble in all these ways.
        raise FileRefused(
            _("This PDF does not open: it may be damaged. Make it again and send it.")
        ) from error
    if not pages:
        raise FileRefused(_("This PDF has no pages: make it again and send it."))


def check_image(file: File[bytes]) -> None:
    """Refuse an image that does not open or would fill the memory when opened."""
    try:
        with Image.open(file) as image:
            if image.width * image.height > MAX_PIXELS:
                raise FileRefused(
                    _("This image is too large (over 50 megapixels): reduce it and send it again.")
                )
            image.verify()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FileRefused(
            _("This image does not open: it may be damaged. Save it again and send it.")
        ) from error
