"""`make check`: what a machine can say of the code in seconds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"

CHECKS: dict[str, list[str]] = {
    "lint": ["ruff", "check", "--quiet", "."],
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "types": ["mypy"],
    "contracts": ["lint-imports"],
    "templates": ["djlint", "templates", "--lint", "--quiet"],
    "old django": ["django-upgrade", "--target-version", "5.2", "--check"],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "production": ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
    "translations": ["python", "tools/messages.py", "check"],
}
# An installation open to the public as docs/operating.md asks for it.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "vicinia.settings.production",
    "SECRET_KEY": "any-text-that-is-long-enough-and-has-different-letters-0123456789",
    "ALLOWED_HOSTS": "comune.example",
    "BASE_URL": "https://comune.example",
    "EMAIL_URL": "smtp+tls://mail.comune.example:587",
}


def command_of(name: str) -> list[str]:
    """The command of a check; one of them wants every file by name."""
    program, *arguments = CHECKS[name]
    if name == "old django":
        folders = ("site", "campaigns", "calls", "partners", "tests")
        files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
        arguments += [str(path) for path in files if "migrations" not in path.parts]
    return [str(BIN / program), *arguments]


def run_checks(names: list[str] | None = None) -> int:
    """Run the checks one after another; print each one's time, its output only when it fails."""
    failed = []
    for name in names or list(CHECKS):
        started = time.monotonic()
        result = subprocess.run(
            command_of(name),
            cwd=ROOT,
            env={**os.environ, **(PRODUCTION if name == "production" else {})},
            capture_output=True,
            text=True,
            check=False,
        )
        verdict = "ok" if result.returncode == 0 else "FAILED"
        print(f"{name:<14} {verdict:<7} {time.monotonic() - started:5.1f} s", flush=True)
        if result.returncode:
            print(result.stdout + result.stderr, flush=True)
            failed.append(name)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(run_checks(sys.argv[1:]))
