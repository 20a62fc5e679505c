"""One Content-Security-Policy for the public pages, one for the staff's editor."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

ADMIN_PREFIX = "/cms/"
FRAMES = "frames_of_other_sites"


def allow_frame(request: HttpRequest, origin: str) -> None:
    """Let the page that answers this request show a frame of another site, and no other page."""
    setattr(request, FRAMES, [*getattr(request, FRAMES, []), origin])


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy everywhere, save under `/cms/`, whose editor needs inline styles and scripts."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Choose the policy by the path; a view's own choice is kept."""
        if request.path.startswith(ADMIN_PREFIX) and not hasattr(response, "_csp_replace"):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        if frames := getattr(request, FRAMES, None):
            response._csp_update = {"frame-src": ["'self'", *dict.fromkeys(frames)]}  # type: ignore[attr-defined]
        answered: HttpResponseBase = super().process_response(request, response)
        return answered
