"""The tables of a school's page in the office."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vicinia.core.components import Column, Table
from vicinia.core.formats import short_date, whole

from .headcounts.models import Headcount
from .headcounts.queries import YearTotal
from .models import SchoolContact


def people(contacts: Iterable[SchoolContact]) -> Table:
    """Who has linked their account to the school."""
    return Table(
        _("People of the school"),
        (Column(_("Name")), Column(_("E-mail")), Column(_("Status")), Column(_("Since"))),
        tuple(
            (str(each.user), each.user.email, each.get_status_display(), short_date(each.created_at))
            for each in contacts
        ),
    )


def numbers(years: Iterable[YearTotal]) -> Table:
    """Classes and pupils, a year a row, the latest first."""
    return Table(
        _("Classes and pupils"),
        (Column(_("School year")), Column(_("Classes")), Column(_("Pupils")), Column(_("By grade"))),
        tuple(
            (
                year.school_year,
                whole(year.classes),
                whole(year.pupils),
                "\n".join(_of_grade(row) for row in year.grades),
            )
            for year in years
        ),
    )


def _of_grade(row: Headcount) -> str:
    if row.grade:
        words = ngettext(
            "Grade %(grade)s: %(counter)s class, %(pupils)s pupils",
            "Grade %(grade)s: %(counter)s classes, %(pupils)s pupils",
            row.classes,
        )
    else:
        words = ngettext(
            "Several grades: %(counter)s class, %(pupils)s pupils",
            "Several grades: %(counter)s classes, %(pupils)s pupils",
            row.classes,
        )
    return words % {"grade": row.grade, "counter": whole(row.classes), "pupils": whole(row.pupils)}
