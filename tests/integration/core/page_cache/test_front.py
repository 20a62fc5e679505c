"""What is kept is sent before Django has made a request of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from tests.support.kept_site import Site, plain
from vicinia.core.page_cache import public_content_changed
from vicinia.core.page_cache.front import with_page_cache

pytestmark = pytest.mark.django_db


class Server:
    """A WSGI server in front of the site."""

    def __init__(self) -> None:
        self.passed_on = 0
        self.status, self.headers = "", {}
        self.front = with_page_cache(self._django)

    def _django(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.passed_on += 1
        return [b"from Django"]

    def read(self, path: str = "/", **headers: str) -> bytes:
        """One request."""

        def start_response(status: str, headers: list[tuple[str, str]]) -> None:
            self.status, self.headers = status, dict(headers)

        return b"".join(self.front(RequestFactory().get(path, **headers).environ, start_response))


def test_what_is_kept_is_sent_before_django_is_asked(django_capture_on_commit_callbacks: Any) -> None:
    server = Server()
    assert server.read() == b"from Django"
    Site(plain).read()
    assert server.read() == b"<p>ciao</p>"
    assert server.status == "200 OK"
    assert len(server.headers["X-Request-Id"]) == 24
    assert server.read("/", HTTP_IF_NONE_MATCH=server.headers["ETag"]) == b""
    assert server.status == "304 Not Modified"
    assert server.passed_on == 1
    assert server.read("/", HTTP_COOKIE="vicinia_session=abc") == b"from Django"
    assert server.read("/", HTTP_HOST="evil.example") == b"from Django"
    with django_capture_on_commit_callbacks(execute=True):
        public_content_changed()
    assert server.read() == b"from Django"
