"""Sky, hills, trees and water."""

from __future__ import annotations

from collections.abc import Sequence

from . import palette as c
from .drawing import Drawing, Point, number, pairs, scatter, smooth


def sun(d: Drawing, x: float, y: float, r: float, *, core: str = c.SUN, halo: str = c.LIGHT) -> None:
    """A disc with two pale rings."""
    d.circle(x, y, r * 1.9, halo, opacity=0.35)
    d.circle(x, y, r * 1.4, halo, opacity=0.6)
    d.circle(x, y, r, core)


def moon(d: Drawing, x: float, y: float, r: float, night: str) -> None:
    """A crescent: a disc with the night laid over part of it."""
    d.circle(x, y, r * 1.7, c.LIGHT, opacity=0.08)
    d.circle(x, y, r, c.LIGHT)
    d.circle(x + r * 0.42, y - r * 0.2, r * 0.84, night)


def stars(d: Drawing, count: int, seed: int, *, bottom: float = 420, right: float = 1600) -> None:
    """Small dots in the upper part of the sky."""
    values = list(scatter(count * 3, seed))
    for i in range(count):
        x, y, size = values[i * 3 : i * 3 + 3]
        d.circle(x * right, 30 + y * bottom, 1.6 + size * 3, c.LIGHT, opacity=0.85)


def cloud(d: Drawing, x: float, y: float, size: float, fill: str = c.WHITE, *, opacity: float = 1) -> None:
    """A flat-bottomed cloud, `size` wide, sitting on y."""
    u = size / 10
    data = (
        f"M{number(x)},{number(y)}h{number(size)}a{number(u * 1.5)},{number(u * 1.5)} 0 0 0 "
        f"{number(-u * 1.2)},{number(-u * 2.3)}a{number(u * 2.1)},{number(u * 2.1)} 0 0 0 "
        f"{number(-u * 3.5)},{number(-u * 1.2)}a{number(u * 1.9)},{number(u * 1.9)} 0 0 0 "
        f"{number(-u * 3.4)},{number(u * 1.2)}a{number(u * 1.4)},{number(u * 1.4)} 0 0 0 "
        f"{number(-u * 1.9)},{number(u * 2.3)}Z"
    )
    d.path(data, fill, opacity=opacity)


def hill(d: Drawing, ridge: Sequence[Point], fill: str, *, floor: float = 900) -> None:
    """Land under a smooth ridge, down to the floor."""
    closing = f"L{pairs([(ridge[-1][0], floor), (ridge[0][0], floor)])}Z"
    d.path(f"M{pairs(ridge[:1])}{smooth(ridge)}{closing}", fill)


def rows(d: Drawing, lines: Sequence[Sequence[Point]], colour: str, width: float) -> None:
    """Field furrows as smooth lines."""
    for line in lines:
        d.curve(line, colour, width)


def tree(d: Drawing, x: float, base: float, h: float, *, leaf: str = c.SAGE_DEEP, side: str = c.SAGE) -> None:
    """A round tree with a lit half."""
    r = h * 0.33
    d.rect(x - h * 0.03, base - h * 0.5, h * 0.06, h * 0.5, c.HAIR_BROWN, r=h * 0.02)
    d.line([(x, base - h * 0.3), (x + h * 0.12, base - h * 0.46)], c.HAIR_BROWN, h * 0.035)
    d.circle(x, base - h + r, r, leaf)
    d.path(_half(x, base - h + r, r), side)


def _half(x: float, y: float, r: float) -> str:
    return (
        f"M{number(x)},{number(y - r)}A{number(r)},{number(r)} 0 0 0 {number(x)},{number(y + r)}"
        f"A{number(r * 1.25)},{number(r * 1.25)} 0 0 0 {number(x)},{number(y - r)}Z"
    )


