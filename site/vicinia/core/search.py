"""Search: pages are found by themselves; apps add what is no page (a directory, an open-data table).

def organisations(query: str, limit: int) -> list[Hit]: ...

sources.register("partners.organisations", organisations, order=50)     # in ready()
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .components import Text
from .registries import Registry


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its kind in words, title, address and a sentence."""

    kind: Text
    title: Text
    url: str
    summary: Text = ""


Source = Callable[[str, int], list[Hit]]

sources: Registry[Source] = Registry("search sources")
