"""The peer of the cached home page: Django with no middleware, whose one view returns ready bytes."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

BODY = Path(os.environ["BARE_BODY"]).read_bytes()
ENCODING = os.environ["BARE_ENCODING"]

settings.configure(
    SECRET_KEY="bare", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], DEBUG=False, USE_TZ=True
)


def page(request: HttpRequest) -> HttpResponse:
    """Return the bytes."""
    response = HttpResponse(BODY)
    response["Content-Length"] = str(len(BODY))
    if ENCODING:
        response["Content-Encoding"] = ENCODING
    return response


urlpatterns = [path("", page)]
application = get_wsgi_application()
