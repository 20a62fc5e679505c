"""A body's timeline in words: rows of the page, cells of the file, filters with their counts."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from vicinia.core.body_timeline import Happening, kinds
from vicinia.core.components import Tag, TimelineEntry
from vicinia.core.formats import long_date, long_datetime, whole
from vicinia.core.tables import Row

from .queries import KIND, YEAR, Timeline

# On the body's page: the rest is one link away.
LATEST = 10


def latest(timeline: Timeline) -> list[TimelineEntry]:
    """The last things that happened, for the body's page."""
    return [
        TimelineEntry(
            date_text=long_date(each.at) if each.is_whole_day else long_datetime(each.at),
            title=each.title,
            text=" · ".join(filter(None, [each.by, str(each.text)])),
            url=each.url,
        )
        for each in timeline.everything[:LATEST]
    ]


def kind_tags(timeline: Timeline) -> list[Tag]:
    """The kinds that this body has, each with how many there are in the year chosen."""
    counts, chosen = timeline.kinds(), timeline.choice.kind
    named = [(key, str(label)) for key, label in kinds().items() if counts[key] or key == chosen]
    everything = ("", _("Everything"))
    return [
        Tag(
            f"{label} ({whole(counts[key] if key else counts.total())})",
            address(timeline, **{KIND: key}),
            is_selected=key == chosen,
        )
        for key, label in [everything, *named]
    ]


def year_tags(timeline: Timeline) -> list[Tag]:
    """The years in which something happened, the latest first."""
    counts, chosen = timeline.years(), timeline.choice.year
    years, all_years = sorted({*counts, chosen} - {""}, reverse=True), _("All years")
    return [
        Tag(
            f"{year or all_years} ({whole(counts[year] if year else counts.total())})",
            address(timeline, **{YEAR: year}),
            is_selected=year == chosen,
        )
        for year in ["", *years]
    ]


def address(timeline: Timeline, **changed: str | int) -> str:
    """Return the address of the page with its filters, some of them changed."""
    kept: dict[str, str | int] = {KIND: timeline.choice.kind, YEAR: timeline.choice.year, **changed}
    return f"?{urlencode({key: value for key, value in kept.items() if value})}"


def header() -> Row:
    """The names of the file's columns."""
    return [_("When"), _("Kind"), _("What happened"), _("Detail"), _("Who"), _("State")]


def cells(shown: Iterable[Happening]) -> list[Row]:
    """The rows of the file."""
    names = kinds()
    return [
        [each.at, str(names[each.kind]), str(each.title), str(each.text), each.by, str(each.state)]
        for each in shown
    ]
