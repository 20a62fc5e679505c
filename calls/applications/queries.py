"""Reading applications: the person's own, and those of a call for the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from calls.notices.queries import calls_to_apply_to, calls_url
from calls.notices.words import card_of, days_left_text
from vicinia.accounts.models import User
from vicinia.core.clock import database_now, instants
from vicinia.core.components import Badge, Card, Crumb, EmptyState, Link
from vicinia.core.formats import long_datetime
from vicinia.core.reserved_area import Panel, Task, way_to

from .enums import ApplicationStatus
from .models import Application
from .screens import STATUS_LEVELS


@dataclass(frozen=True, slots=True)
class OwnApplication:
    """An application as its applicants list it."""

    application: Application
    url: str
    is_open: bool
    days_left: int


def own_applications(user: User, now: datetime) -> list[OwnApplication]:
    """Return the applications of the person's bodies: open drafts by deadline, then the newest."""
    zone = timezone.get_default_timezone()
    rows = Application.objects.readable_by(user.pk).select_related("call", "organisation")
    found = [
        OwnApplication(
            application=row,
            url=reverse("calls:application", args=[row.pk]),
            is_open=row.is_draft and row.call.window.is_open(now),
            days_left=row.call.window.days_left(now, zone),
        )
        for row in rows
    ]
    return sorted(found, key=_drafts_first)


def _drafts_first(row: OwnApplication) -> tuple[bool, float]:
    if row.is_open:
        return (False, row.application.call.closes_at.timestamp())
    return (True, -row.application.saved_at.timestamp())


def own_card(row: OwnApplication) -> Card:
    """Return the card of an own application."""
    application = row.application
    if application.status == ApplicationStatus.WITHDRAWN:
        when = ""
    elif application.submitted_at:
        when = _("Sent on %(instant)s") % {"instant": long_datetime(application.submitted_at)}
    elif row.is_open:
        when = _("Until %(instant)s. %(days)s") % {
            "instant": long_datetime(application.call.closes_at),
            "days": days_left_text(row.days_left),
        }
    else:
        when = _("Not sent; closed on %(instant)s") % {"instant": long_datetime(application.call.closes_at)}
    label = str(ApplicationStatus(application.status).label).capitalize()
    number = _("Number %(number)s") % {"number": application.code} if application.code else ""
    return Card(
        title=application.call.title,
        url=row.url,
        summary=number,
        kicker=application.organisation.name,
        date_text=when,
        badge=Badge(label, STATUS_LEVELS[application.status]),
    )


def applications_of(user: User, now: datetime) -> dict[str, Any]:
    """Return what the list of own applications shows."""
    return {
        "breadcrumbs": way_to(Crumb(_("Applications"))),
        "cards": tuple(own_card(row) for row in own_applications(user, now)),
        "open_calls": tuple(card_of(call) for call in calls_to_apply_to(now)),
        "empty": none_yet(),
    }


def none_yet() -> EmptyState:
    """Say how the first application starts."""
    return EmptyState(
        _("You have no applications yet"),
        _("Choose an open call: the application starts there, and here you find it again."),
        Link(_("See the calls"), calls_url()),
    )


def applications_panel(user: User) -> Panel | None:
    """Return the reserved area's part about applications; None for who belongs to no body."""
    if not user.memberships.exists():
        return None
    rows = own_applications(user, database_now())
    tasks = tuple(
        Task(
            text=_("Send the application to «%(call)s»") % {"call": row.application.call.title},
            url=row.url,
            button=_("Continue"),
            deadline=row.application.call.closes_at,
        )
        for row in rows
        if row.is_open
    )
    return Panel(
        title=_("Applications to calls"),
        tasks=tasks,
        entries=tuple(own_card(row) for row in rows[:6]),
        empty_state=none_yet(),
    )


def count_sent(first: date, last: date) -> int:
    """Count the applications by the instant of submission, between two days both included."""
    start, end = instants(first, last)
    return Application.objects.filter(submitted_at__gte=start, submitted_at__lt=end).count()
