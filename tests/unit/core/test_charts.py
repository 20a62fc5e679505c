"""Charts: figures as people paste them, shapes that stay in their box."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vicinia.core.charts import Figures, FiguresUnreadable, Series, bars, lines, read_figures, read_number
from vicinia.core.charts.drawing import scale
from vicinia.core.formats import number

NUMBERS = st.decimals(-1_000_000_000, 1_000_000_000, places=2)


def figures(text: str) -> Figures:
    """What is read of pasted cells."""
    return read_figures(io.BytesIO(text.encode()))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1250", "1250"), ("1.250", "1250"), ("1.250,5", "1250.5"), ("1,250.5", "1250.5"), ("12,5 %", "12.5"),
        ("0.5", "0.5"), ("12.34", "12.34"), ("€ 1.250.000", "1250000"), ("−3", "-3"), ("1 250", "1250"),
        ("0.125", "0.125"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "molti", "NaN", "Infinity", "1e999999", "1,2,3", "12-5"])
def test_what_is_no_number_is_not_made_one(text: str) -> None:
    assert read_number(text) is None


@given(value=NUMBERS)
def test_what_the_table_prints_is_read_back_as_it_was(value: Decimal) -> None:
    assert read_number(number(value)) == value


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_cells_pasted_from_a_spreadsheet_are_read(mark: str) -> None:
    pasted = "Anno|Donne|Figli\n2023|61|40\n2024||52\n".replace("|", mark)
    assert figures(pasted) == Figures(
        "Anno",
        ("2023", "2024"),
        (Series("Donne", (Decimal(61), None)), Series("Figli", (Decimal(40), Decimal(52)))),
    )


@pytest.mark.parametrize(
    ("pasted", "reason"),
    [
        ("Anno\n2023\n", "almeno due colonne"),
        ("Anno;Donne\n", "solo la riga dei nomi"),
        ("Anno;Donne\n2023;molte\n", "Riga 2, «Donne»: «molte» non è un numero"),
        ("Anno;Donne\n2023;\n", "nessun numero"),
        ("Anno;a;b;c;d;e\n2023;1;2;3;4;5\n", "5 colonne di numeri"),
        ("Anno;Donne\n" + "2023;1\n" * 5_000, "5000 righe"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(pasted: str, reason: str) -> None:
    with pytest.raises(FiguresUnreadable, match=reason):
        figures(pasted)


@given(st.lists(st.lists(st.none() | NUMBERS, min_size=2, max_size=2), min_size=1, max_size=40))
def test_no_shape_leaves_its_box(rows: list[list[Decimal | None]]) -> None:
    if not any(value is not None for row in rows for value in row):
        return
    series = tuple(Series(str(i), tuple(row[i] for row in rows)) for i in range(2))
    drawn = Figures("x", tuple(str(i) for i in range(len(rows))), series)
    for group in bars(drawn):
        for bar in group.bars:
            assert 0 <= Decimal(bar.start) <= Decimal("100.01")
            assert Decimal(bar.start) + Decimal(bar.width) <= Decimal("100.02")
    for line in lines(drawn).lines:
        assert all(0 <= Decimal(point.y) <= 100 and 0 <= Decimal(point.x) <= 100 for point in line.points)


@given(low=NUMBERS, high=NUMBERS)
def test_the_levels_hold_all_the_values_and_are_few(low: Decimal, high: Decimal) -> None:
    levels = scale(min(low, high), max(low, high))
    assert levels[0] <= min(low, high) <= max(low, high) <= levels[-1]
    assert 2 <= len(levels) <= 7
