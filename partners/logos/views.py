"""A member changes the logo of a body; everybody sees it where the body shows it."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partners.memberships.access import membership_or_404, writable_or_404
from partners.profiles.enums import PublicFieldName
from partners.profiles.queries import listed, showing
from vicinia.accounts.models import User
from vicinia.core.files.services import FileRefused
from vicinia.core.files.views import stream

from . import screens, services
from .forms import LogoForm
from .models import Logo

MAX_AGE_SECONDS = 30 * 24 * 60 * 60


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show the logo, take a new one, or take it away."""
    user = cast(User, request.user)
    organisation = writable_or_404(request, organisation_id)
    if "remove" in request.POST:
        services.remove_logo(organisation=organisation, by=user)
        messages.success(request, _("The body has no logo any more."))
        return redirect("partners:logo", organisation_id)
    is_post = request.method == "POST"
    form = LogoForm(request.POST if is_post else None, request.FILES if is_post else None)
    if is_post and form.is_valid():
        try:
            services.set_logo(organisation=organisation, upload=form.cleaned_data["picture"], by=user)
        except FileRefused as refusal:
            form.add_error("picture", str(refusal))
        else:
            messages.success(request, _("The logo is saved. Whether everybody sees it is up to you."))
            return redirect("partners:logo", organisation_id)
    context = screens.changing(organisation, form)
    return render(request, "partners/logo.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_safe
def own(request: HttpRequest, organisation_id: int) -> HttpResponseBase:
    """Show the logo to the body's people, public or not."""
    organisation = membership_or_404(request, organisation_id).organisation
    logo = get_object_or_404(Logo.objects.select_related("file"), organisation=organisation)
    return stream(logo.file, inline=True)


@require_safe
def public(request: HttpRequest, organisation_id: int, version: str) -> HttpResponseBase:
    """Show the logo to everybody, for a body of the directory that chose to show it."""
    bodies = listed().filter(showing(PublicFieldName.LOGO))
    logo = Logo.objects.select_related("file").filter(organisation__in=bodies, organisation=organisation_id)
    found = logo.first()
    if found is None or found.file_id.hex[:12] != version:
        raise Http404
    response = stream(found.file, inline=True)
    response["Cache-Control"] = f"public, max-age={MAX_AGE_SECONDS}, immutable"
    return response
