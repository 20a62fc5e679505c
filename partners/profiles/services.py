"""Writes about the public page of a body."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction

from partners.organisations.holding import hold_to_edit
from partners.organisations.models import Organisation
from vicinia.core import audit
from vicinia.core.page_cache import public_content_changed

from .enums import PublicFieldName
from .models import PublicField

if TYPE_CHECKING:
    from vicinia.accounts.models import User


def choose_public_fields(*, organisation: Organisation, names: Collection[str], by: User) -> None:
    """Show to everybody these parts of the profile and no other; none takes the body off the directory.

    `by` may write in the body's name or manages bodies. Raises PermissionDenied, or ValueError for a name
    that is not in `PublicFieldName`.
    """
    wanted = {PublicFieldName(name) for name in names}
    with transaction.atomic():
        locked = hold_to_edit(organisation, by)
        before = set(PublicField.objects.filter(organisation=locked).values_list("name", flat=True))
        if before == wanted:
            return
        PublicField.objects.filter(organisation=locked).exclude(name__in=wanted).delete()
        PublicField.objects.bulk_create(
            PublicField(organisation=locked, name=name) for name in sorted(wanted - before)
        )
        audit.record(
            "partners.organisation.public_fields_chosen",
            by=by,
            target=locked,
            before=sorted(before),
            after=sorted(wanted),
        )
        public_content_changed()
