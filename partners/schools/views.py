"""A teacher finds the school and says "I work here". It works without JavaScript."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from vicinia.accounts.models import User
from vicinia.core.next_page import next_page

from . import screens
from .models import School
from .services import declare_school_contact

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
    """Link the person to the chosen school and go back to who sent them here."""
    text = request.POST.get("q", "")[:LONGEST_QUERY]
    chosen = request.POST.get("school", "")
    school = School.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
    if school is None:
        return _again(request, text, _("Choose one of the schools, then confirm."))
    try:
        declare_school_contact(school=school, by=cast(User, request.user))
    except ValidationError as refusal:
        return _again(request, text, " ".join(refusal.messages))
    messages.success(request, _("You can now sign up classes of %(school)s.") % {"school": school.name})
    return redirect(next_page(request, reverse("reserved_area")))


def _again(request: HttpRequest, text: str, error: str) -> HttpResponse:
    context = screens.search(text, next_page(request, ""), error)
    return render(request, "partners/school_search.html", context, status=422)
