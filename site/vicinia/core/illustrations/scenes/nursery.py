"""Toys and puppets."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.people import CLEO, dressed, stand


def puppets() -> Drawing:
    """Puppets on a carpet that is the map of a land of feelings."""
    d = Drawing(background=c.SAGE)
    d.rect(0, 0, 1600, 460, c.MINT)
    for k in range(9):
        d.circle(90 + k * 180, 70 + (k % 3) * 30, 22, (c.TERRACOTTA, c.SUN, c.BLUE)[k % 3])
    d.curve([(-20, 40), (300, 120), (700, 70), (1100, 130), (1620, 50)], c.INK, 4)
    d.polygon([(220, 420), (1380, 420), (1580, 880), (20, 880)], c.BRICK)
    d.polygon([(240, 432), (1360, 432), (1546, 868), (54, 868)], c.CREAM)
    for x1, x2, fill in ((260, 560, c.CLAY), (590, 1000, c.BLUE_LIGHT), (1030, 1340, c.SAGE_LIGHT)):
        d.polygon(
            [(x1, 444), (x2, 444), (x2 + (x2 - 800) * 0.3, 852), (x1 + (x1 - 800) * 0.3, 852)],
            fill,
            opacity=0.85,
        )
    d.curve([(420, 780), (640, 560), (860, 720), (1140, 520)], c.WHITE, 26)
    d.curve([(420, 780), (640, 560), (860, 720), (1140, 520)], c.TERRACOTTA, 8, dash="6 24")
    for x, y, wall, roof in (
        (470, 250, c.WHITE, c.TERRACOTTA),
        (950, 250, c.LIGHT, c.BLUE_DEEP),
        (70, 300, c.BLUSH, c.FOREST),
        (1390, 300, c.WHITE, c.OCHRE),
    ):
        d.rect(x, y, 160, 170, wall)
        d.polygon([(x - 20, y + 4), (x + 80, y - 96), (x + 180, y + 4)], roof)
        d.path(f"M{x + 52},{y + 170} v-66 a28,28 0 0 1 56,0 v66 Z", roof)
        d.circle(x + 80, y + 40, 20, c.SKY)
    for x, base, body, skin, hair, turn, mouth in (
        (300, 780, c.TERRACOTTA, c.SKIN_A, c.HAIR_RED, -4, "M-34,20 q34,34 68,0"),
        (800, 820, c.BLUE, c.SKIN_C, c.HAIR_DARK, 3, "M-30,34 q30,-28 60,0"),
        (1290, 790, c.SUN, c.SKIN_B, c.HAIR_BROWN, -2, "M-26,26 h52"),
    ):
        with d.moved(x, base, turn=turn):
            d.path("M-120,0 C-130,-180 -90,-210 0,-210 C90,-210 130,-180 120,0 Z", body)
            d.line([(-96, -130), (-176, -180)], body, 56)
            d.line([(96, -130), (176, -190)], body, 56)
            d.circle(-192, -190, 30, skin)
            d.circle(192, -200, 30, skin)
            d.circle(0, -290, 104, skin)
            d.path("M-112,-290 a112,112 0 0 1 224,0 q-50,-66 -112,-60 q-66,-8 -112,60 Z", hair)
            for ex in (-38, 38):
                d.circle(ex, -282, 15, c.INK)
                d.circle(ex + 5, -287, 5, c.WHITE)
            d.circle(-58, -250, 16, c.CLAY, opacity=0.6)
            d.circle(58, -250, 16, c.CLAY, opacity=0.6)
            with d.moved(0, -254):
                d.stroke(mouth, c.BRICK, 9)
            for k in range(3):
                d.circle(0, -160 + k * 52, 13, c.CREAM)
    return d


def _relief(d: Drawing, sign: str) -> None:
    """The shape carved on a block, drawn around its middle."""
    if sign == "circle":
        d.circle(0, 0, 40, c.CREAM)
    elif sign == "triangle":
        d.polygon([(0, -44), (46, 36), (-46, 36)], c.BRICK)
    elif sign == "square":
        d.rect(-36, -36, 72, 72, c.LIGHT, r=8)
    elif sign == "heart":
        d.path(
            "M0,40 C-58,4 -48,-38 -24,-38 C-9,-38 0,-27 0,-20 C0,-27 9,-38 24,-38 C48,-38 58,4 0,40 Z",
            c.CREAM,
        )
    elif sign == "star":
        d.polygon(
            [
                (0, -48),
                (14, -16),
                (48, -14),
                (22, 8),
                (30, 42),
                (0, 24),
                (-30, 42),
                (-22, 8),
                (-48, -14),
                (-14, -16),
            ],
            c.LIGHT,
        )
    else:
        d.polygon([(-44, 0), (0, -46), (44, 0)], c.CLAY)
        d.rect(-32, 0, 64, 42, c.CREAM)


def _bear(d: Drawing) -> None:
    """A sitting bear with a blue scarf."""
    bear, light = "#A9704C", "#D9A77F"
    for x in (1072, 1228):
        d.circle(x, 420, 50, bear)
        d.circle(x, 420, 28, light)
    d.ellipse(1150, 690, 150, 150, bear)
    d.ellipse(1150, 700, 96, 104, light)
    d.circle(1150, 490, 116, bear)
    d.ellipse(1150, 524, 58, 48, light)
    for x in (1108, 1192):
        d.circle(x, 470, 12, c.INK)
    d.ellipse(1150, 502, 19, 13, c.INK)
    d.stroke("M1150,515 v16 q-18,16 -32,4 M1150,531 q18,16 32,4", c.INK, 6)
    for x, turn in ((1010, 40), (1290, -40)):
        with d.moved(x, 640, turn=turn):
            d.ellipse(0, 0, 44, 84, bear)
    for x in (1056, 1244):
        d.ellipse(x, 806, 70, 54, bear)
        d.ellipse(x, 812, 40, 30, light)
    d.path("M1090,604 q60,36 120,0 l16,40 q-76,40 -152,0 Z", c.BLUE)


def blocks() -> Drawing:
    """A tower of toy blocks with a bear, in a nursery."""
    d = Drawing(background=c.BLUSH)
    d.circle(640, 420, 380, c.CREAM)
    d.rect(0, 700, 1600, 210, c.PEACH)
    d.ellipse(760, 800, 680, 90, c.CLAY, opacity=0.35)
    for k in range(6):
        flag = (c.TERRACOTTA, c.BLUE, c.SAGE_DEEP)[k % 3]
        d.polygon(
            [
                (120 + k * 260, 60 + (k % 2) * 26),
                (220 + k * 260, 60 + (k % 2) * 26),
                (170 + k * 260, 150 + (k % 2) * 26),
            ],
            flag,
        )
    d.curve([(-20, 50), (400, 80), (800, 56), (1200, 84), (1620, 50)], c.INK, 4)
    spec = (
        (430, 640, 160, c.BLUE, "circle"),
        (600, 640, 160, c.SUN, "triangle"),
        (770, 640, 160, c.TERRACOTTA, "square"),
        (510, 480, 160, c.SAGE_DEEP, "heart"),
        (684, 480, 160, c.CLAY, "star"),
        (596, 320, 160, c.BLUE_DEEP, "house"),
    )
    for x, y, s, fill, sign in spec:
        d.rect(x, y, s, s, fill, r=20)
        d.rect(x + 12, y + 12, s - 24, s - 24, c.WHITE, r=14, opacity=0.16)
        with d.moved(x + s / 2, y + s / 2):
            _relief(d, sign)
    _bear(d)
    stand(
        d,
        250,
        838,
        430,
        dressed(CLEO, top=c.SUN, skin=c.SKIN_B),
        child=True,
        facing=1,
        hands=((-0.12, 0.26), (0.26, -0.06)),
    )
    d.rect(366, 452, 90, 90, c.SAGE, r=12)
    return d


SCENES = {
    "puppets": puppets,
    "blocks": blocks,
}
