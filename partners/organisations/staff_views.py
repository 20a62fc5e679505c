"""What the office does with a body: it registers, changes, verifies and suspends through the services."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views import generic

from partners.agreements.staff_screens import of_body
from partners.claims.queries import waiting_claims
from partners.dossier.staff_screens import staff_dossier
from partners.memberships.queries import members_of
from partners.merging.queries import merge_to_undo
from partners.officers.screens import officers_table
from partners.officers.staff_views import officer_url
from partners.timeline.queries import names_in, timeline_of
from partners.timeline.screens import LATEST, latest
from vicinia.core import traces
from vicinia.core.staff.refusals import TellsRefusals
from vicinia.core.state import StepRefused

from . import screens, services, staff_tables
from .enums import OrganisationStatus
from .forms import ProfileForm, ProfileWithIbanForm
from .models import Organisation
from .queries import may_see_iban
from .staff_base import OrganisationScreen


class CreateOrganisation(TellsRefusals, generic.CreateView):
    """The office registers a body that asked by phone or on paper: nobody becomes its member."""

    def save_instance(self) -> Organisation:
        """Write through the service."""
        return services.register_organisation(by=self.request.user, role=None, **self.form.cleaned_data)


class EditOrganisation(TellsRefusals, generic.EditView):
    """The office corrects a body's data."""

    def get_form_class(self) -> type[ProfileForm]:
        """Ask the IBAN of who may read it."""
        return ProfileWithIbanForm if may_see_iban(self.request.user, self.object) else ProfileForm

    def save_instance(self) -> Organisation:
        """Write through the service, which records what changed."""
        values = {name: self.form.cleaned_data[name] for name in self.form.changed_data}
        return services.update_organisation(organisation=self.object, by=self.request.user, **values)

    def get_success_url(self) -> str:
        """Go back to the body's page."""
        return reverse("organisations:inspect", args=[self.object.pk])


class InspectOrganisation(generic.InspectView):
    """A body: its status with what can be done, its data, its people, what happened."""

    page_title = gettext_lazy("Organisation")

    def get_edit_url(self) -> str | None:
        """Nothing is written of a body that went into another."""
        return None if self.object.merged_into_id else super().get_edit_url()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Gather what the page shows."""
        organisation: Organisation = self.object
        members = members_of(organisation)
        officers = organisation.officers.by_office()
        people = [traces.Shown(organisation, user_id=member.user_id) for member in members]
        people += [traces.Shown(officer, label=officer.name) for officer in officers]
        claims = waiting_claims(organisation)
        people += [traces.Shown(claim, user_id=claim.user_id) for claim in claims]
        timeline = timeline_of(organisation, self.request.user)
        if named := names_in(timeline.everything[:LATEST]):
            people.append(traces.Shown(organisation, label=named))
        traces.note(self.request, traces.Way.PAGE, people)
        status = OrganisationStatus(organisation.status)
        has_perm, may_become = self.request.user.has_perm, partial(services.STATUSES.allows, status)
        is_here = status != OrganisationStatus.MERGED
        can_change = is_here and has_perm("partners.change_organisation")
        verifies = is_here and has_perm("partners.verify_organisation")
        return {
            **super().get_context_data(**kwargs),
            "organisation": organisation,
            "badge": screens.badge(organisation),
            "can_verify": verifies and may_become(OrganisationStatus.VERIFIED),
            "can_readmit": verifies and may_become(OrganisationStatus.TO_VERIFY),
            "can_check": verifies,
            "claims": claims,
            "can_merge": has_perm("partners.merge_organisation"),
            "merge": merge_to_undo(organisation),
            "can_suspend": has_perm("partners.suspend_organisation")
            and may_become(OrganisationStatus.SUSPENDED),
            "facts": [
                *screens.identity(organisation),
                *screens.contacts(organisation),
                *screens.payments(organisation, may_see_iban(self.request.user, organisation)),
            ],
            "officers": officers_table(officers, officer_url if can_change else None),
            "can_change": can_change,
            "people": staff_tables.people(members, timezone.localdate()),
            "entries": latest(timeline),
            "agreements": of_body(organisation, self.request.user),
            "dossier": staff_dossier(organisation, self.request.user),
        }


class SuspendForm(forms.Form):
    """Why: the body's people read it."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        help_text=gettext_lazy("The people who act for the body read it in their reserved area."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SuspendOrganisation(OrganisationScreen, FormView[SuspendForm]):
    """Ask the reason, say what follows, suspend."""

    right = "partners.suspend_organisation"
    form_class = SuspendForm
    template_name = "wagtailadmin/partners/suspend.html"
    page_title = gettext_lazy("Suspend")
    header_icon = "warning"

    def form_valid(self, form: Any) -> HttpResponse:
        """Suspend through the service."""
        try:
            services.suspend_organisation(
                organisation=self.organisation,
                reason=form.cleaned_data["reason"],
                by=self.request.user,  # type: ignore[arg-type]
            )
        except ValidationError as refusal:
            form.add_error("reason", refusal)
            return self.form_invalid(form)
        except StepRefused as refusal:
            messages.error(self.request, str(refusal))
        else:
            messages.success(self.request, _("«%(name)s» is suspended.") % {"name": self.organisation.name})
        return redirect("organisations:inspect", self.organisation.pk)


@require_POST
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Verify a body whose checks are done."""
    return _stepped(request, pk, services.verify_organisation)


@require_POST
def readmit(request: HttpRequest, pk: int) -> HttpResponse:
    """End the suspension of a body."""
    return _stepped(request, pk, services.readmit_organisation)


def _stepped(request: HttpRequest, pk: int, step: Callable[..., Organisation]) -> HttpResponse:
    organisation = get_object_or_404(Organisation, pk=pk)
    try:
        changed = step(organisation=organisation, by=request.user)
    except StepRefused as refusal:
        messages.error(request, str(refusal))
    else:
        said = _("«%(name)s» is readmitted and goes back to be verified.")
        if changed.status == OrganisationStatus.VERIFIED:
            said = _("«%(name)s» is verified.")
        messages.success(request, said % {"name": organisation.name})
    return redirect("organisations:inspect", pk)
