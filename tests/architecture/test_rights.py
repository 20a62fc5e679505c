"""The code asks the table of rights, and asks only for what is in it."""

from __future__ import annotations

import re

from django.apps import apps

from tests.architecture.sources import ROOT, modules
from vicinia.accounts.rights.table import rights

ACCOUNTS = ROOT / "site/vicinia/accounts"
LABELS = {config.label for config in apps.get_app_configs() if config.path.startswith(str(ROOT))}
# "partners.verify_organisation", in quotes.
NAMED = re.compile(rf"[\"']((?:{'|'.join(sorted(LABELS))})\.[a-z]+(?:_[a-z]+)+)[\"']")
ASKING = re.compile(r"has_perm\(|\brequire\(|^[A-Z_]+ = |may_as_one_of_its_own\(")


def test_no_code_but_that_of_accounts_asks_for_a_role() -> None:
    asking = [
        str(path.relative_to(ROOT))
        for path in modules()
        if ACCOUNTS not in path.parents and re.search(r"\bhas_role\b|\broles_of\b", path.read_text())
    ]
    assert not asking, "ask user.has_perm instead"


def test_every_right_that_the_code_asks_for_is_in_the_table() -> None:
    asked = {
        (name, str(path.relative_to(ROOT)))
        for path in modules()
        for line in path.read_text().splitlines()
        if ASKING.search(line.strip())
        for name in NAMED.findall(line)
    }
    assert len(asked) > 10
    assert not {pair for pair in asked if pair[0] not in rights}


def test_every_right_is_on_something_that_exists() -> None:
    models = {model._meta.label_lower for model in apps.get_models()}
    # Screens without a model of their own.
    screens = {"monitoring.dashboard", "accounts.right", "core.pagequality"}
    assert not {right.subject for right in rights} - models - screens
