"""A body's timeline, all of it or through a choice of kind and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from partners.merging.queries import with_merged
from partners.organisations.models import Organisation
from vicinia.accounts.models import User
from vicinia.core import body_timeline
from vicinia.core.body_timeline import Happening
from vicinia.core.clock import day_of

KIND, YEAR = "cosa", "anno"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which facts are wanted; an unknown kind is every kind, what is no year is every year."""

    kind: str = ""
    year: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Choice:
        """Read the choice from an address."""
        kind, year = query.get(KIND, ""), query.get(YEAR, "")
        is_year = len(year) == 4 and year.isascii() and year.isdigit()
        return cls(kind if kind in body_timeline.kinds() else "", year if is_year else "")


@dataclass(frozen=True)
class Timeline:
    """What happened to a body, the latest first, seen through a choice."""

    everything: list[Happening]
    choice: Choice

    @cached_property
    def of_kind(self) -> list[Happening]:
        """The facts of the kind wanted, of every year."""
        return [each for each in self.everything if self.choice.kind in {"", each.kind}]

    @cached_property
    def of_year(self) -> list[Happening]:
        """The facts of the year wanted, of every kind."""
        return [each for each in self.everything if self.choice.year in {"", year_of(each)}]

    @cached_property
    def shown(self) -> list[Happening]:
        """The facts wanted."""
        return [each for each in self.of_kind if self.choice.year in {"", year_of(each)}]

    def kinds(self) -> Counter[str]:
        """Count the facts of each kind in the year wanted."""
        return Counter(each.kind for each in self.of_year)

    def years(self) -> Counter[str]:
        """Count the facts of each year of the kind wanted."""
        return Counter(map(year_of, self.of_kind))


def year_of(happening: Happening) -> str:
    """Return the year in which it happened, in the site's time zone."""
    return str(day_of(happening.at).year)


def timeline_of(organisation: Organisation, viewer: User, choice: Choice | None = None) -> Timeline:
    """Return what the viewer may know of a body's past, with that of the bodies that went into it."""
    everything, today = body_timeline.happenings(with_merged(organisation), viewer), timezone.localdate()
    # A project that opens next month has not happened yet.
    return Timeline([each for each in everything if day_of(each.at) <= today], choice or Choice())


def names_in(shown: Iterable[Happening]) -> str:
    """Name the people of some facts, those whom they are about and those who did them, for the trace."""
    return ", ".join(sorted({name for each in shown for name in (each.person, each.by) if name}))
