"""The administrator lets a person in again who has lost telephone, passkeys and recovery codes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.accounts.models import User
from vicinia.accounts.rights.backend import require
from vicinia.accounts.security.queries import has_factors
from vicinia.accounts.security.services import remove_factors
from vicinia.core import traces

from .queries import office_people


class RemoveFactors(WagtailAdminTemplateMixin, TemplateView):
    """Say what follows and what to make sure of, then take the factors away."""

    template_name = "wagtailadmin/vicinia/remove_factors.html"
    page_title = gettext_lazy("Lost the second step")
    header_icon = "key"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for administrators; who has no second step, or looks at their own, is led on."""
        require(request.user, "accounts.manage_user")
        if self.person.pk == request.user.pk:
            messages.warning(request, _("Your own second step is changed in “Security of your sign-in”."))
            return redirect(self.back_url)
        if not has_factors(self.person):
            messages.warning(request, _("This person has no second step: there is nothing to take away."))
            return redirect(self.back_url)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def person(self) -> User:
        """The person of the office."""
        return get_object_or_404(office_people(), pk=self.kwargs["pk"])

    @property
    def back_url(self) -> str:
        """Where the person's data are."""
        return reverse("office_people:edit", args=[self.person.pk])

    def get_page_subtitle(self) -> str:
        """Name the person."""
        return str(self.person)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("office_people:index"), "label": _("People of the office")},
            {"url": self.back_url, "label": str(self.person)},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the person and the way back; seeing the address leaves a trace."""
        traces.note(self.request, traces.Way.PAGE, [traces.Shown(self.person, user_id=self.person.pk)])
        return {**super().get_context_data(**kwargs), "person": self.person, "back_url": self.back_url}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take them away: the person is signed out everywhere and gets a mail."""
        remove_factors(user=self.person, by=request.user)  # type: ignore[arg-type]
        messages.success(
            request,
            _("The second step of %(name)s is taken away, and a mail has told it.") % {"name": self.person},
        )
        return redirect(self.back_url)
