"""People as simple shapes: no faces, many bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from . import palette as c
from .drawing import Drawing, Point, number, pairs, smooth


@dataclass(frozen=True, slots=True)
class Look:
    """How a person is dressed and combed; colours from the palette."""

    skin: str = c.SKIN_A
    hair: str = c.HAIR_BROWN
    style: str = "short"  # short, long, bob, bun, curly, bald, veil, cap
    top: str = c.BLUE
    bottom: str = c.NIGHT_SOFT
    shoes: str = c.INK
    dress: bool = False


# Neighbours who come back from scene to scene.
ADA = Look(c.SKIN_A, c.HAIR_GREY, "bun", c.TERRACOTTA, c.INK, dress=True)
BRUNO = Look(c.SKIN_A, c.HAIR_WHITE, "short", c.BLUE_DEEP, c.SAND_DEEP)
CLEO = Look(c.SKIN_C, c.HAIR_DARK, "curly", c.SUN, c.BLUE_DEEP)
DINO = Look(c.SKIN_B, c.HAIR_DARK, "short", c.SAGE_DEEP, c.NIGHT_SOFT)
EMMA = Look(c.SKIN_A, c.HAIR_RED, "bob", c.BLUE, c.INK)
FARAH = Look(c.SKIN_B, c.TERRACOTTA, "veil", c.BLUE_MID, c.BLUE_DEEP, dress=True)
GIO = Look(c.SKIN_D, c.HAIR_DARK, "short", c.CLAY, c.INK)
IRIS = Look(c.SKIN_A, c.HAIR_BROWN, "long", c.SAGE, c.BLUE_DEEP, dress=True)
LUCA = Look(c.SKIN_B, c.HAIR_BROWN, "cap", c.BLUE_MID, c.INK)
MINA = Look(c.SKIN_D, c.HAIR_DARK, "bun", c.OCHRE, c.TERRACOTTA, dress=True)


def dressed(look: Look, **changes: object) -> Look:
    """Return the same person in other clothes."""
    return replace(look, **changes)  # type: ignore[arg-type]


def head(d: Drawing, x: float, y: float, r: float, look: Look, *, facing: int = 0) -> None:
    """A head centred on (x, y); facing -1 left, 0 front or back, 1 right."""
    if look.style == "veil":
        d.path(_drape(x, y, r * 1.24), look.hair)
        d.ellipse(x + facing * r * 0.28, y + r * 0.1, r * 0.74, r * 0.84, look.skin)
        return
    if look.style == "long":
        d.path(
            f"M{pairs([(x - r * 1.14, y - r * 0.1)])}V{number(y + r * 1.5)}"
            f"Q{pairs([(x, y + r * 1.8), (x + r * 1.14, y + r * 1.5)])}V{number(y - r * 0.1)}Z",
            look.hair,
        )
    if look.style == "curly":
        for dx, dy in (
            (-0.85, -0.2),
            (0.85, -0.2),
            (-0.6, -0.8),
            (0.6, -0.8),
            (0, -1.0),
            (-0.95, 0.3),
            (0.95, 0.3),
        ):
            d.circle(x + dx * r, y + dy * r, r * 0.56, look.hair)
    if look.style == "bob":
        d.rect(x - r * 1.16, y - r * 0.4, r * 2.32, r * 1.4, look.hair, r=r * 0.5)
    if look.style == "bun":
        d.circle(x - facing * r * 0.75, y - r * 1.12, r * 0.46, look.hair)
    d.circle(x, y, r, look.skin)
    if look.style == "bald":
        return
    _fringe(d, x, y, r, look, facing)


def _drape(x: float, y: float, r: float) -> str:
    return (
        f"M{pairs([(x - r, y)])}A{number(r)},{number(r)} 0 0 1 {pairs([(x + r, y)])}"
        f"C{pairs([(x + r * 1.05, y + r * 0.9), (x + r * 1.25, y + r * 1.3), (x + r * 1.15, y + r * 1.55)])}"
        f"H{number(x - r * 1.15)}"
        f"C{pairs([(x - r * 1.25, y + r * 1.3), (x - r * 1.05, y + r * 0.9), (x - r, y)])}Z"
    )


def _fringe(d: Drawing, x: float, y: float, r: float, look: Look, facing: int) -> None:
    edge = r * 1.07
    if facing:
        nape = (x - facing * r * 0.66, y + r * 0.84)
        over = 1 if facing > 0 else 0
        d.path(
            f"M{pairs([nape])}A{number(edge)},{number(edge)} 0 1 {over} {pairs([(x + facing * edge, y)])}"
            f"Q{pairs([(x + facing * r * 0.6, y - r * 0.6), (x - facing * r * 0.05, y - r * 0.46)])}"
            f"Q{pairs([(x - facing * r * 0.5, y + r * 0.05), nape])}Z",
            look.hair,
        )
    else:
        d.path(
            f"M{pairs([(x - edge, y)])}A{number(edge)},{number(edge)} 0 0 1 {pairs([(x + edge, y)])}"
            f"Q{pairs([(x + r * 0.7, y - r * 0.52), (x, y - r * 0.46)])}"
            f"Q{pairs([(x - r * 0.7, y - r * 0.52), (x - edge, y)])}Z",
            look.hair,
        )
    if look.style == "cap":
        side = facing or 1
        d.path(
            f"M{pairs([(x - edge, y - r * 0.12)])}A{number(edge)},{number(edge)} "
            f"0 0 1 {pairs([(x + edge, y - r * 0.12)])}Z",
            look.top,
        )
        d.rect(x if side > 0 else x - r * 1.6, y - r * 0.28, r * 1.6, r * 0.22, look.top, r=r * 0.1)


def arm(d: Drawing, shoulder: Point, hand: Point, h: float, look: Look, *, bend: float = 0.25) -> None:
    """An arm from shoulder to hand; `bend` bows it to the right of its direction (share of its length)."""
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    elbow = ((shoulder[0] + hand[0]) / 2 - dy * bend, (shoulder[1] + hand[1]) / 2 + dx * bend)
    path = f"M{pairs([shoulder])}{smooth([shoulder, elbow, hand])}"
    ahead = ((hand[0] - elbow[0]) ** 2 + (hand[1] - elbow[1]) ** 2) ** 0.5 or 1
    reach = h * 0.04 / ahead
    d.circle(
        hand[0] + (hand[0] - elbow[0]) * reach, hand[1] + (hand[1] - elbow[1]) * reach, h * 0.035, look.skin
    )
    d.stroke(path, look.top, h * 0.066)


def _leg(d: Drawing, points: Sequence[Point], h: float, look: Look, toe: int) -> None:
    colour = look.skin if look.dress else look.bottom
    d.line(points, colour, h * (0.055 if look.dress else 0.078))
    x, y = points[-1]
    d.path(
        f"M{pairs([(x - toe * h * 0.042, y + h * 0.045)])}V{number(y - h * 0.018)}"
        f"H{number(x + toe * h * 0.03)}"
        f"Q{pairs([(x + toe * h * 0.078, y + h * 0.01), (x + toe * h * 0.078, y + h * 0.045)])}Z",
        look.shoes,
    )


def stand(
    d: Drawing,
    x: float,
    base: float,
    h: float,
    look: Look,
    *,
    hands: tuple[Point | None, Point | None] = ((-0.15, 0.3), (0.15, 0.3)),
    facing: int = 0,
    stride: float = 0.0,
    child: bool = False,
    bend: tuple[float, float] = (-0.12, 0.12),
) -> None:
    """A person of height `h` whose feet are on `base`.

    `hands` are offsets from each shoulder in shares of h (None hides the arm); `stride` opens the legs.
    """
    r = h * (0.115 if child else 0.082)
    shoulder = base - h + r * 2 + h * 0.035
    hip = shoulder + h * (0.27 if child else 0.3)
    half, waist = h * (0.105 if child else 0.112), h * 0.092
    toe = facing or 1
    left, right = (x - half * 0.78, shoulder + h * 0.03), (x + half * 0.78, shoulder + h * 0.03)
    spread = h * 0.047
    foot = base - h * 0.045
    back, front = (x - spread - stride * h, foot), (x + spread + stride * h, foot)
    far, near = (hands[0], left, bend[0]), (hands[1], right, bend[1])
    if facing < 0:
        far, near = near, far
    if facing and far[0]:
        arm(d, far[1], (far[1][0] + far[0][0] * h, far[1][1] + far[0][1] * h), h, look, bend=far[2])
    _leg(d, [(x - spread * 0.8, hip), back], h, look, toe if facing else -1)
    _leg(d, [(x + spread * 0.8, hip), front], h, look, toe)
    d.rect(x - r * 0.38, shoulder - h * 0.06, r * 0.76, h * 0.1, look.skin)
    _torso(d, x, shoulder, hip, half, waist, h, look)
    head(d, x, base - h + r, r, look, facing=facing)
    sides = [near] if facing else [far, near]
    for offset, start, bow in sides:
        if offset:
            arm(d, start, (start[0] + offset[0] * h, start[1] + offset[1] * h), h, look, bend=bow)


def _torso(
    d: Drawing, x: float, top: float, hip: float, half: float, waist: float, h: float, look: Look
) -> None:
    hem = hip + (h * 0.24 if look.dress else h * 0.04)
    flare = waist * (1.75 if look.dress else 1.02)
    d.path(
        f"M{pairs([(x - half * 0.35, top - h * 0.012)])}"
        f"Q{pairs([(x - half, top - h * 0.005), (x - half, top + h * 0.07)])}"
        f"L{pairs([(x - waist, hip - h * 0.05), (x - flare, hem)])}"
        f"Q{pairs([(x, hem + h * 0.025), (x + flare, hem)])}"
        f"L{pairs([(x + waist, hip - h * 0.05), (x + half, top + h * 0.07)])}"
        f"Q{pairs([(x + half, top - h * 0.005), (x + half * 0.35, top - h * 0.012)])}Z",
        look.top,
    )


def sit(
    d: Drawing,
    x: float,
    seat: float,
    h: float,
    look: Look,
    *,
    facing: int = 1,
    hand: Point | None = (0.2, 0.14),
    floor: float | None = None,
    child: bool = False,
) -> None:
    """A person seen from the side, sitting at `seat` height; h is the height they would stand at."""
    r = h * (0.115 if child else 0.082)
    hip = seat - h * 0.04
    shoulder = hip - h * 0.29
    ground = floor if floor is not None else seat + h * 0.27
    knee = (x + facing * h * 0.22, hip)
    _leg(
        d,
        [(x, hip), knee, (knee[0] + facing * h * 0.01, ground - h * 0.045)],
        h,
        replace(look, dress=False),
        facing,
    )
    d.rect(x - r * 0.38, shoulder - h * 0.06, r * 0.76, h * 0.1, look.skin)
    _torso(d, x, shoulder, hip, h * 0.1, h * 0.092, h, replace(look, dress=False))
    if look.dress:
        d.line([(x, hip), (knee[0] - facing * h * 0.02, hip)], look.top, h * 0.12)
    head(d, x + facing * h * 0.012, shoulder - h * 0.035 - r, r, look, facing=facing)
    if hand:
        start = (x + facing * h * 0.02, shoulder + h * 0.045)
        arm(d, start, (start[0] + facing * hand[0] * h, start[1] + hand[1] * h), h, look, bend=0.22 * facing)


def bust(
    d: Drawing, x: float, base: float, h: float, look: Look, *, facing: int = 0, width: float = 0.5
) -> None:
    """Head and shoulders cut by `base`; h is from base to the top of the head."""
    r = h * 0.24
    d.rect(x - r * 0.4, base - h + r * 1.6, r * 0.8, h * 0.24, look.skin, r=r * 0.2)
    w = h * width
    top = base - h * 0.46
    d.path(
        f"M{pairs([(x - w, base)])}"
        f"C{pairs([(x - w, top + h * 0.02), (x - w * 0.62, top), (x - r * 0.5, top)])}"
        f"Q{pairs([(x, top + r * 0.5), (x + r * 0.5, top)])}"
        f"C{pairs([(x + w * 0.62, top), (x + w, top + h * 0.02), (x + w, base)])}Z",
        look.top,
    )
    head(d, x, base - h + r, r, look, facing=facing)
