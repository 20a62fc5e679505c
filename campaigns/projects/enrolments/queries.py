"""Reads about enrolments."""

from __future__ import annotations

from collections.abc import Iterator

from partners.schools.queries import schools_of
from vicinia.accounts.models import User
from vicinia.core.tables import Row

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


def export_rows(enrolments: EnrolmentQuerySet) -> Iterator[Row]:
    """Rows of the office's export."""
    rows = enrolments.select_related("edition__project", "school", "teacher")
    for row in rows.iterator(chunk_size=1000):
        yield (
            row.edition.project.title,
            row.edition.school_year,
            row.school.name,
            row.school.code,
            row.class_label,
            row.grade,
            row.pupils,
            str(EnrolmentState(row.state).label),
            row.teacher.get_full_name() if row.teacher else "",
            row.teacher.email if row.teacher else "",
            row.note,
            row.created_at,
        )
