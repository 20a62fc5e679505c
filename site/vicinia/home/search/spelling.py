"""Words that look like the one typed. Pure: no Django here.

Every known word is found by the pairs of letters it is made of, so that only the few words that share most
of them are compared letter by letter: a millisecond for twenty thousand words.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable

WORDS = re.compile(r"\w+")
SHORTEST_WORD, SIMILAR_ENOUGH = 3, 0.7
# Words compared letter by letter, those that share most pairs.
MOST_COMPARED = 30


class Vocabulary:
    """The words that our texts are made of, lower case."""

    def __init__(self, texts: Iterable[str]) -> None:
        found = {word for text in texts for word in WORDS.findall(text.lower())}
        self._words = sorted(word for word in found if len(word) >= SHORTEST_WORD)
        self._known = frozenset(self._words)
        self._by_pair: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            for pair in pairs(word):
                self._by_pair.setdefault(pair, []).append(number)

    def __contains__(self, word: str) -> bool:
        return word.lower() in self._known

    def closest(self, word: str, most: int = 1) -> list[str]:
        """Return the known words most like this one, the best first; none when nothing is like it."""
        word = word.lower()
        shared: Counter[int] = Counter()
        for pair in pairs(word):
            shared.update(self._by_pair.get(pair, ()))
        # Of words that share as many pairs, the shorter differ less.
        likely = sorted(shared, key=lambda number: (-shared[number], len(self._words[number]), number))
        candidates = [self._words[number] for number in likely[:MOST_COMPARED]]
        return difflib.get_close_matches(word, candidates, n=most, cutoff=SIMILAR_ENOUGH)

    def corrected(self, query: str) -> str:
        """Return the query with each unknown word changed for the closest known one, where there is one."""
        return " ".join(
            word if word in self else next(iter(self.closest(word)), word) for word in query.split()
        )


def pairs(word: str) -> set[str]:
    """Return the pairs of letters of a word, its beginning and end included."""
    framed = f" {word} "
    return {framed[at : at + 2] for at in range(len(framed) - 1)}
