"""What some may not read is neither listed nor opened, from the moment it is guarded."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from tests.factories.accounts import UserFactory
from tests.factories.pages import InformationPageFactory, NewsPageFactory, english_home, news_index
from tests.support.html import read
from vicinia.core.pages.published import published, readable

pytestmark = pytest.mark.django_db


def guard(page: Page) -> PageViewRestriction:
    """Let only those who sign in read a page and what is below it."""
    restriction: PageViewRestriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    return restriction


def test_a_guarded_page_leaves_lists_and_memory_at_once_and_comes_back(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    page = NewsPageFactory(title="Riservata", slug="riservata")
    assert read(client, "/notizie/").cards() == ["Riservata"]
    assert client.get("/notizie/riservata/").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        restriction = guard(page)
    assert read(client, "/notizie/").cards() == []
    assert client.get("/notizie/riservata/").status_code == 302
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert read(client, "/notizie/").cards() == ["Riservata"]
    assert client.get("/notizie/riservata/").status_code == 200


def test_what_is_below_a_guarded_page_is_guarded_too(client: Client) -> None:
    above = InformationPageFactory(slug="sopra")
    InformationPageFactory(slug="sotto", parent=above)
    InformationPageFactory(slug="sopraluogo")
    guard(above)
    assert client.get("/sopra/sotto/").status_code == 302
    assert client.get("/sopraluogo/").status_code == 200
    slugs = published(Page.objects.filter(depth__gt=2)).values_list("slug", flat=True)
    assert list(slugs) == ["sopraluogo"]


def test_who_signs_in_reads_the_guarded_page(client: Client) -> None:
    guard(NewsPageFactory(title="Riservata", slug="riservata"))
    client.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert read(client, "/notizie/riservata/").heading == "Riservata"


def test_pages_are_those_of_the_active_language_or_of_one_parent() -> None:
    NewsPageFactory(title="Notizia")
    InformationPageFactory(title="About", parent=english_home())
    every = Page.objects.filter(depth__gt=2)
    assert set(published(every).values_list("title", flat=True)) == {"Notizie", "Notizia"}
    assert list(published(every, news_index()).values_list("title", flat=True)) == ["Notizia"]
    assert set(readable(every).values_list("title", flat=True)) == {"Notizie", "Notizia", "About"}


def test_asking_again_costs_nothing(known_generation: None, django_assert_num_queries: Any) -> None:
    news_index()
    published(Page.objects.all())
    with django_assert_num_queries(0):
        published(Page.objects.all())
