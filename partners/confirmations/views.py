"""A member reads the body's data again and confirms them."""

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
from partners.organisations import screens as organisations
from partners.organisations.queries import may_see_iban
from vicinia.accounts.models import User

from . import screens
from .services import NotDue, confirm_data


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show all the data of the body; a press confirms them for this year."""
    user = cast(User, request.user)
    organisation = writable_or_404(request, organisation_id)
    if request.method == "POST":
        try:
            confirmation = confirm_data(organisation=organisation, by=user)
        except NotDue as refusal:
            messages.info(request, str(refusal))
        else:
            thanks = _("Thank you: the data of %(name)s are confirmed for %(year)d.")
            messages.success(request, thanks % {"name": organisation.name, "year": confirmation.year})
        return redirect("partners:organisation", organisation_id)
    context = {
        **screens.confirming(organisation),
        "facts": [
            *organisations.identity(organisation),
            *organisations.contacts(organisation),
            *organisations.payments(organisation, may_see_iban(user, organisation)),
            *organisations.in_office(organisation),
        ],
    }
    return render(request, "partners/confirmation.html", context)
