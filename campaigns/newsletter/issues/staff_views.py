"""Composing, previewing, sending and following an issue."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.accounts.rights.backend import require
from vicinia.core.state import StepRefused

from . import rendering, screens, services
from .models import Issue
from .queries import count_recipients

PERMISSION = "campaigns.change_issue"


class CreateIssue(generic.CreateView):
    """Write a draft."""

    def save_instance(self) -> Issue:
        """Write through the service."""
        return services.save_draft(issue=self.form.save(commit=False), by=self.request.user)

    def get_success_url(self) -> str:
        """Go to the issue's own screen, where it is previewed and sent."""
        return reverse("issues:inspect", args=[self.object.pk])


class EditIssue(generic.EditView):
    """Change a draft."""

    def save_instance(self) -> Issue:
        """Write through the service, which refuses what is no draft any more."""
        return services.save_draft(issue=self.form.save(commit=False), by=self.request.user)

    def get_success_url(self) -> str:
        """Go back to the issue's own screen."""
        return reverse("issues:inspect", args=[self.object.pk])


class InspectIssue(generic.InspectView):
    """An issue: where it stands, what can be done, how it goes."""

    page_title = gettext_lazy("Newsletter issue")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        return {
            **super().get_context_data(**kwargs),
            **screens.issue(self.object, may_write=self.request.user.has_perm(PERMISSION)),
        }


class IssueScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen about one issue, for those who write issues."""

    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who writes issues."""
        require(request.user, PERMISSION)
        self.issue = get_object_or_404(Issue, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Name the issue."""
        return self.issue.subject

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The way back to the issue and the list."""
        back = reverse("issues:inspect", args=[self.issue.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("issues:index"), "label": _("Issues")},
            {"url": back, "label": self.issue.subject},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the issue and the way back."""
        back = reverse("issues:inspect", args=[self.issue.pk])
        return {**super().get_context_data(**kwargs), "issue": self.issue, "back_url": back}


class PreviewIssue(IssueScreen):
    """The message as mail programs show it: with images and as plain text."""

    template_name = "wagtailadmin/newsletter/preview.html"
    page_title = gettext_lazy("Preview")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Render as it would go out now."""
        words = rendering.preview(self.issue)
        return {**super().get_context_data(**kwargs), "words": words}


class SendIssue(IssueScreen):
    """Say to how many it goes, then send."""

    template_name = "wagtailadmin/newsletter/send.html"
    page_title = gettext_lazy("Send")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Count now."""
        return {
            **super().get_context_data(**kwargs),
            "recipients": count_recipients(self.issue),
            "topics": self.issue.topics.all(),
            "pages": len(rendering.live_items(self.issue)),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send, or say why not."""
        try:
            services.send_issue(issue_id=pk, by=request.user)  # type: ignore[arg-type]
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        except StepRefused as refusal:
            messages.error(request, str(refusal))
        return redirect("issues:inspect", pk)


@require_GET
@xframe_options_sameorigin
def preview_html(request: HttpRequest, pk: int) -> HttpResponse:
    """The HTML part alone, for the preview's frame."""
    return HttpResponse(rendering.preview(_issue(request, pk)).html)


@require_GET
def progress_fragment(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the sending is: asked again and again by the issue's screen."""
    require(request.user, "campaigns.view_issue")
    issue = get_object_or_404(Issue, pk=pk)
    context = screens.issue(issue, may_write=request.user.has_perm(PERMISSION))
    return render(request, "wagtailadmin/newsletter/progress.html", context)


@require_POST
def send_test(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a test copy to whoever asks."""
    issue = _issue(request, pk)
    services.send_test(issue=issue, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("A test copy is on its way to %(email)s.") % {"email": request.user.email})  # type: ignore[union-attr]
    return redirect("issues:inspect", pk)


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop the sending."""
    issue = _issue(request, pk)
    try:
        services.stop_issue(issue_id=issue.pk, by=request.user)  # type: ignore[arg-type]
    except StepRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("issues:inspect", pk)


@require_POST
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with the sending."""
    issue = _issue(request, pk)
    try:
        services.resume_issue(issue_id=issue.pk, by=request.user)  # type: ignore[arg-type]
    except StepRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("issues:inspect", pk)


@require_POST
def send_uncertain_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send again the copies of which nobody knows whether they arrived."""
    issue = _issue(request, pk)
    count = services.send_uncertain_again(issue_id=issue.pk, by=request.user)  # type: ignore[arg-type]
    if not count:
        messages.warning(request, _("Wait two minutes: the answer may still come."))
    return redirect("issues:inspect", pk)


def _issue(request: HttpRequest, pk: int) -> Issue:
    require(request.user, PERMISSION)
    return get_object_or_404(Issue, pk=pk)
