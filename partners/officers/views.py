"""A member says who holds the offices of a body."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from partners.memberships.access import membership_or_404, writable_or_404
from partners.organisations.queries import can_apply_for
from vicinia.accounts.models import User

from . import screens, services
from .forms import OfficerForm
from .models import Officer


@login_required
@never_cache
@require_GET
def officers(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """List who holds and held the offices."""
    organisation = membership_or_404(request, organisation_id).organisation
    may_edit = can_apply_for(request.user, organisation)
    return render(request, "partners/officers.html", screens.office_holders(organisation, may_edit=may_edit))


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Note a person in office."""
    organisation = writable_or_404(request, organisation_id)
    form = OfficerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            officer = services.add_officer(
                organisation=organisation, by=cast(User, request.user), **form.cleaned_data
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("%(name)s is noted.") % {"name": officer.name})
            return redirect("partners:officers", organisation_id)
    context = screens.office_form(organisation, form)
    return render(request, "partners/officer_form.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, organisation_id: int, officer_id: int) -> HttpResponse:
    """Correct an officer, or write the last day in office."""
    organisation = writable_or_404(request, organisation_id)
    officer = get_object_or_404(Officer, pk=officer_id, organisation=organisation)
    form = OfficerForm(request.POST or None, instance=officer)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_officer(officer=officer, by=cast(User, request.user), **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The data are saved."))
            return redirect("partners:officers", organisation_id)
    context = screens.office_form(organisation, form, officer)
    return render(request, "partners/officer_form.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, organisation_id: int, officer_id: int) -> HttpResponse:
    """Ask, then take away a row noted by mistake."""
    organisation = writable_or_404(request, organisation_id)
    officer = get_object_or_404(
        Officer.objects.select_related("organisation"), pk=officer_id, organisation=organisation
    )
    if request.method == "POST":
        services.remove_officer(officer=officer, by=cast(User, request.user))
        messages.success(request, _("«%(name)s» is removed.") % {"name": officer.name})
        return redirect("partners:officers", organisation_id)
    return render(request, "partners/officer_remove.html", screens.office_removal(officer))
