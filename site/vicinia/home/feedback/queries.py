"""The report on how clear the pages are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Avg, Count, Max, Q
from django.db.models.functions import TruncMonth

from .models import FIRST_GOOD, HIGHEST, LOWEST, PageRating, Reason

MOST_MONTHS = 12


@dataclass(frozen=True, slots=True)
class PageReport:
    """What readers said of one page; `average` from 1 to 5, rounded to one decimal."""

    path: str
    ratings: int
    average: Decimal
    low: int
    last_on: date


@dataclass(frozen=True, slots=True)
class PageDetail:
    """Reasons and words about one page, without who or when."""

    reasons: tuple[tuple[str, int], ...]
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The answers of a month: how many for each rating from 1 to 5, their average, the reason most given."""

    first_day: date
    counts: tuple[int, ...]
    average: Decimal
    reason: str


def months(path: str = "") -> list[Month]:
    """Return the last twelve months with answers, the latest first, of one page or of the whole site."""
    ratings = PageRating.objects.filter(path=path) if path else PageRating.objects.all()
    by_month = ratings.annotate(month=TruncMonth("given_on")).order_by("-month")
    found: dict[date, Counter[int]] = {}
    for month, rating, count in by_month.values_list("month", "rating").annotate(n=Count("pk")):
        found.setdefault(month, Counter())[rating] += count
    shown = list(found)[:MOST_MONTHS]
    reasons: dict[date, tuple[int, str]] = {}
    said = by_month.exclude(reason="").values_list("month", "reason").annotate(n=Count("pk"))
    for month, reason, count in said:
        reasons[month] = max(reasons.get(month, (0, "")), (count, reason))
    return [_month(first_day, found[first_day], reasons.get(first_day)) for first_day in shown]


def _month(first_day: date, counts: Counter[int], said: tuple[int, str] | None) -> Month:
    average = Decimal(sum(rating * count for rating, count in counts.items())) / counts.total()
    return Month(
        first_day,
        tuple(counts[rating] for rating in range(LOWEST, HIGHEST + 1)),
        round(average, 1),
        f"{Reason(said[1]).label} ({said[0]})" if said else "",
    )


def page_reports() -> list[PageReport]:
    """Return a line for each rated page, those with most low ratings (1 to 3) first."""
    rows = (
        PageRating.objects.values("path")
        .annotate(
            count=Count("pk"),
            average=Avg("rating"),
            low=Count("pk", filter=Q(rating__lt=FIRST_GOOD)),
            last_on=Max("given_on"),
        )
        .order_by("-low", "-count", "path")
    )
    return [
        PageReport(row["path"], row["count"], round(Decimal(row["average"]), 1), row["low"], row["last_on"])
        for row in rows
    ]


def page_detail(path: str) -> PageDetail:
    """Return the reasons counted and the comments in alphabetical order."""
    ratings = PageRating.objects.filter(path=path)
    reasons = (
        ratings.exclude(reason="").values_list("reason").annotate(n=Count("pk")).order_by("-n", "reason")
    )
    return PageDetail(
        tuple((str(Reason(reason).label), count) for reason, count in reasons),
        tuple(ratings.exclude(comment="").order_by("comment").values_list("comment", flat=True)),
    )
