"""Dates, amounts and sizes as an Italian reads them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from vicinia.core import formats


@pytest.fixture(autouse=True)
def italian():
    with translation.override("it"):
        yield


@pytest.mark.parametrize(
    ("amount", "text"),
    [(Decimal("1250"), "1.250,00 €"), (Decimal("0.5"), "0,50 €"), (1_000_000, "1.000.000,00 €")],
)
def test_an_amount_has_two_decimals_and_dots_for_thousands(amount: Decimal, text: str) -> None:
    assert formats.euro(amount) == text


def test_a_deadline_is_read_in_local_time_with_its_weekday() -> None:
    assert formats.long_datetime(datetime(2026, 3, 2, 11, 0, tzinfo=UTC)) == "lunedì 2 marzo 2026, ore 12:00"


def test_a_day_near_midnight_is_the_local_day() -> None:
    assert formats.long_date(datetime(2026, 3, 2, 23, 30, tzinfo=UTC)) == "martedì 3 marzo 2026"


def test_a_plain_day_needs_no_time_zone() -> None:
    assert formats.short_date(date(2026, 3, 3)) == "3 marzo 2026"


def test_a_list_shows_a_moment_with_its_time_and_a_day_without() -> None:
    assert formats.short_datetime(datetime(2026, 3, 2, 11, 0, tzinfo=UTC)) == "2 marzo 2026, 12:00"
    assert formats.short_datetime(date(2026, 3, 3)) == "3 marzo 2026"


@pytest.mark.parametrize(("size", "text"), [(1, "1 kB"), (640_000, "640 kB"), (1_240_000, "1,2 MB")])
def test_a_file_size_is_short(size: int, text: str) -> None:
    assert formats.file_size(size) == text


def test_a_count_has_dots_for_thousands() -> None:
    assert formats.whole(50349) == "50.349"
