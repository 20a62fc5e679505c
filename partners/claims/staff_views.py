"""The office decides on a request to act for a body."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import FormView
from wagtail.admin import messages

from partners.organisations.models import Organisation
from partners.organisations.staff_base import OrganisationScreen
from vicinia.accounts.rights.backend import require
from vicinia.core import traces
from vicinia.core.files.views import stream

from . import screens
from .enums import ClaimState
from .forms import DecisionForm
from .models import Claim
from .views import decided


def shown(claim: Claim) -> traces.Shown:
    """What the trace says of a request: whose it is."""
    return traces.Shown(claim, user_id=claim.user_id)


class DecideClaim(OrganisationScreen, FormView[DecisionForm]):
    """The request, the document, yes or no."""

    right = "partners.verify_organisation"
    form_class = DecisionForm
    template_name = "wagtailadmin/partners/claim.html"
    page_title = gettext_lazy("Request to act for a body")
    header_icon = "user"

    @cached_property
    def claim(self) -> Claim:
        """The request."""
        rows = Claim.objects.select_related("organisation", "user", "proof")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def organisation(self) -> Organisation:
        """The body that it is about: the address says the request."""
        return self.claim.organisation

    def get_page_subtitle(self) -> str:
        """Name the person."""
        return str(self.claim.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is known of the request."""
        traces.note(self.request, traces.Way.PAGE, [shown(self.claim)])
        file_url = reverse("organisations:claim_file", args=[self.claim.pk])
        return {
            **super().get_context_data(**kwargs),
            "claim": self.claim,
            "facts": screens.facts(self.claim, file_url=file_url),
            "is_waiting": self.claim.state == ClaimState.PENDING,
        }

    def form_valid(self, form: DecisionForm) -> HttpResponse:
        """Decide through the services."""
        if not decided(form, self.claim, self.request.user):  # type: ignore[arg-type]
            return self.form_invalid(form)
        messages.success(self.request, _("Decided: %(name)s gets a mail.") % {"name": self.claim.user})
        return redirect("organisations:inspect", self.claim.organisation_id)


@require_safe
def proof(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give the document of a request to the office."""
    require(request.user, "partners.verify_organisation")
    claim = get_object_or_404(Claim.objects.select_related("proof"), pk=pk)
    if claim.proof is None:
        messages.warning(request, _("This person attached no document."))
        return redirect("organisations:claim", pk)
    traces.note(request, traces.Way.FILE, [shown(claim)])
    return stream(claim.proof)
