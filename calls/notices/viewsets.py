"""The office's screens of calls, in the menu group "Bandi"."""

from __future__ import annotations

from typing import Any

import django_filters
from django.contrib.admin.utils import quote
from django.db.models import Count, Q, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.widgets import BooleanRadioSelect

from vicinia.core.formats import euro, long_datetime
from vicinia.core.staff import menu
from vicinia.core.staff.policies import KeptPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .enums import CallStatus
from .models import Call
from .staff_forms import EDIT_HANDLER
from .staff_views import CreateCall, EditCall, InspectCall, RevokeCall, publish
from .window import WindowState

STATES = (
    ("draft", gettext_lazy("To be published")),
    ("upcoming", pgettext_lazy("calls", "Coming")),
    ("open", pgettext_lazy("calls", "Open")),
    ("closed", pgettext_lazy("calls", "Closed")),
    ("revoked", pgettext_lazy("calls", "Revoked")),
)


def in_state(calls: QuerySet[Call], state: str) -> QuerySet[Call]:
    """Keep the calls in a state now."""
    now, published = timezone.now(), Q(status=CallStatus.PUBLISHED)
    conditions = {
        "draft": Q(status=CallStatus.DRAFT),
        "upcoming": published & Q(opens_at__gt=now),
        "open": published & Q(opens_at__lte=now, closes_at__gt=now),
        "closed": published & Q(closes_at__lte=now),
        "revoked": Q(status=CallStatus.REVOKED),
    }
    return calls.filter(conditions[state]) if state in conditions else calls


def state_label(call: Call) -> str:
    """Say where a call stands in a word."""
    if call.status != CallStatus.PUBLISHED:
        return str(CallStatus(call.status).label).capitalize()
    state = call.window.state(timezone.now(), timezone.get_default_timezone())
    words = {
        WindowState.UPCOMING: _("Not open yet"),
        WindowState.OPEN: _("Open now"),
        WindowState.CLOSING: _("It closes soon"),
        WindowState.CLOSED: _("Closed now"),
    }
    return words[state]


def is_open(call: Call) -> bool:
    """Tell whether applications are taken now."""
    state = call.window.state(timezone.now(), timezone.get_default_timezone())
    return call.status == CallStatus.PUBLISHED and state in {WindowState.OPEN, WindowState.CLOSING}


def inspect_url(call: Call) -> str:
    """Return the address of the office's page of a call."""
    return reverse("calls_office:inspect", args=[quote(call.pk)])


class CallFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=STATES, method="filter_state", empty_label=gettext_lazy("All")
    )

    without_act = django_filters.BooleanFilter(
        label=gettext_lazy("Without an act number"),
        method="filter_without_act",
        widget=BooleanRadioSelect,
    )

    class Meta:
        model = Call
        fields = ["state", "instrument", "unit", "without_act"]

    def filter_without_act(self, queryset: QuerySet[Call], name: str, value: bool) -> QuerySet[Call]:
        """Keep the published calls whose act is not written, or the others."""
        missing = Q(status=CallStatus.PUBLISHED, act_number="")
        return queryset.filter(missing if value else ~missing)

    def filter_state(self, queryset: QuerySet[Call], name: str, value: str) -> QuerySet[Call]:
        """Keep the calls in the chosen state."""
        return in_state(queryset, value)


class CallIndex(TableIndexView):
    """The list, with how many applications each call has."""

    def get_base_queryset(self) -> QuerySet[Call]:
        """Count the applications in the same query."""
        calls: QuerySet[Call] = super().get_base_queryset()
        sent = Count("applications", filter=Q(applications__status="submitted"))
        counted: QuerySet[Call] = calls.annotate(sent=sent).select_related("unit")
        return counted

    def to_row_dict(self, item: Call) -> dict[str, Any]:
        """Say the state as the list does."""
        return {**super().to_row_dict(item), "state": state_label(item)}


class CallViewSet(StaffViewSet):
    """List, page, writing, publication of calls. Calls are revoked, never deleted."""

    model = Call
    # Calls are never deleted.
    policy = KeptPolicy
    name = "calls_office"
    url_prefix = "bandi"
    icon = "form"
    menu_hook = menu.CALLS
    menu_label = pgettext_lazy("menu", "Calls")
    menu_order = 10
    empty_text = gettext_lazy(
        "Here are the calls, from the draft to the closing. Begin with a new one: nobody sees it until "
        "you publish it."
    )
    inspect_view_enabled = True
    search_fields = ["title", "summary"]
    filterset_class = CallFilterSet
    list_display = [
        TitleColumn("title", label=gettext_lazy("Title"), sort_key="title", get_url=inspect_url),
        Column("code", label=gettext_lazy("Number")),
        StatusTagColumn(
            "state",
            label=gettext_lazy("State"),
            accessor=state_label,
            primary=is_open,
        ),
        Column(
            "closes_at",
            label=pgettext_lazy("call", "Closing"),
            accessor=lambda call: long_datetime(call.closes_at),
            sort_key="closes_at",
        ),
        Column(
            "budget",
            label=gettext_lazy("Budget"),
            classname="v-nowrap",
            accessor=lambda call: euro(call.budget),
            sort_key="budget",
        ),
        Column("sent", label=gettext_lazy("Applications received")),
    ]
    list_export = ["title", "code", "state", "opens_at", "closes_at", "budget", "unit", "act_number", "sent"]
    export_headings = {
        "code": gettext_lazy("Number"),
        "state": gettext_lazy("State"),
        "sent": gettext_lazy("Applications received"),
    }
    export_filename = "bandi"
    edit_handler = EDIT_HANDLER
    index_view_class = CallIndex
    add_view_class = CreateCall
    edit_view_class = EditCall
    inspect_view_class = InspectCall
    inspect_template_name = "wagtailadmin/calls/call.html"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the steps of a call's status."""
        revoke: Any = self.construct_view(RevokeCall)
        return [
            *super().get_urlpatterns(),
            path("publish/<int:pk>/", publish, name="publish"),
            path("revoke/<int:pk>/", revoke, name="revoke"),
        ]


call_viewset = CallViewSet()
