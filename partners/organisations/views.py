"""A person registers a body, looks at it, changes its profile."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from partners.memberships.access import membership_or_404, writable_or_404
from partners.merging.queries import destination
from vicinia.accounts.models import User
from vicinia.core.next_page import next_page

from . import screens, services
from .enums import MemberRole, OrganisationStatus
from .forms import ProfileForm, ProfileWithIbanForm, RegisterForm
from .models import Organisation
from .queries import may_see_iban


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Add a body by its tax code and go to its page, or back to who sent the person here."""
    form = RegisterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        organisation = _register(form, cast(User, request.user))
        if organisation:
            messages.success(
                request, _("%(name)s is registered: you can act for it.") % {"name": organisation.name}
            )
            return redirect(next_page(request, reverse("partners:organisation", args=[organisation.pk])))
    context = screens.register(form, next_page(request, ""))
    return render(request, "partners/register.html", context, status=422 if form.errors else 200)


def _register(form: RegisterForm, user: User) -> Organisation | None:
    """Register, or leave the refusal on the form."""
    data: dict[str, Any] = dict(form.cleaned_data)
    role = MemberRole(data.pop("role"))
    try:
        return services.register_organisation(by=user, role=role, **data)
    except services.AlreadyRegistered as refusal:
        form.add_error("tax_code", refusal)
    except ValidationError as refusal:
        form.add_error(None, refusal)
    return None


@login_required
@never_cache
@require_GET
def detail(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show a body to one of its people; one that went into another leads there."""
    gone = Organisation.objects.filter(pk=organisation_id, status=OrganisationStatus.MERGED).first()
    if gone:
        organisation_id = destination(gone).pk
        membership_or_404(request, organisation_id)
        return redirect("partners:organisation", organisation_id)
    membership = membership_or_404(request, organisation_id)
    return render(request, "partners/organisation.html", screens.detail(membership.organisation, membership))


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Change what a body says of itself."""
    organisation, user = writable_or_404(request, organisation_id), cast(User, request.user)
    kind = ProfileWithIbanForm if may_see_iban(user, organisation) else ProfileForm
    form = kind(request.POST or None, instance=organisation)
    form.carry_what_was_read()
    if request.method == "POST" and form.is_valid() and _update(form, organisation, user):
        messages.success(request, _("The data are saved."))
        return redirect("partners:organisation", organisation_id)
    context = screens.edit(organisation, form)
    return render(request, "partners/edit.html", context, status=422 if form.errors else 200)


def _update(form: ProfileForm, organisation: Organisation, user: User) -> bool:
    changed = {name: form.cleaned_data[name] for name in form.changed_data}
    try:
        services.update_organisation(organisation=organisation, by=user, **changed)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True
