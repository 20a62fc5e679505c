"""Every logger's lines look the same."""

from __future__ import annotations

import json
import logging

import pytest
import structlog

from vicinia.core import logs


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
