"""The report on how clear the pages are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Avg, Count, Max, Q

from .models import FIRST_GOOD, PageRating, Reason


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
