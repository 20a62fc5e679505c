"""Houses, windows, doors and public buildings."""

from __future__ import annotations

from collections.abc import Iterable

from . import palette as c
from .drawing import Drawing, number


def window(
    d: Drawing,
    x: float,
    y: float,
    w: float,
    h: float,
    *,
    glass: str = c.SKY,
    frame: str = c.WHITE,
    shutters: str | None = None,
    sill: str | None = c.SAND_LIGHT,
    arch: bool = False,
) -> None:
    """A window whose top left corner is (x, y); shutters stand open at its sides."""
    if shutters:
        for left in (x - w * 0.5, x + w * 1.02):
            d.rect(left, y, w * 0.48, h, shutters, r=3)
            for k in range(1, 5):
                d.rect(left + w * 0.07, y + h * k / 5 - 1.5, w * 0.34, 3, c.WHITE, opacity=0.28)
    top = w / 2 if arch else 3
    _pane(d, x, y, w, h, top, frame)
    edge = max(3.0, w * 0.08)
    _pane(d, x + edge, y + edge, w - 2 * edge, h - 2 * edge, max(2.0, top - edge), glass)
    d.rect(x + w / 2 - edge / 3, y + edge, edge / 1.5, h - 2 * edge, frame)
    d.rect(x + edge, y + h * 0.5 - edge / 3, w - 2 * edge, edge / 1.5, frame)
    if sill:
        d.rect(x - w * 0.08, y + h, w * 1.16, max(5.0, h * 0.06), sill, r=2)


def _pane(d: Drawing, x: float, y: float, w: float, h: float, top: float, fill: str) -> None:
    t = min(top, w / 2)
    d.path(
        f"M{number(x)},{number(y + h)}V{number(y + t)}"
        f"A{number(t)},{number(t)} 0 0 1 {number(x + t)},{number(y)}"
        f"H{number(x + w - t)}A{number(t)},{number(t)} 0 0 "
        f"1 {number(x + w)},{number(y + t)}V{number(y + h)}Z",
        fill,
    )


def door(
    d: Drawing,
    x: float,
    base: float,
    w: float,
    h: float,
    fill: str,
    *,
    surround: str = c.SAND_LIGHT,
    arch: bool = True,
) -> None:
    """A door standing on `base`, centred on x."""
    t = w / 2 if arch else 4
    _pane(d, x - w * 0.62, base - h - w * 0.12, w * 1.24, h + w * 0.12, t * 1.24, surround)
    _pane(d, x - w / 2, base - h, w, h, t, fill)
    d.rect(x - 1.5, base - h + t * 0.3, 3, h - t * 0.3, c.WHITE, opacity=0.25)
    d.circle(x + w * 0.12, base - h * 0.42, max(3.0, w * 0.05), c.SUN)


def house(
    d: Drawing,
    x: float,
    base: float,
    w: float,
    h: float,
    wall: str,
    *,
    roof: str = c.TERRACOTTA,
    kind: str = "gable",
    grid: tuple[int, int] = (2, 2),
    shutters: str | None = c.SAGE_DEEP,
    door_fill: str | None = c.BLUE_DEEP,
    lit: Iterable[int] = (),
    glass: str = c.SKY,
    frame: str = c.WHITE,
    sill: str = c.SAND_LIGHT,
) -> None:
    """A house with its left wall at x; kind is gable, slope or flat; `lit` numbers the bright windows."""
    top = base - h
    d.rect(x, top, w, h, wall)
    d.rect(x + w * 0.86, top, w * 0.14, h, c.INK, opacity=0.07)
    _roof(d, x, top, w, roof, kind)
    bright = set(lit)
    columns, lines = grid
    free = h - (h * 0.26 if door_fill else h * 0.06)
    cell_w, cell_h = w / columns, free / max(lines, 1)
    ww, wh = min(cell_w * 0.34, 64), min(cell_h * 0.56, 92)
    for row in range(lines):
        for column in range(columns):
            left = x + cell_w * (column + 0.5) - ww / 2
            y = top + h * 0.05 + cell_h * row + (cell_h - wh) / 2
            pane = c.SUN if row * columns + column in bright else glass
            window(d, left, y, ww, wh, glass=pane, frame=frame, sill=sill, shutters=shutters)
    if door_fill:
        door(d, x + w / 2, base, min(w * 0.24, 74), h * 0.24, door_fill, surround=sill)


