"""A mistyped school code is noticed, and only warned of."""

from __future__ import annotations

import pytest

from partners.schools.check_character import looks_mistyped


@pytest.mark.parametrize("code", ["MLEE801017", "mlee801017", "MLIC80300R", "MLTD00101G"])
def test_right_codes_pass(code: str) -> None:
    assert not looks_mistyped(code)


@pytest.mark.parametrize("code", ["MLEE801027", "MLEE810017", "MLEE801016", "LMEE801017"])
def test_a_wrong_digit_or_two_swapped_are_noticed(code: str) -> None:
    assert looks_mistyped(code)


@pytest.mark.parametrize("text", ["", "le mura", "ML1A00100R", "MLEE80101", "MLEE8010177", "ÀLEE801017"])
def test_what_is_no_state_code_is_left_alone(text: str) -> None:
    assert not looks_mistyped(text)
