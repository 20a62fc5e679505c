"""What the office's screens of one body have alike: a right, the body, the way to them and back."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from vicinia.accounts.rights.backend import require

from .models import Organisation


class OrganisationScreen(WagtailAdminTemplateMixin, View):
    """A screen about the body of the address; put it before Django's view. `right` says who opens it.

    One that reads, or undoes, is `of_merged` bodies too: of one that went into another nothing is written.
    """

    right: ClassVar[str]
    of_merged: ClassVar[bool] = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for who has the right."""
        require(request.user, self.right)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def organisation(self) -> Organisation:
        """The body of the address."""
        bodies = Organisation.objects.all() if self.of_merged else Organisation.objects.living()
        return get_object_or_404(bodies, pk=self.kwargs["pk"])

    @property
    def back_url(self) -> str:
        """The office's page of the body."""
        return reverse("organisations:inspect", args=[self.organisation.pk])

    def get_page_subtitle(self) -> str:
        """Name the body."""
        return self.organisation.name

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list of bodies to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organisations:index"), "label": _("Organisations")},
            {"url": self.back_url, "label": self.organisation.name},
            {"url": "", "label": str(self.page_title), "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the body and the way back."""
        return {
            **super().get_context_data(**kwargs),
            "organisation": self.organisation,
            "back_url": self.back_url,
        }
