"""`make test`: the whole proof, in at most 8 minutes on two cores.

    python tools/test.py            everything
    python tools/test.py sqlite     only the steps named (checks, templates, postgresql, sqlite, browser)

The browser is found, or installed, before anything else. A step's output is shown when it ends, its
last line again at the end. Every step runs even when an earlier one has failed, so that one run tells
all that is wrong.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"


@dataclass(frozen=True)
class Step:
    """One part of the proof."""

    name: str
    command: tuple[str, ...]
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Outcome:
    """How a step went."""

    name: str
    failed: bool
    seconds: float
    last_line: str


# Tests are compiled by the first process that reads them, for all those after it.
SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
# One process more than cores: some tests wait for processes that they started.
CHECKS = Step("checks", ("python", "tools/check.py"))
POSTGRESQL = Step("postgresql", ("pytest", "-m", "not browser", "-n", "3", "--dist", "worksteal"))
SQLITE = Step(
    "sqlite",
    ("pytest", "-m", "sqlite and not browser", "-n", "3", "--dist", "worksteal"),
    (("TEST_DB", "sqlite"),),
)
BROWSER = Step("browser", ("pytest", "tests/browser", "-n", "2", "--dist", "loadgroup"))
# The tests of the ground need each template: made here, before the others would all wait for them.
SQLITE_TEMPLATES = Step(
    "templates", ("pytest", "tests/integration/support", "-m", "sqlite"), (("TEST_DB", "sqlite"),)
)
# Within a lane one after another, lanes at the same time: the first uses one core and waits for nobody.
LANES = ((CHECKS, SQLITE_TEMPLATES), (POSTGRESQL, SQLITE, BROWSER))


def run(step: Step) -> Outcome:
    """Run a step and show what it said."""
    started = time.monotonic()
    result = subprocess.run(
        [str(BIN / step.command[0]), *step.command[1:]],
        cwd=ROOT,
        env={**SURROUNDINGS, **dict(step.environment)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - started
    lines = result.stdout.strip().splitlines() or ["(no output)"]
    # One write, so that two lanes do not mix their lines.
    print(f"\n=== {step.name} ({seconds:.0f} s)\n" + "\n".join(lines), flush=True)
    return Outcome(step.name, result.returncode != 0, seconds, lines[-1])


def find_browser() -> None:
    """Name the browser for all steps; when there is none, the browser step fails with the same reason."""
    found = subprocess.run(
        [str(BIN / "python"), "-m", "tests.support.chromium"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    print(f"browser: {(found.stdout or found.stderr).strip()}", flush=True)
    if found.returncode == 0:
        SURROUNDINGS["CHROMIUM"] = found.stdout.strip()


def main(names: list[str]) -> int:
    """Run the lanes side by side, then say how each step went."""
    if not names or BROWSER.name in names:
        find_browser()
    started = time.monotonic()
    lanes = [[step for step in lane if not names or step.name in names] for lane in LANES]
    with ThreadPoolExecutor(len(lanes)) as pool:
        outcomes = [
            outcome
            for lane in pool.map(lambda steps: [run(step) for step in steps], lanes)
            for outcome in lane
        ]
    print(f"\n=== summary ({time.monotonic() - started:.0f} s)")
    for outcome in outcomes:
        verdict = "FAILED" if outcome.failed else "ok"
        print(f"{outcome.name:<12} {verdict:<7} {outcome.seconds:5.0f} s  {outcome.last_line}")
    return 1 if any(outcome.failed for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
