"""The list of accesses, read by the transparency officer and the administrator."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from vicinia.core.audit.words import kind_words
from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .enums import Way
from .models import DataAccess
from .queries import screen_names


def screens() -> list[tuple[str, str]]:
    """Return the screens that traces speak of, by name."""
    names = screen_names()
    known = DataAccess.objects.order_by().values_list("screen", flat=True).distinct()
    return sorted(((screen, names.get(screen, screen)) for screen in known), key=lambda pair: pair[1])


def screen_of(access: DataAccess) -> str:
    """Name the screen on which the data were seen."""
    return screen_names().get(access.screen, access.screen)


class AccessFilterSet(WagtailFilterSet):
    """What an inspection asks: whose data, seen by whom, in which object, when."""

    subject_label = django_filters.CharFilter(label=_("Whose data"), lookup_expr="icontains")
    reader_label = django_filters.CharFilter(label=_("Who saw them"), lookup_expr="icontains")
    object_label = django_filters.CharFilter(label=_("Object"), lookup_expr="icontains")
    screen = django_filters.ChoiceFilter(label=_("Screen"), choices=screens)
    way = django_filters.ChoiceFilter(label=_("How"), choices=Way.choices)
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = DataAccess
        fields = ["subject_label", "reader_label", "object_label", "screen", "way", "at"]


class AccessIndexView(TableIndexView):
    """Accesses in words."""

    def to_row_dict(self, item: DataAccess) -> dict[str, Any]:
        """Name kind and screen."""
        row: dict[str, Any] = super().to_row_dict(item)
        return {**row, "screen": screen_of(item), "object_type": kind_words(item.object_type)}


class AccessViewSet(StaffViewSet):
    """Who saw whose data, when; searchable and exportable, never editable."""

    model = DataAccess
    name = "data_accesses"
    url_prefix = "accessi-ai-dati"
    icon = "view"
    menu_hook = menu.FIGURES
    menu_label = _("Accesses to personal data")
    menu_order = 95
    index_view_class = AccessIndexView
    empty_text = _(
        "Here is who of the office has seen the data of people, and when. It fills by itself as soon as "
        "somebody opens a screen that shows them."
    )
    filterset_class = AccessFilterSet
    ordering = ["-at", "-pk"]
    search_fields = ["subject_label", "reader_label", "object_label"]
    list_display = [
        DateColumn("at", label=_("When"), sort_key="at"),
        Column("reader_label", label=_("Who saw them"), sort_key="reader_label"),
        Column("subject_label", label=_("Whose data"), sort_key="subject_label"),
        Column("object_label", label=_("Object")),
        Column("screen", label=_("Screen"), accessor=screen_of),
        Column("get_way_display", label=_("How")),
    ]
    list_export = [
        "at",
        "reader_label",
        "subject_label",
        "object_type",
        "object_label",
        "object_id",
        "screen",
        "get_way_display",
        "request_id",
    ]
    export_headings = {
        "reader_label": _("Who saw them"),
        "subject_label": _("Whose data"),
        "object_label": _("Object"),
        "get_way_display": _("How"),
    }
    export_filename = "accessi-ai-dati"
    form_fields: list[str] = []

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        """They write themselves."""
        return ReadOnlyPolicy(DataAccess)


access_viewset = AccessViewSet()
