"""The office's list of applications, in the menu group "Bandi"."""

from __future__ import annotations

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from vicinia.core.formats import long_datetime
from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .enums import ApplicationStatus
from .models import Application
from .staff_views import InspectApplication, attachment, export, receipt


def inspect_url(application: Application) -> str:
    """Return the address of the office's page of an application."""
    return reverse("applications_office:inspect", args=[quote(application.pk)])


class ApplicationFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    class Meta:
        model = Application
        fields = ["call", "status"]


class ApplicationIndex(TableIndexView):
    """What was sent; drafts belong to who writes them alone."""

    def get_base_queryset(self) -> QuerySet[Application]:
        """Only what has a number."""
        rows: QuerySet[Application] = super().get_base_queryset()
        return rows.exclude(register_number__isnull=True).select_related("call", "organisation")


class ApplicationViewSet(StaffViewSet):
    """List and page of each application; nobody writes them here."""

    model = Application
    # Applications are written by who applies.
    policy = ReadOnlyPolicy
    name = "applications_office"
    url_prefix = "domande"
    icon = "doc-full-inverse"
    menu_hook = menu.CALLS
    menu_label = pgettext_lazy("menu", "Applications")
    menu_order = 20
    empty_text = _(
        "Here are the applications sent to your calls, as soon as they arrive. Drafts stay with who "
        "writes them."
    )
    inspect_view_enabled = True
    search_fields = ["organisation__name", "organisation__tax_code", "sha256"]
    filterset_class = ApplicationFilterSet
    ordering = ["-register_year", "-register_number"]
    list_display = [
        TitleColumn("code", label=_("Number"), get_url=inspect_url, sort_key="register_number"),
        Column("organisation", label=_("Organisation"), sort_key="organisation__name"),
        Column("call", label=pgettext_lazy("call", "Call"), sort_key="call__title"),
        Column(
            "submitted_at",
            label=_("Received"),
            accessor=lambda each: long_datetime(each.submitted_at),
            sort_key="submitted_at",
        ),
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            sort_key="status",
            primary=lambda each: each.status == ApplicationStatus.SUBMITTED,
        ),
    ]
    # Who applied; what they answered is exported call by call, since each call asks something else.
    list_export = [
        "code",
        "organisation.name",
        "organisation.tax_code",
        "call.title",
        "submitted_at",
        "get_status_display",
        "sha256",
    ]
    export_headings = {
        "code": _("Number"),
        "organisation.name": _("Organisation"),
        "organisation.tax_code": _("Tax code"),
        "call.title": pgettext_lazy("call", "Call"),
        "submitted_at": _("Received"),
        "get_status_display": _("Status"),
        "sha256": "SHA-256",
    }
    export_filename = "domande"
    form_fields = ["status"]
    index_view_class = ApplicationIndex
    inspect_view_class = InspectApplication
    inspect_template_name = "wagtailadmin/calls/application.html"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add files, receipt and exports."""
        return [
            *super().get_urlpatterns(),
            path("file/<uuid:pk>/<slug:key>/", attachment, name="file"),
            path("receipt/<uuid:pk>/", receipt, name="receipt"),
            path("export/<int:call_id>/csv/", export, {"kind": "csv"}, name="export_csv"),
            path("export/<int:call_id>/xlsx/", export, {"kind": "xlsx"}, name="export_xlsx"),
        ]


application_viewset = ApplicationViewSet()
