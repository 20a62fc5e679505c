"""Foreign keys written as text escape the import rules: they too point downward only."""

import tomllib
from importlib import import_module
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import ForeignKey, ManyToManyField

from tests.architecture.sources import ROOT


def layers() -> dict[str, int]:
    """Layer of each of our apps, 0 at the bottom, from import-linter's contract."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    lines = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return {
        name.strip(" ()"): height
        for height, line in enumerate(reversed(lines))
        for name in line.replace(":", "|").split("|")
    }


def app_name(model: Any) -> str:
    """The package of a model's app ("vicinia.accounts")."""
    return str(apps.get_app_config(model._meta.app_label).name)


def test_relations_point_downward_only() -> None:
    height = layers()
    upward = []
    for model in apps.get_models(include_auto_created=True):
        own = app_name(model)
        if own not in height:
            continue
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if not isinstance(field, (ForeignKey, ManyToManyField)) or field.related_model is None:
                continue
            other = app_name(field.related_model)
            same_or_foreign = other == own or other not in height
            if same_or_foreign or field.related_model is get_user_model():
                continue
            if height[other] >= height[own]:
                upward.append(f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}")
    assert not upward


def test_the_contract_names_every_app() -> None:
    ours = {config.name for config in apps.get_app_configs() if is_ours(config.name)}
    assert ours <= set(layers())


def test_accounts_can_be_migrated_before_all_others() -> None:
    """Every app points to people: a migration of accounts that waits for one of them would be a circle."""
    ours = {config.label for config in apps.get_app_configs() if is_ours(config.name)} - {"accounts"}
    folder = ROOT / "site/vicinia/accounts/migrations"
    waits = [
        (path.stem, dependency)
        for path in folder.glob("0*.py")
        for dependency in import_module(f"vicinia.accounts.migrations.{path.stem}").Migration.dependencies
        if dependency[0] in ours
    ]
    assert not waits


def is_ours(name: str) -> bool:
    """Tell our apps from the libraries'."""
    return name.startswith("vicinia.") or name in {"calls", "campaigns", "partners"}


def test_people_are_referred_to_by_the_setting() -> None:
    assert settings.AUTH_USER_MODEL == "accounts.User"
