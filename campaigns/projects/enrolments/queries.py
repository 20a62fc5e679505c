"""Reads about enrolments."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Sum

from partners.schools.queries import schools_of
from vicinia.accounts.models import User
from vicinia.core.clock import instants

from .enums import EnrolmentState
from .models import Enrolment, EnrolmentQuerySet


def enrolments_of(user: User) -> EnrolmentQuerySet:
    """The enrolments of the person's schools, whoever made them: they belong to the school."""
    return Enrolment.objects.filter(school__in=schools_of(user)).select_related("edition__project", "school")


def taken_part_in(user: User) -> EnrolmentQuerySet:
    """The confirmed classes that the person signed up for schools they have left: theirs to remember."""
    mine = Enrolment.objects.confirmed().filter(teacher=user).exclude(school__in=schools_of(user))
    return mine.select_related("edition__project", "school").order_by("-edition__school_year", "class_key")


def place_in_line(enrolment: Enrolment) -> int | None:
    """Which place on the waiting list an enrolment has, from 1; None when it is not waiting."""
    if enrolment.state != EnrolmentState.WAITING:
        return None
    return (
        Enrolment.objects.waiting()
        .filter(edition=enrolment.edition_id, position__lte=enrolment.position)
        .count()
    )


def taken_and_waiting(school_year: str) -> tuple[int, int]:
    """Count the classes of a school year that have a place, and those that wait for one."""
    by_state = Enrolment.objects.filter(edition__school_year=school_year).order_by().values_list("state")
    counted = dict(by_state.annotate(classes=Count("pk")))
    return counted.get(EnrolmentState.CONFIRMED, 0), counted.get(EnrolmentState.WAITING, 0)


def confirmed_between(first: date, last: date) -> EnrolmentQuerySet:
    """The sign-ups made in these days, both included, that have a place now."""
    start, end = instants(first, last)
    return Enrolment.objects.confirmed().filter(created_at__gte=start, created_at__lt=end)


def classes_by_school(school_year: str) -> dict[int, int]:
    """Count, by school (primary key), the classes with a place in any edition of a school year, each once."""
    rows = Enrolment.objects.confirmed().filter(edition__school_year=school_year).order_by()
    counted = rows.values("school").annotate(classes=Count("class_key", distinct=True))
    return {row["school"]: row["classes"] for row in counted}


def count_classes(first: date, last: date) -> int:
    """Count those sign-ups: one is a class."""
    return confirmed_between(first, last).count()


def count_pupils(first: date, last: date) -> int:
    """Add up the pupils that teachers declared for those classes."""
    total: int | None = confirmed_between(first, last).aggregate(total=Sum("pupils"))["total"]
    return total or 0
