"""The office's screens of duplicates: find them, compare them, make one of two, undo it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from partners.organisations.models import Organisation
from partners.organisations.tax_code import clean_tax_code
from vicinia.accounts.rights.backend import require

from . import services
from .fields import CHOSEN, differences
from .models import MergeRecord
from .queries import like, living, merge_to_undo, possible_duplicates, what_follows


class OfficeScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen for who merges bodies."""

    header_icon = "copy"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who may merge."""
        require(request.user, "partners.merge_organisation")
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way from the list to this page."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("organisations:index"), "label": _("Organisations")},
            {"url": "", "label": str(self.page_title)},
        ]


class DuplicatesView(OfficeScreen):
    """Groups of bodies that may be one."""

    template_name = "wagtailadmin/partners/duplicates.html"
    page_title = gettext_lazy("Possible duplicates")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Look for them now."""
        return {**super().get_context_data(**kwargs), "groups": possible_duplicates()}


class MergeView(OfficeScreen):
    """Choose the other one, then compare field by field; the body of the address is the one that stays."""

    template_name = "wagtailadmin/partners/merge.html"
    page_title = gettext_lazy("Merge")

    @cached_property
    def winner(self) -> Organisation:
        """The body that stays."""
        return get_object_or_404(living(), pk=self.kwargs["pk"])

    @cached_property
    def loser(self) -> Organisation | None:
        """The body that goes, by its tax code; None until it is chosen."""
        code = clean_tax_code(self.request.POST.get("other") or self.request.GET.get("other") or "")
        return living().exclude(pk=self.winner.pk).filter(tax_code=code).first() if code else None

    def get_page_subtitle(self) -> str:
        """Name the body that stays."""
        return self.winner.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The candidates, or the comparison."""
        context = {
            **super().get_context_data(**kwargs),
            "winner": self.winner,
            "loser": self.loser,
            "asked": self.request.GET.get("other", ""),
        }
        if self.loser is None:
            return {**context, "candidates": like(self.winner)}
        return {
            **context,
            "differences": differences(self.winner, self.loser),
            "following": what_follows(self.loser),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Merge, or say why not."""
        if self.loser is None:
            messages.error(request, _("Choose the other body first."))
            return redirect("organisations:merge", pk)
        take = [name for name in CHOSEN if request.POST.get(f"keep-{name}") == "loser"]
        try:
            services.merge_organisations(
                winner=self.winner,
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
            % {"name": self.winner.name},
        )
        return redirect("organisations:inspect", pk)


class UndoMergeView(OfficeScreen):
    """Say what undoing does, then undo."""

    template_name = "wagtailadmin/partners/undo_merge.html"
    page_title = gettext_lazy("Undo the merge")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """A body that went nowhere has nothing to undo: back to its page."""
        require(request.user, "partners.merge_organisation")
        found = merge_to_undo(get_object_or_404(Organisation, pk=self.kwargs["pk"]))
        if found is None:
            messages.warning(request, _("This body is merged into no other: there is nothing to undo."))
            return redirect("organisations:inspect", self.kwargs["pk"])
        self.record: MergeRecord = found
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
