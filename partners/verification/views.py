"""The body reads the office's questions and answers."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partners.memberships.access import membership_or_404
from partners.organisations.models import Organisation
from partners.organisations.queries import can_apply_for
from vicinia.accounts.models import User

from . import screens, services
from .forms import MessageForm


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show the messages; write one to the office."""
    own = membership_or_404(request, organisation_id)
    user = cast(User, request.user)
    may_write = can_apply_for(user, own.organisation)
    form = MessageForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        if form.is_valid() and _answer(form, own.organisation, user):
            messages.success(request, _("Your message is with the office."))
            return redirect("partners:messages", organisation_id)
    context = screens.messages(own, form, may_write=may_write)
    return render(request, "partners/messages.html", context, status=422 if form.errors else 200)


def _answer(form: MessageForm, organisation: Organisation, user: User) -> bool:
    """Send the answer, or leave the refusal on the form."""
    try:
        services.answer(organisation=organisation, text=form.cleaned_data["text"], by=user)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True
