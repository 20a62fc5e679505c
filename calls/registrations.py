"""What calls add to the registries of the foundation; called once, when the app is ready."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from vicinia.accounts.erasure.registry import steps
from vicinia.accounts.personal.registry import sources
from vicinia.accounts.rights import table
from vicinia.accounts.roles import Role
from vicinia.core import body_timeline, demo, reserved_area
from vicinia.core.merging import Follower, followers
from vicinia.core.pages import mail_cards
from vicinia.core.retention.registry import rules
from vicinia.core.staff.panels import Count, RolePanel, role_panels


def connect() -> None:
    """Fill the registries and listen to events."""
    from . import demo_loader
    from .applications import listeners
    from .applications.queries import applications_panel
    from .applications.timeline import SOURCE as TIMELINE
    from .erasure import ERASURE, RETENTION
    from .notices.words import mail_detail
    from .personal import SOURCE
    from .rights import ROWS

    listeners.connect()
    steps.register("calls", ERASURE, order=30)
    rules.register("calls.applications", RETENTION, order=40)
    followers.register("calls.Application.organisation", Follower(_("applications"), blocks=True))
    sources.register("calls", SOURCE, order=30)
    body_timeline.sources.register("calls.applications", TIMELINE, order=40)
    mail_cards.details.register("calls.callpage", mail_detail)
    demo.loaders.register("calls", demo_loader.load_calls, order=70)
    reserved_area.panels.register("calls.applications", applications_panel, order=40)
    role_panels.register(
        "calls.calls",
        RolePanel(
            title=pgettext_lazy("menu", "Calls"),
            roles=frozenset({Role.CALLS_OFFICE, Role.RESPONSIBLE_OFFICIAL}),
            counts=counts,
            action_label=_("New call"),
            action_url=lambda: reverse("calls_office:add"),
        ),
        order=20,
    )
    table.register(ROWS)


def counts(request: HttpRequest) -> list[Count]:
    """What needs the calls office today, each number a link to its list."""
    from .applications.models import Application
    from .notices.models import Call
    from .notices.viewsets import in_state

    calls_url, applications_url = reverse("calls_office:index"), reverse("applications_office:index")
    drafts = in_state(Call.objects.all(), "draft").count()
    open_now = in_state(Call.objects.all(), "open").count()
    week_ago = timezone.now() - timedelta(days=7)
    recent = Application.objects.submitted().filter(submitted_at__gte=week_ago).count()
    return [
        Count(drafts, ngettext("call to publish", "calls to publish", drafts), f"{calls_url}?state=draft"),
        Count(open_now, ngettext("call open now", "calls open now", open_now), f"{calls_url}?state=open"),
        Count(
            recent,
            ngettext("application in seven days", "applications in seven days", recent),
            applications_url,
        ),
    ]
