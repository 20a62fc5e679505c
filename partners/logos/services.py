"""Writes about a body's logo."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from partners.organisations.holding import hold_to_edit
from partners.organisations.models import Organisation
from vicinia.core import audit
from vicinia.core.files.kinds import IMAGE
from vicinia.core.files.services import FileRefused, check, discard, given_name, store_generated
from vicinia.core.page_cache import public_content_changed

from .models import Logo
from .picture import CONTENT_TYPE, draw_again

if TYPE_CHECKING:
    from vicinia.accounts.models import User

LARGEST = 2 * 1024 * 1024
SMALLEST_SIDE = 48


def set_logo(*, organisation: Organisation, upload: UploadedFile[bytes], by: User) -> Logo:
    """Give a body a logo in the place of the one it had; showing it is the body's other choice.

    `by` may write in the body's name or manages bodies. Raises PermissionDenied, FileRefused with the reason
    and the way out: then the logo of before stays.
    """
    if upload.size and upload.size > LARGEST:
        raise FileRefused(
            _("The picture is larger than %(limit)s: save it smaller, 480 pixels are enough.")
            % {"limit": filesizeformat(LARGEST)}
        )
    check(upload, (IMAGE,))
    drawn = draw_again(io.BytesIO(upload.read()))
    if min(drawn.width, drawn.height) < SMALLEST_SIDE:
        raise FileRefused(
            _("The picture is too small to be read: its shorter side needs at least %(pixels)s pixels.")
            % {"pixels": SMALLEST_SIDE}
        )
    with transaction.atomic():
        locked = hold_to_edit(organisation, by)
        _forget(locked)
        stored = store_generated(
            content=drawn.content, name=given_name(upload.name), content_type=CONTENT_TYPE, by=by
        )
        logo = Logo.objects.create(organisation=locked, file=stored, width=drawn.width, height=drawn.height)
        audit.record("partners.organisation.logo_changed", by=by, target=locked)
        public_content_changed()
    return logo


def remove_logo(*, organisation: Organisation, by: User) -> None:
    """Leave a body without a logo; without one nothing changes. Raises PermissionDenied."""
    with transaction.atomic():
        locked = hold_to_edit(organisation, by)
        if _forget(locked):
            audit.record("partners.organisation.logo_removed", by=by, target=locked)
            public_content_changed()


def _forget(organisation: Organisation) -> bool:
    logo = Logo.objects.filter(organisation=organisation).select_related("file").first()
    if logo is None:
        return False
    logo.delete()
    discard(logo.file)
    return True
