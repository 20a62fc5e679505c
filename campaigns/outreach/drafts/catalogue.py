"""The templates of campaigns, read from `texts.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "texts.yaml"


@dataclass(frozen=True, slots=True)
class CampaignTemplate:
    """A campaign that many municipalities run: its texts, filled in, and how long it lasts, in weeks."""

    key: str
    label: str
    hint: str
    title: str
    goal: str
    topic: str
    target_groups: list[str]
    weeks: int
    who_for: str
    body: str
    steps: list[dict[str, str]]
    questions: list[dict[str, str]] = field(default_factory=list)
    action: dict[str, str] = field(default_factory=dict)
    action_note: str = ""
    delicate: bool = False
    tab_title: str = ""


@cache
def templates() -> dict[str, CampaignTemplate]:
    """Return the templates by key, in the order in which they are offered."""
    entries: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {entry["key"]: CampaignTemplate(**entry) for entry in entries}
