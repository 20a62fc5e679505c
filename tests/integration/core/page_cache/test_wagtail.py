"""Whatever an editor changes is seen by the next reader; staff never see a copy from memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Site

from tests.factories.documents import image_bytes
from vicinia.core.page_cache.models import CacheGeneration

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Page:
    """The home page that migrations make."""
    return Site.objects.get(is_default_site=True).root_page.specific


@pytest.fixture
def generation_grows(django_capture_on_commit_callbacks: Any) -> Callable[[Callable[[], Any]], bool]:
    """Tell whether something that is done drops the kept pages."""

    def number() -> int:
        return CacheGeneration.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    def check(change: Callable[[], Any]) -> bool:
        before = number()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return number() > before

    return check


def test_publishing_unpublishing_moving_and_deleting_a_page_are_seen(
    home: Page, generation_grows: Callable[[Callable[[], Any]], bool]
) -> None:
    other = home.copy(update_attrs={"slug": "altra", "title": "Altra"}, to=home.get_parent())
    page = other.specific
    page.title = "New title"
    revision = page.save_revision()
    assert not generation_grows(lambda: page.save_revision())  # a draft is nobody's business
    assert generation_grows(revision.publish)
    assert generation_grows(lambda: page.move(home.get_parent(), pos="first-child"))
    assert generation_grows(page.unpublish)
    revision.publish()
    page.refresh_from_db()
    assert generation_grows(page.delete)


def test_hiding_a_page_behind_a_password_takes_it_from_memory(
    home: Page, generation_grows: Callable[[Callable[[], Any]], bool]
) -> None:
    made: list[PageViewRestriction] = []
    assert generation_grows(
        lambda: made.append(
            PageViewRestriction.objects.create(page=home, restriction_type="password", password="x")
        )
    )
    assert generation_grows(lambda: made[0].delete())


@pytest.mark.filterwarnings(
    # Wagtail leaves the rendition's temporary file to the garbage collector.
    "ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning"
)
def test_changing_an_image_or_the_site_is_seen(
    generation_grows: Callable[[Callable[[], Any]], bool],
) -> None:
    picture = ContentFile(image_bytes(), name="casa.png")
    image = get_image_model().objects.create(title="Casa", file=picture)
    assert generation_grows(image.save)
    # A rendition is made while a page is read: if it counted, no page would ever stay.
    assert not generation_grows(lambda: image.get_rendition("width-100"))
    assert generation_grows(image.delete)
    assert generation_grows(Site.objects.get(is_default_site=True).save)


def test_a_reader_gets_the_home_page_from_memory_with_no_query_and_no_cookie(
    client: Client, known_generation: None, django_assert_num_queries: Any
) -> None:
    first = client.get("/")
    with django_assert_num_queries(0):
        second = client.get("/")
    assert second.status_code == 200
    assert first.content == second.content
    assert not first.cookies
    assert not second.cookies
    for header in ("Content-Security-Policy", "X-Content-Type-Options", "ETag", "X-Request-Id"):
        assert header in second.headers
    assert "unsafe" not in second["Content-Security-Policy"]
    assert client.get("/", headers={"if-none-match": second["ETag"]}).status_code == 304
    assert client.get("/", headers={"accept-encoding": "gzip"})["Content-Encoding"] == "gzip"


def test_staff_never_see_a_copy_from_memory(client: Client, home: Page) -> None:
    assert client.get("/").status_code == 200
    Page.objects.filter(pk=home.pk).update(seo_title="Changed behind the cache's back")
    staff = Client()
    staff.force_login(get_user_model().objects.create_superuser("a@example.org", "x"))
    own = staff.get("/")
    assert b"behind the cache" in own.content
    assert "ETag" not in own.headers
    assert b"behind the cache" not in client.get("/").content


def test_a_page_with_a_form_is_never_kept(client: Client, django_assert_num_queries: Any) -> None:
    first, second = client.get("/registrati/"), client.get("/registrati/")
    assert first.status_code == 200
    assert "csrftoken" in first.cookies
    assert "csrftoken" in second.cookies
    assert "ETag" not in second.headers


def test_the_cached_page_waits_for_no_secure_redirect(client: Client, settings: LazySettings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_SSL_REDIRECT = True
    secure = Client(headers={"x-forwarded-proto": "https"})
    assert secure.get("/").status_code == 200
    # The kept page belongs to https; plain readers are sent there.
    assert Client(headers={"x-forwarded-proto": "http"}).get("/").status_code == 301
