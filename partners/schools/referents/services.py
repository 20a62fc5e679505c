"""Writes about the contact persons of schools: whoever decides holds the school's row first."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from partners.schools.enums import Capacity, ContactStatus
from partners.schools.models import School, SchoolContact
from partners.schools.school_years import this_school_year
from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.core import audit, mail
from vicinia.core.audit.services import write as write_entry
from vicinia.core.clock import database_now

from .models import Referent
from .queries import (
    confirmation_deadline,
    is_late,
    latest_of_each,
    referent_of,
    to_ask,
    to_confirm_again,
)

# Whoever was written to in these days is not written to again.
QUIET_FOR = timedelta(days=7)


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
        found = held.filter(
            pk=contact.pk, user=by, capacity=Capacity.TEACHER, status=ContactStatus.CONFIRMED
        ).first()
        if found is None:
            raise ReferentRefused(_("Only a confirmed teacher of the school can be its contact person."))
        present = referent_of(found.school)
        if present and present.contact.user_id == by.pk:
            return present
        if present:
            raise ReferentRefused(
                _("The school has a contact person for this year already: ask them to hand over to you.")
            )
        referent = Referent.objects.create(
            school=found.school,
            school_year=this_school_year(),
            contact=found,
            confirmed_at=database_now(),
        )
        audit.record("partners.referent.confirmed", by=by, target=referent)
    return referent


def ask_for_contact_persons(*, by: User) -> int:
    """Write to whoever can say who the contact person is, of every site without one; return to how many.

    Nobody is written to twice within a week. Raises PermissionDenied.
    """
    from .tasks import ask_for_referents

    require(by, "partners.remind_referent")
    with transaction.atomic():
        people = len(waiting_for_mail()) + waiting_to_be_asked().count()
        if people:
            write_entry(
                "partners.referent.reminded",
                by=by,
                kind="partners.referent",
                target_id="",
                label=this_school_year(),
                data={"people": people},
            )
            transaction.on_commit(lambda: ask_for_referents.enqueue())
    return people


def waiting_for_mail() -> list[Referent]:
    """Return last year's contact persons who were not written to this week."""
    since = database_now() - QUIET_FOR
    return [
        each
        for each in latest_of_each(to_confirm_again())
        if each.reminded_at is None or each.reminded_at < since
    ]


def waiting_to_be_asked() -> QuerySet[SchoolContact]:
    """Return the teachers to ask who were not asked this week."""
    return to_ask().exclude(referent_asked_at__gte=database_now() - QUIET_FOR)


def remind_last_years() -> None:
    """Write to last year's contact persons, each in a transaction of its own; twice is once."""
    for referent in waiting_for_mail():
        _write_once(
            "confirm_referent", referent.contact, Referent.objects.filter(pk=referent.pk), "reminded_at"
        )


def ask_everybody() -> None:
    """Write to them and to the teachers of the other sites; twice is once."""
    remind_last_years()
    for contact in waiting_to_be_asked():
        rows = SchoolContact.objects.filter(pk=contact.pk)
        _write_once("become_referent", contact, rows, "referent_asked_at")


def _write_once(
    template: str, contact: SchoolContact, row: QuerySet[Referent] | QuerySet[SchoolContact], noted_in: str
) -> None:
    """Write unless another run has written to the person since the list was read."""
    now = database_now()
    quiet = Q(**{f"{noted_in}__isnull": True}) | Q(**{f"{noted_in}__lt": now - QUIET_FOR})
    with transaction.atomic():
        if row.filter(quiet).update(**{noted_in: now}):
            _write(template, contact)


def _write(template: str, contact: SchoolContact) -> None:
    user, year = contact.user, this_school_year()
    context = {
        "school": contact.school,
        "year": year,
        "deadline": confirmation_deadline(year),
        "is_late": is_late(year),
        "action_url": mail.link("partners:school", contact.school_id, language=user.language),
    }
    mail.send(f"schools/{template}", to=[user.email], context=context, language=user.language)


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
