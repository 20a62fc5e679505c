"""A person's own school pages, and the page that the institute opens from its mail. No JavaScript needed."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from partners.schools.enums import ContactStatus
from partners.schools.models import SchoolContact
from partners.schools.queries import contacts_of, heir_of_mine
from partners.schools.referents.services import become_referent, give_up_referent
from vicinia.accounts.models import User
from vicinia.core.clock import database_now
from vicinia.core.components import Hero, Message
from vicinia.core.state import StepRefused

from . import screens, services
from .links import contact_of, expires_at


@login_required
@never_cache
@require_GET
def detail(request: HttpRequest, school_id: int) -> HttpResponse:
    """A school of the person; of others it is not there. Old addresses lead to the school of the new code."""
    new = heir_of_mine(cast(User, request.user), school_id)
    if new:
        return redirect("partners:school", new.pk)
    return render(request, "partners/school.html", screens.detail(_own(request, school_id)))


@login_required
@never_cache
@require_POST
def write_again(request: HttpRequest, school_id: int) -> HttpResponse:
    """Send the institute another link."""
    contact = _own(request, school_id)
    try:
        services.send_link_again(contact=contact, by=cast(User, request.user))
    except services.AccessRefused as refusal:
        messages.warning(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("We have written to the institute again."))
    return redirect("partners:school", school_id)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, school_id: int) -> HttpResponse:
    """Say what follows, then end the person's own link."""
    contact = _own(request, school_id)
    if request.method == "GET":
        return render(request, "partners/school_leave.html", screens.leaving(contact))
    try:
        services.leave_school(contact=contact, by=cast(User, request.user))
    except StepRefused as refusal:
        messages.warning(request, str(refusal))
        return redirect("partners:school", school_id)
    text = _("You no longer act for %(school)s. If you work in another school now, choose it here.")
    messages.success(request, text % {"school": contact.school.name})
    return redirect("partners:school_search")


@login_required
@never_cache
@require_POST
def referent(request: HttpRequest, school_id: int) -> HttpResponse:
    """Become the contact person of the school for this year, or stop being it."""
    contact, user = _own(request, school_id), cast(User, request.user)
    if request.POST.get("action") == "give_up":
        give_up_referent(contact=contact, by=user)
        messages.success(request, _("You are no longer the contact person: a colleague can take over."))
        return redirect("partners:school", school_id)
    try:
        become_referent(contact=contact, by=user)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("You are the contact person of the school for this school year."))
    return redirect("partners:school", school_id)


@never_cache
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The institute says whether the person works there. Who reads its mail needs no account."""
    contact = contact_of(token)
    expires = expires_at(contact) if contact else None
    if request.method == "POST":
        accept = request.POST.get("answer") == "yes"
        try:
            contact = services.decide_by_link(token=token, accept=accept)
        except services.LinkRefused as refusal:
            return _closed(request, Message("attention", str(refusal), title=_("Nothing was changed")))
        return _closed(request, _thanks(contact, accept=accept))
    if contact is None:
        text = _("The address may be incomplete, or a newer link was sent: open the latest mail you have.")
        return _closed(request, Message("attention", text, title=_("This link is not valid")), status=404)
    if contact.status != ContactStatus.DECLARED:
        return _closed(request, Message("information", _("This request has been decided already.")))
    if expires is None or expires < database_now():
        text = _("This link has expired: the person can have a new one sent.")
        return _closed(request, Message("attention", text), status=410)
    context = {"contact": contact, "school": contact.school, "person": contact.user, "expires": expires}
    hero = Hero(_("Does this person work in your school?"))
    return render(request, "partners/school_confirm.html", context | {"hero": hero, "token": token})


def _thanks(contact: SchoolContact, *, accept: bool) -> Message:
    words = {"person": str(contact.user), "school": contact.school.name}
    if accept:
        text = _("%(person)s can now sign classes of %(school)s up. We have told them by mail.")
        return Message("success", text % words, title=_("Confirmed, thank you"))
    text = _("%(person)s cannot act for %(school)s. We have told them by mail, and our office sees it.")
    return Message("success", text % words, title=_("Refused, thank you"))


def _closed(request: HttpRequest, message: Message, *, status: int = 200) -> HttpResponse:
    hero = Hero(_("Access to a school"))
    context = {"message": message, "hero": hero}
    return render(request, "partners/school_confirmed.html", context, status=status)


def _own(request: HttpRequest, school_id: int) -> SchoolContact:
    """The person's link to the school; without one the page does not exist."""
    return get_object_or_404(contacts_of(cast(User, request.user)), school=school_id)
