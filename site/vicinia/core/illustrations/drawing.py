"""A small SVG builder: flat shapes in the order they are painted, with the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

WIDTH, HEIGHT = 1600, 900

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate with at most one decimal and no trailing zero."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def pairs(points: Iterable[Point]) -> str:
    """Write points as SVG coordinate pairs."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)


def smooth(points: Sequence[Point]) -> str:
    """Write a curve through the points (Catmull-Rom, as cubic Béziers), without its first move."""
    padded = [points[0], *points, points[-1]]
    parts = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        parts.append(f"C{pairs([first, second, end])}")
    return "".join(parts)


def scatter(count: int, seed: int) -> Iterator[float]:
    """Yield numbers from 0 to 1 that look random and never change (a linear congruence)."""
    state = seed * 7919 + 17
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        yield (state >> 8) % 10000 / 10000


class Drawing:
    """Collects shapes; sizes are in the units of the view box, y grows downwards."""

    def __init__(self, width: int = WIDTH, height: int = HEIGHT, background: str | None = None) -> None:
        self.width, self.height = width, height
        self._parts: list[str] = []
        if background:
            self.rect(0, 0, width, height, background)

    def _add(self, tag: str, fill: str | None, opacity: float, attributes: str) -> None:
        veil = "" if opacity == 1 else f' opacity="{opacity:g}"'
        self._parts.append(f'<{tag} {attributes} fill="{fill or "none"}"{veil}/>')

    def rect(
        self, x: float, y: float, w: float, h: float, fill: str, *, r: float = 0, opacity: float = 1
    ) -> None:
        """Paint a rectangle, its corners rounded by `r`."""
        corner = f' rx="{number(r)}"' if r else ""
        box = f'x="{number(x)}" y="{number(y)}" width="{number(w)}" height="{number(h)}"{corner}'
        self._add("rect", fill, opacity, box)

    def circle(self, x: float, y: float, r: float, fill: str, *, opacity: float = 1) -> None:
        """Paint a disc."""
        self._add("circle", fill, opacity, f'cx="{number(x)}" cy="{number(y)}" r="{number(r)}"')

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str, *, opacity: float = 1) -> None:
        """Paint an ellipse."""
        box = f'cx="{number(x)}" cy="{number(y)}" rx="{number(rx)}" ry="{number(ry)}"'
        self._add("ellipse", fill, opacity, box)

    def polygon(self, points: Iterable[Point], fill: str, *, opacity: float = 1) -> None:
        """Paint a shape with straight sides."""
        self._add("polygon", fill, opacity, f'points="{pairs(points)}"')

    def path(self, data: str, fill: str, *, opacity: float = 1) -> None:
        """Paint a shape written as SVG path data."""
        self._add("path", fill, opacity, f'd="{data}"')

    def stroke(
        self, data: str, colour: str, width: float, *, dash: str = "", opacity: float = 1, cap: str = "round"
    ) -> None:
        """Draw a line written as SVG path data, with round ends and joins."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        attributes = (
            f'd="{data}" stroke="{colour}" stroke-width="{number(width)}" '
            f'stroke-linecap="{cap}" stroke-linejoin="round"{dashes}'
        )
        self._add("path", None, opacity, attributes)

    def line(self, points: Sequence[Point], colour: str, width: float, *, opacity: float = 1) -> None:
        """Draw a broken line with round joins."""
        self.stroke(f"M{pairs(points[:1])}L{pairs(points[1:])}", colour, width, opacity=opacity)

    def curve(self, points: Sequence[Point], colour: str, width: float, *, dash: str = "") -> None:
        """Draw a smooth line through the points."""
        self.stroke(f"M{pairs(points[:1])}{smooth(points)}", colour, width, dash=dash)

    def blob(self, points: Sequence[Point], fill: str, *, opacity: float = 1) -> None:
        """Paint a closed smooth shape through the points."""
        loop = [*points, points[0]]
        self.path(f"M{pairs(points[:1])}{smooth(loop)}Z", fill, opacity=opacity)

    @contextmanager
    def moved(
        self, x: float = 0, y: float = 0, *, turn: float = 0, scale: float = 1, flip: bool = False
    ) -> Iterator[None]:
        """Paint what follows at (x, y), turned by degrees, scaled, mirrored."""
        steps = [f"translate({number(x)} {number(y)})"]
        if turn:
            steps.append(f"rotate({number(turn)})")
        if scale != 1 or flip:
            steps.append(f"scale({-scale if flip else scale:g} {scale:g})")
        self._parts.append(f'<g transform="{" ".join(steps)}">')
        yield
        self._parts.append("</g>")

    @contextmanager
    def clipped(self, name: str, data: str) -> Iterator[None]:
        """Paint what follows only inside the path; `name` is unique in the drawing."""
        self._parts.append(f'<clipPath id="{name}"><path d="{data}"/></clipPath><g clip-path="url(#{name})">')
        yield
        self._parts.append("</g>")

    def svg(self) -> str:
        """Return the whole image; decorative, so it carries no title."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}"'
        size = f' width="{self.width}" height="{self.height}" aria-hidden="true">'
        return f"{head}{size}{''.join(self._parts)}</svg>"
