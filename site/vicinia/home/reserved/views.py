"""The home of the reserved area."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from vicinia.accounts.models import User

from .screens import reserved_screen


@never_cache
@login_required
def reserved_area(request: HttpRequest) -> HttpResponse:
    """Show what this person has to do, then all that is theirs."""
    screen = reserved_screen(cast(User, request.user))
    return render(request, "home/reserved_area.html", {"screen": screen})
