"""The people of a body, in its reserved area."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partners.dossier.models import DossierVersion
from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership
from vicinia.accounts.models import User
from vicinia.core.clock import database_day, database_now

from . import screens, services
from .access import decides_on_people, membership_or_404
from .forms import RoleForm
from .mandates import mandates_to_give, named


@never_cache
@login_required
@require_safe
def people(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """List who acts for the body and who was invited."""
    own = membership_or_404(request, organisation_id)
    return render(request, "partners/members.html", screens.people(own, database_now()))


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, organisation_id: int, membership_id: int) -> HttpResponse:
    """Change what a person may do."""
    own, membership = _decided_on(request, organisation_id, membership_id)
    is_oneself = own.pk == membership.pk
    mandates = {each.pk: each for each in mandates_to_give(membership, database_day())}
    form = RoleForm(
        request.POST or None,
        is_oneself=is_oneself,
        mandates={key: named(mandate) for key, mandate in mandates.items()},
        initial={"role": membership.role, "mandate": membership.mandate_id},
    )
    by = cast(User, request.user)
    if request.method == "POST" and form.is_valid() and _change(form, membership, mandates, by):
        messages.success(request, _("What %(name)s may do is saved.") % {"name": membership.user})
        return redirect("partners:members", organisation_id)
    context = screens.member(membership, form, own=own)
    return render(request, "partners/member.html", context, status=422 if form.errors else 200)


def _change(form: RoleForm, membership: Membership, mandates: Mapping[int, DossierVersion], by: User) -> bool:
    wanted = form.cleaned_data
    try:
        with transaction.atomic():
            if wanted.get("hands_over"):
                services.hand_over(membership=membership, keep=MemberRole.EDITOR, by=by)
            else:
                services.change_role(membership=membership, role=MemberRole(wanted["role"]), by=by)
                if "mandate" in wanted:
                    mandate = mandates.get(wanted["mandate"])
                    services.give_mandate(membership=membership, mandate=mandate, by=by)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, organisation_id: int, membership_id: int) -> HttpResponse:
    """Say what follows, then take a person off."""
    own, membership = _decided_on(request, organisation_id, membership_id)
    if own.pk == membership.pk:
        return redirect("partners:member_leave", organisation_id)
    refusal = ""
    if request.method == "POST":
        try:
            services.remove_member(membership=membership, by=cast(User, request.user))
        except ValidationError as error:
            refusal = error.messages[0]
        else:
            messages.success(request, _("%(name)s no longer acts for the body.") % {"name": membership.user})
            return redirect("partners:members", organisation_id)
    context = screens.ending(membership, is_oneself=False, refusal=refusal)
    return render(request, "partners/member_end.html", context, status=422 if refusal else 200)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Say what follows, then stop acting for the body."""
    own = membership_or_404(request, organisation_id)
    refusal = ""
    if request.method == "POST":
        try:
            services.leave(membership=own, by=cast(User, request.user))
        except ValidationError as error:
            refusal = error.messages[0]
        else:
            messages.success(request, _("You no longer act for %(name)s.") % {"name": own.organisation.name})
            return redirect("reserved_area")
    context = screens.ending(own, is_oneself=True, refusal=refusal)
    return render(request, "partners/member_end.html", context, status=422 if refusal else 200)


def _decided_on(
    request: HttpRequest, organisation_id: int, membership_id: int
) -> tuple[Membership, Membership]:
    """The person's own link, and the one they decide on; 403 for members who may not decide."""
    own = membership_or_404(request, organisation_id)
    if not decides_on_people(own):
        raise PermissionDenied
    rows = Membership.objects.select_related("user", "organisation")
    return own, get_object_or_404(rows, pk=membership_id, organisation_id=organisation_id)
