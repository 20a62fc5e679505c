"""The office's queue of documents, in the menu group "Enti"."""

from __future__ import annotations

from typing import Any

import django_filters
from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.widgets.button import Button, HeaderButton

from vicinia.core.clock import database_day
from vicinia.core.formats import short_date
from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TodaysIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .durc_views import RecordDurc
from .enums import DocumentType, Standing
from .models import DossierVersion
from .staff_views import ApproveSeveral, InspectVersion, RejectVersion, approve, file
from .words import version_badge

STANDINGS = [choice for choice in Standing.choices if choice[0] != Standing.MISSING]
TO_CHECK = f"standing={Standing.TO_CHECK}"


def inspect_url(version: DossierVersion) -> str:
    """Return the address of the office's page of a version."""
    return reverse("dossier_office:inspect", args=[quote(version.pk)])


def standing_label(version: DossierVersion) -> str:
    """Say where a version stands today."""
    return str(version_badge(version, version.today).text)  # type: ignore[attr-defined]


class VersionFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    standing = django_filters.ChoiceFilter(
        label=_("State"), choices=STANDINGS, method="filter_standing", empty_label=_("All")
    )
    type = django_filters.ChoiceFilter(
        label=_("Document"), choices=DocumentType.choices, field_name="document__type", empty_label=_("All")
    )

    class Meta:
        model = DossierVersion
        fields = ["standing", "type"]

    def filter_standing(
        self, queryset: QuerySet[DossierVersion], name: str, value: str
    ) -> QuerySet[DossierVersion]:
        """Keep the versions that stand so today."""
        return queryset.standing(value, database_day())  # type: ignore[attr-defined,no-any-return]


class VersionIndex(TodaysIndexView):
    """Who sent what and until when it counts; the oldest first, as they are checked."""

    def state_of(self, row: Any) -> str:
        """Say it as the column does."""
        return standing_label(row)

    def get_base_queryset(self) -> QuerySet[DossierVersion]:
        """Ask bodies and people in the same query."""
        rows: QuerySet[DossierVersion] = super().get_base_queryset()
        return rows.select_related("document__organisation", "uploaded_by")

    @cached_property
    def header_buttons(self) -> list[Button]:
        """Many at once, for a morning's post."""
        several = HeaderButton(
            _("Approve several"), url=reverse("dossier_office:approve_several"), icon_name="check"
        )
        return [*super().header_buttons, several]


class VersionViewSet(StaffViewSet):
    """Queue, page and check of each version; bodies write them, nobody deletes them."""

    model = DossierVersion
    # Versions are written by the body, and decided by the steps below.
    policy = ReadOnlyPolicy
    name = "dossier_office"
    url_prefix = "documenti-enti"
    icon = "doc-full"
    menu_hook = menu.ORGANISATIONS
    menu_label = _("Documents to check")
    menu_order = 20
    empty_text = _(
        "Here are the documents that bodies upload from their reserved area: insurance, identity, mandates, "
        "declarations. Each waits here for your check."
    )
    inspect_view_enabled = True
    search_fields = [
        "document__organisation__name",
        "document__organisation__tax_code",
        "reference",
        "file__name",
        "file__sha256",
    ]
    filterset_class = VersionFilterSet
    ordering = ["uploaded_at", "pk"]
    list_display = [
        TitleColumn(
            "document",
            label=_("Document"),
            accessor="document.get_type_display",
            sort_key="document__type",
            get_url=inspect_url,
        ),
        Column(
            "organisation",
            label=_("Organisation"),
            accessor="document.organisation.name",
            sort_key="document__organisation__name",
        ),
        Column("number", label=_("Version")),
        DateColumn("uploaded_at", label=_("Received at"), sort_key="uploaded_at"),
        Column(
            "expires_on",
            label=_("Valid until"),
            accessor=lambda version: short_date(version.expires_on) if version.expires_on else "–",
            sort_key="expires_on",
        ),
        StatusTagColumn(
            "standing",
            label=_("State"),
            accessor=standing_label,
            primary=lambda version: version.standing(version.today) == Standing.TO_CHECK,
        ),
    ]
    list_export = [
        "document.get_type_display",
        "document.organisation.name",
        "document.organisation.tax_code",
        "number",
        "reference",
        "issued_on",
        "expires_on",
        "uploaded_at",
        "state",
        "reason",
    ]
    export_headings = {
        "document.get_type_display": _("Document"),
        "document.organisation.name": _("Organisation"),
        "document.organisation.tax_code": _("Tax code"),
        "number": _("Version"),
        "state": _("State"),
    }
    export_filename = "documenti-enti"
    form_fields = ["status"]
    index_view_class = VersionIndex
    inspect_view_class = InspectVersion
    inspect_template_name = "wagtailadmin/partners/dossier_version.html"

    @property
    def menu_url(self) -> str:
        """The menu opens what waits; the filter shows the rest."""
        return f"{reverse(self.get_url_name('index'))}?{TO_CHECK}"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the file and the steps of the check."""
        reject: Any = self.construct_view(RejectVersion)
        several: Any = self.construct_view(ApproveSeveral)
        durc: Any = self.construct_view(RecordDurc)
        return [
            *super().get_urlpatterns(),
            path("file/<int:pk>/", file, name="file"),
            path("approve/<int:pk>/", approve, name="approve"),
            path("reject/<int:pk>/", reject, name="reject"),
            path("approve-several/", several, name="approve_several"),
            path("durc/<int:pk>/", durc, name="durc"),
        ]


version_viewset = VersionViewSet()
