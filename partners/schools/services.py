"""Writes about schools and the people who work there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vicinia.core import audit, events
from vicinia.territory.municipalities.queries import served_codes

from .enums import ContactStatus
from .events import SchoolContactDeclared
from .models import School, SchoolContact

if TYPE_CHECKING:
    from vicinia.accounts.models import User


def declare_school_contact(*, school: School, by: User) -> SchoolContact:
    """Note that `by` says they work in this school; doing it twice changes nothing.

    Raises ValidationError when the school is not one that the office serves, has no classes, or when
    the office has ended this person's link to it.
    """
    with transaction.atomic():
        if not (
            School.objects.active().teaching().in_municipalities(served_codes()).filter(pk=school.pk).exists()
        ):
            raise ValidationError(_("Choose a school of the municipalities we serve."), code="not_served")
        contact, created = SchoolContact.objects.get_or_create(school=school, user=by)
        if contact.status == ContactStatus.REVOKED:
            raise ValidationError(
                _("The office has ended your link to this school: write to us to have it back."),
                code="revoked",
            )
        if created:
            audit.record("partners.school_contact.declared", by=by, target=school)
            events.emit(SchoolContactDeclared(school_id=school.pk, user_id=by.pk))
    return contact
