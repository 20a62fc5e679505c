"""Deadlines compare with the database's own clock, which moves inside a transaction."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from vicinia.core.clock import database_now

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_the_clock_is_aware_and_right() -> None:
    now = database_now()
    assert now.tzinfo is UTC
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


def test_the_clock_moves_inside_a_transaction() -> None:
    """A writer that waited for a lock must not pass a deadline with the time at which it began."""
    before = database_now()
    time.sleep(0.05)
    assert database_now() - before >= timedelta(milliseconds=40)
