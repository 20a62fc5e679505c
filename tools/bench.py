"""`make bench [ONLY=prefix]`: run the benches of tests/load; JSON lines on standard output, the rest on
standard error.

Each group is a module `tests/load/bench_<group>.py` that sets itself up in a folder of its own, prints
its lines, and takes down what it started.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT_SECONDS = 600
GRACE_SECONDS = 15


def groups(only: str) -> list[str]:
    """The groups that may print lines beginning with `only`."""
    names = [path.stem.removeprefix("bench_") for path in (ROOT / "tests" / "load").glob("bench_*.py")]
    return sorted(name for name in names if name.startswith(only) or only.startswith(f"{name}."))


def run_group(name: str, only: str) -> bool:
    """Run a group, its lines passing through as they come; return whether it came to its end in time."""
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.load.bench_{name}"],
        cwd=ROOT,
        env={**os.environ, "BENCH_ONLY": only, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"},
        start_new_session=True,
    )
    try:
        code: int | None = process.wait(LIMIT_SECONDS)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        code = None
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    verdict = "done" if code == 0 else "stopped" if code is None else "FAILED"
    print(f"· {name}: {verdict} in {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return code == 0


def main() -> int:
    """Run the groups one after another: they would disturb each other."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    chosen = groups(only)
    if not chosen:
        print(f"There is no bench whose name begins with «{only}».", file=sys.stderr)
        return 2
    ended = [run_group(name, only) for name in chosen]
    return 0 if all(ended) else 1


if __name__ == "__main__":
    sys.exit(main())
