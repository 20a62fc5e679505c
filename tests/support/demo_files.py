"""The demo municipality's files, as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from tests.support.environment import ROOT

FILES = {
    "territory": "site/vicinia/territory/demo/territory.yaml",
    "pages": "site/vicinia/home/demo/pages.yaml",
    "services": "site/vicinia/directory/demo/services.yaml",
    "emergencies": "site/vicinia/emergencies/demo/emergencies.yaml",
    "figures": "site/vicinia/monitoring/demo/figures.yaml",
    "accounts": "site/vicinia/accounts/demo/accounts.yaml",
    "campaigns": "campaigns/demo/campaigns.yaml",
    "events": "campaigns/demo/events.yaml",
    "projects": "campaigns/demo/projects.yaml",
    "newsletter": "campaigns/demo/newsletter.yaml",
    "calls": "calls/demo/calls.yaml",
    "organisations": "partners/demo/organisations.yaml",
    "schools": "partners/demo/schools.yaml",
}
DEMO = {name: yaml.safe_load((ROOT / path).read_text("utf-8")) for name, path in FILES.items()}


def keys(items: list[dict[str, Any]]) -> list[str]:
    return [item["key"] for item in items]


def walk(node: Any, *, outside: str = "") -> Iterator[tuple[str, Any]]:
    """Every field of every mapping, at any depth; not those below a field called `outside`."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name != outside:
                yield name, value
                yield from walk(value, outside=outside)
    elif isinstance(node, list):
        for item in node:
            yield from walk(item, outside=outside)


def words(node: Any) -> Iterator[str]:
    """Every text, at any depth."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from words(value)
    elif isinstance(node, list):
        for item in node:
            yield from words(item)


def lists_of_keyed(node: Any) -> Iterator[list[str]]:
    """Every list whose items have a key."""
    if isinstance(node, dict):
        for value in node.values():
            yield from lists_of_keyed(value)
    elif isinstance(node, list):
        found = [item["key"] for item in node if isinstance(item, dict) and "key" in item]
        if found:
            yield found
        for item in node:
            yield from lists_of_keyed(item)
