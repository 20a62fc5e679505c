"""Reads about enrolments."""

from __future__ import annotations

from partners.schools.queries import schools_of
from vicinia.accounts.models import User

from .enums import EnrolmentState
from .models import Enrolment, EnrolmentQuerySet


def enrolments_of(user: User) -> EnrolmentQuerySet:
    """The enrolments of the person's schools, whoever made them: they belong to the school."""
    return Enrolment.objects.filter(school__in=schools_of(user)).select_related("edition__project", "school")


def place_in_line(enrolment: Enrolment) -> int | None:
    """Which place on the waiting list an enrolment has, from 1; None when it is not waiting."""
    if enrolment.state != EnrolmentState.WAITING:
        return None
    return (
        Enrolment.objects.waiting()
        .filter(edition=enrolment.edition_id, position__lte=enrolment.position)
        .count()
    )
