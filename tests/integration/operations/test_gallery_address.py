"""The gallery of components is for who develops."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.support.environment import ROOT

ASK = "from django.urls import resolve; print(resolve('/componenti/').url_name == 'gallery')"


@pytest.mark.parametrize(("debug", "is_served"), [("0", "False"), ("1", "True")])
def test_the_gallery_is_served_in_development_only(debug: str, is_served: str) -> None:
    """In a process of its own: addresses are read once, with the settings."""
    answer = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", ASK],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "vicinia.settings.dev", "DEBUG": debug},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == is_served
