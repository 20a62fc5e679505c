"""Taking a number."""

from __future__ import annotations

from django.db import transaction

from .models import RegisterCounter


def take_number(*, register: str, year: int) -> int:
    """Return the next number of the year; take it as the last lock of the transaction.

    The counter's row stays locked until the caller commits, so that numbers have neither gaps nor
    doubles: a transaction that fails gives its number back.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A number is taken inside the transaction that uses it.")
    rows = RegisterCounter.objects.select_for_update().filter(register=register, year=year)
    counter = rows.first()
    if counter is None:
        # The first of the year: whoever arrives together meets on the unique row.
        first = RegisterCounter(register=register, year=year)
        RegisterCounter.objects.bulk_create([first], ignore_conflicts=True)
        counter = rows.get()
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last
