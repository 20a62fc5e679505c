"""Each request leaves one line: enough to find it again, nothing that a person typed."""

from __future__ import annotations

import json
import logging
import threading
import time
from io import StringIO
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from vicinia.core.access_log import AccessLog, Line, access, access_log


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> list[Line]:
    """The access log's lines."""
    caplog.set_level(logging.INFO, access.name)
    kept: list[Line] = []
    monkeypatch.setattr(access_log, "note", kept.append)
    return kept


def read(line: Line) -> dict[str, Any]:
    """What a machine reads in the line."""
    found: dict[str, Any] = json.loads(line.as_json())
    return found


def ids_in(written: StringIO) -> list[str]:
    """The requests of whole lines."""
    return [json.loads(line)["request_id"] for line in written.getvalue().splitlines()]


@pytest.mark.django_db
def test_a_request_leaves_a_line_with_the_id_that_the_reader_is_told(
    client: Client, lines: list[Line]
) -> None:
    answer = client.get("/accedi/login/?next=/area-riservata/&token=secret")
    [line] = map(read, lines)
    assert (line["method"], line["path"], line["status"]) == ("GET", "/accedi/login/", 200)
    assert line["request_id"] == answer["X-Request-Id"]
    assert line["ms"] > 0
    assert "secret" not in json.dumps(line)


@pytest.mark.django_db
def test_two_requests_never_share_an_id(client: Client) -> None:
    ids = {client.get("/")["X-Request-Id"] for _ in range(5)}
    assert len(ids) == 5


@pytest.mark.parametrize("path", ['/a"b', "/a\nb", "/città/", "/a\\b", "/\x1b[31m"])
def test_a_strange_path_cannot_forge_a_line(path: str) -> None:
    line = Line(0.0, "GET", path, 200, 1.0, "id")
    assert read(line)["path"] == path
    assert line.as_text().isprintable()


def test_a_crowd_s_lines_are_all_written_once(settings: LazySettings) -> None:
    settings.LOGGING = {"level": "INFO", "format": "json"}
    written = StringIO()
    log = AccessLog(written)
    log.PAUSE_SECONDS = 0.001

    def ask(thread: int) -> None:
        for number in range(500):
            log.note(Line(0.0, "GET", "/", 200, 1.0, f"{thread}-{number}"))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # What happens when the process ends; the writer of its own may be writing meanwhile.
    deadline = time.monotonic() + 10
    while len(ids := ids_in(written)) < 4_000 and time.monotonic() < deadline:
        log.write()
    assert len(ids) == len(set(ids)) == 4_000


def test_a_lone_line_is_not_kept_waiting() -> None:
    written = StringIO()
    log = AccessLog(written)
    log.PAUSE_SECONDS = 3_600
    log.note(Line(0.0, "GET", "/campagne/", 200, 1.0, "abc"))
    deadline = time.monotonic() + 10
    while not written.getvalue() and time.monotonic() < deadline:
        time.sleep(0.001)
    assert (
        written.getvalue()
        == "1970-01-01T00:00:00.000Z [info     ] GET /campagne/ 200 1.0 ms request_id=abc\n"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/newsletter/disiscrizione/a-signed-part/", "/newsletter/disiscrizione/***/"),
        ("/accedi/confirm-email/a-signed-part/", "/accedi/confirm-email/***/"),
        ("/accedi/password/reset/key/1z-a-signed-part/", "/accedi/password/reset/key/***-***/"),
    ],
)
def test_the_log_holds_no_link_of_a_mail(client: Client, lines: list[Line], path: str, written: str) -> None:
    client.get(path)
    assert [read(line)["path"] for line in lines] == [written]
