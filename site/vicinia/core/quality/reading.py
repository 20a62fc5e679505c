"""How hard an Italian text is to read. Pure: no Django here.

Gulpease = 89 + (300 · sentences − 10 · letters) / words, from 0 to 100 (Lucisano and Piemontese, 1988): under
40 it is hard for who has a diploma, under 60 for who has the licenza media, under 80 for who has the licenza
elementare. Fewer than 20 words tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FEWEST_WORDS = 20
# A point after these ends no sentence.
SHORTENED = frozenset(
    {"art", "artt", "sig", "sigg", "dott", "prof", "avv", "ing", "n", "nn", "p", "pp", "pag", "tel", "ecc",
     "es", "c", "co", "d", "l", "lgs", "cit", "cfr", "v", "s", "via", "p.za", "dr", "on", "rev", "st"}
)  # fmt: skip
ENDS = re.compile(r"(?<=[.!?…])[\"»”')\]]*\s+(?=[\"«“'(\[]*[A-ZÀ-Þ0-9])")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
LETTER = re.compile(r"[^\W\d_]")


def sentences(blocks: Iterable[str]) -> list[str]:
    """Split texts into sentences; each block (a paragraph, an item of a list, a heading) ends one."""
    found: list[str] = []
    for block in blocks:
        held = ""
        for part in ENDS.split(" ".join(block.split())):
            held = f"{held} {part}".strip()
            last = re.search(r"([\w.]+)\.$", held)
            if last and last[1].lower() in SHORTENED:
                continue
            found.append(held)
            held = ""
        if held:
            found.append(held)
    return [each for each in found if WORD.search(each)]


def word_count(text: str) -> int:
    """Count the words; an elided article counts with its noun, as one."""
    return len(WORD.findall(text))


def gulpease(texts: Iterable[str]) -> int | None:
    """Return the index of sentences, None when they are too few to tell."""
    read = list(texts)
    words = sum(word_count(each) for each in read)
    if words < FEWEST_WORDS:
        return None
    letters = sum(len(LETTER.findall(each)) for each in read)
    return max(0, min(100, round(89 + (300 * len(read) - 10 * letters) / words)))
