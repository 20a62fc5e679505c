"""Logs tell what failed and never what people wrote."""

import logging

import pytest
from django.conf import settings

from vicinia.core.logs import configure


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_traceback_holds_no_value_of_a_variable(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers = root.handlers[:]
    # Here, not in a fixture: the handler keeps the stream that it finds.
    configure({"level": "INFO", "format": form})
    secret = "RSSMRA80A01" + "H501U"
    try:
        raise ValueError(len(secret))
    except ValueError:
        logging.getLogger("vicinia.test").exception("it failed")
    finally:
        configure(settings.LOGGING)
        root.handlers[:] = handlers
    written = capsys.readouterr().err
    assert "it failed" in written
    assert "ValueError: 16" in written
    assert secret not in written
