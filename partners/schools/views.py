"""A teacher finds the school and asks for access to it. It works without JavaScript."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from vicinia.accounts.models import User
from vicinia.core.next_page import next_page

from . import screens
from .access.services import AccessRefused, ask_access
from .enums import Capacity, ContactStatus
from .models import School

LONGEST_QUERY = 100


@login_required
@never_cache
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Show the schools that match what was typed."""
    text = request.GET.get("q", "")[:LONGEST_QUERY]
    return render(request, "partners/school_search.html", screens.search(text, next_page(request, "")))


@login_required
@never_cache
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Ask for access to the chosen school, then show how far the request is."""
    text = request.POST.get("q", "")[:LONGEST_QUERY]
    chosen = request.POST.get("school", "")
    # Longer than any number of a row: Python would not even read it.
    is_number = chosen.isdecimal() and len(chosen) <= 18
    school = School.objects.filter(pk=chosen).first() if is_number else None
    if school is None:
        return _again(request, text, _("Choose one of the schools, then confirm."))
    given = request.POST.get("capacity", "")
    capacity = Capacity(given) if given in Capacity.values else Capacity.TEACHER
    try:
        contact = ask_access(school=school, by=cast(User, request.user), capacity=capacity)
    except AccessRefused as refusal:
        return _again(request, text, " ".join(refusal.messages))
    if contact.status == ContactStatus.CONFIRMED:
        return redirect(next_page(request, reverse("partners:school", args=[school.pk])))
    messages.success(request, _("Your request for %(school)s is noted.") % {"school": school.name})
    return redirect("partners:school", school.pk)


def _again(request: HttpRequest, text: str, error: str) -> HttpResponse:
    context = screens.search(text, next_page(request, ""), error)
    return render(request, "partners/school_search.html", context, status=422)
