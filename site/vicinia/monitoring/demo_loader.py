"""Writes the demo's participation figures into the ledger, month by month up to this one."""

from datetime import date
from pathlib import Path

from django.utils import timezone

from vicinia.core.demo import read_yaml

from .dashboard.periods import MONTHS
from .participation.models import ParticipationRecord, Source

FILE = Path(__file__).parent / "demo" / "figures.yaml"


def months_until(last: date, count: int) -> list[date]:
    """Return the first days of `count` months, the last being that of `last`."""
    end = last.year * MONTHS + last.month - 1
    return [date(n // MONTHS, n % MONTHS + 1, 1) for n in range(end - count + 1, end + 1)]


def load_figures() -> None:
    """Fill the ledger once; months without participants leave no row."""
    content = read_yaml(FILE)
    months = months_until(timezone.localdate(), content["months"])
    records = [
        ParticipationRecord(
            source=Source.CAMPAIGN,
            source_key=key,
            title=figures["title"],
            day=month,
            participants=participants,
            counted_by=figures["unit"].capitalize(),
        )
        for key, figures in content["campaigns"].items()
        for month, participants in zip(months, figures["participants"], strict=True)
        if participants
    ]
    ParticipationRecord.objects.bulk_create(records, ignore_conflicts=True)
