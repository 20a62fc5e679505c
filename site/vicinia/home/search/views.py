"""The search of the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def search(request: HttpRequest) -> HttpResponse:
    """Show what matches `q`."""
    return render(request, "home/search.html", {"query": request.GET.get("q", "")})
