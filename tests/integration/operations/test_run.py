"""`make run`: what a person at the terminal sees, and what happens when a process dies."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.support.environment import OWN, store
from tests.support.running_site import RunningSite

pytestmark = pytest.mark.sqlite

START_LONG_WORK = """
from tests.support.sample_tasks import count
from vicinia.core.tasks import progress
for number in range(2):
    work = progress.start(kind=f"count {number}", title="count", by=None, total=40)
    count.enqueue(str(work.pk), 0.1)
"""


@pytest.fixture(scope="module")
def site(database_store: None) -> Iterator[RunningSite]:
    """A running site with two web processes, one for these tests; the last of them ends it."""
    site = RunningSite(f"{OWN}_operations")
    site._environment["WEB_WORKERS"] = "2"
    site.prepare()
    site.start()
    yield site
    site.stop()
    site.remove()


def processes(site: RunningSite, words: str) -> list[int]:
    """Ids of the site's processes whose command line holds the words."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            environment = (folder / "environ").read_bytes()
        except (OSError, ValueError):
            continue
        if folder.name.isdigit() and words in command and f"VAR_DIR={site.var}".encode() in environment:
            found.append(int(folder.name))
    return sorted(found)


def wait_until(what: Callable[[], object], seconds: float, site: RunningSite) -> None:
    """Fail with the site's log when it does not come true."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, site.log_tail()
        time.sleep(0.2)


def ask(site: RunningSite, query: str) -> list[tuple[Any, ...]]:
    """Ask the site's database, without the seconds that a management command takes."""
    if store.vendor == "sqlite":
        with closing(sqlite3.connect(store.django_name(site.name), timeout=20)) as connection:
            return connection.execute(query).fetchall()
    with psycopg.connect(store.url(site.name)) as connection:
        return connection.execute(query).fetchall()  # type: ignore[call-overload,no-any-return]


def done(site: RunningSite, number: int) -> int:
    """How far one of the two long works is."""
    return int(ask(site, f"SELECT done FROM core_progress WHERE kind = 'count {number}'")[0][0])


PUBLISH = """
import time
from wagtail.models import Site
home = Site.objects.get(is_default_site=True).root_page.specific
home.seo_title = "Published at this very moment"
home.save_revision().publish()
print(time.time())
"""


def read_home(site: RunningSite) -> list[bytes]:
    """The home page as forty readers get it, on a connection each: every process answers some."""

    def read(_number: int) -> bytes:
        with urllib.request.urlopen(f"{site.url}/", timeout=120) as answer:
            return bytes(answer.read())

    with ThreadPoolExecutor(8) as readers:
        return list(readers.map(read, range(40)))


def test_what_one_process_publishes_every_other_shows_within_two_seconds(site: RunningSite) -> None:
    assert len(processes(site, "granian")) == 3
    with ExitStack() as idle:
        # Browsers that have read a page and keep their connections open take nobody's place.
        for _ in range(60):
            browser = idle.enter_context(socket.create_connection(("127.0.0.1", site.port)))
            browser.sendall(f"GET /health/ HTTP/1.1\r\nHost: localhost:{site.port}\r\n\r\n".encode())
        before = read_home(site)
        published_at = float(site.run_python(PUBLISH))
        time.sleep(max(0, published_at + 1.5 - time.time()))
        after = read_home(site)
    assert not [page for page in before if b"at this very moment" in page]
    assert not [page for page in after if b"at this very moment" not in page]


def test_a_killed_worker_is_replaced_and_all_end_together(site: RunningSite) -> None:
    wait_until(lambda: len(processes(site, "run_worker")) == 2, 30, site)
    site.run_python(START_LONG_WORK)
    wait_until(lambda: done(site, 0) >= 3, 20, site)
    [killed] = processes(site, "run_worker --queue slow")
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: done(site, 0) == 40, 40, site)
    # Each step once, by two workers; asked at once, for the second work goes on meanwhile.
    all_done = "(SELECT sum(done) FROM core_progress WHERE kind LIKE 'count %')"
    steps = f"SELECT count(*), count(DISTINCT cache_key), {all_done} FROM core_cacheentry"
    [(rows, steps_done, expected)] = ask(site, f"{steps} WHERE cache_key LIKE 'step %'")
    assert rows == steps_done == expected >= 40
    assert ask(site, "SELECT reason FROM core_tasksetback") == [("lost",)]
    assert killed not in processes(site, "run_worker --queue slow")

    # Ctrl-C, while the second work is under way: its worker gives it back instead of finishing it.
    wait_until(lambda: done(site, 1) >= 2, 20, site)
    assert site._process
    site._process.send_signal(signal.SIGINT)
    assert site._process.wait(9) == 0
    assert 2 <= done(site, 1) < 40
    queue = "SELECT status FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%count'"
    assert sorted(ask(site, queue)) == [("READY",), ("SUCCESSFUL",)]
    assert ask(site, "SELECT * FROM core_workerheartbeat") == []
    assert processes(site, "") == []
    assert "Traceback" not in site.log_tail()
