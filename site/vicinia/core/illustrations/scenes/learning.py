"""School, books and screens."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import skyline, window
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import cloud, hill, moon, sun, tree
from vicinia.core.illustrations.people import CLEO, EMMA, GIO, IRIS, LUCA, dressed, stand


def school() -> Drawing:
    """The school with its clock, the bus that arrives and pupils in the yard."""
    d = Drawing(background=c.LIGHT)
    sun(d, 1340, 200, 80, core=c.CLAY, halo=c.PEACH)
    cloud(d, 150, 170, 230, c.CREAM)
    cloud(d, 980, 130, 170, c.CREAM)
    hill(d, [(-40, 560), (420, 480), (900, 550), (1660, 470)], c.SAGE_LIGHT)
    d.rect(250, 330, 840, 380, c.CREAM)
    d.rect(230, 312, 880, 26, c.TERRACOTTA, r=5)
    d.rect(570, 230, 200, 480, c.BLUSH)
    d.polygon([(550, 236), (670, 130), (790, 236)], c.TERRACOTTA)
    d.circle(670, 300, 46, c.TERRACOTTA)
    d.circle(670, 300, 37, c.WHITE)
    d.line([(670, 276), (670, 300), (688, 310)], c.INK, 6)
    for row in range(2):
        for column in range(6):
            x = 284 + column * 92 if column < 3 else 802 + (column - 3) * 92
            window(
                d,
                x,
                376 + row * 150,
                64,
                96,
                glass=c.BLUE_LIGHT if (row + column) % 3 else c.SKY,
                frame=c.WHITE,
                sill=c.SAND,
            )
    d.path("M620,710 V560 a50,50 0 0 1 100,0 V710 Z", c.BLUE_DEEP)
    d.rect(668, 520, 4, 190, c.BLUE_LIGHT)
    d.rect(640, 420, 60, 12, c.TERRACOTTA, r=6)
    d.line([(420, 312), (420, 200)], c.INK, 6)
    d.path("M422,204 q40,-14 86,2 q-10,30 0,58 q-46,-16 -86,-2 Z", c.BLUE)
    d.circle(462, 233, 13, c.WHITE)
    d.rect(0, 704, 1600, 200, c.SAND)
    d.rect(0, 704, 1600, 10, c.SAND_DEEP)
    d.rect(0, 830, 1600, 80, c.NIGHT_SOFT)
    for k in range(12):
        d.rect(20 + k * 140, 866, 80, 8, c.SUN, r=4)
    tree(d, 130, 716, 300)
    d.rect(1130, 600, 390, 190, c.SUN, r=30)
    d.rect(1130, 700, 390, 22, c.OCHRE)
    for k in range(4):
        d.rect(1156 + k * 80, 626, 64, 62, c.SKY, r=10)
    d.rect(1478, 626, 42, 78, c.SKY, r=8)
    for x in (1220, 1430):
        d.circle(x, 794, 40, c.INK)
        d.circle(x, 794, 18, c.SAND)
    d.circle(1512, 756, 11, c.LIGHT)
    pupils = (
        (330, 800, 176, dressed(CLEO, top=c.BLUE), 1, True),
        (430, 806, 180, dressed(LUCA, top=c.TERRACOTTA), -1, True),
        (850, 800, 182, dressed(EMMA, top=c.SAGE_DEEP), 1, True),
        (1020, 808, 176, dressed(GIO, top=c.BLUE_MID), -1, True),
        (740, 790, 256, dressed(IRIS, top=c.BLUE_DEEP), 1, False),
    )
    for x, base, h, look, facing, child in pupils:
        stand(
            d,
            x,
            base,
            h,
            look,
            child=child,
            facing=facing,
            stride=0.06 if child else 0.0,
            hands=((-0.18, 0.1), (0.19, 0.02)),
        )
    d.circle(380, 690, 24, c.TERRACOTTA)
    d.stroke("M360,682 q20,14 40,0", c.CREAM, 4)
    return d


def books_lamp() -> Drawing:
    """Books, a lamp and a drawing on a desk by the evening window."""
    d = Drawing(background=c.NIGHT_SOFT)
    d.rect(960, 80, 500, 480, c.SAND_DEEP, r=12)
    d.rect(984, 104, 452, 432, c.NIGHT)
    with d.clipped("pane", "M984,104 h452 v432 h-452 Z"):
        moon(d, 1320, 210, 50, c.NIGHT)
        for k in range(18):
            d.circle(1000 + (k * 97) % 430, 120 + (k * 61) % 220, 3, c.LIGHT)
        skyline(d, 540, "#1C4480", seed=3, left=980, right=1440)
        for x, y in ((1040, 470), (1150, 490), (1290, 476), (1380, 500)):
            d.rect(x, y, 18, 22, c.SUN, r=2)
    d.rect(1204, 104, 12, 432, c.SAND_DEEP)
    d.rect(984, 312, 452, 12, c.SAND_DEEP)
    d.polygon([(330, 330), (620, 330), (1010, 720), (40, 720)], c.SUN, opacity=0.22)
    d.ellipse(520, 724, 500, 60, c.LIGHT, opacity=0.25)
    d.rect(0, 716, 1600, 190, c.HAIR_BROWN)
    d.rect(0, 716, 1600, 18, "#7C5234")
    d.rect(180, 690, 230, 30, c.INK, r=14)
    d.line([(290, 690), (180, 480), (420, 300)], c.HAIR_GREY, 16)
    d.circle(180, 480, 20, c.INK)
    d.path("M330,330 L400,220 a80,80 0 0 1 150,30 L620,330 Z", c.TERRACOTTA)
    d.ellipse(475, 330, 146, 20, c.LIGHT)
    stack = (
        (720, 676, 300, 44, c.BLUE),
        (740, 630, 260, 46, c.SAGE_DEEP),
        (712, 580, 290, 50, c.CLAY),
        (750, 540, 230, 40, c.SUN),
    )
    for x, y, w, h, fill in stack:
        d.rect(x, y, w, h, fill, r=8)
        d.rect(x + w - 60, y + 7, 56, h - 14, c.CREAM, r=3)
        d.rect(x + 30, y, 12, h, c.WHITE, opacity=0.35)
    d.path(
        "M420,700 C500,640 590,640 640,690 C690,640 780,640 860,700 "
        "L850,730 C780,690 690,700 640,728 C590,700 500,690 430,730 Z",
        c.WHITE,
    )
    d.stroke("M640,690 V726", c.SAND_DEEP, 4)
    for k in range(3):
        d.stroke(f"M{470 + k * 4},{688 + k * 12} q70,-34 140,4", c.BLUE_LIGHT, 5)
        d.stroke(f"M{672 - k * 4},{692 + k * 12} q70,-38 140,-4", c.BLUE_LIGHT, 5)
    with d.moved(1180, 700, turn=6):
        d.rect(-120, -90, 240, 150, c.CREAM, r=4)
        d.polygon([(-70, 10), (-70, -30), (-36, -60), (-2, -30), (-2, 10)], c.TERRACOTTA)
        sun(d, 60, -40, 18)
        d.curve([(-110, 34), (-30, 20), (50, 36), (110, 20)], c.SAGE_DEEP, 9)
    for x, fill, turn in ((1390, c.BLUE, -6), (1420, c.TERRACOTTA, 4), (1450, c.SAGE, 12)):
        with d.moved(x, 640, turn=turn):
            d.rect(-8, -70, 16, 110, fill, r=3)
            d.polygon([(-8, -70), (8, -70), (0, -96)], c.PEACH)
    d.rect(1360, 620, 120, 100, c.BLUE_MID, r=12)
    return d


def _chat(d: Drawing, lines: tuple[tuple[str, int, str], ...]) -> None:
    """Three people writing to each other."""
    for k, (fill, w, skin) in enumerate(lines):
        y = 376 + k * 104
        left = k % 2 == 0
        d.circle(560 if left else 1040, y + 38, 34, skin)
        d.path(
            f"M{526 if left else 1006},{y + 36} a34,34 0 0 1 68,0 q-34,-22 -68,0 Z",
            (c.HAIR_RED, c.HAIR_DARK, c.HAIR_BROWN)[k],
        )
        x = 612 if left else 988 - w
        d.rect(x, y, w, 78, fill, r=26)
        for j in range(2):
            d.rect(x + 28, y + 22 + j * 24, w - 56 - j * 60, 12, c.INK, r=6, opacity=0.45)


def _sign(d: Drawing, sign: str) -> None:
    """What a balloon says, drawn around its middle."""
    if sign == "heart":
        d.path(
            "M0,46 C-66,4 -56,-44 -27,-44 C-10,-44 0,-31 0,-23 C0,-31 10,-44 27,-44 C56,-44 66,4 0,46 Z",
            c.TERRACOTTA,
        )
    elif sign == "lock":
        d.stroke("M-26,-6 v-20 a26,26 0 0 1 52,0 v20", c.BLUE_DEEP, 13)
        d.rect(-42, -8, 84, 60, c.BLUE_DEEP, r=12)
        d.circle(0, 20, 10, c.SUN)
    elif sign == "ask":
        d.stroke("M-20,-22 a22,22 0 1 1 30,22 q-10,6 -10,18", c.BRICK, 13)
        d.circle(0, 40, 9, c.BRICK)
    else:
        d.line([(-36, 2), (-8, 30), (40, -28)], c.FOREST, 16)


def digital() -> Drawing:
    """A tablet held by two hands: balloons, a padlock and a heart come out of it."""
    d = Drawing(background=c.BLUE)
    d.circle(800, 460, 520, c.BLUE_MID, opacity=0.5)
    d.circle(800, 460, 360, c.BLUE_LIGHT, opacity=0.4)
    for side, skin, sleeve in ((1, c.SKIN_A, c.TERRACOTTA), (-1, c.SKIN_D, c.SUN)):
        with d.moved(800 - side * 330, 640, flip=side < 0):
            with d.moved(-60, 90, turn=16):
                d.rect(-74, 20, 148, 280, sleeve, r=30)
                d.rect(-54, -60, 108, 120, skin, r=30)
            d.ellipse(-30, 10, 84, 104, skin)
    d.rect(470, 250, 660, 470, c.NIGHT, r=40)
    d.rect(496, 276, 608, 418, c.CREAM, r=22)
    d.rect(496, 276, 608, 70, c.BLUE_DEEP, r=22)
    d.rect(496, 320, 608, 26, c.BLUE_DEEP)
    for k, fill in enumerate((c.TERRACOTTA, c.SUN, c.SAGE)):
        d.circle(540 + k * 40, 312, 12, fill)
    lines = ((c.PEACH, 300, c.SKIN_A), (c.SAGE_LIGHT, 220, c.SKIN_C), (c.SKY, 270, c.SKIN_B))
    _chat(d, lines)
    for side, skin in ((1, c.SKIN_A), (-1, c.SKIN_D)):
        with d.moved(800 - side * 330, 620, flip=side < 0), d.moved(-4, 40, turn=36):
            d.rect(-30, -110, 60, 170, skin, r=30)
            d.path("M-16,-72 v-16 a16,16 0 0 1 32,0 v16 Z", c.WHITE, opacity=0.45)
    for x, y, w, fill, sign in (
        (150, 130, 210, c.CREAM, "heart"),
        (1190, 90, 230, c.SUN, "lock"),
        (1250, 400, 190, c.PEACH, "ask"),
        (170, 420, 190, c.SAGE_LIGHT, "check"),
    ):
        right = x < 800
        d.rect(x, y, w, w * 0.68, fill, r=34)
        tip = x + w * (0.82 if right else 0.18)
        d.polygon(
            [
                (tip - 26, y + w * 0.64),
                (tip + 26, y + w * 0.64),
                (tip + (46 if right else -46), y + w * 0.92),
            ],
            fill,
        )
        with d.moved(x + w / 2, y + w * 0.34):
            _sign(d, sign)
    return d


SCENES = {
    "school": school,
    "books_lamp": books_lamp,
    "digital": digital,
}
