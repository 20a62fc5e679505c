"""The screens of a page's quality: live in the editor, and before it goes out with faults."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.preview import PreviewOnCreate, PreviewOnEdit
from wagtail.models import Page

from vicinia.core.pages.base import BasePage
from vicinia.core.personal_data_forms import ReasonForm
from vicinia.core.silence.gate import refuse_in_silence

from .inspection import inspect_page
from .services import OVERRIDE, publish_despite

FRAGMENT = "wagtailadmin/vicinia/quality_report.html"


class _Live:
    """Reads the form as it is being written; nothing is saved."""

    request: HttpRequest
    object: Page
    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say what is wrong; with a form that cannot be read, say to mend its fields first."""
        form = self.get_form(request.POST)  # type: ignore[attr-defined]
        if not self.validate_form(form):  # type: ignore[attr-defined]
            return render(request, FRAGMENT, {"is_unreadable": True})
        page = form.save(commit=False)
        if not isinstance(page, BasePage):
            return render(request, FRAGMENT, {})
        return render(request, FRAGMENT, {"report": inspect_page(page, request)})


class LiveOnEdit(_Live, PreviewOnEdit):
    """Of a page that is there."""


class LiveOnCreate(_Live, PreviewOnCreate):
    """Of a page not saved yet."""


class FaultsView(WagtailAdminTemplateMixin, FormView[ReasonForm]):
    """What keeps a page from going out, and the way out for who may decide."""

    template_name = "wagtailadmin/vicinia/page_faults.html"
    page_title = gettext_lazy("Not published yet")
    header_icon = "warning"
    form_class = ReasonForm

    @cached_property
    def page(self) -> Page:
        """The page as last saved."""
        found = get_object_or_404(Page, pk=self.kwargs["pk"])
        return found.get_latest_revision_as_object()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for who may write the page."""
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def may_override(self) -> bool:
        """Whether this person may publish all the same."""
        user = self.request.user
        return bool(user.has_perm(OVERRIDE) and self.page.permissions_for_user(user).can_publish())

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the page to this screen."""
        back = {
            "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            "label": self.page.get_admin_display_title(),
        }
        return [*self.breadcrumbs_items, back, {"url": "", "label": str(self.page_title)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The report of the page as it is now."""
        return {
            **super().get_context_data(**kwargs),
            "page": self.page,
            "report": inspect_page(self.page, self.request),
            "may_override": self.may_override,
        }

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        """Publish all the same."""
        if not self.may_override:
            raise PermissionDenied
        if refusal := refuse_in_silence(self.request, self.page):
            return refusal
        report = inspect_page(self.page, self.request)
        publish_despite(
            page=self.page,
            faults=report.blocking,
            reason=form.cleaned_data["reason"],
            by=self.request.user,  # type: ignore[arg-type]
        )
        messages.success(
            self.request,
            _("«%(title)s» is published. Your reason is in the trail.") % {"title": self.page.title},
        )
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)
