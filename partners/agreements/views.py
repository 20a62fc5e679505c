"""Agreements in the reserved area. What belongs to others answers as if it did not exist."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partners.memberships.access import membership_or_404

from . import screens


@login_required
@never_cache
@require_safe
def agreements(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show a body's agreements and what was paid for them, to whoever acts for it."""
    organisation = membership_or_404(request, organisation_id).organisation
    return render(request, "partners/agreements.html", screens.page(organisation))
