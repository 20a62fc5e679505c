"""Writes about the offices of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from partners.organisations.holding import hold_to_edit
from partners.organisations.models import Organisation
from vicinia.core import audit
from vicinia.core.page_cache import public_content_changed
from vicinia.core.text import clean_name

from .models import Officer

if TYPE_CHECKING:
    from datetime import date

    from vicinia.accounts.models import User


def add_officer(
    *, organisation: Organisation, by: User, name: str, office: str, since: date, until: date | None = None
) -> Officer:
    """Note that a person holds an office of the body; without `until` the person is in office now.

    `by` may write in the body's name or manages bodies. Raises PermissionDenied, or ValidationError when a
    field is not right or the body has a legal representative already.
    """
    with transaction.atomic():
        locked = hold_to_edit(organisation, by)
        officer = Officer(organisation=locked, name=clean_name(name), office=office, since=since, until=until)
        officer.full_clean()
        officer.save(force_insert=True)
        audit.record("partners.organisation.officer_added", by=by, target=locked, officer=str(officer))
        public_content_changed()
    return officer


def change_officer(
    *, officer: Officer, by: User, name: str, office: str, since: date, until: date | None
) -> Officer:
    """Correct what is noted of an officer, or close the office with its last day.

    Raises PermissionDenied, or ValidationError as `add_officer`.
    """
    with transaction.atomic():
        locked = hold_to_edit(officer.organisation, by)
        current = Officer.objects.select_for_update().get(pk=officer.pk)
        before = str(current)
        current.name, current.office, current.since, current.until = clean_name(name), office, since, until
        current.full_clean()
        current.save()
        audit.record(
            "partners.organisation.officer_changed",
            by=by,
            target=locked,
            officer=str(current),
            before=before,
            until=until.isoformat() if until else "",
        )
        public_content_changed()
    return current


def remove_officer(*, officer: Officer, by: User) -> None:
    """Take away an officer noted by mistake; who has left office keeps the row, with the last day.

    Twice is once. Raises PermissionDenied.
    """
    with transaction.atomic():
        locked = hold_to_edit(officer.organisation, by)
        deleted, _rows = Officer.objects.filter(pk=officer.pk).delete()
        if deleted:
            audit.record("partners.organisation.officer_removed", by=by, target=locked, officer=str(officer))
            public_content_changed()
