"""Search: pages are found by themselves; apps add what is no page (a directory, places, documents).

    sources.register("territory.places", Source(_("Places"), find_places), order=30)     # in ready()

A source finds rows and says how some of them are shown, so that only those of one page of results are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Generic, Protocol, TypeVar

from django.db.models import Model, Q, QuerySet

from .components import Text
from .registries import Registry

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its kind in words, title, address and a sentence."""

    kind: Text
    title: Text
    url: str
    summary: Text = ""


class Matches(Protocol):
    """What was found of one kind, read a part at a time."""

    def count(self) -> int:
        """Count all of it."""

    def part(self, start: int, stop: int) -> list[Hit]:
        """Return the hits from `start` to `stop`, the latter excluded."""


@dataclass(frozen=True, slots=True)
class RowsFound(Generic[Row]):
    """Rows in their order, and how some of them are shown."""

    rows: QuerySet[Row]
    show: Callable[[QuerySet[Row]], list[Hit]]

    def count(self) -> int:
        """Count the rows."""
        return self.rows.count()

    def part(self, start: int, stop: int) -> list[Hit]:
        """Show some of the rows."""
        return self.show(self.rows[start:stop])


@dataclass(frozen=True, slots=True)
class Source:
    """What an app adds: its kind, what a search finds (given its words), the words worth suggesting."""

    kind: Text
    find: Callable[[str], Matches]
    names: Callable[[], Iterable[str]] = tuple


sources: Registry[Source] = Registry("search sources")


def every_word(query: str, fields: Iterable[str]) -> Q:
    """Ask that each word is in some field, whatever its case: for the few rows that no index covers."""
    each = [reduce(or_, (Q(**{f"{field}__icontains": word}) for field in fields)) for word in query.split()]
    return reduce(and_, each)
