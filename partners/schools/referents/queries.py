"""Reads about the contact persons of schools."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from partners.schools.enums import Capacity, ContactStatus
from partners.schools.models import School, SchoolContact, SchoolQuerySet
from partners.schools.queries import can_act_for_school
from partners.schools.school_years import this_school_year
from vicinia.accounts.models import User
from vicinia.territory.municipalities.queries import served_codes

from .models import Referent

LAST_DAY = 30


def referent_of(school: School, school_year: str = "") -> Referent | None:
    """Return the contact person of a school in a year, this one when none is given."""
    rows = Referent.objects.filter(school=school, ended_at=None).select_related("contact__user")
    return rows.filter(school_year=school_year or this_school_year()).first()


def without_referent() -> SchoolQuerySet:
    """Return the school sites that we serve and that nobody is the contact person of this year.

    Each has `last_year`, the last school year that had one ("" for none), and `last_referents`.
    """
    year, living = this_school_year(), Referent.objects.filter(ended_at=None)
    latest = living.filter(school=OuterRef("pk")).order_by("-school_year").values("school_year")[:1]
    people = living.order_by("-school_year").select_related("contact__user")
    sites = School.objects.active().teaching().in_municipalities(served_codes())
    return (
        sites.annotate(last_year=Coalesce(Subquery(latest), Value("")))
        .exclude(last_year=year)
        .select_related("institute")
        .prefetch_related(Prefetch("referents", queryset=people, to_attr="last_referents"))
    )


def to_ask() -> QuerySet[SchoolContact]:
    """Return the confirmed teachers of the sites that nobody, of last year either, can confirm."""
    known = to_confirm_again().order_by().values("school")
    schools = without_referent().order_by().exclude(pk__in=known).values("pk")
    teachers = SchoolContact.objects.confirmed().filter(capacity=Capacity.TEACHER, school__in=schools)
    return teachers.select_related("school", "user").order_by("school__name", "pk")


def to_confirm_again() -> QuerySet[Referent]:
    """Return last year's contact persons who still work there, of schools that have none this year."""
    year = this_school_year()
    taken = Referent.objects.filter(school_year=year, ended_at=None).values("school")
    rows = Referent.objects.filter(ended_at=None, contact__status=ContactStatus.CONFIRMED)
    return (
        rows.filter(school_year__lt=year, school__is_active=True)
        .exclude(school__in=taken)
        .select_related("school", "contact__user")
        .order_by("school__name", "-school_year")
    )


def latest_of_each(referents: Iterable[Referent]) -> list[Referent]:
    """Keep one for each school: the one of the latest year, which comes first."""
    found: dict[int, Referent] = {}
    for referent in referents:
        found.setdefault(referent.school_id, referent)
    return list(found.values())


def confirmation_deadline(school_year: str) -> datetime:
    """Return the end of September of a school year (Europe/Rome)."""
    last = date(int(school_year[:4]), 9, LAST_DAY)
    return timezone.make_aware(datetime.combine(last, time(23, 59)))


def is_late(school_year: str) -> bool:
    """Tell whether the end of September of a school year has passed (Europe/Rome)."""
    return timezone.now() > confirmation_deadline(school_year)


def people_to_write(school: School, *, about_work_of: User | None) -> list[User]:
    """Return who is told of a booking: whoever made it, if still there, and the school's contact person.

    With neither, all the people who work there: a booking never loses its school.
    """
    people = [
        contact.user
        for contact in SchoolContact.objects.confirmed().filter(school=school).select_related("user")
    ]
    referent = referent_of(school)
    told = [user for user in people if user == about_work_of or (referent and user == referent.contact.user)]
    if about_work_of and about_work_of not in told and can_act_for_school(about_work_of, school):
        told.append(about_work_of)
    return told or people
