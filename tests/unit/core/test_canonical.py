"""The same content always has the same hash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vicinia.core.canonical import canonical_json, sha256_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
CONTENT = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(TEXT, CONTENT, max_size=6))
def test_order_of_keys_does_not_change_the_hash(content):
    backwards = dict(reversed(list(content.items())))
    assert sha256_of(content) == sha256_of(backwards)


def test_the_text_is_the_one_other_programs_write():
    assert canonical_json({"b": [1, None, True], "a": 'è "€"'}) == '{"a":"è \\"€\\"","b":[1,null,true]}'
    # From `printf '{"a":"è"}' | sha256sum`.
    assert sha256_of({"a": "è"}) == "2470ce7672ce219ddd2697888d25eb114d04a36bea1ee9de0071677b432a147f"


@pytest.mark.parametrize("content", [1.5, {"a": [0.1]}, {1: "a"}])
def test_what_has_no_canonical_text_is_refused(content):
    with pytest.raises(TypeError):
        canonical_json(content)
