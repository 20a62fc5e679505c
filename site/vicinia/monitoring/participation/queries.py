"""Reading the participation ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Sum
from django.db.models.functions import TruncMonth

from .models import ParticipationRecord


def participants_between(first: date, last: date) -> int:
    """Count participants from `first` to `last`, both included (contacts: people are not told apart)."""
    rows = ParticipationRecord.objects.filter(day__range=(first, last))
    return rows.aggregate(total=Sum("participants"))["total"] or 0


def participants_by_month(first: date, last: date) -> Mapping[date, int]:
    """Count participants of each month (by its first day); months without any are absent."""
    rows = (
        ParticipationRecord.objects.filter(day__range=(first, last))
        .annotate(month=TruncMonth("day"))
        .values_list("month")
        .annotate(total=Sum("participants"))
        .order_by("month")
    )
    return dict(rows)


def participants_by_title(first: date, last: date) -> list[tuple[str, str, int]]:
    """Return (kind, title, participants), the most attended first."""
    rows = (
        ParticipationRecord.objects.filter(day__range=(first, last))
        .values_list("source", "title")
        .annotate(total=Sum("participants"))
        .order_by("-total", "title")
    )
    return list(rows)
