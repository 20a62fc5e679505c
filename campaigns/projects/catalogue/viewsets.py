"""The office's screens of projects and editions, in the menu group "Scuole"."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import BooleanFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.widgets import BooleanRadioSelect

from vicinia.core.formats import short_date
from vicinia.core.staff import menu
from vicinia.core.staff.refusals import TellsRefusals
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet

from . import services
from .models import Edition, EditionQuerySet, SchoolProject


class WritesProject:
    """Writes through the service."""

    def save_instance(self) -> SchoolProject:
        """Keep the project with its audiences."""
        return services.save_project(project=self.form.save(commit=False), by=self.request.user)  # type: ignore[attr-defined]


class CreateProject(WritesProject, generic.CreateView):
    """A new project."""


class EditProject(WritesProject, generic.EditView):
    """An existing project."""


class ProjectViewSet(StaffViewSet):
    """What is offered to schools, whatever the year."""

    model = SchoolProject
    name = "school_projects"
    url_prefix = "progetti-scuole"
    icon = "pick"
    add_to_reference_index = True
    menu_hook = menu.SCHOOLS
    menu_label = _("Projects")
    menu_order = 1
    empty_text = _(
        "Here are the projects for schools, whatever the year. Add the first one, then its edition with "
        "the places and the dates."
    )
    search_fields = ["title", "partner__name"]
    list_filter = ["topics", "partner", "audiences__order"]
    list_display = [
        "title",
        Column("partner", label=_("Partner organisation"), sort_key="partner__name"),
        Column("meetings_count", label=_("Number of meetings")),
    ]
    list_export = [
        "title",
        "partner",
        "meetings_count",
        "meeting_minutes",
        "meetings_when",
        "pupils_do",
        "school_provides",
        "teacher_gets",
    ]
    export_filename = "progetti-scuole"
    add_view_class = CreateProject
    edit_view_class = EditProject


class WritesEdition(TellsRefusals):
    """Writes through the service; what it refuses is told at the form."""

    refusal_field = "places"

    def save_instance(self) -> Edition:
        """Keep the edition."""
        return services.save_edition(edition=self.form.save(commit=False), by=self.request.user)  # type: ignore[attr-defined]


class CreateEdition(WritesEdition, generic.CreateView):
    """A project in a new year."""


class EditEdition(WritesEdition, generic.EditView):
    """A change of an edition: more places call in the waiting list."""


class EditionIndexView(TableIndexView):
    """Each edition with its counts, in one query."""

    def get_base_queryset(self) -> QuerySet[Edition]:
        """Count the classes with the editions."""
        return Edition.objects.with_counts().select_related("project")


def closes_text(edition: Edition) -> str:
    """When sign-up closes, as a date: it is often in the future, which Wagtail's own column cannot say."""
    return short_date(edition.closes_at) if edition.closes_at else ""


class EditionFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    is_open = BooleanFilter(label=_("Open to sign-up now"), method="filter_open", widget=BooleanRadioSelect)

    class Meta:
        model = Edition
        fields = ["is_open", "school_year", "project"]

    def filter_open(self, editions: EditionQuerySet, name: str, value: bool) -> EditionQuerySet:
        """Keep the editions that take classes now, or the others."""
        open_now = Edition.objects.open_at(timezone.now()).values("pk")
        return editions.filter(pk__in=open_now) if value else editions.exclude(pk__in=open_now)


class EditionViewSet(StaffViewSet):
    """Places and windows of each year."""

    model = Edition
    name = "editions"
    url_prefix = "progetti-scuole/edizioni"
    icon = "date"
    add_to_reference_index = True
    menu_hook = menu.SCHOOLS
    menu_label = _("Editions")
    menu_order = 2
    empty_text = _(
        "Here are the editions: a project in a school year, with its places and dates. Add one and the "
        "schools find it in the catalogue."
    )
    search_fields = ["project__title", "school_year"]
    filterset_class = EditionFilterSet
    ordering = ["-school_year", "project__title"]
    list_display = [
        "__str__",
        Column("state_label", label=_("State")),
        Column("places", label=pgettext_lazy("classes", "Places"), sort_key="places"),
        Column("confirmed_count", label=pgettext_lazy("classes", "Confirmed"), sort_key="confirmed_count"),
        Column("waiting_count", label=pgettext_lazy("classes", "Waiting"), sort_key="waiting_count"),
        Column("closes_at", label=_("Sign-up closes"), sort_key="closes_at", accessor=closes_text),
    ]
    list_export = [
        "project",
        "school_year",
        "state_label",
        "places",
        "confirmed_count",
        "waiting_count",
        "school_cap",
        "opens_at",
        "closes_at",
        "first_meeting",
        "last_meeting",
        "meetings_planned",
        "meetings_held",
    ]
    export_headings = {
        "state_label": _("State"),
        "confirmed_count": pgettext_lazy("classes", "Confirmed"),
        "waiting_count": pgettext_lazy("classes", "Waiting"),
    }
    export_filename = "edizioni"
    index_view_class = EditionIndexView
    add_view_class = CreateEdition
    edit_view_class = EditEdition


catalogue_viewsets = (ProjectViewSet(), EditionViewSet())
