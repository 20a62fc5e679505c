"""The environment variables: read as documented, documented as read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.support.environment import ROOT
from vicinia.settings import env

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "vicinia.settings.production",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789",
    "ALLOWED_HOSTS": "sociale.comune.example,www.sociale.comune.example",
    "BASE_URL": "https://sociale.comune.example",
    "DATABASE_URL": "postgres://vicinia:secret@db.example/vicinia",
    "EMAIL_URL": "smtp+tls://vicinia:pass%40word@mail.example",
}
DEVELOPMENT = {"DJANGO_SETTINGS_MODULE": "vicinia.settings.dev"}


def clean_environment(tmp_path: Path, settings: dict[str, str]) -> dict[str, str]:
    """An environment with these variables and no others of ours."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "VAR_DIR": str(tmp_path), "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", **settings}


def python(code: str, tmp_path: Path, settings: dict[str, str]) -> str:
    """Run Python under some settings."""
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=clean_environment(tmp_path, settings),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def declared(tmp_path: Path, settings: dict[str, str]) -> dict[str, Any]:
    """The variables that some settings read: default and meaning of each."""
    code = (
        "import json; from django.conf import settings; settings.DEBUG; "
        "from vicinia.settings.env import VARIABLES as v; "
        "print(json.dumps({n: [x.default, x.meaning] for n, x in v.items()}))"
    )
    found: dict[str, Any] = json.loads(python(code, tmp_path, settings))
    return found


def documented() -> dict[str, list[str]]:
    """The table of the operating guide."""
    text = (ROOT / "docs" / "operating.md").read_text()
    rows = re.findall(r"^\| `([A-Z_]+)` \| (.+?) \| (.+) \|$", text, re.MULTILINE)
    return {name: [default.strip("`"), meaning] for name, default, meaning in rows}


def test_the_operating_guide_lists_every_variable_as_it_is_read(tmp_path: Path) -> None:
    development, production = declared(tmp_path, DEVELOPMENT), declared(tmp_path, PRODUCTION)
    expected = {}
    for name in {**development, **production}:
        default, meaning = (development.get(name) or production[name])[:]
        if name not in development and default != "required":
            default = f"{default} (production only)"
        elif name in development and name in production and production[name][0] != default:
            default = f"{default} (production: {production[name][0]})"
        elif name not in production:
            default = f"{default} (not in production)"
        elif default == "required":
            default = "required in production"
        expected[name] = [default, meaning]
    # VAR_DIR was given to keep the test out of the checkout.
    assert documented() == expected


def test_production_passes_djangos_own_check_without_a_warning(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "DEBUG"],
        cwd=ROOT,
        env=clean_environment(tmp_path, PRODUCTION),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY has a wrong value: it must have at least 50 characters."),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is missing"),
        ({"EMAIL_URL": ""}, "EMAIL_URL is missing"),
        (
            {"EID_ISSUER": "https://broker.example"},
            "EID_CLIENT_ID and EID_CLIENT_SECRET are missing: EID_ISSUER needs both.",
        ),
        (
            {"EID_ISSUER": "http://broker.example"},
            "EID_ISSUER has a wrong value: it must begin with https://",
        ),
        ({"EID_WAYS": "spid,cns"}, "EID_WAYS has a wrong value: it must be one or both of spid, cie."),
        ({"PROXY_COUNT": "many"}, "PROXY_COUNT has a wrong value: not a valid integer."),
    ],
)
def test_an_open_site_does_not_start_half_configured(
    tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    result = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=clean_environment(tmp_path, {**PRODUCTION, **changed}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1


def test_the_mail_servers_address_is_taken_apart(tmp_path: Path) -> None:
    code = (
        "from django.conf import settings as s; "
        "print(s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_HOST_USER, s.EMAIL_HOST_PASSWORD, s.EMAIL_USE_TLS)"
    )
    assert python(code, tmp_path, PRODUCTION).split() == [
        "mail.example",
        "587",
        "vicinia",
        "pass@word",
        "True",
    ]


def test_the_site_answers_by_the_name_that_was_given_to_it(tmp_path: Path) -> None:
    settings = {**DEVELOPMENT, "HOST": "0.0.0.0", "BASE_URL": "http://demo.comune.example:8000"}
    code = (
        "import django; django.setup(); from django.test import Client; "
        "print(Client(headers={'host': 'demo.comune.example:8000'}).get('/robots.txt').status_code)"
    )
    assert python(code, tmp_path, settings).split() == ["200"]


@pytest.fixture
def variable(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a variable a value and read it."""
    monkeypatch.setattr(env, "VARIABLES", {})

    def read(value: str | None, reader: str, default: Any, **options: Any) -> Any:
        monkeypatch.delenv("A_VARIABLE", raising=False)
        if value is not None:
            monkeypatch.setenv("A_VARIABLE", value)
        return env.read("A_VARIABLE", reader, default, "What it is for.", **options)

    return read


@pytest.mark.parametrize("absent", [None, "", "  "])
def test_an_empty_variable_is_one_not_given(variable: Any, absent: str | None) -> None:
    assert variable(absent, "int", 8000) == 8000
    assert variable(absent, "bool", default=True) is True
    assert variable(absent, "list", None) is None


@pytest.mark.parametrize(
    ("value", "reader", "check", "why"),
    [
        ("x", "int", None, "not a valid integer."),
        ("0", "int", env.between(1, 5), "it must be between 1 and 5."),
        ("b", "str", env.one_of("a", "c"), "it must be one of a, c."),
        ("ftp://x", "str", env.address("http", "https"), "it must begin with http:// or https://."),
        ("http://", "str", env.address("http"), "it has no host name."),
        ("/proc/nothing", "str", env.folder(ROOT), "it cannot be made (No such file or directory)."),
        ("manage.py/var", "str", env.folder(ROOT), "it cannot be made (Not a directory)."),
        ("nobody", "str", env.mailbox, "it must be an e-mail address: Comune <noreply@comune.example>."),
        (
            "mysql://u@h/d",
            "dj_db_url",
            env.database,
            "it must begin with sqlite:// or postgres://.",
        ),
        ("http://x:port", "str", env.address("http"), "it is not a valid address."),
    ],
)
def test_a_wrong_value_is_explained_without_being_repeated(
    variable: Any, value: str, reader: str, check: Any, why: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as told:
        variable(value, reader, None, check=check)
    assert str(told.value) == (
        f"A_VARIABLE has a wrong value: {why} (What it is for. See docs/operating.md.)"
    )