def cypress(d: Drawing, x: float, base: float, h: float, *, leaf: str = c.FOREST) -> None:
    """A tall flame-shaped tree."""
    w = h * 0.13
    d.rect(x - h * 0.015, base - h * 0.1, h * 0.03, h * 0.1, c.HAIR_BROWN)
    d.path(
        f"M{pairs([(x, base - h)])}"
        f"C{pairs([(x + w * 1.5, base - h * 0.55), (x + w, base - h * 0.06), (x, base - h * 0.06)])}"
        f"C{pairs([(x - w, base - h * 0.06), (x - w * 1.5, base - h * 0.55), (x, base - h)])}Z",
        leaf,
    )


def pine(d: Drawing, x: float, base: float, h: float, *, leaf: str = c.SAGE_DEEP) -> None:
    """An umbrella pine."""
    top = base - h * 0.7
    d.path(
        f"M{pairs([(x - h * 0.025, base)])}"
        f"L{pairs([(x - h * 0.015, top), (x + h * 0.015, top), (x + h * 0.025, base)])}Z",
        c.HAIR_BROWN,
    )
    d.line([(x, base - h * 0.62), (x - h * 0.14, base - h * 0.76)], c.HAIR_BROWN, h * 0.025)
    d.line([(x, base - h * 0.58), (x + h * 0.15, base - h * 0.74)], c.HAIR_BROWN, h * 0.025)
    d.ellipse(x, base - h * 0.84, h * 0.36, h * 0.15, leaf)
    d.ellipse(x - h * 0.06, base - h * 0.88, h * 0.24, h * 0.09, c.SAGE)


def bush(d: Drawing, x: float, base: float, w: float, fill: str = c.SAGE) -> None:
    """Three half discs on the ground."""
    for dx, r in ((-0.3, 0.24), (0.3, 0.22), (0.0, 0.34)):
        d.path(_dome(x + dx * w, base, r * w), fill)


def _dome(x: float, base: float, r: float) -> str:
    return f"M{number(x - r)},{number(base)}A{number(r)},{number(r)} 0 0 1 {number(x + r)},{number(base)}Z"


def leaf(
    d: Drawing, x: float, y: float, size: float, turn: float, fill: str, vein: str | None = None
) -> None:
    """A pointed leaf growing upwards from (x, y), turned by degrees."""
    with d.moved(x, y, turn=turn):
        w = size * 0.34
        d.path(
            f"M0,0C{pairs([(-w, -size * 0.35), (-w, -size * 0.75), (0, -size)])}"
            f"C{pairs([(w, -size * 0.75), (w, -size * 0.35), (0, 0)])}Z",
            fill,
        )
        if vein:
            d.line([(0, 0), (0, -size * 0.78)], vein, max(2, size * 0.035))


def flower(d: Drawing, x: float, y: float, r: float, petal: str, core: str = c.SUN) -> None:
    """Five petals around a disc."""
    for turn in range(0, 360, 72):
        with d.moved(x, y, turn=turn):
            d.circle(0, -r * 0.62, r * 0.45, petal)
    d.circle(x, y, r * 0.36, core)


def waves(d: Drawing, x: float, y: float, w: float, count: int, colour: str, width: float) -> None:
    """A wavy line of `count` crests, `w` wide."""
    step = w / count / 2
    data = f"M{number(x)},{number(y)}q{number(step / 2)},{number(-step * 0.5)} {number(step)},0"
    data += f"t{number(step)},0" * (count * 2 - 1)
    d.stroke(data, colour, width)


def bird(d: Drawing, x: float, y: float, w: float, colour: str = c.INK) -> None:
    """Two arcs, as children draw birds."""
    u = w / 2
    d.stroke(
        f"M{number(x - u)},{number(y)}q{number(u * 0.6)},{number(-u * 0.7)} {number(u)},0"
        f"q{number(u * 0.4)},{number(-u * 0.7)} {number(u)},0",
        colour,
        max(2.5, w * 0.09),
    )
