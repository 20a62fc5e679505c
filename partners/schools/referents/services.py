"""Writes about the contact persons of schools: whoever decides holds the school's row first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from partners.schools.enums import Capacity, ContactStatus
from partners.schools.models import School, SchoolContact
from partners.schools.school_years import this_school_year
from vicinia.core import audit
from vicinia.core.clock import database_now

from .models import Referent
from .queries import referent_of

if TYPE_CHECKING:
    from vicinia.accounts.models import User


class ReferentRefused(ValidationError):
    """The person cannot be the contact person; the message says why."""


def become_referent(*, contact: SchoolContact, by: User) -> Referent:
    """Make `by` the contact person of the school for this school year, or confirm it anew; twice is once.

    Raises ReferentRefused when the school has one, or `by` is no confirmed teacher of it.
    """
    with transaction.atomic():
        School.objects.select_for_update().get(pk=contact.school_id)
        # Held too: who leaves in this moment has left before, or is no contact person after.
        held = SchoolContact.objects.select_for_update(of=("self",)).select_related("school", "user")
        contact = held.get(pk=contact.pk)
        is_teacher = contact.capacity == Capacity.TEACHER and contact.status == ContactStatus.CONFIRMED
        if contact.user_id != by.pk or not is_teacher:
            raise ReferentRefused(_("Only a confirmed teacher of the school can be its contact person."))
        present = referent_of(contact.school)
        if present and present.contact.user_id == contact.user_id:
            return present
        if present:
            raise ReferentRefused(
                _("The school has a contact person for this year already: ask them to hand over to you.")
            )
        referent = Referent.objects.create(
            school=contact.school,
            school_year=this_school_year(),
            contact=contact,
            confirmed_at=database_now(),
        )
        audit.record("partners.referent.confirmed", by=by, target=referent)
    return referent


def give_up_referent(*, contact: SchoolContact, by: User) -> None:
    """Stop being the contact person: a colleague can take over at once. Nothing happens when one is not."""
    with transaction.atomic():
        School.objects.select_for_update().get(pk=contact.school_id)
        held = Referent.objects.select_for_update(of=("self",))
        mine = held.filter(school=contact.school_id, contact__user=by, ended_at=None)
        for referent in mine.filter(school_year=this_school_year()):
            referent.ended_at = database_now()
            referent.save(update_fields=["ended_at"])
            audit.record("partners.referent.left", by=by, target=referent)
