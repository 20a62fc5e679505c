"""Everything that people read is there in every language of the site, and leads on in the same one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from calls.notices.pages import CallsIndexPage
from tests.factories.accounts import PASSWORD, confirmed_person
from tests.factories.newsletter import make_topic
from tests.factories.outreach import campaigns_index
from tests.factories.pages import InformationPageFactory, english_home
from tests.support.html import Read, read, words
from vicinia.core.page_cache.keys import page_key
from vicinia.core.pages.published import list_url

pytestmark = pytest.mark.django_db

# For staff, for programs, or the same file whoever asks.
WITHOUT_LANGUAGE = {
    "^cms/",
    "^documenti/",
    "^health/",
    "^robots.txt",
    "^sitemap.xml",
    "^favicon.ico",
    "^media/",
    "^<language>",
}


def prefix(entry: URLPattern | URLResolver) -> str:
    """How the addresses of an entry begin."""
    found = str(entry.pattern).replace("\\", "")
    return f"^{found}".replace("^^", "^").split("<path")[0].rstrip("Z$")


def at_the_root() -> Iterator[str]:
    """What the site answers outside of the languages."""
    for entry in get_resolver().url_patterns:
        if "LocalePrefixPattern" in type(entry.pattern).__name__:
            yield "^<language>"
        elif str(entry.pattern) == "":
            yield from (prefix(inner) for inner in entry.url_patterns)
        else:
            yield prefix(entry)


def test_only_what_nobody_reads_is_outside_of_the_languages() -> None:
    assert set(at_the_root()) == WITHOUT_LANGUAGE


@pytest.mark.parametrize(
    "name",
    ["newsletter:subscribe", "public_figures", "account_login", "signup", "search", "places", "topics"],
)
def test_a_screen_is_there_in_english_and_says_so(client: Client, name: str) -> None:
    english_home()
    with translation.override("en"):
        path = reverse(name)
    with translation.override("it"):
        italian = reverse(name)
    assert path.startswith("/en/")
    page = read(client, path)
    assert page.soup.html["lang"] == "en"
    links = {link["hreflang"]: link["href"] for link in page.soup.select(".v-languages a")}
    assert links == {"it": italian, "en": path}
    assert read(client, italian).soup.html["lang"] == "it"
    # What surrounds the page stays in the language too.
    head = page.soup.select_one("header")
    assert head.select_one('[data-element="personal-area-login"]')["href"] == "/en/area-riservata/"
    assert head.select_one(".v-brand")["href"] == "/en/"


def test_a_page_without_a_twin_offers_the_first_page_of_the_other_language(client: Client) -> None:
    InformationPageFactory(title="Solo qui", slug="solo-qui")
    english_home()
    page = read(client, "/solo-qui/")
    links = {words(link): link["href"] for link in page.soup.select(".v-languages a")}
    assert links == {"Italiano": "/solo-qui/", "English: home page": "/en/"}
    assert not page.soup.select("link[rel=alternate]"), "search engines are not told that it is the same page"
    assert client.get("/en/solo-qui/").status_code == 404


def test_a_page_that_is_not_there_offers_the_first_page_of_each_language(client: Client) -> None:
    english_home()
    answer = client.get("/en/not-here/")
    assert answer.status_code == 404
    page = Read(answer.content.decode())
    links = {link["hreflang"]: link["href"] for link in page.soup.select(".v-languages a")}
    assert links == {"it": "/", "en": "/en/"}


def test_a_site_in_one_language_offers_no_other(client: Client) -> None:
    InformationPageFactory(slug="solo-qui")
    for path in ("/", "/solo-qui/", "/newsletter/"):
        assert not read(client, path).soup.select(".v-languages")


def test_the_words_searched_stay_when_the_language_changes(client: Client) -> None:
    english_home()
    links = read(client, "/cerca/?q=casa").soup.select(".v-languages a")
    assert [link["href"] for link in links] == ["/cerca/?q=casa", "/en/cerca/?q=casa"]


def test_signing_in_and_out_stays_in_english(client: Client) -> None:
    english_home()
    user = confirmed_person()
    door = client.get("/en/area-riservata/enti/nuovo/")
    assert door["Location"] == "/en/accedi/login/?next=/en/area-riservata/enti/nuovo/"
    answer = client.post(door["Location"], {"login": user.email, "password": PASSWORD})
    assert answer["Location"] == "/en/area-riservata/enti/nuovo/"
    assert client.post("/en/accedi/logout/")["Location"] == "/en/"
    answer = client.post("/en/accedi/login/", {"login": user.email, "password": PASSWORD})
    assert answer["Location"] == "/en/area-riservata/"
    assert read(client, "/en/area-riservata/").soup.html["lang"] == "en"


def test_who_changes_language_at_the_door_comes_out_in_the_new_one(client: Client) -> None:
    english_home()
    page = read(client, "/accedi/login/?next=/area-riservata/adesioni/")
    english = page.soup.select_one(".v-languages a[hreflang=en]")["href"]
    user = confirmed_person()
    answer = client.post(english, {"login": user.email, "password": PASSWORD})
    assert answer["Location"] == "/en/area-riservata/adesioni/"


def test_after_a_form_the_answer_is_in_the_same_language(client: Client) -> None:
    english_home()
    topic = make_topic()
    answer = client.post(
        "/en/newsletter/", {"email": "ada@example.org", "topics": [topic.pk], "consent": "on"}
    )
    assert answer["Location"] == "/en/newsletter/controlla-la-posta/"


def test_a_list_that_a_language_lacks_is_the_italian_one(django_capture_on_commit_callbacks: Any) -> None:
    english = english_home()
    index = campaigns_index()
    with translation.override("en"):
        assert list_url(type(index)) == "/campagne/"
        assert list_url(CallsIndexPage) == "/en/", "without any, one starts from the first page"
    twin = index.copy_for_translation(english.locale)
    with django_capture_on_commit_callbacks(execute=True):
        twin.save_revision().publish()
    with translation.override("en"):
        assert list_url(type(index)) == "/en/campagne/"
    with translation.override("it"):
        assert list_url(type(index)) == "/campagne/"


@pytest.mark.parametrize("path", ["area-riservata/", "accedi/login/", "registrati/", "posta-demo/"])
def test_pages_of_one_person_are_kept_in_no_language(rf: Any, path: str) -> None:
    prefixes = ["/", *(f"/{code}/" for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE)]
    assert len(prefixes) > 1
    for start in prefixes:
        assert page_key(rf.get(f"{start}{path}").META) is None


def test_robots_are_told_of_the_private_pages_of_every_language(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /area-riservata/", "Disallow: /en/area-riservata/"} <= set(lines)
