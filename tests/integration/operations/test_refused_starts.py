"""`make run` with a wrong or missing piece: one sentence that names it, whatever the database."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.environment import ROOT
from tests.support.ports import free_port


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Start what must refuse to start."""
    return subprocess.run(
        [sys.executable, "tools/run.py"],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "vicinia.settings.dev", **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_taken_port_is_told_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = start(PORT=str(port))
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert f"PORT {port}" in result.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        {"PORT": "eighty"},
        {"PORT": "70000"},
        {"DATABASE_URL": "not-an-address"},
        {"DATABASE_URL": "mysql://user@host/name"},
        {"VAR_DIR": "manage.py/var"},
        {"FROM_EMAIL": "nobody"},
        {"LOG_LEVEL": "LOUD"},
        {"LOG_FORMAT": "xml"},
        {"EMAIL_URL": "https://mail.example"},
        {"REDIS_URL": "localhost"},
        {"BASE_URL": "comune.example"},
        {"DEMO": "perhaps"},
        {"WEB_THREADS": "0"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_wrong_value_is_told_in_a_sentence_that_names_it(wrong: dict[str, str]) -> None:
    [(name, value)] = wrong.items()
    result = start(**wrong)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"{name} has a wrong value")
    assert value not in result.stderr.split("(")[0]


@pytest.mark.parametrize(
    "wrong", [{"HOST": "203.0.113.1"}, {"DJANGO_SETTINGS_MODULE": "vicinia.settings.none"}], ids=str
)
def test_what_is_not_there_is_told_in_a_sentence_that_names_the_variable(wrong: dict[str, str]) -> None:
    result = start(**{"PORT": str(free_port()), **wrong})
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(next(iter(wrong)))


def test_a_shared_cache_that_does_not_answer_is_told_in_a_sentence(tmp_path: Path) -> None:
    away = f"redis://127.0.0.1:{free_port()}/0"
    database = f"sqlite:///{tmp_path}/db.sqlite3"
    result = start(DATABASE_URL=database, REDIS_URL=away, PORT=str(free_port()))
    assert result.returncode == 1
    assert "REDIS_URL: the shared cache does not answer" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_database_that_does_not_answer_is_told_in_a_sentence() -> None:
    port = free_port()
    result = start(DATABASE_URL=f"postgres://nobody:secret@127.0.0.1:{port}/none", PORT=str(free_port()))
    assert result.returncode == 1
    assert "DATABASE_URL: the database does not answer" in result.stderr
    assert "Traceback" not in result.stderr
    assert "secret" not in result.stderr
