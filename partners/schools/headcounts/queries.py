"""Reads about classes and pupils; the rows that only group schools are never counted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from partners.schools.enums import SchoolOrder
from partners.schools.models import School, SchoolQuerySet

from .models import Headcount


@dataclass(frozen=True, slots=True)
class Counted:
    """What the schools of an order have in a school year; the numbers are those of `known` alone."""

    order: SchoolOrder
    schools: frozenset[int]
    known: frozenset[int]
    classes: int
    pupils: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearTotal:
    """What a school has in a school year, all grades together."""

    school_year: str
    grades: list[Headcount]

    @property
    def classes(self) -> int:
        """All its classes."""
        return sum(row.classes for row in self.grades)

    @property
    def pupils(self) -> int:
        """All its pupils."""
        return sum(row.pupils for row in self.grades)


def counted_schools(municipality_codes: Collection[str]) -> SchoolQuerySet:
    """Return the sites with classes, in use, of these municipalities: what a rate may be out of."""
    return School.objects.active().teaching().in_municipalities(municipality_codes)


def headcounts_of(schools: SchoolQuerySet, school_year: str) -> QuerySet[Headcount]:
    """Return the numbers of these schools in a year, never those of a row that only groups others."""
    return Headcount.objects.filter(
        school__in=schools.teaching().order_by().values("pk"), school_year=school_year
    )


def counted_by_order(municipality_codes: Collection[str], school_year: str) -> list[Counted]:
    """Return classes and pupils by order of school, in the order of the list of orders."""
    schools = counted_schools(municipality_codes)
    rows = headcounts_of(schools, school_year)
    per_school = dict(schools.order_by().values_list("pk", "order"))
    known = frozenset(rows.values_list("school", flat=True))
    totals = {
        total["school__order"]: total
        for total in rows.order_by().values("school__order").annotate(c=Sum("classes"), p=Sum("pupils"))
    }
    sources: dict[str, set[str]] = {}
    for order, source in rows.order_by().values_list("school__order", "source").distinct():
        sources.setdefault(order, set()).add(source)
    found = []
    for order in SchoolOrder:
        mine = frozenset(pk for pk, its in per_school.items() if its == order)
        if mine:
            total = totals.get(order, {"c": 0, "p": 0})
            names = tuple(sorted(filter(None, sources.get(order, ()))))
            found.append(Counted(order, mine, mine & known, total["c"], total["p"], names))
    return found


def by_year(school: School) -> list[YearTotal]:
    """Return the numbers of a school, the latest year first, each year with its grades."""
    years: dict[str, list[Headcount]] = {}
    for row in school.headcounts.order_by("-school_year", "grade"):
        years.setdefault(row.school_year, []).append(row)
    return [YearTotal(year, rows) for year, rows in years.items()]
