"""Noticing, in a free text, what looks like personal data that must not be there.

We keep no personal data of pupils (GDPR art. 5(1)(c)): no form has a field for it, and a free-text
field warns with this. It finds what people paste by habit; it does not claim to find everything.
"""

from __future__ import annotations

import re
from enum import StrEnum

# Codice fiscale, with the letters that replace digits in case of twins (omocodia).
_DIGIT = "[0-9LMNPQRSTUV]"
_TAX_CODE = re.compile(
    rf"\b[A-Z]{{6}}{_DIGIT}{{2}}[ABCDEHLMPRST]{_DIGIT}{{2}}[A-Z]{_DIGIT}{{3}}[A-Z]\b", re.IGNORECASE
)
# "l'alunna Sofia", "lo studente M. Rossi", "allievo: Leo": a pupil by role and name.
_PUPIL = re.compile(
    r"\b(?:[Aa]lunn[oa]|[Ss]tudente(?:ssa)?|[Ss]colar[oa]|[Aa]lliev[oa]|[Bb]ambin[oa])\b[:,]?\s+"
    r"(?:[A-ZÀ-Ý]\.\s*)?[A-ZÀ-Ý][a-zà-ÿ'’]+"
)
_SEPARATOR = re.compile(r"[\n,;•]|\s+(?:e|-|–)\s+")
# Two to four words that start with a capital: "Rossi Maria", "De Luca Anna Sofia", "1) Bianchi Leo".
_WORD = r"[A-ZÀ-Ý][A-Za-zÀ-ÿ'’]+"
_NAME = re.compile(rf"^(?:\d{{1,2}}[).]?\s+|[-*]\s*)?{_WORD}(?:\s+{_WORD}){{1,3}}\.?$")
NAMES_IN_A_LIST = 3


class Suspicion(StrEnum):
    """What a text seems to hold."""

    TAX_CODE = "tax_code"
    NAME_LIST = "name_list"
    PUPIL = "pupil"


def suspicions(text: str) -> frozenset[Suspicion]:
    """Return what a free text seems to hold: a codice fiscale, a list of people's names, a pupil's name."""
    found = set()
    if _TAX_CODE.search(text):
        found.add(Suspicion.TAX_CODE)
    if _PUPIL.search(text):
        found.add(Suspicion.PUPIL)
    pieces = [piece.strip() for piece in _SEPARATOR.split(text)]
    if sum(bool(_NAME.match(piece)) for piece in pieces) >= NAMES_IN_A_LIST:
        found.add(Suspicion.NAME_LIST)
    return frozenset(found)
