"""What people type is kept without what harms."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vicinia.core.text import clean_name, clean_text, posing_letter


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


@given(st.text(st.characters()))
def test_a_cleaned_name_has_nothing_that_cannot_be_seen(text):
    name = clean_name(text)
    assert clean_name(name) == name
    assert not [character for character in name if unicodedata.category(character) in {"Cf", "Cc"}]
    assert name == " ".join(name.split())


@pytest.mark.parametrize(
    ("name", "letter", "alphabet"),
    [
        ("Il P\u043ertone", "\u043e", "CYRILLIC"),
        ("Il Porton\u0435", "\u0435", "CYRILLIC"),
        ("\u0391CLI Fontalba", "\u0391", "GREEK"),
        # A whole word of look-alikes beside a Latin one.
        ("\u0421\u0410\u0421 Fontalba", "\u0421", "CYRILLIC"),
    ],
)
def test_a_letter_that_poses_as_latin_is_found(name, letter, alphabet):
    found = posing_letter(name)
    assert found is not None
    assert (found.letter, found.alphabet) == (letter, alphabet)
    assert letter in found.word


@pytest.mark.parametrize(
    "name",
    [
        "Associazione «Città dell’Argine» n. 3",
        "Associazione Русский мир",
        "Русский мир",
        "Δημοκρατία – Comunità greca",
        "日本語 Fontalba",
        "",
    ],
)
def test_names_of_other_alphabets_are_right(name):
    assert posing_letter(name) is None
