"""The home of the reserved area."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_required
def reserved_area(request: HttpRequest) -> HttpResponse:
    """Show what this person has to do."""
    return render(request, "home/reserved_area.html")
