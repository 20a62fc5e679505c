"""The four figures of the year that everybody reads on the home page, small numbers masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from calls.applications.queries import count_sent
from campaigns.newsletter.subscriptions.queries import count_subscribers
from campaigns.projects.enrolments.queries import count_classes
from vicinia.core.components import StatTile
from vicinia.core.formats import short_date, whole

from .dashboard.periods import Period
from .participation.queries import participants_between
from .suppression import K, public_count

# Figures move slowly; counting them again at each page would cost four queries.
KEEP_SECONDS = 600


@dataclass(frozen=True)
class PublicFigure:
    """A figure with its words; `shown` is already masked when it is small."""

    shown: str
    label: str | Promise
    method: str | Promise


LABELS: tuple[tuple[str | Promise, str | Promise], ...] = (
    (
        _("people met by the campaigns"),
        _("Contacts counted by sign-in sheets and partners in twelve months."),
    ),
    (_("classes in the school projects"), _("Classes signed up and confirmed in twelve months.")),
    (_("applications from associations"), _("Applications to calls received in twelve months.")),
    (_("people who read the newsletter"), _("Addresses confirmed and not cancelled, today.")),
)


def year_figures(today: date) -> list[PublicFigure]:
    """Return the figures of the twelve months that end today."""
    counts = cache.get_or_set(f"public-figures-{today}", lambda: count_all(today), KEEP_SECONDS)
    return [
        PublicFigure(public_count(count) if count < K else whole(count), label, method)
        for count, (label, method) in zip(counts or [], LABELS, strict=True)
    ]


def year_tiles(today: date, method_url: str) -> tuple[StatTile, ...]:
    """Return the figures as tiles; nothing in a year in which there is nothing to count yet."""
    figures = year_figures(today)
    return figure_tiles(figures, today, method_url) if any(figure.shown != "0" for figure in figures) else ()


def figure_tiles(figures: list[PublicFigure], today: date, method_url: str) -> tuple[StatTile, ...]:
    """Return the figures as tiles, each with its date and a link to how it was counted."""
    return tuple(StatTile(figure.shown, figure.label, short_date(today), method_url) for figure in figures)


def count_all(today: date) -> list[int]:
    """Count, in the order of LABELS."""
    twelve_months = Period(Period(today, today).year_before().first, today)
    first, last = twelve_months.first, twelve_months.last
    return [
        participants_between(first, last),
        count_classes(first, last),
        count_sent(first, last),
        count_subscribers(),
    ]
