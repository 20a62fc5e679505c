"""Pages for what went wrong, in the site's look, each with a way out."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

# The longest time for which attempts are counted (ACCOUNT_RATE_LIMITS).
ATTEMPTS_COUNT_FOR = timedelta(minutes=5)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's safety code was missing or old: nothing was saved, and how to go on."""
    return render(request, "403_csrf.html", status=403)


def expired_link(request: HttpRequest) -> HttpResponse:
    """The link was used already or its time has passed (410: it will not come back)."""
    return render(request, "expired.html", status=410)


def too_many_attempts(request: HttpRequest) -> HttpResponse:
    """Somebody tries too often: nothing was done, and from when it can be tried again (429)."""
    # A minute more, since the page shows no seconds.
    again_at = timezone.localtime() + ATTEMPTS_COUNT_FOR + timedelta(minutes=1)
    response = render(request, "429.html", {"again_at": again_at}, status=429)
    response["Retry-After"] = int(ATTEMPTS_COUNT_FOR.total_seconds())
    return response
