"""A person asks to be deleted, or changes their mind. It works without JavaScript."""

from __future__ import annotations

from contextlib import suppress
from typing import cast

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vicinia.accounts.models import User
from vicinia.core.state import StepRefused

from . import screens, services
from .queries import waiting_request


@login_required
@never_cache
@require_GET
def deletion(request: HttpRequest) -> HttpResponse:
    """Show what a deletion would do, or the request that waits."""
    return render(request, "personal/deletion.html", screens.page(cast(User, request.user)))


@login_required
@reauthentication_required
@never_cache
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask once more, of whoever has just shown again that it is them."""
    user = cast(User, request.user)
    if request.method == "GET":
        return render(request, "personal/deletion_confirm.html", screens.asking(user))
    try:
        services.ask_erasure(user=user, by=user)
    except services.NotYet as refusal:
        for text in refusal.messages:
            messages.error(request, text)
    else:
        messages.success(request, _("Your request has arrived: we have written to you."))
    return redirect("personal:my_data_deletion")


@login_required
@never_cache
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take the request back; when there is none any more, the page says so."""
    user = cast(User, request.user)
    waiting = waiting_request(user)
    with suppress(StepRefused):
        if waiting:
            services.withdraw_erasure(request=waiting, by=user)
            messages.success(request, _("Your request is withdrawn: everything stays as it was."))
    return redirect("personal:my_data_deletion")
