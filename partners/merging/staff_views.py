"""The office's screens of duplicates: find them, compare them, make one of two, undo it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from partners.organisations.models import Organisation
from partners.organisations.queries import may_see_iban
from partners.organisations.staff_base import OrganisationScreen
from partners.organisations.tax_code import clean_tax_code
from vicinia.accounts.rights.backend import require
from vicinia.core.text import clean_name

from . import services
from .fields import Difference, differences
from .models import MergeRecord
from .queries import like, merge_to_undo, possible_duplicates, what_follows

RIGHT = "partners.merge_organisation"


class DuplicatesView(WagtailAdminTemplateMixin, TemplateView):
    """Groups of bodies that may be one."""

    header_icon = "copy"
    template_name = "wagtailadmin/partners/duplicates.html"
    page_title = gettext_lazy("Possible duplicates")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for who may merge."""
        require(request.user, RIGHT)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organisations:index"), "label": _("Organisations")},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Look for them now."""
        return {**super().get_context_data(**kwargs), "groups": possible_duplicates()}


class MergeView(OrganisationScreen, TemplateView):
    """Choose the other one, then compare field by field; the body of the address is the one that stays."""

    right = RIGHT
    template_name = "wagtailadmin/partners/merge.html"
    page_title = gettext_lazy("Merge")
    header_icon = "copy"

    @cached_property
    def loser(self) -> Organisation | None:
        """The body that goes, by its tax code; None until it is chosen."""
        typed = self.request.POST.get("other") or self.request.GET.get("other") or ""
        code = clean_tax_code(clean_name(typed))
        others = Organisation.objects.living().exclude(pk=self.organisation.pk)
        return others.filter(tax_code=code).first() if code else None

    def choices(self, loser: Organisation) -> list[Difference]:
        """The values to choose between; where payments go is chosen by whom may write it."""
        may_write_iban = may_see_iban(self.request.user, self.organisation)
        found = differences(self.organisation, loser)
        return [each for each in found if each.name != "iban" or may_write_iban]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The candidates, or the comparison."""
        context = {
            **super().get_context_data(**kwargs),
            "loser": self.loser,
            "asked": self.request.GET.get("other", ""),
        }
        if self.loser is None:
            return {**context, "candidates": like(self.organisation)}
        return {
            **context,
            "differences": self.choices(self.loser),
            "following": what_follows(self.loser),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Merge, or say why not."""
        if self.loser is None:
            messages.error(request, _("Choose the other body first."))
            return redirect("organisations:merge", pk)
        names = [each.name for each in self.choices(self.loser)]
        take = [name for name in names if request.POST.get(f"keep-{name}") == "loser"]
        try:
            services.merge_organisations(
                winner=self.organisation,
                loser=self.loser,
                take=take,
                by=request.user,  # type: ignore[arg-type]
            )
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return redirect(f"{reverse('organisations:merge', args=[pk])}?other={self.loser.tax_code}")
        messages.success(
            request,
            _("The two are one body now: «%(name)s». You can undo it from the page of the other one.")
            % {"name": self.organisation.name},
        )
        return redirect("organisations:inspect", pk)


class UndoMergeView(OrganisationScreen, TemplateView):
    """Say what undoing does, then undo."""

    right = RIGHT
    template_name = "wagtailadmin/partners/undo_merge.html"
    page_title = gettext_lazy("Undo the merge")
    header_icon = "copy"
    of_merged = True

    record: MergeRecord

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A body that went nowhere has nothing to undo: back to its page."""
        require(request.user, RIGHT)
        found = merge_to_undo(self.organisation)
        if found is None:
            messages.warning(request, _("This body is merged into no other: there is nothing to undo."))
            return redirect(self.back_url)
        self.record = found
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the two."""
        return {**super().get_context_data(**kwargs), "record": self.record}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Undo, or say what prevents it."""
        try:
            services.undo_merge(record=self.record, by=request.user)  # type: ignore[arg-type]
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("The two bodies are two again, as they were."))
        return redirect("organisations:inspect", pk)
