"""Inviting a person, and what the invited person sees."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.memberships.access import decides_on_people, may_invite, membership_or_404
from partners.organisations.enums import MemberRole
from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.core.clock import database_now

from . import screens, services
from .enums import InvitationState
from .forms import InviteForm
from .models import Invitation
from .queries import invitation_of_link, invitations_to


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Ask whom, and send the mail."""
    own = membership_or_404(request, organisation_id)
    roles = [role.value for role in MemberRole if may_invite(own, role)]
    if not roles:
        raise PermissionDenied
    form = InviteForm(request.POST or None, roles=roles)
    if request.method == "POST" and form.is_valid():
        invitation = _invite(form, own.organisation, cast(User, request.user))
        if invitation:
            messages.success(
                request, _("The invitation is on its way to %(email)s.") % {"email": invitation.email}
            )
            return redirect("partners:members", organisation_id)
    context = screens.invite(own.organisation, form)
    return render(request, "partners/member_invite.html", context, status=422 if form.errors else 200)


def _invite(form: InviteForm, organisation: Organisation, by: User) -> Invitation | None:
    data = form.cleaned_data
    try:
        return services.invite(
            organisation=organisation, email=data["email"], role=MemberRole(data["role"]), by=by
        )
    except ValidationError as refusal:
        form.add_error("email", refusal)
    return None


@never_cache
@login_required
@require_POST
def send_again(request: HttpRequest, organisation_id: int, invitation_id: int) -> HttpResponse:
    """Send a new link to the same address."""
    invitation = _decided_on(request, organisation_id, invitation_id)
    try:
        services.send_again(invitation=invitation, by=cast(User, request.user))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    else:
        messages.success(
            request,
            _("A new mail is on its way to %(email)s; the link of the old one no longer works.")
            % {"email": invitation.email},
        )
    return redirect("partners:members", organisation_id)


@never_cache
@login_required
@require_POST
def revoke(request: HttpRequest, organisation_id: int, invitation_id: int) -> HttpResponse:
    """Withdraw an invitation: a new one is made in a moment, so nobody is asked twice."""
    invitation = _decided_on(request, organisation_id, invitation_id)
    try:
        services.revoke(invitation=invitation, by=cast(User, request.user))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    else:
        messages.success(
            request, _("The invitation to %(email)s is withdrawn.") % {"email": invitation.email}
        )
    return redirect("partners:members", organisation_id)


def _decided_on(request: HttpRequest, organisation_id: int, invitation_id: int) -> Invitation:
    own = membership_or_404(request, organisation_id)
    if not decides_on_people(own):
        raise PermissionDenied
    return get_object_or_404(Invitation, pk=invitation_id, organisation_id=organisation_id)


@never_cache
@require_safe
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Where the mail leads; opening it changes nothing, since mail programs open links by themselves."""
    invitation = invitation_of_link(token)
    state = invitation.state_at(database_now()) if invitation else None
    if invitation is None or state != InvitationState.PENDING:
        # What it was for is told to nobody: the link may have been forwarded.
        reason = state or "unknown"
        return render(request, "partners/invitation_ended.html", {"reason": reason}, status=410)
    if not request.user.is_authenticated:
        return render(request, "partners/invitation_sign_in.html", {"next": request.path})
    if not invitations_to(request.user).filter(pk=invitation.pk).exists():
        return render(request, "partners/invitation_other.html", status=403)
    return redirect("partners:invitation", invitation.pk)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Show an invitation to whom it was sent, and accept it."""
    user = cast(User, request.user)
    rows = invitations_to(user).select_related("organisation", "invited_by")
    invitation = get_object_or_404(rows, pk=invitation_id)
    state = invitation.state_at(database_now())
    if state != InvitationState.PENDING:
        return render(request, "partners/invitation_ended.html", {"reason": state}, status=410)
    refusal = ""
    if request.method == "POST":
        try:
            services.accept(invitation=invitation, by=user)
        except ValidationError as error:
            refusal = error.messages[0]
        else:
            messages.success(
                request, _("Welcome: you act for %(name)s now.") % {"name": invitation.organisation.name}
            )
            return redirect("partners:organisation", invitation.organisation_id)
    return render(
        request,
        "partners/invitation.html",
        screens.answer(invitation, refusal),
        status=422 if refusal else 200,
    )
