"""The admin's home of those who read and oversee: director, transparency officer, administrator."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from calls.notices.enums import CallStatus
from calls.notices.models import Call
from campaigns.newsletter.subscriptions.models import Subscriber
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.staff.panels import Count, RolePanel, role_panels

from .dashboard.periods import year_to_date
from .participation.queries import participants_between

WEEK = timedelta(days=7)


def figures(_request: HttpRequest) -> list[Count]:
    """What the director reads first."""
    period = year_to_date(timezone.localdate().year, timezone.localdate())
    participants = participants_between(period.first, period.last)
    open_now = Call.objects.filter(
        status=CallStatus.PUBLISHED, opens_at__lte=timezone.now(), closes_at__gt=timezone.now()
    ).count()
    readers = Subscriber.objects.confirmed().count()
    return [
        Count(
            participants,
            ngettext("participant this year", "participants this year", participants),
            reverse("dashboard:index"),
        ),
        Count(
            open_now,
            ngettext("call open now", "calls open now", open_now),
            f"{reverse('calls_office:index')}?state=open",
        ),
        Count(
            readers,
            ngettext("newsletter subscriber", "newsletter subscribers", readers),
            f"{reverse('subscribers:index')}?state=confirmed",
        ),
    ]


def transparency(_request: HttpRequest) -> list[Count]:
    """What the transparency officer watches."""
    since = timezone.localdate() - WEEK
    recorded = AuditEntry.objects.filter(at__date__gte=since).count()
    without_act = Call.objects.filter(status=CallStatus.PUBLISHED, act_number="").count()
    return [
        Count(
            recorded,
            ngettext("operation recorded in the last week", "operations recorded in the last week", recorded),
            f"{reverse('registro-operazioni:index')}?at_from={since:%Y-%m-%d}",
        ),
        Count(
            without_act,
            ngettext(
                "published call without an act number", "published calls without an act number", without_act
            ),
            f"{reverse('calls_office:index')}?without_act=true",
        ),
    ]


def installation(_request: HttpRequest) -> list[Count]:
    """What the administrator looks after."""
    staff = User.objects.filter(is_active=True, is_staff=True, is_superuser=False).count()
    return [
        Count(
            staff,
            ngettext("person of the office who can sign in", "people of the office who can sign in", staff),
            f"{reverse('office_people:index')}?is_active=true",
        ),
    ]


def evaluations(_request: HttpRequest) -> list[Count]:
    """Nothing to score until a commission is appointed."""
    return []


def opens(url_name: str) -> Callable[[], str]:
    """Return what gives the address of a button when the panel is shown."""
    return lambda: reverse(url_name)


def register() -> None:
    """Put the panels after those of the offices."""
    panels = (
        RolePanel(
            gettext_lazy("Figures of the year"),
            frozenset({Role.DIRECTOR}),
            figures,
            gettext_lazy("Open the dashboard"),
            opens("dashboard:index"),
        ),
        RolePanel(
            gettext_lazy("Transparency"),
            frozenset({Role.TRANSPARENCY_OFFICER}),
            transparency,
            gettext_lazy("Open the audit trail"),
            opens("registro-operazioni:index"),
        ),
        RolePanel(
            gettext_lazy("The installation"),
            frozenset({Role.ADMINISTRATOR}),
            installation,
            gettext_lazy("Add a person"),
            opens("office_people:add"),
        ),
        RolePanel(
            gettext_lazy("Applications to evaluate"),
            frozenset({Role.EVALUATOR}),
            evaluations,
            empty_text=gettext_lazy(
                "Nothing to do for now. When the office appoints you to a commission, you will find the "
                "applications here."
            ),
        ),
    )
    for order, panel in enumerate(panels, start=200):
        role_panels.register(f"monitoring.{panel.counts.__name__}", panel, order=order)
