"""What a bench prints: one JSON object a line."""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def wanted(name: str) -> bool:
    """Tell whether lines that begin so were asked for (`make bench ONLY=...`)."""
    only = os.environ.get("BENCH_ONLY", "")
    return name.startswith(only) or only.startswith(name)


def report(
    name: str,
    value: float,
    unit: str,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
    peer: dict[str, Any] | None = None,
) -> None:
    """Print one measure; `peer` is another system's value of the same thing, with its name.

    A line without a goal is there to be read beside the others.
    """
    line: dict[str, Any] = {"name": name, "value": round(value, 3), "unit": unit, "goal": None, "met": None}
    if at_least is not None:
        line |= {"goal": f">= {at_least:g}", "met": value >= at_least}
    if at_most is not None:
        line |= {"goal": f"<= {at_most:g}", "met": value <= at_most}
    if peer:
        line |= {"peer": peer, "ratio": round(value / peer["value"], 3)}
    if wanted(name):
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


def say(text: str) -> None:
    """Tell what is being done, beside the results."""
    sys.stderr.write(f"· {text}\n")
    sys.stderr.flush()
