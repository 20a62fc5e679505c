"""The office's screens of the classes that take part, in the menu group "Scuole"."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from django_filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import (
    BulkActionsCheckboxColumn,
    Column,
    DateColumn,
    StatusTagColumn,
    TitleColumn,
)
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from campaigns.projects.certificates.queries import certified_classes, classes_to_certify
from vicinia.accounts.rights.backend import require
from vicinia.core import traces
from vicinia.core.staff import menu
from vicinia.core.staff.policies import ReadOnlyPolicy
from vicinia.core.staff.tables import TableIndexView
from vicinia.core.staff.viewsets import StaffViewSet
from vicinia.core.state import StepRefused

from . import screens
from .enums import EnrolmentState
from .models import Enrolment, EnrolmentQuerySet
from .services import cancel_enrolment


class EnrolmentFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    certificate = ChoiceFilter(
        label=gettext_lazy("Certificate"),
        choices=[("to_issue", gettext_lazy("to issue")), ("issued", gettext_lazy("issued"))],
        method="filter_certificate",
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = Enrolment
        fields = [
            "certificate",
            "edition__school_year",
            "edition__project",
            "state",
            "school__order",
            "created_at",
        ]

    def filter_certificate(self, rows: EnrolmentQuerySet, name: str, value: str) -> EnrolmentQuerySet:
        """Keep the classes whose certificate can be issued now, or was."""
        if value == "to_issue":
            return classes_to_certify(rows, timezone.localdate())
        return certified_classes(rows)


class EnrolmentIndexView(TableIndexView):
    """Each class with its project, school and teacher."""

    template_name = "wagtailadmin/projects/enrolments.html"

    def get_base_queryset(self) -> QuerySet[Enrolment]:
        """Read what the list shows in one query."""
        return Enrolment.objects.select_related("edition__project", "school", "teacher")

    def people_in_export(self, item: Enrolment) -> list[traces.Shown]:
        """The list names no teacher, the file does."""
        return [traces.Shown(item, user_id=item.teacher_id)]


class InspectEnrolment(generic.InspectView):
    """A class that takes part, and how to reach who signed it up."""

    page_title = gettext_lazy("Enrolment")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        enrolment: Enrolment = self.object
        detail = screens.detail(enrolment)
        may_cancel = self.request.user.has_perm("campaigns.cancel_enrolment", enrolment.school)
        traces.note(self.request, traces.Way.PAGE, [traces.Shown(enrolment, user_id=enrolment.teacher_id)])
        return {
            **super().get_context_data(**kwargs),
            **detail,
            "can_cancel": may_cancel and bool(detail["cancel_url"]),
        }


class CancelEnrolment(WagtailAdminTemplateMixin, TemplateView):
    """Say what will follow, then take the class out."""

    template_name = "wagtailadmin/projects/cancel.html"
    page_title = gettext_lazy("Cancel the enrolment")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for the schools office."""
        require(request.user, "campaigns.cancel_enrolment")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def enrolment(self) -> Enrolment:
        """The class to take out."""
        rows = Enrolment.objects.select_related("edition__project", "school")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back to the class and the list."""
        back = reverse("enrolments:inspect", args=[self.enrolment.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("enrolments:index"), "label": _("Enrolments")},
            {"url": back, "label": str(self.enrolment)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the class and the way back."""
        back = reverse("enrolments:inspect", args=[self.enrolment.pk])
        first = Enrolment.objects.waiting().filter(edition=self.enrolment.edition_id).first()
        return {
            **super().get_context_data(**kwargs),
            "enrolment": self.enrolment,
            "back_url": back,
            "next_in_line": first if self.enrolment.state == EnrolmentState.CONFIRMED else None,
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Cancel through the service."""
        try:
            cancel_enrolment(enrolment=self.enrolment, by=request.user)  # type: ignore[arg-type]
        except StepRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The enrolment of %(name)s is cancelled.") % {"name": self.enrolment})
        return redirect("enrolments:inspect", pk)


class EnrolmentViewSet(StaffViewSet):
    """Who takes part. Teachers sign up; the office reads, exports, cancels."""

    model = Enrolment
    # Written by teachers through the services.
    policy = ReadOnlyPolicy
    name = "enrolments"
    url_prefix = "progetti-scuole/adesioni"
    icon = "list-ul"
    menu_hook = menu.SCHOOLS
    menu_label = gettext_lazy("Enrolments")
    menu_order = 3
    empty_text = gettext_lazy(
        "Here are the classes that take part. Teachers sign them up from the project’s page, when an "
        "edition is open."
    )
    exclude_form_fields: list[str] = []
    inspect_view_enabled = True
    search_fields = [
        "class_label",
        "school__name",
        "school__code",
        "edition__project__title",
        "teacher__email",
    ]
    filterset_class = EnrolmentFilterSet
    list_display = [
        BulkActionsCheckboxColumn("bulk_actions", obj_type="enrolment"),
        TitleColumn(
            "class_label",
            label=gettext_lazy("Class"),
            sort_key="class_label",
            get_url=lambda enrolment: reverse("enrolments:inspect", args=[quote(enrolment.pk)]),
            # The tick of a row is named by it.
            get_title_id=lambda enrolment: f"enrolment_{enrolment.pk}_title",
        ),
        Column("school", label=gettext_lazy("School"), sort_key="school__name"),
        Column("edition", label=gettext_lazy("Edition"), sort_key="edition__project__title"),
        Column("pupils", label=gettext_lazy("Pupils"), sort_key="pupils"),
        StatusTagColumn(
            "get_state_display",
            label=gettext_lazy("State"),
            sort_key="state",
            primary=lambda enrolment: enrolment.state == EnrolmentState.CONFIRMED,
        ),
        DateColumn("created_at", label=gettext_lazy("Signed up at"), sort_key="created_at"),
    ]
    list_export = [
        "edition.project",
        "edition.school_year",
        "school.name",
        "school.code",
        "class_label",
        "grade",
        "pupils",
        "get_state_display",
        "teacher",
        "teacher.email",
        "note",
        "created_at",
    ]
    export_headings = {
        "edition.project": gettext_lazy("Project"),
        "edition.school_year": gettext_lazy("School year"),
        "school.name": gettext_lazy("School"),
        "school.code": gettext_lazy("Code"),
        "get_state_display": gettext_lazy("State"),
        "teacher.email": gettext_lazy("E-mail address"),
    }
    export_filename = "adesioni"
    index_view_class = EnrolmentIndexView
    index_template_name = EnrolmentIndexView.template_name
    inspect_view_class = InspectEnrolment
    inspect_template_name = "wagtailadmin/projects/enrolment.html"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add cancelling."""
        return [
            *super().get_urlpatterns(),
            path("cancel/<int:pk>/", self.construct_view(CancelEnrolment), name="cancel"),
        ]


enrolment_viewset = EnrolmentViewSet()
