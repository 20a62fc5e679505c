"""What happens to enrolments, for who wants to know."""

from __future__ import annotations

from dataclasses import dataclass

from vicinia.core.events import DomainEvent


@dataclass(frozen=True)
class ClassEnrolled(DomainEvent):
    """A class was signed up: it has a place, or waits for one."""

    enrolment_id: int
    is_confirmed: bool


@dataclass(frozen=True)
class ClassPromoted(DomainEvent):
    """A class on the waiting list has received a place."""

    enrolment_id: int


@dataclass(frozen=True)
class EnrolmentCancelled(DomainEvent):
    """A class does not take part any more."""

    enrolment_id: int
