"""What a chart shows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


class FiguresUnreadable(Exception):
    """The table cannot be drawn; the message is one sentence for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Series:
    """The values under one name, one for each label; None where nothing is known."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Labels (months, neighbourhoods) and what each series counts for them."""

    heading: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def known(self) -> tuple[Decimal, ...]:
        """All the values that are known; never empty."""
        return tuple(value for each in self.series for value in each.values if value is not None)
