"""Which schools may go on with a closed one, how likely and why: pure, no Django.

A school keeps its life when its code changes (a new institute, a merger of two). Candidates are schools of
the same order in the same municipality; each reason adds points, at most 100.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_PROPOSED = 3
# A school of the same institute that was there before is its neighbour, not the same one.
LEAST_SCORE = 25


class Reason(StrEnum):
    """Why a school looks like the same one."""

    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"
    SAME_ADDRESS = "same_address"
    SAME_INSTITUTE = "same_institute"
    NEW_THEN = "new_then"


POINTS = {
    Reason.SAME_NAME: 40,
    Reason.SIMILAR_NAME: 20,
    Reason.SAME_ADDRESS: 35,
    Reason.SAME_INSTITUTE: 15,
    Reason.NEW_THEN: 10,
}
# Words that many schools share: they tell nothing of which one it is.
# fmt: off
COMMON = frozenset({
    "scuola", "scuole", "primaria", "elementare", "infanzia", "materna", "media", "secondaria", "primo",
    "secondo", "grado", "statale", "plesso", "sms", "ic", "istituto", "comprensivo", "di", "del", "della",
    "dello", "dell", "dei", "delle", "e", "in", "via", "viale", "piazza", "corso", "largo", "vicolo", "san",
    "santa",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is compared of a school; `year` is the one that closed it, or the first that had it."""

    code: str
    name: str
    address: str
    order: str
    municipality_code: str
    institute_code: str
    year: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A school that may go on with a closed one: how likely, from 0 to 100, and why."""

    code: str
    score: int
    reasons: tuple[Reason, ...]


def propose(closed: Candidate, schools: Iterable[Candidate]) -> list[Proposal]:
    """Return the likeliest schools, best first; of equal ones by code."""
    suitable = (
        school
        for school in schools
        if school.code != closed.code
        and (school.order, school.municipality_code) == (closed.order, closed.municipality_code)
    )
    found = [_compared(closed, school) for school in suitable]
    ranked = sorted(found, key=lambda proposal: (-proposal.score, proposal.code))
    return [proposal for proposal in ranked if proposal.score >= LEAST_SCORE][:MOST_PROPOSED]


def _compared(closed: Candidate, school: Candidate) -> Proposal:
    reasons = tuple(_reasons(closed, school))
    return Proposal(school.code, sum(POINTS[reason] for reason in reasons), reasons)


def _reasons(closed: Candidate, school: Candidate) -> Iterable[Reason]:
    before, after = telling_words(closed.name), telling_words(school.name)
    if before and before == after:
        yield Reason.SAME_NAME
    elif before & after:
        yield Reason.SIMILAR_NAME
    address = telling_words(closed.address)
    if address and address == telling_words(school.address):
        yield Reason.SAME_ADDRESS
    if closed.institute_code and closed.institute_code == school.institute_code:
        yield Reason.SAME_INSTITUTE
    if school.year and school.year == closed.year:
        yield Reason.NEW_THEN


def telling_words(text: str) -> frozenset[str]:
    """Return the words that tell one school, or street, from another: no accents, case nor common words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(re.findall(r"[a-z0-9]+", letters)) - COMMON
