"""Writes about who acts for a school. Whoever decides holds the request's row first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from partners.schools.enums import CONTACT_STEPS, Capacity, ContactStatus
from partners.schools.events import (
    SchoolAccessAsked,
    SchoolAccessConfirmed,
    SchoolAccessRefused,
    SchoolLeft,
)
from partners.schools.models import Institute, School, SchoolContact
from partners.schools.referents.models import Referent
from vicinia.accounts.rights.backend import require
from vicinia.accounts.services import hold_person
from vicinia.core import audit, events
from vicinia.core.clock import database_now
from vicinia.core.text import clean_text
from vicinia.core.tokens import digest
from vicinia.territory.municipalities.queries import served_codes

from .links import A_DAY, VALID_FOR, send_link

if TYPE_CHECKING:
    from datetime import datetime

    from vicinia.accounts.models import User

MOST_WAITING = 3
MOST_A_DAY = 5
MOST_LINKS = 3
BETWEEN_LINKS = timedelta(hours=1)


class AccessRefused(ValidationError):
    """The request cannot be made; the message says why and what to do."""


class LinkRefused(Exception):
    """The link decides nothing (used, expired, unknown); the message says so plainly."""


def ask_access(*, school: School, by: User, capacity: Capacity = Capacity.TEACHER) -> SchoolContact:
    """Ask for `by` to act for a school and send the link to its institute; twice changes nothing.

    Raises AccessRefused when the school is not one that we serve, the office has said no before, or
    the person asks too often.
    """
    with transaction.atomic():
        # One at a time for each person, or two windows would pass the limits together.
        hold_person(by)
        _require_served(school)
        contact = SchoolContact.objects.select_for_update().filter(school=school, user=by).first()
        status = ContactStatus(contact.status) if contact else None
        if contact and status in {ContactStatus.CONFIRMED, ContactStatus.DECLARED}:
            return contact
        if status in {ContactStatus.REVOKED, ContactStatus.REFUSED}:
            raise AccessRefused(
                _("The office or the institute has said no to this link: write to us to have it back."),
                code="refused_before",
            )
        now = database_now()
        _require_patience(by, now)
        contact = contact or SchoolContact(school=school, user=by)
        contact.status, contact.reason, contact.links_sent = ContactStatus.DECLARED, "", 0
        contact.capacity, contact.asked_at, contact.settled_at = capacity, now, now
        contact.office_of = school.institute if capacity == Capacity.OFFICE else None
        contact.save()
        send_link(contact)
        audit.record("partners.school_contact.asked", by=by, target=contact, capacity=str(capacity))
        events.emit(SchoolAccessAsked(contact_id=contact.pk))
    return contact


def send_link_again(*, contact: SchoolContact, by: User) -> None:
    """Send the institute a new link for a request of `by` that waits; the one before stops working.

    Raises AccessRefused when the request is decided, the last link is less than an hour old, three
    were sent, or the registry has no address for the institute.
    """
    with transaction.atomic():
        contact = _locked(contact)
        if contact.user_id != by.pk or contact.status != ContactStatus.DECLARED:
            raise AccessRefused(_("This request is not waiting any more."), code="decided")
        if contact.links_sent >= MOST_LINKS:
            raise AccessRefused(
                _("We have written to the institute three times: write to our office, which can decide."),
                code="too_many",
            )
        if contact.link_sent_at and contact.link_sent_at > database_now() - BETWEEN_LINKS:
            raise AccessRefused(
                _("We have just written to the institute: wait an hour before asking again."), code="too_soon"
            )
        if not send_link(contact):
            raise AccessRefused(
                _("We cannot write to the institute now: our office will decide on your request."),
                code="no_address",
            )
        audit.record("partners.school_contact.link_sent", by=by, target=contact)


def decide_by_link(*, token: str, accept: bool) -> SchoolContact:
    """Confirm or refuse on the institute's behalf: who holds the link reads its mail.

    Raises LinkRefused when the link is unknown, replaced, used or older than seven days.
    """
    with transaction.atomic():
        contact = SchoolContact.objects.select_for_update().filter(link_hash=digest(token)).first()
        if contact is None:
            raise LinkRefused(_("This link is not valid: a newer one may have been sent."))
        if contact.status != ContactStatus.DECLARED:
            raise LinkRefused(_("This request has been decided already."))
        if contact.link_sent_at is None or contact.link_sent_at + VALID_FOR < database_now():
            raise LinkRefused(_("This link has expired: the person can have a new one sent."))
        if accept:
            return _confirm(contact, by=None)
        return _close(contact, ContactStatus.REFUSED, _("The institute does not know this person."), by=None)


def approve_access(*, contact: SchoolContact, by: User) -> SchoolContact:
    """Confirm a person in the office's name, also one refused or ended before. StepRefused if decided."""
    require(by, "partners.decide_schoolcontact")
    with transaction.atomic():
        return _confirm(_locked(contact), by=by)


