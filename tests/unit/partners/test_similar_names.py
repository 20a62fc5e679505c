"""Names of the same body are recognised however they were written, and those of others are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.merging.similarity import alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Il Portone ODV", "PORTONE"),
        ("Associazione di volontariato La Soglia", "La Soglia O.D.V."),
        ("Città Aperta APS", "Citta Aperta"),
        ("Volontari Croce Verde", "Croce Verde Volontari"),
        ("Mani in pasta APS", "Mani in pastta"),
    ],
)
def test_the_same_body_is_recognised(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("Il Portone", "La Soglia"), ("Croce Verde", "Croce Rossa"), ("ODV", "!!!"), ("", "")]
)
def test_two_bodies_are_not_taken_for_one(one: str, other: str) -> None:
    assert not alike(one, other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_compared_without_failing(one: str, other: str) -> None:
    assert isinstance(alike(one, other), bool)
