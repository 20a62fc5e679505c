"""Where an editor reads why a page waits, and who publishes says why it cannot."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from vicinia.core.clock import database_day
from vicinia.core.personal_data_forms import ReasonForm

from .models import ElectionSilence
from .queries import silence_for, silence_on
from .services import LIFT, call_indispensable, day_after


class SilenceView(WagtailAdminTemplateMixin, FormView[ReasonForm]):
    """A page that a silence keeps in."""

    template_name = "wagtailadmin/vicinia/page_in_silence.html"
    page_title = gettext_lazy("Election silence")
    header_icon = "calendar-check"
    form_class = ReasonForm

    @cached_property
    def page(self) -> Page:
        """The page as last saved."""
        return get_object_or_404(Page, pk=self.kwargs["pk"]).get_latest_revision_as_object()

    @cached_property
    def silence(self) -> ElectionSilence:
        """The silence in force; without one this screen is not there."""
        found = silence_on(database_day())
        if found is None:
            raise Http404
        return found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for who may write the page."""
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        if silence_on(database_day()) is None:
            messages.info(request, _("There is no election silence now: publish the page as always."))
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the page to this screen."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        back = {"url": edit, "label": self.page.get_admin_display_title()}
        return [*self.breadcrumbs_items, back, {"url": "", "label": str(self.page_title)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The silence and what this person may do about it."""
        return {
            **super().get_context_data(**kwargs),
            "page": self.page,
            "silence": self.silence,
            "back_on": day_after(self.silence),
            "is_kept": silence_for(self.page, database_day()) is not None,
            "may_lift": self.request.user.has_perm(LIFT),
        }

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        """Note the reason; publishing stays a gesture of its own, with the checks of every page."""
        call_indispensable(
            page=self.page,
            silence=self.silence,
            reason=form.cleaned_data["reason"],
            by=self.request.user,  # type: ignore[arg-type]
        )
        messages.success(self.request, _("Noted. Now the page can go out: press «Publish»."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)