def _roof(d: Drawing, x: float, top: float, w: float, roof: str, kind: str) -> None:
    over = w * 0.05
    if kind == "gable":
        d.polygon([(x - over, top + 4), (x + w / 2, top - w * 0.3), (x + w + over, top + 4)], roof)
    elif kind == "slope":
        rise = w * 0.18
        d.polygon(
            [
                (x - over, top + 4),
                (x + over, top - rise),
                (x + w - over, top - rise),
                (x + w + over, top + 4),
            ],
            roof,
        )
    else:
        d.rect(x - over / 2, top - 10, w + over, 16, roof, r=3)


def tower(
    d: Drawing, x: float, base: float, w: float, h: float, wall: str, *, roof: str = c.TERRACOTTA
) -> None:
    """A town tower centred on x, with clock, bell opening and battlements."""
    top = base - h
    d.rect(x - w / 2, top, w, h, wall)
    d.rect(x + w * 0.3, top, w * 0.2, h, c.INK, opacity=0.08)
    d.rect(x - w * 0.6, top - w * 0.16, w * 1.2, w * 0.2, wall, r=3)
    for k in range(4):
        d.rect(x - w * 0.6 + k * w * 0.345, top - w * 0.36, w * 0.19, w * 0.24, wall)
    d.rect(x - w * 0.6, top + w * 0.04, w * 1.2, w * 0.06, c.INK, opacity=0.15)
    d.circle(x, top + w * 0.58, w * 0.3, roof)
    d.circle(x, top + w * 0.58, w * 0.25, c.CREAM)
    d.line(
        [(x, top + w * 0.42), (x, top + w * 0.58), (x + w * 0.11, top + w * 0.66)], c.INK, max(3, w * 0.04)
    )
    _pane(d, x - w * 0.16, top + w * 1.1, w * 0.32, w * 0.6, w * 0.16, c.NIGHT_SOFT)


def block(
    d: Drawing,
    x: float,
    base: float,
    w: float,
    h: float,
    wall: str,
    *,
    grid: tuple[int, int] = (3, 5),
    panes: tuple[str, ...] = (c.SKY, c.BLUE_LIGHT, c.SKY, c.LIGHT),
    trim: str = c.WHITE,
    seed: int = 1,
) -> None:
    """A block of flats with a flat roof and simple square windows."""
    top = base - h
    d.rect(x, top, w, h, wall)
    d.rect(x + w * 0.88, top, w * 0.12, h, c.INK, opacity=0.08)
    d.rect(x - 6, top - 10, w + 12, 14, trim, r=3)
    columns, lines = grid
    cell_w, cell_h = w / columns, h * 0.94 / lines
    for row in range(lines):
        for column in range(columns):
            pane = panes[(row * 5 + column * 3 + seed * 7 + row * column) % len(panes)]
            left, y = x + cell_w * (column + 0.26), top + h * 0.04 + cell_h * (row + 0.2)
            d.rect(left - 4, y - 4, cell_w * 0.48 + 8, cell_h * 0.54 + 8, trim, r=4)
            d.rect(left, y, cell_w * 0.48, cell_h * 0.54, pane, r=3)


def skyline(
    d: Drawing, base: float, fill: str, *, seed: int = 0, left: float = -20, right: float = 1620
) -> None:
    """Distant roofs as one silhouette, from left to right."""
    x, step = left, seed
    while x < right:
        w = 70 + (step * 37 % 5) * 22
        h = 70 + (step * 53 % 7) * 26
        d.rect(x, base - h, w + 2, h + 4, fill)
        if step % 3 == 0:
            d.polygon([(x - 4, base - h), (x + w / 2, base - h - w * 0.34), (x + w + 4, base - h)], fill)
        elif step % 3 == 1:
            d.rect(x + w * 0.62, base - h - 24, w * 0.14, 28, fill)
        x += w + (step % 2) * 6
        step += 1


def bricks(d: Drawing, brick: str, seed: int, *, left: float = 0, right: float = 1600) -> None:
    """A few bricks that show through the plaster."""
    for k in range(16):
        x = left + (k * 373 + seed * 97) % int(right - left - 90)
        y = 40 + (k * 211 + seed * 53) % 780
        d.rect(x, y, 66, 22, brick, r=4)
        d.rect(x + 34, y + 28, 56, 22, brick, r=4)
