"""The figures of the dashboard, each with its definition, gathered from every app's queries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from calls.applications.queries import count_sent
from campaigns.newsletter.issues.queries import copies_between
from campaigns.outreach.queries import count_running
from campaigns.projects.enrolments.queries import count_classes, count_pupils
from vicinia.monitoring.participation.queries import (
    participants_between,
    participants_by_month,
    participants_by_title,
)

from .measures import Measure
from .periods import Period


@dataclass(frozen=True)
class Indicator:
    """A figure: what it is called, what exactly is counted, and the query that counts it."""

    key: str
    label: str | Promise
    method: str | Promise
    measure: Callable[[date, date], Measure]


@dataclass(frozen=True)
class Figure:
    """An indicator measured in a period and in the same days of the year before."""

    indicator: Indicator
    now: Measure
    before: Measure


def counted(count: Callable[[date, date], int]) -> Callable[[date, date], Measure]:
    """Return a count as a measure without denominator."""
    return lambda first, last: Measure(count(first, last))


def newsletter_reach(first: date, last: date) -> Measure:
    """Copies delivered over the subscribers that they were meant for."""
    copies = copies_between(first, last)
    return Measure(copies.delivered, copies.recipients)


@dataclass(frozen=True)
class MonthRow:
    """A row of the chart's table."""

    month: date
    value: int
    before: int

    @property
    def name(self) -> str:
        """The month as the table's rows write it: `Marzo`."""
        return date_format(self.month, "F").capitalize()


INDICATORS = (
    Indicator(
        "campaigns",
        _("Campaigns"),
        _("Published campaigns whose period touches these days."),
        counted(count_running),
    ),
    Indicator(
        "applications",
        _("Applications received"),
        _("Applications of associations to calls, by the instant of submission."),
        counted(count_sent),
    ),
    Indicator(
        "sign_ups",
        _("Classes signed up"),
        _("Sign-ups to school projects made in these days and confirmed; the waiting list is not counted."),
        counted(count_classes),
    ),
    Indicator(
        "pupils",
        _("Pupils in those classes"),
        _("Pupils declared by the teachers of the classes confirmed; no name is ever asked."),
        counted(count_pupils),
    ),
    Indicator(
        "participants",
        _("Participants"),
        _("Contacts counted by check-in sheets and partners: the same person may be counted twice."),
        counted(participants_between),
    ),
    Indicator(
        "newsletter",
        _("Newsletter reach"),
        _(
            "Copies delivered (sent less refused) out of those meant for the subscribers of each issue's "
            "topics, confirmed when it was sent."
        ),
        newsletter_reach,
    ),
)


def figures(period: Period) -> list[Figure]:
    """Count every indicator in the period and one year earlier."""
    before = period.year_before()
    return [
        Figure(
            indicator,
            now=indicator.measure(period.first, period.last),
            before=indicator.measure(before.first, before.last),
        )
        for indicator in INDICATORS
    ]


def participants_of_each_month(period: Period) -> list[MonthRow]:
    """Count participants month by month, beside the same month of the year before."""
    before = period.year_before()
    now, then = (
        participants_by_month(period.first, period.last),
        participants_by_month(before.first, before.last),
    )
    return [
        MonthRow(month, now.get(month, 0), then.get(month.replace(year=month.year - 1), 0))
        for month in period.months()
    ]


def most_attended(period: Period) -> list[tuple[str, str, int]]:
    """Return (kind, title, participants) of the period."""
    return participants_by_title(period.first, period.last)
