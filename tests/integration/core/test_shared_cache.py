"""Addresses of pages without asking the shared cache for each, and never those of yesterday."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from wagtail.models import Page, Site

from tests.factories.pages import NewsPageFactory, home
from vicinia.settings.base import DATABASE_CACHE

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture(autouse=True)
def _shared(settings: LazySettings) -> None:
    """The cache of a small town: in the database."""
    settings.CACHES = {**settings.CACHES, "default": DATABASE_CACHE}


def address() -> str:
    """The full address of the one news item, asked of a page just read."""
    return str(Page.objects.select_related("locale").get(slug="una").full_url)


def test_addresses_of_many_pages_cost_one_look_at_the_cache(
    known_generation: None, django_assert_num_queries: Any
) -> None:
    NewsPageFactory(slug="una")
    address()
    pages = list(Page.objects.select_related("locale"))
    with django_assert_num_queries(1):
        addresses = [page.full_url for page in pages if page.depth > 1]
    assert addresses == [f"http://localhost/{path}" for path in ("", "notizie/", "notizie/una/")]


def test_a_site_that_moves_has_its_new_address_at_once(django_capture_on_commit_callbacks: Any) -> None:
    NewsPageFactory(slug="una")
    assert address() == "http://localhost/notizie/una/"
    site = Site.objects.get(is_default_site=True)
    site.hostname = "comune.example"
    with django_capture_on_commit_callbacks(execute=True):
        site.save()
    assert address() == "http://comune.example/notizie/una/"


def test_a_first_page_that_changes_its_path_does_not_leave_old_addresses(
    django_capture_on_commit_callbacks: Any,
) -> None:
    NewsPageFactory(slug="una")
    assert address() == "http://localhost/notizie/una/"
    page = home()
    page.slug = "inizio"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert address() == "http://localhost/notizie/una/"


def test_every_other_key_is_read_where_all_processes_read_it(
    known_generation: None, django_assert_num_queries: Any
) -> None:
    cache.set("tentativi", 3)
    for _time in range(2):
        with django_assert_num_queries(1):
            assert cache.get("tentativi") == 3
    cache.delete("tentativi")
    assert cache.get("tentativi") is None
