"""The office's screens of schools, in the menu group "Scuole"."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets import BooleanRadioSelect

from vicinia.core import traces
from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet
from vicinia.territory.models import ServedMunicipality
from vicinia.territory.municipalities.queries import served_codes

from . import screens, staff_tables
from .access.viewsets import SchoolContactViewSet
from .headcounts.queries import by_year
from .models import School, SchoolQuerySet
from .referents.staff_views import WithoutReferentViewSet, school_url
from .registry.viewsets import SchoolImportViewSet
from .succession.linking import CLOSED
from .succession.queries import heir_of, previous_of
from .succession.services import DECIDE
from .succession.staff_views import SchoolSuccessionViewSet


class ListSchools(TableIndexView):
    """Schools with their institute."""

    def get_base_queryset(self) -> SchoolQuerySet:
        """Read the institutes in the same query."""
        return super().get_base_queryset().select_related("institute")  # type: ignore[no-any-return]


class InspectSchool(generic.InspectView):
    """A school: what the registry says, who works there, its numbers by year."""

    page_title = _("School")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        school: School = self.object
        contacts = school.contacts.select_related("user").order_by("created_at")
        people = [traces.Shown(school, user_id=contact.user_id) for contact in contacts]
        traces.note(self.request, traces.Way.PAGE, people)
        return {
            **super().get_context_data(**kwargs),
            "school": school,
            "facts": screens.facts(school),
            "people": staff_tables.people(contacts),
            "heir": heir_of(school),
            "link_url": self.link_url(school),
            "previous": previous_of(school),
            "numbers": staff_tables.numbers(by_year(school)),
        }

    def link_url(self, school: School) -> str:
        """Return where a closed school is linked to the one that goes on; nothing for who may not."""
        if school.is_active or school.is_aggregator or not self.request.user.has_perm(DECIDE):
            return ""
        return f"{reverse('school_successions:link')}?{urlencode({CLOSED: school.code})}"


class SchoolFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    is_served = BooleanFilter(
        label=_("In a municipality we serve"), method="filter_served", widget=BooleanRadioSelect
    )

    class Meta:
        model = School
        fields = ["is_served", "order", "registry", "province", "is_aggregator", "is_active"]

    def filter_served(self, schools: SchoolQuerySet, name: str, value: bool) -> SchoolQuerySet:
        """Keep the schools of the served municipalities, or the others."""
        served = schools.in_municipalities(served_codes())
        return served if value else schools.exclude(pk__in=served.values("pk"))


class SchoolViewSet(StaffViewSet):
    """The registry as it was loaded: read, searched, exported."""

    model = School
    # An import writes them.
    policy = ReadOnlyPolicy
    name = "schools"
    url_prefix = "scuole"
    icon = "openquote"
    menu_hook = menu.SCHOOLS
    menu_label = _("Schools")
    menu_order = 10
    empty_text = _(
        "Here are the schools of the state and private registries. Load them from Imports, once a year, with "
        "the ministry’s file."
    )
    exclude_form_fields: list[str] = []
    inspect_view_enabled = True
    index_view_class = ListSchools
    inspect_view_class = InspectSchool
    inspect_template_name = "wagtailadmin/partners/school.html"
    search_fields = ["name", "code", "municipality", "institute__name"]
    filterset_class = SchoolFilterSet
    ordering = ["name", "code"]
    list_display = [
        TitleColumn("name", label=_("Name"), sort_key="name", get_url=school_url),
        Column("code", label=_("Code"), sort_key="code"),
        Column("get_order_display", label=_("Order"), sort_key="order"),
        Column("municipality", label=_("Municipality"), sort_key="municipality"),
        Column("institute", label=_("Institute")),
        BooleanColumn("is_active", label=_("In use")),
    ]
    list_export = [
        "code",
        "name",
        "get_order_display",
        "level",
        "institute",
        "address",
        "postcode",
        "municipality_code",
        "municipality",
        "province",
        "region",
        "email",
        "pec",
        "website",
        "school_year",
        "get_registry_display",
        "is_active",
    ]
    export_headings = {"get_order_display": _("Order"), "get_registry_display": _("Registry")}
    export_filename = "scuole"


class ServedMunicipalityViewSet(StaffViewSet):
    """The municipalities whose schools people may choose."""

    model = ServedMunicipality
    name = "served_municipalities"
    url_prefix = "comuni-serviti"
    icon = "site"
    menu_hook = menu.SCHOOLS
    menu_label = _("Municipalities served")
    menu_order = 40
    empty_text = _(
        "Here are the municipalities whose teachers can choose their school. Add yours first: without it "
        "nobody can sign a class up."
    )
    list_display = ["name", "cadastral_code"]


school_viewsets = (
    # Before the list of all schools, whose pages are those of a school.
    WithoutReferentViewSet(),
    SchoolViewSet(),
    SchoolContactViewSet(),
    SchoolSuccessionViewSet(),
    SchoolImportViewSet(),
    ServedMunicipalityViewSet(),
)
