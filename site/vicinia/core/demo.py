"""Demo content: apps register a loader each, `manage.py load_demo` runs them in order.

Loaders read YAML beside their app and are safe to run twice (they find what they made by its key).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from .registries import Registry

Loader = Callable[[], None]

# Orders: accounts 10, territory 20, partners 30, home 40, directory 50, campaigns 60, calls 70,
# emergencies 80, monitoring 90.
loaders: Registry[Loader] = Registry("demo content")

# The one written in C is ten times as fast; both refuse anything but plain data.
SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RELATIVE = re.compile(r"^([+-]\d+)d(?: (\d{2}):(\d{2}))?$")


def read_yaml(path: Path) -> Any:
    """Read one of the demo's files."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=SAFE_LOADER)  # noqa: S506 - a safe loader


def moment(text: str) -> datetime:
    """Turn "+9d 12:00" (days from today, local time; 00:00 when not given) into an aware instant."""
    match = _RELATIVE.match(text)
    if not match:
        raise ValueError(f"«{text}» is not of the form +9d 12:00")
    days, hour, minute = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))
