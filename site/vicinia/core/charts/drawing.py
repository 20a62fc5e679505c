"""The shapes of a chart, in percent of its box: the drawing takes any width and its words keep their size."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from .figures import Figures

MOST_MARKS = 5
# The middle of the first and of the last point: room for half a label at the sides.
FIRST, LAST = Decimal(4), Decimal(96)
HUNDRED = Decimal(100)
# Steps that people count by.
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Bar:
    """One value: where it starts and how long it is (percent), None where it is not known."""

    series: int
    name: str
    value: Decimal | None
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of one label."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A label on an axis, at so much percent."""

    text: str
    at: str
    # Where the text stands from there: start, middle or end.
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Level:
    """A value of the vertical axis, at so much percent from the top."""

    value: Decimal
    at: str


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a line, from the left and from the top."""

    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line between two points that follow each other."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Line:
    """One series; where a value is not known the line is broken."""

    series: int
    name: str
    points: tuple[Point, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A chart of lines."""

    lines: tuple[Line, ...]
    levels: tuple[Level, ...]
    marks: tuple[Mark, ...]


def bars(figures: Figures) -> tuple[BarGroup, ...]:
    """Return the bars of each label, all on one scale that begins at nought."""
    low, high = min(Decimal(0), *figures.known), max(Decimal(0), *figures.known)
    span = (high - low) or Decimal(1)

    def bar(number: int, name: str, value: Decimal | None) -> Bar:
        shown = value or Decimal(0)
        return Bar(
            number, name, value, _percent((min(shown, Decimal(0)) - low) / span), _percent(abs(shown) / span)
        )

    return tuple(
        BarGroup(
            label, tuple(bar(n, each.name, each.values[i]) for n, each in enumerate(figures.series, start=1))
        )
        for i, label in enumerate(figures.labels)
    )


def lines(figures: Figures) -> Lines:
    """Return the lines of the series, with the levels and the labels that there is room for."""
    levels = scale(min(figures.known), max(figures.known))
    bottom, span = levels[0], levels[-1] - levels[0]

    def height(value: Decimal) -> str:
        return _percent(1 - (value - bottom) / span)

    at = _places(len(figures.labels))
    drawn = []
    for number, each in enumerate(figures.series, start=1):
        points = [
            Point(place, height(value)) if value is not None else None
            for place, value in zip(at, each.values, strict=True)
        ]
        segments = tuple(Segment(a, b) for a, b in pairwise(points) if a and b)
        drawn.append(Line(number, each.name, tuple(point for point in points if point), segments))
    return Lines(
        tuple(drawn), tuple(Level(value, height(value)) for value in levels), _marks(figures.labels, at)
    )


def scale(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Return three to six round levels that hold the values, nought among them where it is near."""
    low = min(low, Decimal(0)) if low < (high - low) * 2 else low
    high = max(high, Decimal(0))
    span = (high - low) or max(abs(high), Decimal(1))
    magnitude = Decimal(1).scaleb((span / 4).adjusted())
    step = next(magnitude * each for each in STEPS if magnitude * each >= span / 4)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = max((high / step).to_integral_value(ROUND_CEILING), first + 1)
    return tuple(step * (first + each) for each in range(int(last - first) + 1))


def _places(count: int) -> tuple[str, ...]:
    if count == 1:
        return (f"{HUNDRED / 2}",)
    return tuple(_percent((FIRST + (LAST - FIRST) * i / (count - 1)) / HUNDRED) for i in range(count))


def _marks(labels: tuple[str, ...], at: tuple[str, ...]) -> tuple[Mark, ...]:
    last = len(labels) - 1
    # Evenly, so that the eye can count what stands between two of them.
    chosen = range(0, len(labels), -(-len(labels) // MOST_MARKS))
    anchors = {0: "start", last: "end"} if last else {}
    return tuple(Mark(labels[i], at[i], anchors.get(i, "middle")) for i in chosen)


def _percent(share: Decimal) -> str:
    return f"{(share * HUNDRED).quantize(Decimal('0.01'))}"
