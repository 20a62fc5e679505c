"""Small numbers do not leave the office."""

import pytest

from vicinia.monitoring.suppression import public_count


@pytest.mark.parametrize(("count", "shown"), [(0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (1200, "1200")])
def test_counts_from_one_to_four_are_masked(count: int, shown: str) -> None:
    assert public_count(count) == shown