def refuse_access(*, contact: SchoolContact, reason: str, by: User) -> SchoolContact:
    """Refuse a request that waits, or end a confirmed link; the person reads the reason.

    Raises PermissionDenied, ValidationError without a reason, StepRefused when it was decided.
    """
    require(by, "partners.decide_schoolcontact")
    reason = clean_text(reason).strip()
    if not reason:
        raise ValidationError({"reason": _("Write why: the person reads it.")})
    with transaction.atomic():
        contact = _locked(contact)
        is_confirmed = contact.status == ContactStatus.CONFIRMED
        target = ContactStatus.REVOKED if is_confirmed else ContactStatus.REFUSED
        return _close(contact, target, reason, by=by)


def leave_school(*, contact: SchoolContact, by: User) -> SchoolContact:
    """End one's own link: classes stay with the school, and so does whoever is there."""
    with transaction.atomic():
        contact = _locked(contact)
        if contact.user_id != by.pk:
            raise AccessRefused(_("Only the person can leave."), code="another")
        return _close(contact, ContactStatus.LEFT, "", by=by)


def _locked(contact: SchoolContact) -> SchoolContact:
    rows = SchoolContact.objects.select_for_update(of=("self",)).select_related("school__institute", "user")
    return rows.get(pk=contact.pk)


def _confirm(contact: SchoolContact, *, by: User | None) -> SchoolContact:
    CONTACT_STEPS.require(ContactStatus(contact.status), ContactStatus.CONFIRMED)
    if contact.office_of_id:
        # One office at a time: two that are confirmed together would both find none before them.
        Institute.objects.select_for_update().get(pk=contact.office_of_id)
        before = SchoolContact.objects.confirmed().filter(office_of=contact.office_of_id)
        for other in before.select_for_update():
            _close(other, ContactStatus.REVOKED, _("The institute has another office account now."), by=by)
    contact.status, contact.reason, contact.settled_at = ContactStatus.CONFIRMED, "", database_now()
    contact.save(update_fields=["status", "reason", "settled_at"])
    how = "office" if by else "institute"
    audit.record("partners.school_contact.confirmed", by=by, target=contact, how=how)
    events.emit(SchoolAccessConfirmed(contact_id=contact.pk))
    return contact


def _close(contact: SchoolContact, target: ContactStatus, reason: str, *, by: User | None) -> SchoolContact:
    CONTACT_STEPS.require(ContactStatus(contact.status), target)
    contact.status, contact.reason, contact.settled_at = target, reason[:500], database_now()
    contact.save(update_fields=["status", "reason", "settled_at"])
    # By person: a school that goes on under another code keeps the link to the old one beside it.
    theirs = Referent.objects.filter(school=contact.school_id, contact__user=contact.user_id, ended_at=None)
    theirs.update(ended_at=contact.settled_at)
    audit.record(f"partners.school_contact.{target}", by=by, target=contact, reason=contact.reason)
    has_left = target == ContactStatus.LEFT
    events.emit(SchoolLeft(contact.pk) if has_left else SchoolAccessRefused(contact.pk))
    return contact


def _require_served(school: School) -> None:
    served = School.objects.active().teaching().in_municipalities(served_codes())
    if not served.filter(pk=school.pk).exists():
        raise AccessRefused(_("Choose a school of the municipalities we serve."), code="not_served")


def _require_patience(by: User, now: datetime) -> None:
    mine = SchoolContact.objects.filter(user=by)
    if mine.waiting().count() >= MOST_WAITING:
        raise AccessRefused(
            _("Three requests of yours are waiting: wait for an answer, or withdraw one of them."),
            code="too_many_waiting",
        )
    if mine.filter(asked_at__gt=now - A_DAY).count() >= MOST_A_DAY:
        raise AccessRefused(
            _("You have asked for many schools today: go on tomorrow, or write to our office."),
            code="too_many_today",
        )
