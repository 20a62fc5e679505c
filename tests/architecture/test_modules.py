"""Rules about where code is kept (docs/architecture.md). Import directions are import-linter's."""

import ast
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

from tests.architecture.sources import APPS, ROOT, dotted, modules, shown

MAX_LINES = 300
VAGUE_NAMES = {"utils.py", "helpers.py", "misc.py", "common.py", "util.py"}


def test_the_source_root_is_no_package() -> None:
    """`site` is a module of the standard library: a package of that name would hide it."""
    assert not (ROOT / "site/__init__.py").exists()


def test_every_file_can_be_read_in_one_sitting() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {count}"
        for path in [*modules(), *(ROOT / "tools").glob("*.py"), *(ROOT / "tests").rglob("*.py")]
        if (count := len(path.read_text().splitlines())) > MAX_LINES
    ]
    assert not long


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert not shown([path for path in modules() if path.name in VAGUE_NAMES])


@pytest.mark.parametrize("name", ["models.py", "wagtail_hooks.py"])
def test_what_django_finds_in_an_app_only_gathers_its_concepts(name: str) -> None:
    """An app with concept packages keeps no code in `models.py`; small apps of one concept may."""
    faults = []
    for app in APPS:
        file = app / name
        if not file.exists() or not list(app.glob(f"*/{name}")):
            continue
        allowed = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign, ast.Expr)
        body = ast.parse(file.read_text()).body
        if not all(isinstance(statement, allowed) for statement in body):
            faults.append(str(file.relative_to(ROOT)))
    assert not faults


FRESH_START = """
import importlib, sys
import django
django.setup()
from django.apps import apps
known = {model._meta.label for model in apps.get_models(include_auto_created=True)}
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted({model._meta.label for model in apps.get_models(include_auto_created=True)} - known))
"""


def test_django_finds_every_model_by_itself() -> None:
    """Models of a concept that the app's `models.py` does not import get no table and no warning.

    In an interpreter of its own: here another test may have imported them already.
    """
    names = [dotted(path) for path in modules() if "models" in path.with_suffix("").parts]
    found_late = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", FRESH_START, *names],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"},
    ).stdout.split()
    assert not found_late


def test_no_business_flow_hangs_on_saving_a_row() -> None:
    """Services tell through domain events; `post_save` fires in imports, fixtures and migrations too."""
    users = [path for path in modules() if re.search(r"\bpost_save\b", path.read_text())]
    # The page cache watches rows on purpose: staleness must follow any write, whoever makes it.
    # Indexing only holds the search library's own listener still during a bulk write.
    # The audit trail copies the rows of Wagtail's own logs, which tell of no other moment.
    allowed = {"page_cache", "indexing.py", "editorial.py"}
    assert not shown([path for path in users if not allowed & set(path.parts)])


def test_services_say_what_they_take() -> None:
    """A service's public functions take keyword arguments only, so that a call reads like a sentence."""
    faults = []
    for path in modules("services.py"):
        for node in ast.parse(path.read_text()).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            writes = any(argument.arg == "by" for argument in [*node.args.args, *node.args.kwonlyargs])
            if writes and any(argument.arg == "by" for argument in node.args.args):
                faults.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert not faults


def test_transactions_are_never_left_to_the_request() -> None:
    """ATOMIC_REQUESTS would hold a write lock for as long as a page renders."""
    assert not settings.DATABASES["default"].get("ATOMIC_REQUESTS", False)
