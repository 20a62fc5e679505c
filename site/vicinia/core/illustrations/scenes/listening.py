"""People who listen and decide together."""

from __future__ import annotations

import math

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import hill, leaf
from vicinia.core.illustrations.people import (
    ADA,
    BRUNO,
    DINO,
    EMMA,
    FARAH,
    GIO,
    IRIS,
    MINA,
    Look,
    dressed,
    sit,
)


def help_desk() -> Drawing:
    """Two people at a round table: one tells, one listens and writes."""
    d = Drawing(background=c.SAND_LIGHT)
    d.rect(0, 0, 1600, 700, c.MIST)
    d.circle(800, 420, 380, c.SKY)
    d.rect(0, 700, 1600, 210, c.SAND)
    for x in (110, 1250):
        d.rect(x, 110, 240, 300, c.WHITE, r=10)
        d.rect(x + 16, 126, 208, 268, c.BLUE_LIGHT, r=6)
        hill(d, [(x + 16, 340), (x + 90, 310), (x + 160, 336), (x + 224, 300)], c.SAGE, floor=394)
        d.rect(x + 116, 126, 8, 268, c.WHITE)
    d.circle(800, 150, 62, c.WHITE)
    d.circle(800, 150, 50, c.CREAM)
    d.line([(800, 116), (800, 150), (824, 164)], c.INK, 7)
    d.ellipse(800, 836, 520, 40, c.SAND_DEEP, opacity=0.5)
    for x, side in ((470, -1), (1130, 1)):
        d.rect(x - 84, 640, 168, 30, c.BLUE_DEEP, r=12)
        d.rect(x + side * 74 - 15, 390, 30, 270, c.BLUE_DEEP, r=14)
        for leg in (-66, 66):
            d.line([(x + leg, 664), (x + leg * 1.1, 830)], c.INK, 14)
    sit(
        d,
        476,
        642,
        660,
        dressed(ADA, dress=False, top=c.TERRACOTTA, bottom=c.NIGHT_SOFT),
        facing=1,
        floor=832,
        hand=(0.23, 0.13),
    )
    sit(d, 1124, 642, 670, dressed(DINO, top=c.SAGE_DEEP), facing=-1, floor=832, hand=(0.23, 0.14))
    d.ellipse(800, 606, 260, 34, c.CREAM)
    d.path("M540,606 a260,34 0 0 0 520,0 v14 a260,34 0 0 1 -520,0 Z", c.SAND_DEEP)
    d.rect(786, 634, 28, 180, c.SAND_DEEP)
    d.ellipse(800, 826, 120, 18, c.SAND_DEEP)
    d.polygon([(880, 594), (990, 588), (1000, 610), (884, 616)], c.WHITE)
    d.line([(976, 598), (1010, 548)], c.BLUE, 9)
    for x in (700, 770):
        d.path(f"M{x},556 h44 v30 q0,16 -16,16 h-12 q-16,0 -16,-16 Z", c.CLAY)
        d.stroke(f"M{x + 22},544 q-10,-16 0,-30 q10,-14 0,-28", c.WHITE, 5)
    d.path(
        "M600,270 a34,34 0 0 1 34,-34 h150 a34,34 0 0 1 34,34 v40 "
        "a34,34 0 0 1 -34,34 h-110 l-46,44 v-44 a34,34 0 0 1 -28,-34 Z",
        c.WHITE,
    )
    for k in range(3):
        d.circle(662 + k * 48, 290, 13, c.TERRACOTTA)
    d.rect(1410, 560, 110, 150, c.TERRACOTTA, r=12)
    for turn in (-50, -25, 0, 25, 50):
        leaf(d, 1465, 580, 230, turn, c.SAGE_DEEP, c.SAGE)
    return d


def _seen_from_above(d: Drawing, look: Look) -> None:
    """Someone on a chair, arms on the table, seen from the ceiling."""
    d.rect(-66, -428, 132, 60, c.NIGHT_SOFT, r=26)
    d.ellipse(0, -352, 84, 44, look.top)
    d.line([(-66, -346), (-60, -286), (-34, -262)], look.top, 30)
    d.line([(66, -346), (60, -286), (34, -262)], look.top, 30)
    d.circle(-28, -252, 18, look.skin)
    d.circle(28, -252, 18, look.skin)
    d.circle(0, -354, 43, look.hair if look.style != "bald" else look.skin)
    if look.style == "bun":
        d.circle(0, -392, 20, look.hair)
    if look.style == "curly":
        for a in range(0, 360, 45):
            d.circle(38 * math.cos(math.radians(a)), -354 + 38 * math.sin(math.radians(a)), 18, look.hair)


