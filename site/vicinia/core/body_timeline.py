"""What happened to one body, told by every app: each has a source, and none knows the others.

    def tell(bodies: Sequence[int], viewer: User) -> Iterable[Happening]: ...

    sources.register("calls.applications", Source({"applications": _("Applications")}, tell), order=40)

A source asks the database a fixed number of questions however much there is to tell, tells nothing that
the viewer may not know, and gives an address only where the viewer may go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from .components import Text
from .registries import Registry

if TYPE_CHECKING:
    from vicinia.accounts.models import User


@dataclass(frozen=True, slots=True)
class Happening:
    """One dated fact about a body.

    `at` is an aware instant (with `is_whole_day` the first of its day), `kind` one of its source's. `by` is
    who did it; `person` whom it is about, if anybody: seeing it leaves a trace. `state` is where the thing
    stands now, in a word.
    """

    at: datetime
    kind: str
    title: Text
    text: Text = ""
    by: str = ""
    state: Text = ""
    url: str = ""
    person: str = ""
    is_whole_day: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The kinds of fact that an app tells (key and plural name) and the query that tells them.

    The query is given the keys of the body and of those that went into it, and who looks.
    """

    kinds: Mapping[str, Text]
    tell: Callable[[Sequence[int], User], Iterable[Happening]]


# Orders: the body itself 10, its documents 20, calls 40, campaigns 50; agreements and payments between.
sources: Registry[Source] = Registry("timeline of a body")


def kinds() -> dict[str, Text]:
    """Return the name of every kind, in the order of the sources."""
    return {key: label for source in sources for key, label in source.kinds.items()}


def happenings(bodies: Sequence[int], viewer: User) -> list[Happening]:
    """Return all that the sources tell the viewer of a body, the latest first."""
    told = [each for source in sources for each in source.tell(bodies, viewer)]
    return sorted(told, key=lambda each: each.at, reverse=True)
