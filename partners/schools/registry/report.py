"""The difference report of a load, as the schools office reads it: chosen by kind, place and word."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from partners.schools.registry.models import SchoolImport

from .changes import Change, ChangeKind, count_by_kind, from_lines
from .enums import LoadState

KIND, PLACE, WORD = "cosa", "dove", "q"
EVERYWHERE = "tutti"
LONGEST_WORD = 100


def changes_of_load(load: SchoolImport) -> list[Change]:
    """Return the changes that a load found, in the order in which it wrote them; so far, while it is open."""
    if load.state == LoadState.OPEN:
        return [change for part in load.parts.all() for change in from_lines(bytes(part.lines))]
    if load.report is None:
        return []
    with load.report.file.open("rb") as file:
        return list(from_lines(file.read()))


@dataclass(frozen=True)
class ReportChoice:
    """Which changes are wanted; an unknown kind is every kind."""

    kind: ChangeKind | None
    everywhere: bool
    word: str

    @classmethod
    def read(cls, query: Mapping[str, str]) -> ReportChoice:
        """Read the choice from an address."""
        kinds = {kind.value: kind for kind in ChangeKind}
        word = query.get(WORD, "")[:LONGEST_WORD].strip()
        return cls(kinds.get(query.get(KIND, "")), query.get(PLACE) == EVERYWHERE, word)


@dataclass(frozen=True)
class Report:
    """The changes of a load, seen through a choice."""

    changes: list[Change]
    choice: ReportChoice
    served: Collection[str]

    @cached_property
    def in_place(self) -> list[Change]:
        """The changes of the places and of the word wanted, of every kind."""
        word = self.choice.word.casefold()
        return [
            change
            for change in self.changes
            if (self.choice.everywhere or change.municipality_code in self.served)
            and (not word or word in " ".join(change[1:]).casefold())
        ]

    @property
    def shown(self) -> list[Change]:
        """The changes wanted."""
        kind = self.choice.kind
        return [change for change in self.in_place if kind in {None, change.kind}]

    def counts(self) -> dict[str, int]:
        """Return how many there are of each kind in those places."""
        return count_by_kind(self.in_place)
