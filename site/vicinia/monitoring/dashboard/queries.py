"""The figures of the dashboard, each with its definition, gathered from every app's queries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vicinia.monitoring.participation.queries import (
    participants_between,
    participants_by_month,
    participants_by_title,
)

from .counters import (
    applications_sent,
    campaigns_running,
    classes_confirmed,
    copies_delivered,
    pupils_confirmed,
)
from .periods import Period

Counter = Callable[[date, date], int]


@dataclass(frozen=True)
class Indicator:
    """A figure: what it is called, what exactly is counted, and the query that counts it."""

    key: str
    label: str | Promise
    method: str | Promise
    count: Counter


@dataclass(frozen=True)
class Figure:
    """An indicator's value in a period and in the same days of the year before."""

    indicator: Indicator
    value: int
    before: int

    @property
    def difference(self) -> int:
        """How many more (or fewer) than the year before."""
        return self.value - self.before


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
        campaigns_running,
    ),
    Indicator(
        "applications",
        _("Applications received"),
        _("Applications of associations to calls, by the instant of submission."),
        applications_sent,
    ),
    Indicator(
        "sign_ups",
        _("Classes signed up"),
        _("Sign-ups to school projects made in these days and confirmed; the waiting list is not counted."),
        classes_confirmed,
    ),
    Indicator(
        "pupils",
        _("Pupils in those classes"),
        _("Pupils declared by the teachers of the classes confirmed; no name is ever asked."),
        pupils_confirmed,
    ),
    Indicator(
        "participants",
        _("Participants"),
        _("Contacts counted by check-in sheets and partners: the same person may be counted twice."),
        participants_between,
    ),
    Indicator(
        "newsletter",
        _("Newsletter copies delivered"),
        _("Copies accepted by the recipients' mail servers: sent less refused."),
        copies_delivered,
    ),
)


def figures(period: Period) -> list[Figure]:
    """Count every indicator in the period and one year earlier."""
    before = period.year_before()
    return [
        Figure(
            indicator,
            value=indicator.count(period.first, period.last),
            before=indicator.count(before.first, before.last),
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
