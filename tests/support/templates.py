"""Databases made once and copied for every test process: migrated, and with the demo loaded.

The name of each holds a hash of all that decides its content, so that a change makes a new one.
Reading too much only costs time; reading too little would test against the past.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from .databases import connected_to
from .environment import HOME, ROOT, store

SOURCES = ("site/vicinia", "campaigns", "calls", "partners")
# So many of each kind stay, for those who go back and forth between branches.
KEPT = 3
# What acts after the migrations: listeners.
ACTS_AFTER = re.compile(r"post_migrate")
_OWN_IMPORT = re.compile(r"^(?:from|import) ((?:vicinia|campaigns|calls|partners)[\w.]*)", re.MULTILINE)


@dataclass(frozen=True)
class Demo:
    """The demo municipality: the name of its database and the folder of its files (VAR_DIR)."""

    database: str
    var: Path


class BuildFailed(Exception):
    """A command that fills a template failed; the message holds its output."""


@cache
def migrated() -> str:
    """Return the name of a database with all migrations applied, making it when there is none."""
    name = f"migrated_{_hash(_migration_inputs())}"
    with _building():
        if name not in store.names("migrated_"):
            draft = _fresh_draft(ancestor())
            _manage("migrate", "--verbosity", "0", database=draft, settings="test", var=HOME / "draft-var")
            store.rename(draft, name)
            for gone in _prune("migrated_"):
                _made_of(gone).unlink(missing_ok=True)
        _made_of(name).write_text(json.dumps(digests()))
    return name


def ancestor() -> str | None:
    """Return the last template to which only migrations were added since: the new ones take seconds.

    As an installation that is updated; a change of anything that was applied begins from nothing.
    """
    now = digests()
    for name in store.names("migrated_"):
        if _made_of(name).exists() and json.loads(_made_of(name).read_text()).items() <= now.items():
            return name
    return None


def _made_of(name: str) -> Path:
    """Where it is written what a template was made of."""
    return HOME / f"{store.vendor}-{name}.json"


def digests() -> dict[str, str]:
    """Return what a template is made of, file by file."""
    return {str(path.relative_to(ROOT)): _hash([path]) for path in _migration_inputs()}


def demo() -> Demo:
    """Return the demo municipality as `load_demo` leaves it today, loading it when there is none."""
    base = migrated()
    # The demo's dates count from today.
    name = f"demo_{_hash([*_demo_inputs(), f'{date.today()} {base}'])}"  # noqa: DTZ011 - a new day is enough
    var = HOME / f"demo-var-{store.vendor}" / name
    with _building():
        if name not in store.names("demo_") or not var.is_dir():
            store.drop(name)
            draft, draft_var = _fresh_draft(base), HOME / "draft-var"
            shutil.rmtree(draft_var, ignore_errors=True)
            # As the first `make run` does it, with its settings: the passwords must open the running site.
            _manage(
                "prepare", "--static-stamp", _static_stamp(), database=draft, settings="dev", var=draft_var
            )
            var.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(var, ignore_errors=True)
            draft_var.rename(var)
            store.rename(draft, name)
            for gone in _prune("demo_"):
                shutil.rmtree(var.parent / gone, ignore_errors=True)
    return Demo(name, var)


def crowded(rows: int, fill: Callable[[int], None]) -> str:
    """Return the name of a database with so many rows of everything, calling `fill` when there is none.

    It is shared by all processes: who opens it takes back what it writes.
    """
    base = migrated()
    factories = sorted((ROOT / "tests/factories").glob("*.py"))
    name = f"rows_{rows}_{_hash([*_demo_inputs(), *factories, base])}"
    with _building("crowds"):
        if name not in store.names(f"rows_{rows}_"):
            draft = _fresh_draft(base, name="draft_rows")
            with connected_to(draft):
                fill(rows)
            store.rename(draft, name)
            _prune(f"rows_{rows}_")
    return name


def drop_leftovers() -> None:
    """Remove the databases of processes that were killed before they could."""
    for name in store.names("run_"):
        match = re.match(r"run_(\d+)", name)
        if match and not Path("/proc", match[1]).exists():
            store.drop(name)


@contextmanager
def _building(what: str = "building") -> Iterator[None]:
    """One process looks and builds at a time; the others find the result."""
    HOME.mkdir(parents=True, exist_ok=True)
    with (HOME / what).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fresh_draft(template: str | None = None, *, name: str = "draft") -> str:
    store.drop(name)
    store.create(name, template)
    return name


def _prune(prefix: str) -> list[str]:
    gone = store.names(prefix)[KEPT:]
    for name in gone:
        store.drop(name)
    return gone


def _manage(*arguments: str, database: str, settings: str, var: Path) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": store.url(database),
        "DJANGO_SETTINGS_MODULE": f"vicinia.settings.{settings}",
        "VAR_DIR": str(var),
        "DEMO": "1",
        "PYTHONWARNINGS": "ignore",
    }
    result = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if result.returncode:
        raise BuildFailed(f"manage.py {' '.join(arguments)}:\n{result.stdout[-6000:]}")


def _static_stamp() -> str:
    """What `make run` will look for, so that no site of the tests collects static files again."""
    code = "import sys; sys.path.insert(0, 'tools'); import run; print(run.static_stamp())"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return result.stdout.strip()


def _hash(inputs: Iterable[Path | str]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for item in inputs:
        digest.update(str(item).encode())
        if isinstance(item, Path):
            digest.update(item.read_bytes())
    return digest.hexdigest()[:12]


def _migration_inputs() -> list[Path]:
    """The migrations, our modules that they import or that act after them, settings, installed packages."""
    migrations = [path for folder in SOURCES for path in sorted((ROOT / folder).rglob("migrations/*.py"))]
    imported = {
        found
        for path in migrations
        for module in _OWN_IMPORT.findall(path.read_text())
        if (found := _module_path(module))
    }
    after = {
        path
        for folder in SOURCES
        for path in (ROOT / folder).rglob("*.py")
        if ACTS_AFTER.search(path.read_text())
    }
    settings = sorted((ROOT / "site/vicinia/settings").glob("*.py"))
    return [*migrations, *sorted(imported | after), *settings, ROOT / "requirements/dev.lock"]


def _module_path(module: str) -> Path | None:
    base = Path(*module.split("."))
    candidates = [
        top / end for top in (ROOT, ROOT / "site") for end in (base.with_suffix(".py"), base / "__init__.py")
    ]
    return next((path for path in candidates if path.is_file()), None)


def _demo_inputs() -> list[Path]:
    """Every source file, of any kind: loaders read YAML, Markdown and images beside the code."""
    folders = [*SOURCES, "assets", "locale", "templates"]
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file() and path.suffix not in {".pyc", ".mo"}
    ]
