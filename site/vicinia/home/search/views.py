"""The search of the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .queries import find, starting_points


def search(request: HttpRequest) -> HttpResponse:
    """Show what matches `q`; without words, where to start."""
    found = find(request.GET.get("q", ""))
    context = {"found": found, "starting_points": () if found.total else starting_points()}
    return render(request, "home/search.html", context)
