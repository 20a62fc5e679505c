"""Pictures of the public pages, when no web server in front gives them out."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

# Only what pages show: documents go through Wagtail's own check, originals stay inside.
PUBLIC_FOLDERS = ("images/", "avatar_images/")
MAX_AGE_SECONDS = 30 * 24 * 60 * 60


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Give out a picture; a changed picture has another name, so that browsers may keep it for a month."""
    if not path.startswith(PUBLIC_FOLDERS):
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Cache-Control"] = f"public, max-age={MAX_AGE_SECONDS}, immutable"
    # A drawing that somebody uploaded as SVG must never run anything on our address.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
