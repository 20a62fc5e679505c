"""The office writes who holds the offices of a body that told it by phone or on paper."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from partners.organisations.models import Organisation
from partners.organisations.staff_base import OrganisationScreen
from vicinia.accounts.models import User
from vicinia.core import traces

from . import services
from .forms import OfficerForm
from .models import Officer

FORM = "wagtailadmin/partners/officer.html"


def officer_url(officer: Officer) -> str:
    """Return the address of the office's form of an officer."""
    return reverse("organisations:officer", args=[officer.pk])


class OfficerScreen(OrganisationScreen):
    """A screen about one officer: the address says which."""

    right = "partners.change_organisation"
    header_icon = "user"

    @cached_property
    def officer(self) -> Officer:
        """The officer of the address."""
        return get_object_or_404(Officer.objects.select_related("organisation"), pk=self.kwargs["pk"])

    @cached_property
    def organisation(self) -> Organisation:
        """The body of the officer."""
        return self.officer.organisation

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Name the officer; seeing the name leaves a trace."""
        traces.note(self.request, traces.Way.PAGE, [traces.Shown(self.officer, label=self.officer.name)])
        return {**super().get_context_data(**kwargs), "officer": self.officer}


class WritesOfficer(FormView[OfficerForm]):
    """Writes through the service; what it refuses is told on the form, nothing lost."""

    form_class = OfficerForm

    def write(self, form: OfficerForm) -> Officer:
        """Call the service."""
        raise NotImplementedError

    def form_valid(self, form: OfficerForm) -> HttpResponse:
        """Write, or say why not."""
        try:
            officer = self.write(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("%(name)s is noted.") % {"name": officer.name})
        return redirect("organisations:inspect", officer.organisation_id)


class AddOfficer(OrganisationScreen, WritesOfficer):
    """Somebody more."""

    right = "partners.change_organisation"
    template_name = FORM
    page_title = gettext_lazy("Add a person in office")
    header_icon = "user"

    def write(self, form: OfficerForm) -> Officer:
        """Add."""
        by = cast(User, self.request.user)
        return services.add_officer(organisation=self.organisation, by=by, **form.cleaned_data)


class EditOfficer(OfficerScreen, WritesOfficer):
    """A correction, or the last day in office."""

    template_name = FORM
    page_title = gettext_lazy("Change an office")

    def get_form_kwargs(self) -> dict[str, Any]:
        """Start from what is noted."""
        return {**super().get_form_kwargs(), "instance": self.officer}

    def write(self, form: OfficerForm) -> Officer:
        """Change."""
        by = cast(User, self.request.user)
        return services.change_officer(officer=self.officer, by=by, **form.cleaned_data)


class RemoveOfficer(OfficerScreen, TemplateView):
    """Ask, then take away a row noted by mistake."""

    template_name = "wagtailadmin/partners/officer_remove.html"
    page_title = gettext_lazy("Remove an office")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remove through the service."""
        body, name = self.organisation.pk, self.officer.name
        services.remove_officer(officer=self.officer, by=cast(User, request.user))
        messages.success(request, _("«%(name)s» is removed.") % {"name": name})
        return redirect("organisations:inspect", body)
