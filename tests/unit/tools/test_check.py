"""`make check` says the same in a working copy that was brought up to date as in a new one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

sys.path.append(str(ROOT / "tools"))

import check


def test_what_mypy_remembers_is_forgotten_when_models_move_and_kept_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "ROOT", tmp_path)
    models = tmp_path / "calls" / "registers" / "models.py"
    models.parent.mkdir(parents=True)
    models.touch()
    remembered = check.types_cache() / "3.11.json"
    remembered.touch()
    check.types_cache()
    assert remembered.exists()
    models.unlink()
    check.types_cache()
    assert not remembered.exists()
