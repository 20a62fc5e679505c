"""The office's screens of imports: one entry of the menu for all that can be imported."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.permission_policies.base import BasePermissionPolicy

from vicinia.core.formats import whole
from vicinia.core.imports.importable import importable_by, importables
from vicinia.core.staff.viewsets import StaffViewSet

from . import actions, staff_views
from .enums import MOVING, RunState
from .models import ImportRun


class ImportPolicy(BasePermissionPolicy):
    """Who may import something sees the imports of that and starts others; nobody changes or deletes one."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Ask what the person may import."""
        return action in {"view", "add"} and bool(importable_by(user))

    def users_with_any_permission(self, actions: Any) -> Any:
        """Not asked of records without owners."""
        raise NotImplementedError


class ImportFilterSet(WagtailFilterSet):
    """What the office asks of the list."""

    kind = ChoiceFilter(
        label=_("What is imported"), choices=lambda: [(key, each.title) for key, each in importables.items()]
    )

    class Meta:
        model = ImportRun
        fields = ["kind", "state"]


class ImportRunViewSet(StaffViewSet):
    """Past imports and the way to start one."""

    model = ImportRun
    # Whoever may import something.
    policy = ImportPolicy
    name = "imports"
    url_prefix = "importazioni"
    icon = "upload"
    add_to_admin_menu = True
    menu_label = _("Imports")
    menu_order = 650
    empty_text = _(
        "Here are the files that the office has imported, with what each one changed. Start the first: you "
        "choose the file, say which column is which and look at what would change before anything is written."
    )
    form_fields: list[str] = []
    search_fields = ["file_name"]
    filterset_class = ImportFilterSet
    index_view_class = staff_views.ListImports
    ordering = ["-created_at", "-pk"]
    list_display = [
        TitleColumn(
            "file_name",
            label=_("File"),
            sort_key="file_name",
            get_url=lambda run: reverse("imports:inspect", args=[quote(run.pk)]),
        ),
        Column("kind", label=_("What is imported"), accessor=lambda run: importables[run.kind].title),
        StatusTagColumn(
            "get_state_display",
            label=_("State"),
            sort_key="state",
            primary=lambda run: run.state in {*MOVING, RunState.CHECKED},
        ),
        Column("created", label=pgettext_lazy("rows", "New"), accessor=lambda run: whole(run.created)),
        Column("changed", label=pgettext_lazy("rows", "Changed"), accessor=lambda run: whole(run.changed)),
        Column("refused", label=pgettext_lazy("rows", "Refused"), accessor=lambda run: whole(run.refused)),
        Column("by", label=_("By")),
        DateColumn("created_at", label=_("Received at"), sort_key="created_at"),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list, the steps of an import, its files."""
        view = self.construct_view
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", view(staff_views.ChooseImport), name="add"),
            path("new/<str:kind>/", view(staff_views.UploadFile), name="upload"),
            path("new/<str:kind>/model/", actions.model_file, name="model"),
            path("<int:pk>/", view(staff_views.InspectImport), name="inspect"),
            path("<int:pk>/columns/", view(staff_views.MatchColumns), name="columns"),
            path("<int:pk>/differences/", view(staff_views.Differences), name="differences"),
            path("<int:pk>/problems/", view(staff_views.Problems), name="problems"),
            path("<int:pk>/errors/", actions.error_file, name="errors"),
            path("<int:pk>/file/", actions.original_file, name="file"),
            path("<int:pk>/progress/", actions.progress_fragment, name="progress"),
            path("<int:pk>/confirm/", actions.confirm, name="confirm"),
            path("<int:pk>/cancel/", actions.cancel, name="cancel"),
            path("<int:pk>/again/", actions.check_again, name="again"),
        ]


import_run_viewset = ImportRunViewSet()
