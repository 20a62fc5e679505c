"""What every test finds: a database of its process, empty caches and folders, and strict rules."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.db import transaction
from django.utils import translation
from pytest_django import DjangoDbBlocker

from tests.support import templates
from tests.support.databases import connected_to, drop_own, forget, own_database
from tests.support.environment import OWN, store
from vicinia.core.access_log import access
from vicinia.core.files.models import StoredFile
from vicinia.core.page_cache import generation

BROWSER_TESTS = Path(__file__).parent / "browser"
# Its thread would write between the tests, where nobody captures it; its own tests put it on.
access.setLevel(logging.WARNING)
# Properties hold on a busy machine too: how long an example takes says nothing of them.
hypothesis.settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any machine")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let the garbage collector forget what stays: modules and tests, a tenth of the run's time."""
    gc.collect()
    gc.freeze()


# Rules ------------------------------------------------------------------------------------------


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """On SQLite do not even read the files that have no test for it: two of three."""
    is_test = collection_path.name.startswith("test_") and collection_path.suffix == ".py"
    unmarked = is_test and "mark.sqlite" not in collection_path.read_text("utf-8")
    return True if store.vendor == "sqlite" and unmarked else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark browser tests, keep to the tests marked `sqlite` on SQLite, refuse what would flush tables."""
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker(pytest.mark.browser)
        if "race_database" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.race)
        _refuse_flush(item)
    # Browser tests choose the site's database themselves.
    if store.vendor == "sqlite":
        kept = [item for item in items if item.get_closest_marker("sqlite")]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


def _refuse_flush(item: pytest.Item) -> None:
    if item.get_closest_marker("race") and "race_database" not in getattr(item, "fixturenames", ()):
        raise pytest.UsageError(f"{item.nodeid}: a race needs the fixture race_database.")
    marker = item.get_closest_marker("django_db")
    flushing = {"transactional_db", "live_server", "django_db_reset_sequences"} & set(
        getattr(item, "fixturenames", ())
    )
    if flushing or (marker and (marker.args or set(marker.kwargs) - {"databases"})):
        raise pytest.UsageError(
            f"{item.nodeid}: a flush would delete the roles and pages that migrations make; "
            "use the fixture race_database for real commits, browser tests for a running site."
        )


_skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember which tests were skipped."""
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Remember which files were skipped as a whole."""
    if report.skipped:
        _skipped.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A skipped test is a proof that is missing: the run fails."""
    if _skipped and not os.environ.get("PYTEST_XDIST_WORKER") and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which tests were skipped."""
    if _skipped:
        terminalreporter.section("skipped tests fail the run", red=True)
        for nodeid in _skipped:
            terminalreporter.line(nodeid)


# Databases --------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def database_store(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The place of the databases, ready; let go of at the end of the process."""
    store.open()
    templates.drop_leftovers()
    yield
    drop_own()
    store.close()


@pytest.fixture(scope="session")
def django_db_setup(database_store: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """This process's database, copied from the migrated template; each test rolls back in it."""
    stack = ExitStack()
    with django_db_blocker.unblock():
        stack.enter_context(own_database(OWN, templates.migrated()))
    yield
    with django_db_blocker.unblock():
        stack.close()


_races = itertools.count(1)


@pytest.fixture
def race_database(database_store: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of this test alone: commits are real, threads see each other."""
    with django_db_blocker.unblock(), own_database(f"{OWN}_race_{next(_races)}", templates.migrated()):
        yield


@pytest.fixture(scope="session")
def _demo_copy(django_db_setup: None) -> str:
    demo, name = templates.demo(), f"{OWN}_demo"
    for folder in ("media", "private"):
        if (demo.var / folder).is_dir():
            shutil.copytree(demo.var / folder, Path(settings.VAR) / f"demo-{folder}")
    store.copy(name, demo.database)
    return name


@pytest.fixture
def demo_database(
    _demo_copy: str, django_db_blocker: DjangoDbBlocker, settings: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """The demo municipality, in this process; what the test writes is rolled back."""
    var = Path(settings.VAR)  # type: ignore[attr-defined]
    settings.MEDIA_ROOT = var / "demo-media"  # type: ignore[attr-defined]
    # Two, once a test has changed STORAGES: a field keeps the storage that it began with.
    for storage in (storages["private"], StoredFile._meta.get_field("file").storage):
        monkeypatch.setattr(storage, "location", str(var / "demo-private"))
    with django_db_blocker.unblock(), connected_to(_demo_copy), transaction.atomic():
        yield
        transaction.set_rollback(True)


# Memory of the process --------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _empty_caches() -> Iterator[None]:
    """No test reads what another one left in memory."""
    yield
    forget()


@pytest.fixture(autouse=True)
def _default_language() -> Iterator[None]:
    """No test speaks the language of the page that another one asked for last."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def known_generation(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that count queries: the look at the page cache's generation, every half second, is once."""
    monkeypatch.setattr(generation, "CHECK_EVERY_SECONDS", 3_600)
