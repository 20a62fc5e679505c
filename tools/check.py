"""`make check`: what a machine can say of the code in seconds."""

from __future__ import annotations

import os
import shutil
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
    """The command of a check; one wants every file by name, one a cache that fits the modules there are."""
    program, *arguments = CHECKS[name]
    if name == "types":
        arguments += ["--cache-dir", str(types_cache())]
    if name == "old django":
        folders = ("site", "campaigns", "calls", "partners", "tests")
        files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
        arguments += [str(path) for path in files if "migrations" not in path.parts]
    return [str(BIN / program), *arguments]


def types_cache() -> Path:
    """Return mypy's cache, emptied when model modules came or went.

    Its Django plugin makes every app depend on all of them: mypy goes on asking for one that has moved, and
    a working copy that is brought up to date fails where a new one passes.
    """
    cache = ROOT / ".mypy_cache"
    folders = ("site", "campaigns", "calls", "partners")
    found = (path for folder in folders for path in (ROOT / folder).rglob("models.py"))
    models = "\n".join(sorted(str(path.relative_to(ROOT)) for path in found))
    known = cache / "models.txt"
    if not known.is_file() or known.read_text(encoding="utf-8") != models:
        shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir()
        known.write_text(models, encoding="utf-8")
    return cache


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
