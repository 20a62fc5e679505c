"""Reads about schools that changed code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When

from partners.schools.finding import with_words
from partners.schools.models import CODE_SHAPE, School, SchoolQuerySet
from partners.schools.registry.models import SchoolImport
from vicinia.core import merging
from vicinia.territory.municipalities.queries import served_codes

from .enums import SuccessionState
from .models import SchoolSuccession


@dataclass(frozen=True, slots=True)
class Following:
    """How many rows of a kind follow to the new school."""

    label: str
    count: int


def undecided() -> QuerySet[SchoolSuccession]:
    """Return the proposals that nobody has decided on."""
    return SchoolSuccession.objects.filter(state=SuccessionState.PROPOSED)


def undecided_of_load(load: SchoolImport) -> QuerySet[SchoolSuccession]:
    """Return the proposals to decide for the schools that a load of a registry closed."""
    return undecided().filter(closed__registry=load.registry, closed__closed_year=load.school_year)


def open_again() -> QuerySet[SchoolSuccession]:
    """Return the confirmed continuities whose closed school a later registry has again."""
    return _confirmed().filter(closed__is_active=True)


def count_to_settle() -> tuple[int, int]:
    """Count the proposals to decide and the continuities of schools that are open again."""
    undecided_pairs = Count("pk", filter=Q(state=SuccessionState.PROPOSED))
    returned = Count("pk", filter=Q(state=SuccessionState.CONFIRMED, closed__is_active=True))
    found = SchoolSuccession.objects.aggregate(pairs=undecided_pairs, returned=returned)
    return found["pairs"], found["returned"]


def open_again_of_load(codes: Iterable[str]) -> list[SchoolSuccession]:
    """Return those of the schools that a load found open again, by the codes of its report."""
    wanted = set(codes)
    return [each for each in open_again().order_by("closed__name", "pk") if each.closed.code in wanted]


def that_may_go_on(words: str) -> SchoolQuerySet:
    """Return the closed schools with classes that go on as no other and have every word, ours first."""
    going_on = SchoolSuccession.objects.filter(closed=OuterRef("pk"), state=SuccessionState.CONFIRMED)
    closed = School.objects.teaching().filter(~Exists(going_on), is_active=False)
    return with_words(closed, words).select_related("institute").order_by(_ours_first(), "name", "code")


def that_may_be_the_heir(closed: School, words: str) -> SchoolQuerySet:
    """Return the schools in use of the same order that have every word, those nearby and new ones first."""
    schools = School.objects.active().teaching().filter(order=closed.order).exclude(pk=closed.pk)
    is_near = Case(When(municipality_code=closed.municipality_code, then=0), default=1)
    found = with_words(schools, words).select_related("institute")
    return found.order_by(is_near, "-first_year", "name", "code")


def school_of_code(code: str) -> School | None:
    """Return the school of a code, in any case of letters; None for what is no code."""
    shaped = re.fullmatch(CODE_SHAPE, code.strip().upper())
    schools = School.objects.select_related("institute")
    return schools.filter(code=shaped[0]).first() if shaped else None


def heir_of(school: School) -> School | None:
    """Return the school that goes on with this one, the last of its line; None when none does."""
    heir: School | None = None
    step = _confirmed().filter(closed=school).first()
    while step:
        heir = step.successor
        step = _confirmed().filter(closed=heir).first()
    return heir


def heir_of_code(code: str) -> School | None:
    """Return the school that goes on with the one of an old code, in any case of letters; or None."""
    shaped = re.fullmatch(CODE_SHAPE, code.upper())
    old = School.objects.filter(code=shaped[0], is_active=False).first() if shaped else None
    return heir_of(old) if old else None


def heirs_by_code() -> dict[str, str]:
    """Return, for each old code, the code of the school that goes on today."""
    steps = dict(
        SchoolSuccession.objects.filter(state=SuccessionState.CONFIRMED).values_list(
            "closed__code", "successor__code"
        )
    )
    heirs = {}
    for old in steps:
        last = old
        while last in steps:
            last = steps[last]
        heirs[old] = last
    return heirs


def previous_of(school: School) -> list[School]:
    """Return the schools that this one goes on with, the latest first; each line back to its start."""
    found: list[School] = []
    last = [school.pk]
    while last:
        before = [row.closed for row in _confirmed().filter(successor__in=last).order_by("-settled_at")]
        found += before
        last = [each.pk for each in before]
    return found


def what_follows(school: School) -> list[Following]:
    """Return what a school has that would follow to the new one."""
    return [
        Following(str(merging.followers[key].label), count)
        for key, count in merging.counts(School, school.pk).items()
        if count
    ]


def what_followed(succession: SchoolSuccession) -> list[Following]:
    """Return what followed when a continuity was confirmed."""
    return [
        Following(str(merging.followers[key].label), len(rows))
        for key, rows in succession.followed.items()
        if rows and key in merging.followers
    ]


def _ours_first() -> Case:
    return Case(When(municipality_code__in=list(served_codes()), then=0), default=1)


def _confirmed() -> QuerySet[SchoolSuccession]:
    rows = SchoolSuccession.objects.filter(state=SuccessionState.CONFIRMED)
    return rows.select_related("closed__institute", "successor__institute")
