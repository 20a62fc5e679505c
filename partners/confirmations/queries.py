"""Reads about the yearly confirmation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from partners.organisations.enums import ACTING_ROLES, OrganisationStatus
from partners.organisations.models import Membership, Organisation
from vicinia.core.clock import midnight

from .calendar import Deadline, has_lapsed, register_year
from .models import ConfirmationRequest, YearlyConfirmation

# So many days before the deadline the platform writes to who has not confirmed.
REMINDED_BEFORE = timedelta(days=15)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Where a body stands: the year asked for now, the last confirmed one, until when it is in time."""

    year: int
    confirmed_year: int | None
    deadline: datetime
    is_due: bool
    has_lapsed: bool

    @property
    def marked_from(self) -> datetime:
        """The first instant at which data that nobody has confirmed are marked."""
        return self.deadline + timedelta(minutes=1)


def deadline() -> Deadline:
    """Return the yearly deadline that the installation has chosen."""
    month, day = settings.ORGANISATION_CONFIRMATION_DEADLINE
    return Deadline(month, day)


def with_confirmed_year(organisations: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Give each body `confirmed_year`, the last one confirmed (None when it never was)."""
    latest = YearlyConfirmation.objects.filter(organisation=OuterRef("pk")).order_by("-year")
    return organisations.annotate(confirmed_year=Subquery(latest.values("year")[:1]))


def lapsed(today: date) -> Q:
    """Return the condition that a verified body's data are older than the register's year.

    Registering counts as the confirmation of that year.
    """
    year = register_year(today, deadline())
    confirmed = YearlyConfirmation.objects.filter(organisation=OuterRef("pk"), year__gte=year)
    return Q(
        ~Exists(confirmed), status=OrganisationStatus.VERIFIED, created_at__lt=midnight(date(year, 1, 1))
    )


def unconfirmed(year: int) -> QuerySet[Organisation]:
    """Return the verified bodies with people who write for them that must still confirm a year."""
    confirmed = YearlyConfirmation.objects.filter(organisation=OuterRef("pk"), year=year)
    people = Membership.objects.filter(organisation=OuterRef("pk"), role__in=ACTING_ROLES)
    return Organisation.objects.filter(
        ~Exists(confirmed),
        Exists(people),
        ~Q(email=""),
        status=OrganisationStatus.VERIFIED,
        created_at__lt=midnight(date(year, 1, 1)),
    )


def to_remind(today: date) -> QuerySet[Organisation]:
    """Return the bodies that the platform asks today: the deadline is near, nobody has asked them yet."""
    last_day = deadline().of(today.year)
    if not last_day - REMINDED_BEFORE <= today <= last_day:
        return Organisation.objects.none()
    asked = ConfirmationRequest.objects.filter(organisation=OuterRef("pk"), year=today.year)
    return unconfirmed(today.year).filter(~Exists(asked))


def has_bodies_to_remind() -> bool:
    """Tell whether the platform has somebody to ask today."""
    return to_remind(timezone.localdate()).exists()


def confirmation_of(organisation: Organisation) -> Confirmation:
    """Return where the body stands today."""
    return confirmations_of([organisation])[organisation.pk]


def confirmations_of(organisations: list[Organisation]) -> dict[int, Confirmation]:
    """Return where each body stands today, by its number; one query."""
    today = timezone.localdate()
    rows = YearlyConfirmation.objects.filter(organisation__in=organisations).order_by("year")
    last = dict(rows.values_list("organisation_id", "year"))
    return {each.pk: _standing(each, last.get(each.pk), today) for each in organisations}


def _standing(organisation: Organisation, confirmed_year: int | None, today: date) -> Confirmation:
    registered = timezone.localtime(organisation.created_at).year
    known = max(registered, confirmed_year or 0)
    is_verified = organisation.status == OrganisationStatus.VERIFIED
    return Confirmation(
        year=today.year,
        confirmed_year=confirmed_year,
        deadline=midnight(deadline().of(today.year) + timedelta(days=1)) - timedelta(minutes=1),
        is_due=is_verified and known < today.year,
        has_lapsed=is_verified and has_lapsed(known, today, deadline()),
    )
