"""What robots and browsers ask of every site."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.generic import RedirectView

PRIVATE = ("/cms/", "/area-riservata/", "/accedi/", "/valutazione/", "/posta-demo/")


def robots(request: HttpRequest) -> HttpResponse:
    """Let robots read everything public, and tell them where the list is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in PRIVATE),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


class FaviconView(RedirectView):
    """Browsers ask for /favicon.ico whatever the page says."""

    permanent = True

    def get_redirect_url(self, *args: object, **kwargs: object) -> str:
        """Send to the drawing that every page links."""
        return static("vicinia/images/favicon.svg")
