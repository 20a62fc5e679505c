"""The body reads the office's questions and answers."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partners.memberships.access import membership_or_404
from vicinia.accounts.models import User
from vicinia.accounts.rights.standings import may_as_one_of_its_own

from . import screens, services
from .forms import MessageForm


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show the messages; write one to the office."""
    own = membership_or_404(request, organisation_id)
    user = cast(User, request.user)
    may_write = may_as_one_of_its_own(user, "partners.act_organisation", own.organisation)
    form = MessageForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        if form.is_valid():
            services.answer(organisation=own.organisation, text=form.cleaned_data["text"], by=user)
            messages.success(request, _("Your message is with the office."))
            return redirect("partners:messages", organisation_id)
    context = screens.messages(own, form, may_write=may_write)
    return render(request, "partners/messages.html", context, status=422 if form.errors else 200)