def assembly() -> Drawing:
    """A round table seen from above, chairs and people all around, papers and cups."""
    d = Drawing(background=c.SAND)
    d.circle(800, 450, 640, c.SAND_LIGHT)
    d.circle(800, 450, 450, c.BLUSH)
    looks = (
        ADA,
        DINO,
        FARAH,
        GIO,
        EMMA,
        BRUNO,
        MINA,
        IRIS,
        dressed(DINO, top=c.SUN, style="bald", skin=c.SKIN_C),
    )
    for k, look in enumerate(looks):
        turn = 360 / len(looks) * k
        with d.moved(800, 450, turn=turn):
            _seen_from_above(d, look)
    d.circle(812, 464, 262, c.BRICK, opacity=0.2)
    d.circle(800, 450, 262, c.SAND_DEEP)
    d.circle(800, 450, 246, c.CREAM)
    for k in range(len(looks)):
        with d.moved(800, 450, turn=360 / len(looks) * k + 4):
            if k % 3 == 1:
                d.circle(0, -200, 24, c.WHITE)
                d.circle(0, -200, 17, c.BRICK)
            else:
                d.rect(-32, -226, 64, 78, c.WHITE if k % 3 else c.SKY, r=6)
                for j in range(4):
                    d.rect(-22, -214 + j * 16, 44 - (j % 2) * 14, 6, c.BLUE_LIGHT if k % 3 else c.BLUE, r=3)
    with d.moved(800, 450, turn=-8):
        d.rect(-96, -70, 192, 140, c.MINT, r=10)
        d.curve([(-96, 10), (-30, -20), (30, 30), (96, -4)], c.BLUE_LIGHT, 18)
        for x, y, fill in (
            (-60, -36, c.TERRACOTTA),
            (10, -30, c.CLAY),
            (56, 34, c.TERRACOTTA),
            (-40, 42, c.SUN),
        ):
            d.rect(x - 15, y - 12, 30, 24, fill, r=4)
    for x, y in ((90, 110), (1500, 790), (1500, 110), (90, 790)):
        for turn in range(0, 360, 45):
            leaf(d, x, y, 120, turn, c.SAGE_DEEP if turn % 90 else c.SAGE, c.SAGE_LIGHT)
        d.circle(x, y, 20, c.FOREST)
    return d


def speech_cups() -> Drawing:
    """Two cups of tea and, over them, two balloons that speak different signs."""
    d = Drawing(background=c.TERRACOTTA)
    d.circle(470, 460, 420, c.CLAY, opacity=0.6)
    d.circle(1150, 420, 380, c.CLAY, opacity=0.45)
    d.rect(0, 700, 1600, 210, c.BRICK)
    d.rect(0, 700, 1600, 16, "#7A2F19")
    d.path(
        "M230,150 a60,60 0 0 1 60,-60 h340 a60,60 0 0 1 60,60 v120 a60,60 "
        "0 0 1 -60,60 h-110 l-80,90 v-90 h-150 a60,60 0 0 1 -60,-60 Z",
        c.CREAM,
    )
    d.path(
        "M860,230 a60,60 0 0 1 60,-60 h360 a60,60 0 0 1 60,60 v120 a60,60 "
        "0 0 1 -60,60 h-150 v90 l-86,-90 h-124 a60,60 0 0 1 -60,-60 Z",
        c.BLUE_DEEP,
    )
    d.circle(330, 210, 38, c.TERRACOTTA)
    d.rect(412, 172, 76, 76, c.BLUE, r=14)
    d.polygon([(570, 168), (618, 250), (522, 250)], c.SAGE_DEEP)
    d.curve([(930, 300), (970, 250), (1010, 300), (1050, 250)], c.SUN, 16)
    d.circle(1130, 280, 34, c.PEACH)
    d.stroke("M1210,310 q0,-70 34,-70 q34,0 34,70", c.SAGE_LIGHT, 16)
    for x, fill, band in ((500, c.BLUE, c.SKY), (1100, c.SUN, c.BRICK)):
        d.ellipse(x, 786, 240, 34, c.CREAM)
        d.ellipse(x, 780, 180, 22, c.SAND)
        s = 1 if x > 800 else -1
        d.stroke(f"M{x + s * 140},600 q{s * 110},-10 {s * 90},70 q{s * -20},60 {s * -110},50", fill, 30)
        d.path(f"M{x - 160},540 h320 v110 q0,130 -120,130 h-80 q-120,0 -120,-130 Z", fill)
        d.ellipse(x, 540, 160, 30, band)
        d.ellipse(x, 544, 138, 22, c.BRICK)
        for k in range(7):
            d.circle(x - 120 + k * 40, 640, 11, band)
        d.stroke(f"M{x - 50},490 q-24,-40 0,-70 M{x + 30},490 q24,-40 0,-80", c.CREAM, 9, opacity=0.7)
    d.rect(790, 760, 40, 30, c.WHITE, r=5)
    d.rect(822, 744, 40, 40, c.WHITE, r=5)
    return d


SCENES = {
    "help_desk": help_desk,
    "assembly": assembly,
    "speech_cups": speech_cups,
}
