"""How hard an Italian text is: sentences are told from shortened words, and the index is Gulpease."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vicinia.core.quality.reading import gulpease, sentences, word_count


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["Vieni allo sportello. Ti ascoltiamo!"], ["Vieni allo sportello.", "Ti ascoltiamo!"]),
        (["Lo dice l'art. 12 della legge."], ["Lo dice l'art. 12 della legge."]),
        (["La dott. Rossi riceve in p.za Roma 3."], ["La dott. Rossi riceve in p.za Roma 3."]),
        (["Costa 3.50 euro. Paghi alle 9.30."], ["Costa 3.50 euro.", "Paghi alle 9.30."]),
        (["Titolo", "Un paragrafo senza punto"], ["Titolo", "Un paragrafo senza punto"]),
        (["«Posso venire?» «Sì.» Allora vieni."], ["«Posso venire?", "«Sì.", "Allora vieni."]),
        (["Ecc. e così via", "…"], ["Ecc. e così via"]),
    ],
)
def test_a_sentence_ends_where_a_reader_stops(blocks: list[str], expected: list[str]) -> None:
    assert [each.rstrip("»") for each in sentences(blocks)] == [each.rstrip("»") for each in expected]


def test_the_index_is_that_of_the_formula() -> None:
    # 4 sentences, 24 words, 96 letters: 89 + (300·4 − 10·96)/24 = 99.
    assert gulpease(["casa casa casa casa casa casa."] * 4) == 99
    # 1 sentence, 24 words, 240 letters: 89 + (300 − 2400)/24 = 1.5.
    assert gulpease([" ".join(["responsabi"] * 24)]) == 2


def test_a_few_words_tell_nothing() -> None:
    assert gulpease(["Vieni quando vuoi."]) is None


def test_an_elided_article_is_one_word_with_its_noun() -> None:
    assert word_count("L'ufficio e l’assistente") == 3


@given(st.lists(st.text(max_size=200), max_size=8))
def test_whatever_is_written_has_an_index_between_0_and_100_or_none(blocks: list[str]) -> None:
    found = gulpease(sentences(blocks))
    assert found is None or 0 <= found <= 100
