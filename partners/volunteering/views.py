"""A member publishes notices for volunteers and takes them off."""

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

from partners.memberships.access import writable_or_404
from vicinia.accounts.models import User

from . import screens
from .forms import NoticeForm
from .models import VolunteerNotice
from .services import publish_notice, withdraw_notice


@login_required
@never_cache
@require_GET
def notices(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """List the body's notices."""
    organisation = writable_or_404(request, organisation_id)
    return render(request, "partners/notices.html", screens.notices(organisation))


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Publish a notice."""
    organisation = writable_or_404(request, organisation_id)
    form = NoticeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            publish_notice(organisation=organisation, by=cast(User, request.user), **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The notice is published: it goes away by itself when it expires."))
            return redirect("partners:notices", organisation_id)
    context = screens.notice_form(organisation, form)
    return render(request, "partners/notice_form.html", context, status=422 if form.errors else 200)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, organisation_id: int, notice_id: int) -> HttpResponse:
    """Ask, then take the notice off."""
    organisation = writable_or_404(request, organisation_id)
    notice = get_object_or_404(
        VolunteerNotice.objects.select_related("organisation"), pk=notice_id, organisation=organisation
    )
    if request.method == "POST":
        withdraw_notice(notice=notice, by=cast(User, request.user))
        messages.success(request, _("The notice is off."))
        return redirect("partners:notices", organisation_id)
    return render(request, "partners/notice_withdraw.html", screens.notice_withdrawal(notice))
