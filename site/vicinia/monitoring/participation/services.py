"""Writing the participation ledger."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from vicinia.core import audit

from .models import ParticipationRecord, Source

if TYPE_CHECKING:
    from vicinia.accounts.models import User


@transaction.atomic
def save_figure(*, record: ParticipationRecord, by: User) -> ParticipationRecord:
    """Write a figure that somebody sent to the office, or correct it."""
    record.recorded_by = by
    record.save()
    audit.record("monitoring.participation.recorded", by=by, target=record, participants=record.participants)
    return record


@transaction.atomic
def record_participants(
    *,
    source: Source,
    source_key: str,
    title: str,
    day: date,
    participants: int,
    counted_by: str,
    by: User | None,
) -> ParticipationRecord:
    """Write or correct the count of one source on one day; a second call replaces the first's figure."""
    record, _created = ParticipationRecord.objects.update_or_create(
        source=source,
        source_key=source_key,
        day=day,
        defaults={
            "title": title,
            "participants": participants,
            "counted_by": counted_by,
            "recorded_by": by,
        },
    )
    audit.record("monitoring.participation.recorded", by=by, target=record, participants=participants)
    return record
