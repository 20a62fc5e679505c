"""Registers the audit trail's list, read by the transparency officer and the administrator."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from vicinia.core import traces
from vicinia.core.components import Fact
from vicinia.core.formats import exact_datetime
from vicinia.core.staff import menu
from vicinia.core.staff.inspect import StaffInspectView
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .models import AuditEntry
from .words import action_words, kind_words


def kinds() -> list[tuple[str, str]]:
    """Return the kinds of object that the trail speaks of, by name."""
    known = AuditEntry.objects.order_by().values_list("target_type", flat=True).distinct()
    return sorted(((kind, kind_words(kind)) for kind in known), key=lambda pair: pair[1])


def actions() -> list[tuple[str, str]]:
    """Return the actions that the trail speaks of, by name; the same word may stand for several."""
    known = AuditEntry.objects.order_by().values_list("action", "target_type").distinct()
    named = {action: f"{kind_words(kind)}: {action_words(action)}" for action, kind in known}
    return sorted(named.items(), key=lambda pair: pair[1])


class AuditFilterSet(WagtailFilterSet):
    """What an inspection asks: which objects, what was done, when."""

    target_type = django_filters.ChoiceFilter(label=_("Kind of object"), choices=kinds)
    action = django_filters.ChoiceFilter(label=_("What was done"), choices=actions)
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = AuditEntry
        fields = ["target_type", "action", "at"]


def shown(entry: AuditEntry) -> list[traces.Shown]:
    """Return whose name an entry tells, if that of somebody who still has an account.

    The person is what was seen: one trace for however many entries.
    """
    return [traces.Shown(entry.actor, user_id=entry.actor_id)] if entry.actor else []


class AuditIndexView(TableIndexView):
    """The list; its export has words and codes."""

    list_export = ["at", "who", "what", "kind", "target_label", "target_id", "action", "data"]
    export_headings = {
        "who": _("Who"),
        "what": _("What was done"),
        "kind": _("Kind of object"),
        "action": _("Code"),
    }

    def get_base_queryset(self) -> QuerySet[AuditEntry]:
        """Read the people with what they did."""
        rows: QuerySet[AuditEntry] = super().get_base_queryset()
        return rows.select_related("actor")

    def people_in(self, item: AuditEntry) -> Iterable[traces.Shown]:
        """Say who did it: citizens and members of bodies too."""
        return shown(item)


class InspectEntry(StaffInspectView):
    """One operation, in words; its details as the service wrote them."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Note whose name is read."""
        traces.note(self.request, traces.Way.PAGE, shown(self.object))
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context

    def get_page_subtitle(self) -> str:
        """Say what was done to what."""
        entry: AuditEntry = self.object
        return f"{entry.what}: {entry.target_label}"

    def facts(self) -> list[Fact]:
        """Return who, what, when; codes last, for whoever must quote the entry."""
        entry: AuditEntry = self.object
        known = [
            Fact(_("Kind of object"), entry.kind),
            Fact(_("Object"), entry.target_label),
            Fact(_("Who"), entry.who),
            Fact(_("When"), exact_datetime(entry.at)),
            Fact(_("Details"), json.dumps(entry.data, ensure_ascii=False, indent=1) if entry.data else ""),
            Fact(_("Code"), entry.action),
            Fact(_("Request"), entry.request_id),
        ]
        return [fact for fact in known if fact.value]


class AuditViewSet(StaffViewSet):
    """Who did what, when; searchable and exportable, never editable."""

    model = AuditEntry
    # Nobody writes here but services.
    policy = ReadOnlyPolicy
    icon = "history"
    menu_label = _("Audit trail")
    menu_hook = menu.FIGURES
    menu_order = 90
    index_view_class = AuditIndexView
    inspect_view_class = InspectEntry
    empty_text = _("Here is every operation of the office and of who has an account: none has been made yet.")
    filterset_class = AuditFilterSet
    list_display = [
        TitleColumn("target_label", label=_("Object"), url_name="registro-operazioni:inspect"),
        Column("kind", label=_("Kind of object")),
        Column("what", label=_("What was done")),
        Column("who", label=_("Who")),
        DateColumn("at", label=_("When"), sort_key="at"),
    ]
    search_fields = ["target_label", "actor_label", "action"]
    form_fields: list[str] = []
    inspect_view_enabled = True


@hooks.register("register_admin_viewset")
def register_audit_trail() -> AuditViewSet:
    """Serve the list."""
    return AuditViewSet("registro-operazioni")
