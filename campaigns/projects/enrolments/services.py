"""Writes about enrolments. Whoever gives or frees a place holds the edition's row first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from campaigns.projects.catalogue.enums import EditionState, edition_state
from campaigns.projects.catalogue.models import Edition, ProjectAudience
from campaigns.projects.certificates.queries import has_certificate
from vicinia.accounts.rights.backend import require
from vicinia.core import audit, events, formats
from vicinia.core.clock import database_now
from vicinia.core.page_cache.invalidation import public_content_changed
from vicinia.core.state import StepRefused

from .enums import ENROLMENT_STEPS, EnrolmentState
from .events import ClassEnrolled, ClassPromoted, EnrolmentCancelled
from .models import MOST_PUPILS, Enrolment

if TYPE_CHECKING:
    from partners.schools.models import School
    from vicinia.accounts.models import User


class EnrolmentRefused(ValidationError):
    """The class cannot be signed up; the message says why and what to do."""


def enrol_class(
    *,
    edition: Edition,
    school: School,
    class_label: str,
    grade: int,
    pupils: int,
    by: User,
    note: str = "",
) -> Enrolment:
    """Sign a class up: confirmed while places remain, on the waiting list after.

    Raises EnrolmentRefused (outside the window by the database's clock, wrong order or grade, class
    already there, the school's cap) and PermissionDenied when `by` does not act for the school.
    """
    require(by, "campaigns.add_enrolment", school)
    label = " ".join(class_label.split())
    with transaction.atomic():
        locked = lock_edition(edition.pk)
        now = database_now()
        _require_open(locked, now)
        _require_audience(locked, school, grade)
        _require_pupils(pupils)
        _require_new_class(locked, school, label)
        _require_below_cap(locked, school)
        has_place = places_left(locked) > 0
        enrolment = Enrolment.objects.create(
            edition=locked,
            school=school,
            teacher=by,
            class_label=label,
            class_key=class_key(label),
            grade=grade,
            pupils=pupils,
            note=note.strip(),
            state=EnrolmentState.CONFIRMED if has_place else EnrolmentState.WAITING,
            position=None if has_place else _next_position(locked),
            created_at=now,
            settled_at=now,
        )
        audit.record("campaigns.enrolment.created", by=by, target=enrolment, state=enrolment.state)
        events.emit(ClassEnrolled(enrolment_id=enrolment.pk, is_confirmed=has_place))
        public_content_changed()
    return enrolment


def cancel_enrolment(*, enrolment: Enrolment, by: User) -> Enrolment:
    """Take a class out; a freed place goes at once to the first on the waiting list.

    Raises StepRefused when it is cancelled already or has a certificate, PermissionDenied as `enrol_class`.
    """
    require(by, "campaigns.cancel_enrolment", enrolment.school)
    with transaction.atomic():
        locked = lock_edition(enrolment.edition_id)
        enrolment = Enrolment.objects.select_related("school").get(pk=enrolment.pk)
        ENROLMENT_STEPS.require(EnrolmentState(enrolment.state), EnrolmentState.CANCELLED)
        if has_certificate(enrolment):
            raise StepRefused(
                _("The certificate of this class was issued: the schools office has to annul it first.")
            )
        enrolment.state, enrolment.settled_at = EnrolmentState.CANCELLED, database_now()
        enrolment.save(update_fields=["state", "settled_at"])
        audit.record("campaigns.enrolment.cancelled", by=by, target=enrolment)
        events.emit(EnrolmentCancelled(enrolment_id=enrolment.pk))
        fill_free_places(locked, by=by)
        public_content_changed()
    return enrolment


def fill_free_places(locked: Edition, *, by: User | None) -> list[Enrolment]:
    """Give the free places to the waiting list in order. The caller holds the edition's row."""
    free = places_left(locked)
    promoted = list(Enrolment.objects.waiting().filter(edition=locked)[: max(0, free)])
    for enrolment in promoted:
        ENROLMENT_STEPS.require(EnrolmentState(enrolment.state), EnrolmentState.CONFIRMED)
        enrolment.state, enrolment.settled_at = EnrolmentState.CONFIRMED, database_now()
        enrolment.position = None
        enrolment.save(update_fields=["state", "settled_at", "position"])
        audit.record("campaigns.enrolment.promoted", by=by, target=enrolment)
        events.emit(ClassPromoted(enrolment_id=enrolment.pk))
    return promoted


def lock_edition(edition_id: int) -> Edition:
    """Hold the edition's row to the end of the transaction: places are given one at a time.

    On SQLite the whole database is held since the transaction began (BEGIN IMMEDIATE).
    """
    return Edition.objects.select_for_update().get(pk=edition_id)


def places_left(edition: Edition) -> int:
    """Count the places that are free, in classes."""
    return edition.places - confirmed_classes(edition)


def confirmed_classes(edition: Edition) -> int:
    """Count the classes that have a place."""
    return Enrolment.objects.confirmed().filter(edition=edition).count()


def class_key(label: str) -> str:
    """Return a class's label without case and spaces, as the database compares it."""
    return "".join(label.split()).casefold()


def _require_open(edition: Edition, now: datetime) -> None:
    state = edition_state(edition.opens_at, edition.closes_at, now)
    if state == EditionState.CLOSED and edition.closes_at:
        raise EnrolmentRefused(
            _("Sign-up closed on %(when)s: nothing was sent. Write to the schools office.")
            % {"when": formats.long_datetime(edition.closes_at)},
            code="closed",
        )
    if state != EditionState.OPEN:
        raise EnrolmentRefused(_("Sign-up is not open yet: the project's page says when."), code="not_open")


def _require_audience(edition: Edition, school: School, grade: int) -> None:
    audiences = {row.order: row for row in ProjectAudience.objects.filter(project=edition.project_id)}
    audience = audiences.get(school.order)
    if audience is None:
        raise EnrolmentRefused(
            _("This project is not for the order of school of %(school)s.") % {"school": school},
            code="order",
        )
    if not audience.admits(grade):
        raise EnrolmentRefused(
            _("In this order of school the project is for grades %(first)s to %(last)s.")
            % {"first": audience.grade_from, "last": audience.grade_to},
            code="grade",
        )


def _require_pupils(pupils: int) -> None:
    if not 1 <= pupils <= MOST_PUPILS:
        raise EnrolmentRefused(
            _("A class has from 1 to %(most)s pupils.") % {"most": MOST_PUPILS}, code="pupils"
        )


def _require_new_class(edition: Edition, school: School, label: str) -> None:
    if not class_key(label):
        raise EnrolmentRefused(_("Write which class it is, such as 3A."), code="class_label")
    same = Enrolment.objects.active().filter(edition=edition, school=school, class_key=class_key(label))
    if same.exists():
        raise EnrolmentRefused(
            _("Class %(label)s of this school is signed up already: you find it among your enrolments.")
            % {"label": label},
            code="duplicate",
        )


def _require_below_cap(edition: Edition, school: School) -> None:
    if edition.school_cap is None:
        return
    taken = Enrolment.objects.active().filter(edition=edition, school=school).count()
    if taken >= edition.school_cap:
        raise EnrolmentRefused(
            _(
                "This school already has %(count)s classes in this project, the most that one school may "
                "have. Give up one of them to sign this one up."
            )
            % {"count": taken},
            code="cap",
        )


def _next_position(edition: Edition) -> int:
    last = Enrolment.objects.filter(edition=edition).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1
