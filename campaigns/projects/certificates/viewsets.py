"""The office's register of certificates, in the menu group "Scuole"."""

from __future__ import annotations

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.widgets.button import Button, HeaderButton

from vicinia.core import traces
from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .models import Certificate
from .staff_views import AnnulCertificate, InspectCertificate, holder_words, pdf, shown


def inspect_url(certificate: Certificate) -> str:
    """Return the address of the office's page of a certificate."""
    return reverse("certificates_office:inspect", args=[quote(certificate.pk)])


def to_issue_url() -> str:
    """Return the address of the classes whose certificate is still to be issued."""
    return f"{reverse('enrolments:index')}?certificate=to_issue"


class CertificateFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    class Meta:
        model = Certificate
        fields = ["state", "school_year", "register_year", "issued_at"]


class CertificateIndex(TableIndexView):
    """Each certificate with its number and its teacher."""

    def get_base_queryset(self) -> QuerySet[Certificate]:
        """Everything that the list shows is in the row."""
        return Certificate.objects.all()

    @cached_property
    def header_buttons(self) -> list[Button]:
        """Where they are issued."""
        to_issue = HeaderButton(_("Certificates to issue"), url=to_issue_url(), icon_name="check")
        return [*super().header_buttons, to_issue]

    def people_in(self, item: Certificate) -> list[traces.Shown]:
        """Each row names a teacher."""
        return [shown(item)]


class CertificateViewSet(StaffViewSet):
    """Who has which certificate. Issued from the enrolments, annulled with a reason, never deleted."""

    model = Certificate
    # Written by the services.
    policy = ReadOnlyPolicy
    index_view_class = CertificateIndex
    inspect_view_class = InspectCertificate
    inspect_template_name = "wagtailadmin/projects/certificate.html"
    name = "certificates_office"
    url_prefix = "progetti-scuole/attestati"
    icon = "doc-full-inverse"
    menu_hook = menu.SCHOOLS
    menu_label = _("Certificates")
    menu_order = 4
    empty_text = _(
        "Here are the certificates of participation of the teachers. When an edition has ended, write in it "
        "how many meetings were held, then tick its classes among the enrolments and issue them."
    )
    exclude_form_fields: list[str] = []
    inspect_view_enabled = True
    search_fields = ["holder_name", "project_title", "school_name", "school_code", "class_label"]
    filterset_class = CertificateFilterSet
    ordering = ["-register_year", "-register_number"]
    list_display = [
        TitleColumn("code", label=_("Number"), sort_key="register_number", get_url=inspect_url),
        Column("holder_name", label=_("Teacher"), sort_key="holder_name", accessor=holder_words),
        Column("project_title", label=_("Project"), sort_key="project_title"),
        Column("school_year", label=_("School year"), sort_key="school_year"),
        Column("school_name", label=_("School"), sort_key="school_name"),
        Column("class_label", label=_("Class"), sort_key="class_label"),
        DateColumn("issued_at", label=_("Issued at"), sort_key="issued_at"),
        StatusTagColumn(
            "get_state_display",
            label=_("State"),
            sort_key="state",
            primary=lambda certificate: certificate.counts,
        ),
    ]
    list_export = [
        "code",
        "holder_name",
        "project_title",
        "school_year",
        "school_name",
        "school_code",
        "class_label",
        "issued_at",
        "get_state_display",
        "annulled_at",
        "reason",
    ]
    export_headings = {"code": _("Number"), "get_state_display": _("State")}
    export_filename = "attestati"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the PDF and annulling."""
        return [
            *super().get_urlpatterns(),
            path("file/<int:pk>/", pdf, name="file"),
            path("annul/<int:pk>/", self.construct_view(AnnulCertificate), name="annul"),
        ]


certificate_viewset = CertificateViewSet()
