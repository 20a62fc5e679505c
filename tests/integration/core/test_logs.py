"""Each request leaves one line: enough to find it again, nothing that a person typed."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
import structlog
from django.test import Client

from vicinia.core import logs


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[logging.LogRecord]:
    """The access log's records."""
    kept: list[logging.LogRecord] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            kept.append(record)

    monkeypatch.setattr(logs.access, "handlers", [Keeper()])
    return kept


def read(record: logging.LogRecord) -> dict[str, Any]:
    """The JSON line."""
    line: dict[str, Any] = json.loads(logs.AccessFormatter(is_json=True).format(record))
    return line


@pytest.mark.django_db
def test_a_request_leaves_a_line_with_the_id_that_the_reader_is_told(
    client: Client, lines: list[logging.LogRecord]
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
    record = logs.access.makeRecord(
        "vicinia.access", logging.INFO, "", 0, "%s %s", ("GET", path, 200, 1.0, "id"), None
    )
    assert read(record)["path"] == path
    text = logs.AccessFormatter(is_json=False).format(record)
    assert text.isprintable()


@pytest.mark.parametrize("form", ["json", "text"])
def test_every_logger_writes_in_the_chosen_form(form: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = structlog.get_config()
    try:
        logs.configure({"level": "INFO", "format": form})
        with structlog.contextvars.bound_contextvars(request_id="abc"):
            structlog.stdlib.get_logger("vicinia.test").info("loaded", rows=3)
            logging.getLogger("wagtail").warning("page %s", "home")
            try:
                raise ValueError("wrong")
            except ValueError:
                logging.getLogger("django").exception("failed")
        written = capfd.readouterr().err
    finally:
        logs.configure({"level": "INFO", "format": "text"})
        structlog.configure(**before)
    assert "ValueError: wrong" in written
    if form == "json":
        first, second, third = map(json.loads, written.splitlines())
        assert (first["event"], first["rows"], first["request_id"]) == ("loaded", 3, "abc")
        assert (second["event"], second["level"], second["request_id"]) == ("page home", "warning", "abc")
        assert "Traceback" in third["exception"]
    else:
        assert "loaded" in written
        assert "page home" in written


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/newsletter/disiscrizione/a-signed-part/", "/newsletter/disiscrizione/***/"),
        ("/accedi/confirm-email/a-signed-part/", "/accedi/confirm-email/***/"),
        ("/accedi/password/reset/key/1z-a-signed-part/", "/accedi/password/reset/key/***-***/"),
    ],
)
def test_the_log_holds_no_link_of_a_mail(
    client: Client, lines: list[logging.LogRecord], path: str, written: str
) -> None:
    client.get(path)
    assert [read(line)["path"] for line in lines] == [written]
