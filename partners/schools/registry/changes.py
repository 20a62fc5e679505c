"""What a year's registry says that the year before did not: pure, no Django."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple


class ChangeKind(StrEnum):
    """What happened to a school; one school can have several."""

    NEW = "new"
    CLOSED = "closed"
    REOPENED = "reopened"
    RENAMED = "renamed"
    MOVED = "moved"
    ADDRESS = "address"
    CONTACTS = "contacts"


class Site(NamedTuple):
    """What is compared of a school: texts as the registry writes them, empty when it does not say."""

    code: str
    name: str
    institute_code: str
    institute_name: str
    address: str
    postcode: str
    municipality_code: str
    municipality: str
    email: str
    pec: str

    @property
    def institute(self) -> str:
        """Name and code of the institute."""
        return f"{self.institute_name} ({self.institute_code})" if self.institute_code else ""

    @property
    def place(self) -> str:
        """Address and town on one line."""
        town = " ".join(filter(None, (self.postcode, self.municipality)))
        return ", ".join(filter(None, (self.address, town)))

    @property
    def contacts(self) -> str:
        """The addresses that mail reaches."""
        return ", ".join(filter(None, (self.email, self.pec)))


class Change(NamedTuple):
    """One line of the difference report."""

    kind: ChangeKind
    code: str
    name: str
    municipality_code: str
    municipality: str
    before: str = ""
    after: str = ""


def new_school(site: Site) -> Change:
    """A school that the registry has for the first time."""
    return _change(ChangeKind.NEW, site, "", site.place)


def closed_school(site: Site) -> Change:
    """A school that the registry no longer has."""
    return _change(ChangeKind.CLOSED, site, site.place, "")


def reopened_school(site: Site, closed_year: str) -> Change:
    """A school that had been closed since a school year and is in the registry again, with its code."""
    return _change(ChangeKind.REOPENED, site, closed_year, site.place)


def changes_of(before: Site, after: Site) -> list[Change]:
    """Return what changed of one school, in the order that people read it; case and spaces do not count."""
    pairs = (
        (ChangeKind.RENAMED, before.name, after.name),
        (ChangeKind.MOVED, before.institute, after.institute),
        (ChangeKind.ADDRESS, before.place, after.place),
        (ChangeKind.CONTACTS, before.contacts, after.contacts),
    )
    # An institute that only changed its own name has not moved its schools.
    moved = before.institute_code != after.institute_code
    return [
        _change(kind, after, old, new)
        for kind, old, new in pairs
        if old.casefold().split() != new.casefold().split() and (moved or kind != ChangeKind.MOVED)
    ]


def _change(kind: ChangeKind, site: Site, before: str, after: str) -> Change:
    return Change(kind, site.code, site.name, site.municipality_code, site.municipality, before, after)


def count_by_kind(changes: Iterable[Change]) -> dict[str, int]:
    """Return how many changes there are of each kind, those of none included."""
    found = Counter(change.kind for change in changes)
    return {kind.value: found[kind] for kind in ChangeKind}


def to_lines(changes: Iterable[Change]) -> bytes:
    """Write a report as it is kept: a JSON array a line, UTF-8."""
    return "".join(f"{json.dumps(change, ensure_ascii=False)}\n" for change in changes).encode()


def from_lines(content: bytes) -> Iterator[Change]:
    """Read a report that was kept."""
    for line in content.splitlines():
        kind, *rest = json.loads(line)
        yield Change(ChangeKind(kind), *rest)
