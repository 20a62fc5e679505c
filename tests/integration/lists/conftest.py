"""The same site twice, with ten rows of everything and with a thousand, and how it answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests.factories.crowd import ADMINISTRATOR, Crowd
from tests.support import templates
from tests.support.databases import connected_to
from tests.support.environment import store
from vicinia.accounts.models import User

# On SQLite, which a small town has, only the ways to search differ: fewer rows show whether they grow.
FEW, MANY = 10, 1_000 if store.vendor == "postgresql" else 100


@dataclass(frozen=True)
class Answer:
    """A page as it was answered, and what it asked of the database."""

    status: int
    html: str
    queries: tuple[str, ...]

    @property
    def links(self) -> int:
        """How many links the page has between head and foot."""
        main = re.search(r"<main.*</main>", self.html, re.DOTALL)
        return len(re.findall(r"<a\s", main[0] if main else self.html))

    def titles(self) -> list[str]:
        """The titles of its cards."""
        return re.findall(r'v-card__title"><a[^>]*>([^<]*)', self.html)


Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def _sites(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[int, str]:
    with django_db_blocker.unblock():
        return {rows: templates.crowded(rows, fill=lambda count: Crowd(count).fill()) for rows in (FEW, MANY)}


@pytest.fixture(scope="session")
def _answers() -> dict[tuple[str, int, bool], Answer]:
    """What has been asked already: the sites never change."""
    return {}


@pytest.fixture
def ask(
    _sites: dict[int, str],
    _answers: dict[tuple[str, int, bool], Answer],
    django_db_blocker: DjangoDbBlocker,
    known_generation: None,
) -> Ask:
    """`ask("/campagne/", rows=MANY)` opens a page of one of the two sites, with nothing in memory.

    What the page writes is rolled back. `as_staff=True` signs an administrator in.
    """

    def answer(path: str, *, rows: int, as_staff: bool) -> Answer:
        with django_db_blocker.unblock(), connected_to(_sites[rows]), transaction.atomic():
            client = Client()
            if as_staff:
                person = User.objects.get(email=ADMINISTRATOR)
                client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
            with CaptureQueriesContext(connection) as captured:
                response = client.get(path)
            queries = tuple(query["sql"] for query in captured)
            transaction.set_rollback(True)
        return Answer(response.status_code, response.content.decode(), queries)

    def remembered(path: str, *, rows: int, as_staff: bool = False) -> Answer:
        asked = (path, rows, as_staff)
        if asked not in _answers:
            _answers[asked] = answer(path, rows=rows, as_staff=as_staff)
        return _answers[asked]

    return remembered


def assert_same_queries(few: Answer, many: Answer) -> None:
    """As many queries for a thousand rows as for ten; a failure shows those that are asked more often."""
    assert (few.status, many.status) == (200, 200)
    more = Counter(map(shape, many.queries)) - Counter(map(shape, few.queries))
    assert len(few.queries) == len(many.queries), more.most_common(3)


def shape(sql: str) -> str:
    """A query without its values."""
    return re.sub(r"'[^']*'|\b\d+\b", "?", sql)[:400]
