"""A word with a slip of the finger leads to the word that our texts have."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vicinia.home.search.spelling import Vocabulary

OURS = Vocabulary(
    ["Contributo per l’affitto", "Assistenza domiciliare agli anziani", "Città per tutti", "Violenza"]
)
WORDS = ["contributo", "affitto", "assistenza", "domiciliare", "anziani", "violenza"]


@given(word=st.sampled_from(WORDS), at=st.integers(1, 5), letter=st.sampled_from(string.ascii_lowercase))
@settings(max_examples=60)
def test_one_letter_more_less_or_other_still_finds_the_word(word: str, at: int, letter: str) -> None:
    for slip in (
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at + 1 :],
    ):
        assert OURS.closest(slip) == [word]


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("afitto", "affitto"),
        ("citta", "città"),
        ("Contributi afitto", "contributo affitto"),
        ("contributo xyzw", "contributo xyzw"),
        ("qqq", "qqq"),
    ],
)
def test_known_words_stay_and_what_is_like_nothing_stays_too(typed: str, corrected: str) -> None:
    assert OURS.corrected(typed) == corrected
