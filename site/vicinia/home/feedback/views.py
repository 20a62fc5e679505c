"""How clear a page was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def feedback(request: HttpRequest) -> HttpResponse:
    """Ask what was clear and what was not."""
    return render(request, "home/feedback.html")
