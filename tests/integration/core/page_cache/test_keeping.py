"""What a reader gets from memory, and what never is kept."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.test.utils import CaptureQueriesContext

from tests.support.kept_site import Site, plain
from vicinia.core.page_cache import changes_at, generation, middleware, public_content_changed
from vicinia.core.page_cache.kept import KeptByGeneration
from vicinia.core.page_cache.models import CacheGeneration
from vicinia.core.page_cache.turns import Turns

pytestmark = pytest.mark.django_db


def test_the_second_reader_is_answered_from_memory_without_a_query() -> None:
    site = Site(plain)
    first = site.read()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        second = site.read()
    assert (site.rendered, len(queries)) == (1, 0)
    assert first.content == second.content
    assert dict(first.items()) == dict(second.items())
    assert second["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert second["Vary"] == "Accept-Encoding, Cookie"


def test_a_head_request_is_answered_from_memory_but_fills_none() -> None:
    site = Site(plain)
    site.read(method="HEAD")
    site.read()
    assert site.rendered == 2
    head = site.read(method="HEAD")
    assert (site.rendered, head.content, head["Content-Length"]) == (2, b"", "11")


def with_cookie(_request: HttpRequest) -> HttpResponse:
    response = HttpResponse("<p>ciao</p>")
    response.set_cookie("any", "thing")
    return response


def with_form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<form>{get_token(request)}</form>")


@pytest.mark.parametrize(
    "view",
    [
        lambda _request: HttpResponse("no", status=404),
        lambda _request: HttpResponse("moved", status=302, headers={"Location": "/"}),
        lambda _request: HttpResponse("error", status=500),
        lambda _request: HttpResponse("mine", headers={"Cache-Control": "private"}),
        lambda _request: HttpResponse("secret", headers={"Cache-Control": "no-store"}),
        lambda _request: HttpResponse("part", headers={"Vary": "HX-Request"}),
        lambda _request: HttpResponse("{}", content_type="application/json"),
        lambda _request: HttpResponse("big" * 1_000_000),
        lambda _request: StreamingHttpResponse(["a", "b"]),
        with_cookie,
        with_form,
    ],
)
def test_these_answers_are_never_kept(view: Callable[[HttpRequest], Any]) -> None:
    site = Site(view)
    site.read()
    site.read()
    assert site.rendered == 2


def test_a_signed_in_person_gets_a_page_of_their_own_and_fills_no_memory() -> None:
    site = Site(plain)
    site.read()
    site.read(HTTP_COOKIE="vicinia_session=abc")
    assert site.rendered == 2
    site.read("/other/", HTTP_COOKIE="vicinia_session=abc")
    site.read("/other/")
    assert site.rendered == 4


def test_a_page_leaves_memory_when_something_is_published(django_capture_on_commit_callbacks: Any) -> None:
    site = Site(plain)
    site.read()
    with django_capture_on_commit_callbacks(execute=True):
        public_content_changed()
    site.read()
    assert site.rendered == 2


def test_what_was_published_during_the_rendering_is_not_missed(
    django_capture_on_commit_callbacks: Any,
) -> None:
    def view(_request: HttpRequest) -> HttpResponse:
        old = HttpResponse("<p>old</p>")
        if site.rendered == 1:
            with django_capture_on_commit_callbacks(execute=True):
                public_content_changed()
        return old

    site = Site(view)
    site.read()
    site.read()
    assert site.rendered == 2


def test_another_process_notices_within_half_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr(generation.time, "monotonic", lambda: clock[0])
    generation.forget()
    site = Site(plain)
    site.read()
    # As the other process writes it: nothing in this one is told.
    CacheGeneration.objects.update_or_create(pk=1, defaults={"number": 10**6})
    clock[0] += 0.4
    site.read()
    assert site.rendered == 1
    clock[0] += 0.2
    site.read()
    assert site.rendered == 2


def number() -> int:
    """The shared number."""
    return CacheGeneration.objects.filter(pk=1).values_list("number", flat=True).first() or 0


def test_a_thousand_changes_in_a_transaction_cost_one_write(django_capture_on_commit_callbacks: Any) -> None:
    before = number()
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(1000):
            with transaction.atomic():
                public_content_changed()
    assert number() == before + 1
    with django_capture_on_commit_callbacks(execute=True):
        public_content_changed()
    assert number() == before + 2


def test_a_change_is_told_though_the_first_one_to_tell_was_undone(
    django_capture_on_commit_callbacks: Any,
) -> None:
    before = number()
    with django_capture_on_commit_callbacks(execute=True):
        with transaction.atomic():
            public_content_changed()
            transaction.set_rollback(True)
        public_content_changed()
    assert number() == before + 1


def test_while_the_database_is_away_readers_get_what_is_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(plain)
    site.read()

    def away() -> int:
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(generation, "_read", away)
    generation.forget()
    assert site.read().status_code == 200
    assert site.rendered == 1


def test_a_page_says_when_it_changes_by_itself() -> None:
    soon = datetime.now(UTC) + timedelta(milliseconds=150)

    def view(_request: HttpRequest) -> HttpResponse:
        changes_at(soon + timedelta(hours=1))
        changes_at(soon)
        changes_at(None)
        return HttpResponse("<p>closes soon</p>")

    site = Site(view)
    site.read()
    site.read()
    assert site.rendered == 1
    while datetime.now(UTC) <= soon:
        pass
    site.read()
    assert site.rendered == 2


def test_what_every_page_shows_expires_on_each_of_them() -> None:
    kept: KeptByGeneration[str] = KeptByGeneration()
    soon = datetime.now(UTC) + timedelta(milliseconds=150)

    def banner() -> str:
        changes_at(soon)
        return "banner"

    site = Site(lambda _request: HttpResponse(kept.get("banner", banner)))
    site.read("/one/")
    site.read("/two/")
    assert site.rendered == 2
    while datetime.now(UTC) <= soon:
        pass
    site.read("/two/")
    assert site.rendered == 3


@pytest.mark.parametrize(("status", "renderings"), [(200, 1), (404, 8)])
def test_when_everybody_reads_a_page_at_once_it_is_rendered_once(
    status: int, renderings: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that cannot be kept makes nobody wait twice."""
    # Nothing is known of this address yet, whichever test went before.
    monkeypatch.setattr(middleware, "turns", Turns())
    # The threads have no database.
    monkeypatch.setattr(generation, "CHECK_EVERY_SECONDS", 60)
    everybody, the_others = threading.Barrier(8), threading.Barrier(7)
    turn = itertools.count()

    def slow(_request: HttpRequest) -> HttpResponse:
        if next(turn) == 0:
            time.sleep(0.3)
        else:
            # One after another they would never meet here.
            the_others.wait(10)
        return HttpResponse("<p>ciao</p>", status=status)

    site = Site(slow)

    def read(_number: int) -> Any:
        everybody.wait()
        return site.read("/first/")

    generation.current()
    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(read, range(8)))
    assert [answer.status_code for answer in answers] == [status] * 8
    assert site.rendered == renderings
