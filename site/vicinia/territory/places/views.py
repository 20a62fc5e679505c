"""The public page of a place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from .models import Place


def place(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a place with everything needed to get there."""
    return render(request, "territory/place.html", {"place": get_object_or_404(Place, slug=slug)})
