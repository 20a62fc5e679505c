"""Writes about schools that change code. Whoever decides holds the two schools' rows first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from partners.schools.enums import ContactStatus
from partners.schools.events import SchoolAccessConfirmed
from partners.schools.models import School, SchoolContact
from vicinia.accounts.rights.backend import require
from vicinia.core import audit, events, merging
from vicinia.core.clock import database_now
from vicinia.territory.municipalities.queries import served_codes

from .enums import SUCCESSION_STEPS, SuccessionState
from .matching import Candidate, propose
from .models import SchoolSuccession

if TYPE_CHECKING:
    from vicinia.accounts.models import User

DECIDE = "partners.decide_schoolsuccession"


class SuccessionRefused(ValidationError):
    """The continuity cannot be confirmed, or undone; the message says why and what to do."""


def propose_successions() -> int:
    """Note, for each closed school that we serve and nobody decided on, which ones may go on with it.

    Returns how many proposals are new; run again, it adds none.
    """
    ours = School.objects.teaching().in_municipalities(served_codes()).select_related("institute")
    closed = list(ours.exclude(closed_year="").exclude(successions__state=SuccessionState.CONFIRMED))
    if not closed:
        return 0
    candidates = {school.code: (school.pk, _candidate(school, school.first_year)) for school in ours.active()}
    known = set(SchoolSuccession.objects.values_list("closed_id", "successor_id"))
    wanted = [
        SchoolSuccession(
            closed=school,
            successor_id=candidates[proposal.code][0],
            score=proposal.score,
            reasons=[str(reason) for reason in proposal.reasons],
        )
        for school in closed
        for proposal in propose(
            _candidate(school, school.closed_year), (each for _key, each in candidates.values())
        )
    ]
    new = [row for row in wanted if (row.closed_id, row.successor_id) not in known]
    # Two loads at once may find the same pair.
    SchoolSuccession.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def confirm_succession(*, succession: SchoolSuccession, by: User) -> SchoolSuccession:
    """Say that the school goes on: its classes, people, contact persons and numbers follow to the new code.

    The closed school keeps its row and its code, which leads to the new one. Raises PermissionDenied,
    StepRefused when somebody decided already, SuccessionRefused when another was confirmed or a school is
    not what it was, MergeBlocked when something of both can be there only once.
    """
    require(by, DECIDE)
    with transaction.atomic():
        succession = _locked(succession)
        followed = _confirm(succession, by=by)
        audit.record("partners.succession.confirmed", by=by, target=succession, followed=followed)
    return succession


def link_schools(*, closed: School, successor: School, reason: str, by: User) -> SchoolSuccession:
    """Say that a closed school goes on as one that nothing proposed: the same follows as when one confirms.

    A pair that was proposed, refused or undone is taken up again. Raises PermissionDenied, StepRefused when
    the pair is confirmed already, SuccessionRefused without a reason, between two schools that are not of the
    same order, or as `confirm_succession`; MergeBlocked.
    """
    require(by, DECIDE)
    reason = reason.strip()
    if not reason:
        raise SuccessionRefused(
            _("Write how you know that it is the same school: it stays in the trail."), code="reason"
        )
    if closed.pk == successor.pk:
        raise SuccessionRefused(_("Choose two different schools."), code="same")
    with transaction.atomic():
        _hold([closed.pk, successor.pk])
        found, _is_new = SchoolSuccession.objects.get_or_create(
            closed=closed, successor=successor, defaults={"score": 0, "note": reason}
        )
        succession = _locked(found)
        _require_alike(succession)
        succession.note = reason
        succession.save(update_fields=["note"])
        followed = _confirm(succession, by=by)
        audit.record("partners.succession.linked", by=by, target=succession, followed=followed, reason=reason)
    return succession


def refuse_succession(*, succession: SchoolSuccession, by: User) -> SchoolSuccession:
    """Say that the proposed school is another one. StepRefused when it was decided."""
    require(by, DECIDE)
    with transaction.atomic():
        succession = _locked(succession)
        _take(succession, SuccessionState.REFUSED, by=by)
        succession.save(update_fields=["state", "settled_at", "settled_by"])
        audit.record("partners.succession.refused", by=by, target=succession)
    return succession


def undo_succession(*, succession: SchoolSuccession, by: User) -> SchoolSuccession:
    """Take a confirmed continuity back: what had followed returns, what came after stays with the new school.

    Raises StepRefused, SuccessionRefused when the new school has gone on as a third, MergeBlocked when
    something new is in the way.
    """
    require(by, DECIDE)
    with transaction.atomic():
        succession = _locked(succession)
        if _goes_on(succession.successor_id):
            raise SuccessionRefused(
                _("«%(school)s» has gone on under another code since: undo that continuity first.")
                % {"school": succession.successor.name},
                code="goes_on",
            )
        _take(succession, SuccessionState.UNDONE, by=by)
        merging.move_back(
            School,
            succession.followed,
            source_id=succession.closed_id,
            target_id=succession.successor_id,
        )
        raised = SchoolContact.objects.confirmed().filter(pk__in=succession.raised)
        raised.update(status=ContactStatus.DECLARED, settled_at=succession.settled_at)
        succession.followed, succession.raised = {}, []
        succession.save(update_fields=["state", "settled_at", "settled_by", "followed", "raised"])
        audit.record("partners.succession.withdrawn", by=by, target=succession)
    return succession


def _candidate(school: School, year: str) -> Candidate:
    institute = school.institute.code if school.institute else ""
    place = (school.address, school.order, school.municipality_code)
    return Candidate(school.code, school.name, *place, institute, year)


def _hold(schools: list[int]) -> None:
    """Hold schools in the order of their keys: decisions about a school are taken one at a time."""
    list(School.objects.select_for_update().filter(pk__in=schools).order_by("pk"))


def _locked(succession: SchoolSuccession) -> SchoolSuccession:
    """Hold the two schools, then read the pair as it is now."""
    _hold([succession.closed_id, succession.successor_id])
    return SchoolSuccession.objects.select_related("closed", "successor").get(pk=succession.pk)


def _confirm(succession: SchoolSuccession, *, by: User) -> dict[str, int]:
    """Have what hangs on the closed school follow; return how many rows of each kind did."""
    _take(succession, SuccessionState.CONFIRMED, by=by)
    _require_possible(succession)
    succession.raised = _raised(succession)
    moved = merging.move(School, source_id=succession.closed_id, target_id=succession.successor_id)
    succession.followed = moved.followed
    succession.save(update_fields=["state", "settled_at", "settled_by", "followed", "raised"])
    others = SchoolSuccession.objects.filter(closed=succession.closed_id).exclude(pk=succession.pk)
    others.filter(state=SuccessionState.PROPOSED).update(
        state=SuccessionState.REFUSED, settled_at=succession.settled_at, settled_by=by
    )
    for contact_id in succession.raised:
        events.emit(SchoolAccessConfirmed(contact_id=contact_id))
    return {key: len(rows) for key, rows in moved.followed.items()}


def _require_alike(succession: SchoolSuccession) -> None:
    """What is proposed is alike already; what a person chooses may not be."""
    closed, successor = succession.closed, succession.successor
    if closed.is_aggregator or successor.is_aggregator:
        raise SuccessionRefused(
            _(
                "One of the two is an institute, which only groups its schools: choose two schools with "
                "classes."
            ),
            code="aggregator",
        )
    if closed.order != successor.order:
        raise SuccessionRefused(
            _("The two are of different orders (%(closed)s, %(successor)s): their classes cannot follow.")
            % {"closed": closed.get_order_display(), "successor": successor.get_order_display()},
            code="order",
        )


def _require_possible(succession: SchoolSuccession) -> None:
    if _goes_on(succession.closed_id):
        raise SuccessionRefused(
            _("Another school goes on with this one already: undo that continuity first."), code="taken"
        )
    if succession.closed.is_active:
        raise SuccessionRefused(
            _("«%(school)s» is open again: the last registry has it.") % {"school": succession.closed.name},
            code="open",
        )
    if not succession.successor.is_active:
        raise SuccessionRefused(
            _("«%(school)s» is closed too: no school can go on as it.")
            % {"school": succession.successor.name},
            code="closed",
        )
    if _goes_on(succession.successor_id):
        raise SuccessionRefused(
            _("The two schools would go on with each other: undo the other continuity first."), code="circle"
        )


def _goes_on(school_id: int) -> bool:
    return SchoolSuccession.objects.filter(closed=school_id, state=SuccessionState.CONFIRMED).exists()


def _take(succession: SchoolSuccession, target: SuccessionState, *, by: User) -> None:
    SUCCESSION_STEPS.require(SuccessionState(succession.state), target)
    succession.state, succession.settled_at, succession.settled_by = target, database_now(), by


def _raised(succession: SchoolSuccession) -> list[int]:
    """Confirm who works in the old school and has asked for the new one meanwhile; return whose requests."""
    works_there = SchoolContact.objects.confirmed().filter(school=succession.closed_id, office_of=None)
    asked = SchoolContact.objects.waiting().filter(
        school=succession.successor_id, office_of=None, user__in=works_there.values("user")
    )
    raised = list(asked.order_by("pk").values_list("pk", flat=True))
    asked.filter(pk__in=raised).update(status=ContactStatus.CONFIRMED, settled_at=succession.settled_at)
    return raised
