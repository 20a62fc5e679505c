"""The office's screens of issues, in the menu group "Newsletter"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.admin.utils import quote
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy

from vicinia.core.formats import whole
from vicinia.core.staff import menu
from vicinia.core.staff.viewsets import StaffViewSet

from . import staff_views
from .enums import IssueState
from .models import Issue


def once_started(field: str) -> Callable[[Issue], str]:
    """Show a count only when there is something to count."""
    return lambda issue: whole(getattr(issue, field)) if issue.started_at else ""


class DraftsOnlyPolicy(ModelPermissionPolicy):
    """What has been sent is neither changed nor deleted."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Issue) -> bool:
        """Ask the permission rows, and refuse to touch what is no draft."""
        if action in {"change", "delete"} and instance.state != IssueState.DRAFT:
            return False
        return bool(super().user_has_permission_for_instance(user, action, instance))


class IssueViewSet(StaffViewSet):
    """Drafts and sent issues."""

    model = Issue
    # Sent issues stay as they are.
    policy = DraftsOnlyPolicy
    name = "issues"
    url_prefix = "newsletter/numeri"
    icon = "mail"
    add_to_reference_index = True
    menu_hook = menu.NEWSLETTER
    menu_label = _("Issues")
    menu_order = 10
    empty_text = _(
        "Here are the issues of the newsletter. Write the first one: choose a few pages of the site and "
        "who receives it, then look at the preview."
    )
    inspect_view_enabled = True
    search_fields = ["subject"]
    list_filter = ["state", "topics"]
    add_view_class = staff_views.CreateIssue
    edit_view_class = staff_views.EditIssue
    inspect_view_class = staff_views.InspectIssue
    inspect_template_name = "wagtailadmin/newsletter/issue.html"
    list_display = [
        TitleColumn(
            "subject",
            label=_("Subject"),
            sort_key="subject",
            get_url=lambda issue: reverse("issues:inspect", args=[quote(issue.pk)]),
        ),
        StatusTagColumn(
            "get_state_display",
            label=_("State"),
            sort_key="state",
            primary=lambda issue: issue.state != IssueState.DRAFT,
        ),
        Column(
            "recipients", label=_("Recipients"), sort_key="recipients", accessor=once_started("recipients")
        ),
        Column("sent", label=pgettext_lazy("copies", "Sent"), sort_key="sent", accessor=once_started("sent")),
        DateColumn("started_at", label=_("Sending started"), sort_key="started_at"),
    ]
    list_export = [
        "subject",
        "get_state_display",
        "started_at",
        "finished_at",
        "recipients",
        "sent",
        "failed",
        "clicks",
        "unsubscribed",
    ]
    export_headings = {"get_state_display": _("State"), "clicks": _("Times a link was followed")}
    export_filename = "numeri-newsletter"

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add preview, test, sending."""
        return [
            *super().get_urlpatterns(),
            path("preview/<int:pk>/", self.construct_view(staff_views.PreviewIssue), name="preview"),
            path("preview/<int:pk>/html/", staff_views.preview_html, name="preview_html"),
            path("test/<int:pk>/", staff_views.send_test, name="test"),
            path("send/<int:pk>/", self.construct_view(staff_views.SendIssue), name="send"),
            path("stop/<int:pk>/", staff_views.stop, name="stop"),
            path("resume/<int:pk>/", staff_views.resume, name="resume"),
            path("uncertain/<int:pk>/", staff_views.send_uncertain_again, name="uncertain"),
            path("progress/<int:pk>/", staff_views.progress_fragment, name="progress"),
        ]


issue_viewset = IssueViewSet()
