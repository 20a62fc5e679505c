"""Reads about schools."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from vicinia.accounts.models import User

from .enums import ContactStatus
from .finding import with_words
from .models import School, SchoolContact, SchoolContactQuerySet, SchoolQuerySet
from .succession.enums import SuccessionState
from .succession.queries import heir_of


def search_schools(text: str, *, municipality_codes: Collection[str]) -> SchoolQuerySet:
    """Return the schools of these municipalities whose name, code, address, town or institute has every word.

    Only sites with classes, in use. An empty text gives them all; no municipality gives none.
    """
    schools = School.objects.active().teaching().in_municipalities(municipality_codes)
    return with_words(schools.select_related("institute"), text)


def schools_of(user: User | AnonymousUser) -> SchoolQuerySet:
    """Return the schools that the person may act for; an institute's office acts for all of its schools."""
    if not user.pk:
        return School.objects.none()
    mine = SchoolContact.objects.confirmed().filter(user_id=user.pk)
    of_office = Q(institute__in=mine.filter(office_of__isnull=False).values("office_of"), is_aggregator=False)
    return School.objects.filter(Q(pk__in=mine.values("school")) | of_office)


def can_act_for_school(user: User | AnonymousUser, school: School) -> bool:
    """Tell whether the person may sign classes of this school up."""
    return schools_of(user).filter(pk=school.pk).exists()


def heir_of_mine(user: User, school_id: int) -> School | None:
    """Return the school of the person that goes on with one that is no longer theirs."""
    mine = contacts_of(user)
    school = (
        School.objects.filter(pk=school_id, is_active=False).exclude(pk__in=mine.values("school")).first()
    )
    heir = heir_of(school) if school else None
    return heir if heir and mine.filter(school=heir).exists() else None


def contacts_of(user: User) -> SchoolContactQuerySet:
    """Return the person's links to schools, but for those they have left, by school.

    Of a school that goes on under another code in which they work too, only the link to the new one.
    """
    rows = SchoolContact.objects.filter(user=user).exclude(status=ContactStatus.LEFT)
    goes_on = Q(
        school__successions__state=SuccessionState.CONFIRMED,
        school__successions__successor__in=rows.values("school"),
    )
    rows = rows.exclude(pk__in=rows.filter(goes_on).values("pk"))
    return rows.select_related("school__institute").order_by("school__name")
