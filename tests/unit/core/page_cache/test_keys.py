"""Which requests share a page kept in memory."""

from typing import Any

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from vicinia.core.page_cache.keys import page_key


def key(path: str = "/", method: str = "GET", cookie: str = "", **headers: str) -> str | None:
    """The name of the page that a request is for."""
    if cookie:
        headers["HTTP_COOKIE"] = cookie
    return page_key(RequestFactory().generic(method, path, **headers).META)


def test_readers_of_the_same_address_share_a_page() -> None:
    assert key("/bandi/") == key("/bandi/", HTTP_USER_AGENT="another") is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("/bandi/", {}), ("/eventi/", {})),
        (("/bandi/", {}), ("/en/bandi/", {})),
        (("/bandi/", {}), ("/bandi/", {"HTTP_HOST": "altro.example"})),
        (("/bandi/?pagina=1", {}), ("/bandi/?pagina=2", {})),
    ],
)
def test_host_path_language_and_known_queries_tell_pages_apart(one: Any, other: Any) -> None:
    assert key(one[0], **one[1]) != key(other[0], **other[1])


@pytest.mark.parametrize(
    "request_of_its_own",
    [
        {"method": "POST"},
        {"cookie": "vicinia_session=abc"},
        {"cookie": "other=1; vicinia_session=abc"},
        {"cookie": "messages=done"},
        {"HTTP_AUTHORIZATION": "Basic abc"},
        {"path": "/?next=/cms/"},
        {"path": "/?pagina=1&x=2"},
        {"path": "/?pagina=" + "1" * 300},
        {"path": "/cms/"},
        {"path": "/area-riservata/domande/"},
        {"path": "/health/"},
        {"path": "/posta-demo/"},
    ],
    ids=str,
)
def test_these_are_never_answered_from_memory(request_of_its_own: dict[str, str]) -> None:
    assert key(**request_of_its_own) is None


def test_cookies_of_others_on_the_same_domain_do_not_matter() -> None:
    assert key(cookie="_pk_id.1=abc; csrftoken=xyz") == key()


def test_the_order_of_the_query_does_not_matter() -> None:
    assert key("/?pagina=2&anno=2026") == key("/?anno=2026&pagina=2")


def test_where_a_reader_comes_from_is_taken_off_before_the_page_is_rendered() -> None:
    request = RequestFactory().get("/?utm_source=newsletter&mc_eid=abc123&pagina=2")
    assert page_key(request.META) == key("/?pagina=2")
    assert request.GET.urlencode() == "pagina=2"


def test_a_plain_reader_behind_the_proxy_does_not_share_with_a_secure_one(settings: LazySettings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    secure = key(HTTP_X_FORWARDED_PROTO="https")
    assert secure == key(HTTP_X_FORWARDED_PROTO="https, http")
    assert secure != key(HTTP_X_FORWARDED_PROTO="http")
    assert secure != key()
