"""Asking to act for a body, and deciding on it in the body's reserved area."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partners.memberships.access import decides_on_people, membership_or_404
from vicinia.accounts.models import User
from vicinia.core.files.services import FileRefused
from vicinia.core.files.views import stream

from . import screens, services
from .forms import ClaimForm, DecisionForm
from .models import Claim


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest) -> HttpResponse:
    """Ask to act for a body that is here already."""
    user = cast(User, request.user)
    is_sent = request.method == "POST"
    form = ClaimForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        initial={"tax_code": request.GET.get("codice", "")[:40]},
    )
    if is_sent and form.is_valid() and _claim(form, user):
        messages.success(request, _("Your request is with who decides: you get a mail with the answer."))
        return redirect("reserved_area")
    context = screens.claim(form, user)
    return render(request, "partners/claim.html", context, status=422 if form.errors else 200)


def _claim(form: ClaimForm, user: User) -> bool:
    data = dict(form.cleaned_data)
    try:
        services.claim(by=user, upload=data.pop("proof"), **data)
    except FileRefused as refusal:
        form.add_error("proof", str(refusal))
        return False
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, organisation_id: int, claim_id: int) -> HttpResponse:
    """Approve or refuse, as the body's representative."""
    found = _decided_on(request, organisation_id, claim_id)
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and decided(form, found, cast(User, request.user)):
        messages.success(request, _("Decided: %(name)s gets a mail.") % {"name": found.user})
        return redirect("partners:members", organisation_id)
    file_url = reverse("partners:claim_file", args=[organisation_id, claim_id])
    context = screens.decision(found, form, file_url=file_url)
    return render(request, "partners/claim_decide.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@require_safe
def proof(request: HttpRequest, organisation_id: int, claim_id: int) -> HttpResponseBase:
    """Give the document of a request to who decides."""
    found = _decided_on(request, organisation_id, claim_id)
    if found.proof is None:
        raise Http404
    return stream(found.proof)


def decided(form: DecisionForm, claim: Claim, by: User) -> bool:
    """Carry out the decision of a valid form, or leave the refusal on it."""
    try:
        if form.cleaned_data["decision"] == DecisionForm.YES:
            services.approve(claim=claim, by=by)
        else:
            services.refuse(claim=claim, reason=form.cleaned_data["reason"], by=by)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True


def _decided_on(request: HttpRequest, organisation_id: int, claim_id: int) -> Claim:
    own = membership_or_404(request, organisation_id)
    if not decides_on_people(own):
        raise PermissionDenied
    rows = Claim.objects.select_related("organisation", "user", "proof")
    return get_object_or_404(rows, pk=claim_id, organisation_id=organisation_id)
