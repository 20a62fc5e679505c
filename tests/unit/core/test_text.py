"""What people type is kept without what harms."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vicinia.core.text import clean_text


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing(text):
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("due\r\nrighe\rtre", "due\nrighe\ntre"),
        ("zero\x00campanello\x07", "zerocampanello"),
        ("perche\u0301", "perché"),
        ("fattura\u202efdp.exe", "fatturafdp.exe"),
        ("privato\ue000\U000f0000", "privato"),
        ("\ud800mezza coppia", "mezza coppia"),
        ("famiglia 👨\u200d👩\u200d👧", "famiglia 👨\u200d👩\u200d👧"),
        ("مرحبا", "مرحبا"),
    ],
)
def test_harmful_characters_go_and_real_words_stay(typed, kept):
    assert clean_text(typed) == kept
