"""A member chooses what everybody may read."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partners.memberships.access import writable_or_404
from vicinia.accounts.models import User

from . import screens
from .enums import PublicFieldName
from .queries import public_profile
from .services import choose_public_fields


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show the parts with their values; `save` keeps the choice, `preview` only shows it."""
    user = cast(User, request.user)
    organisation = writable_or_404(request, organisation_id)
    if request.method == "POST":
        chosen = set(request.POST.getlist("fields")) & set(PublicFieldName.values)
        if "preview" not in request.POST:
            choose_public_fields(organisation=organisation, names=chosen, by=user)
            messages.success(request, _saved(len(chosen)))
            return redirect("partners:public_profile", organisation_id)
    else:
        chosen = {each.name for each in organisation.public_fields.all()}
    context = screens.choosing(organisation, public_profile(organisation, chosen), chosen)
    return render(request, "partners/public_profile.html", context)


def _saved(count: int) -> str:
    if count:
        return _("The choice is saved: everybody reads what you ticked, and nothing else.")
    return _("The choice is saved: the body is not in the directory.")
