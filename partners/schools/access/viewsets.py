"""The office's list of the people of the schools, in the menu group "Scuole"."""

from __future__ import annotations

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from partners.schools.models import SchoolContact
from vicinia.core import traces
from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from .staff_views import InspectSchoolContact, RefuseAccess, approve


def contact_url(contact: SchoolContact) -> str:
    """Return the address of the office's page of a person of a school."""
    return reverse("school_contacts:inspect", args=[quote(contact.pk)])


class ListSchoolContacts(TableIndexView):
    """Links with their person and school."""

    def get_base_queryset(self) -> QuerySet[SchoolContact]:
        """Read people and schools in the same query."""
        return super().get_base_queryset().select_related("user", "school")  # type: ignore[no-any-return]

    def people_in(self, item: SchoolContact) -> list[traces.Shown]:
        """Each row shows a person."""
        return [traces.Shown(item, user_id=item.user_id)]


class SchoolContactViewSet(StaffViewSet):
    """Who has said that they work in which school."""

    model = SchoolContact
    # People ask; services decide.
    policy = ReadOnlyPolicy
    index_view_class = ListSchoolContacts
    inspect_view_class = InspectSchoolContact
    inspect_template_name = "wagtailadmin/partners/school_contact.html"
    name = "school_contacts"
    url_prefix = "persone-scuole"
    icon = "user"
    menu_hook = menu.SCHOOLS
    menu_label = _("People of the schools")
    menu_order = 20
    empty_text = _(
        "Here are the teachers and the school staff who ask to act for a school. They ask in their reserved "
        "area; the institute confirms from its mail, or you do."
    )
    exclude_form_fields: list[str] = []
    inspect_view_enabled = True
    search_fields = ["school__name", "school__code", "user__email", "user__last_name"]
    ordering = ["-created_at"]
    list_filter = ["status", "capacity"]
    list_display = [
        TitleColumn("user", label=_("Person"), sort_key="user__last_name", get_url=contact_url),
        Column("user.email", label=_("E-mail")),
        Column("school", label=_("School"), sort_key="school__name"),
        Column("get_capacity_display", label=_("What they do there"), sort_key="capacity"),
        Column("get_status_display", label=_("Status"), sort_key="status"),
        DateColumn("asked_at", label=_("Asked on"), sort_key="asked_at"),
    ]
    list_export = [
        "user",
        "user.email",
        "school",
        "school.code",
        "get_capacity_display",
        "get_status_display",
        "asked_at",
    ]
    export_headings = {
        "get_capacity_display": _("What they do there"),
        "user.email": _("E-mail"),
        "school.code": _("Code"),
        "get_status_display": _("Status"),
    }
    export_filename = "persone-scuole"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add what the office decides."""
        return [
            *super().get_urlpatterns(),
            path("approve/<int:pk>/", approve, name="approve"),
            path("refuse/<int:pk>/", self.construct_view(RefuseAccess), name="refuse"),
        ]
