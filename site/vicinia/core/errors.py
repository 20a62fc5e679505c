"""Pages for what went wrong, in the site's look, each with a way out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's safety code was missing or old: nothing was saved, and how to go on."""
    return render(request, "403_csrf.html", status=403)


def expired_link(request: HttpRequest) -> HttpResponse:
    """The link was used already or its time has passed (410: it will not come back)."""
    return render(request, "expired.html", status=410)
