"""The mind and what can trap it."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import cloud, flower, hill, leaf, stars, sun, tree
from vicinia.core.illustrations.people import DINO, EMMA, GIO, dressed, stand


def mind_garden() -> Drawing:
    """A head in profile: inside it a garden grows and a storm clears."""
    d = Drawing(background=c.MINT)
    d.circle(1250, 300, 210, c.SAGE_LIGHT, opacity=0.7)
    d.circle(300, 640, 260, c.SAGE_LIGHT, opacity=0.5)
    profile = (
        "M560,900 V770 C420,690 350,560 372,410 C396,226 550,110 730,110 C930,110 1070,240 1084,410 "
        "L1150,540 Q1162,566 1132,576 L1092,590 L1090,660 Q1086,726 1016,728 L930,728 V900 Z"
    )
    with d.moved(22, 14):
        d.path(profile, c.SAGE, opacity=0.45)
    d.path(profile, c.BLUE_DEEP)
    with d.clipped("mind", "M480,410 a256,236 0 0 1 512,0 a256,236 0 0 1 -512,0 Z"):
        d.rect(460, 160, 560, 520, c.SKY)
        sun(d, 850, 320, 62)
        cloud(d, 520, 330, 170, c.BLUE_MID)
        for k in range(3):
            d.line([(556 + k * 42, 352), (546 + k * 42, 384)], c.BLUE_MID, 7)
        hill(d, [(460, 520), (600, 470), (760, 500), (900, 450), (1040, 480)], c.SAGE)
        hill(d, [(460, 580), (640, 540), (820, 570), (1040, 530)], c.SAGE_DEEP)
        for x, y, h, fill in (
            (580, 560, 90, c.CLAY),
            (650, 566, 130, c.SUN),
            (740, 570, 150, c.PEACH),
            (820, 566, 110, c.WHITE),
            (890, 556, 140, c.CLAY),
        ):
            d.line([(x, y + 60), (x, y - h + 30)], c.FOREST, 7)
            leaf(d, x, y - h * 0.2, 46, 52, c.SAGE_LIGHT)
            leaf(d, x, y - h * 0.34, 46, -52, c.SAGE_LIGHT)
            flower(d, x, y - h + 16, 34, fill)
    for x, y, size, turn, fill in (
        (560, 190, 150, -34, c.SAGE_DEEP),
        (660, 150, 140, -14, c.SAGE),
        (780, 146, 132, 10, c.SAGE_DEEP),
        (890, 176, 140, 30, c.SAGE),
        (480, 250, 140, -56, c.SAGE),
        (980, 236, 130, 52, c.SAGE_DEEP),
    ):
        leaf(d, x, y, size, turn, fill, c.MINT)
    for x, y, r, fill in (
        (610, 70, 36, c.TERRACOTTA),
        (836, 62, 32, c.SUN),
        (1040, 140, 32, c.CLAY),
        (420, 160, 32, c.SUN),
    ):
        flower(d, x, y, r, fill, c.CREAM)
    stand(d, 1320, 850, 330, dressed(EMMA, top=c.TERRACOTTA), facing=-1, hands=((-0.24, 0.0), (0.1, 0.3)))
    d.path("M1190,660 h70 v44 q0,22 -22,22 h-26 q-22,0 -22,-22 Z", c.BLUE)
    d.line([(1192, 674), (1150, 650)], c.BLUE, 12)
    for k in range(3):
        d.circle(1130 - k * 22, 668 + k * 30, 7, c.BLUE_MID)
    d.ellipse(1310, 862, 200, 18, c.SAGE, opacity=0.6)
    return d


def gambling() -> Drawing:
    """A slot machine switched off; beside it the road goes out towards the sun."""
    d = Drawing(background=c.BLUSH)
    sun(d, 1180, 330, 130, core=c.SUN, halo=c.PEACH)
    cloud(d, 1270, 190, 240, c.WHITE)
    hill(d, [(560, 560), (860, 480), (1180, 520), (1660, 440)], c.SAGE_LIGHT)
    hill(d, [(560, 640), (900, 580), (1300, 620), (1660, 560)], c.SAGE)
    hill(d, [(560, 740), (1000, 680), (1660, 700)], c.SAGE_DEEP)
    d.path(
        "M700,900 C860,760 1160,760 1140,680 C1128,630 1030,630 1070,576 C1090,552 1130,540 1150,520 "
        "C1150,548 1122,566 1112,588 C1100,622 1230,636 1240,690 C1256,780 1180,820 1190,900 Z",
        c.SAND,
    )
    for x, h in ((1420, 230), (1486, 180), (1320, 150)):
        tree(d, x, 720 if x > 1000 else 640, h)
    d.path("M0,0 H620 C700,260 520,520 640,900 H0 Z", c.NIGHT)
    stars(d, 16, 7, bottom=200, right=520)
    d.rect(120, 200, 380, 640, c.BRICK, r=44)
    d.rect(140, 220, 340, 600, c.TERRACOTTA, r=32)
    d.rect(160, 150, 300, 110, c.NIGHT_SOFT, r=40)
    for k in range(7):
        d.circle(190 + k * 40, 205, 11, "#2A5596")
    d.rect(176, 320, 268, 170, c.CREAM, r=18)
    for k in range(3):
        d.rect(190 + k * 84, 336, 74, 138, c.NIGHT_SOFT, r=10)
        d.rect(212 + k * 84, 398, 30, 12, "#4E6FA3", r=6)
    d.rect(176, 530, 268, 70, c.BRICK, r=16)
    for k in range(3):
        d.circle(222 + k * 88, 565, 20, "#5C2413")
    d.rect(200, 680, 220, 96, "#5C2413", r=16)
    d.rect(496, 400, 22, 150, c.HAIR_GREY, r=10)
    d.circle(507, 400, 32, c.HAIR_GREY)
    d.curve([(310, 840), (330, 876), (430, 862), (520, 884)], c.HAIR_GREY, 9)
    d.rect(520, 868, 56, 30, c.HAIR_GREY, r=8)
    stand(d, 830, 836, 320, dressed(DINO, top=c.BLUE), facing=1, stride=0.08)
    stand(d, 960, 812, 300, dressed(EMMA, top=c.CLAY), facing=1, stride=0.07)
    return d


def dice() -> Drawing:
    """Two dice on a sheet whose line goes down: the bank always wins."""
    d = Drawing(background=c.BLUE_DEEP)
    d.circle(1180, 260, 320, c.BLUE, opacity=0.5)
    with d.moved(820, 430, turn=-4):
        d.rect(-560, -310, 1120, 640, c.NIGHT, r=24, opacity=0.4)
        d.rect(-580, -330, 1120, 640, c.CREAM, r=24)
        for k in range(1, 12):
            d.rect(-580 + k * 94, -330, 2, 640, c.SKY)
        for k in range(1, 7):
            d.rect(-580, -330 + k * 92, 1120, 2, c.SKY)
        d.line([(-500, -250), (-500, 230), (470, 230)], c.INK, 9)
        points = [
            (-480, -190),
            (-390, -130),
            (-310, -176),
            (-220, -60),
            (-120, -96),
            (-20, 30),
            (80, -6),
            (180, 110),
            (290, 90),
            (430, 196),
        ]
        d.line(points, c.TERRACOTTA, 14)
        for x, y in points[::3]:
            d.circle(x, y, 17, c.TERRACOTTA)
            d.circle(x, y, 7, c.CREAM)
        d.curve([(-480, 160), (-200, 70), (80, -60), (430, -200)], c.SAGE_DEEP, 12, dash="4 26")
    for x, y, turn, fill, side, pips in (
        (420, 650, -14, c.WHITE, c.BLUE_LIGHT, ((0, 0), (-52, -52), (52, 52), (-52, 52), (52, -52))),
        (800, 730, 18, c.SUN, c.OCHRE, ((-48, -52), (-48, 0), (-48, 52), (48, -52), (48, 0), (48, 52))),
    ):
        with d.moved(x, y, turn=turn):
            d.ellipse(20, 130, 160, 26, c.INK, opacity=0.18)
            d.rect(-92, -92, 220, 220, side, r=40)
            d.rect(-110, -110, 220, 220, fill, r=40)
            for px, py in pips:
                d.circle(px, py, 20, c.NIGHT)
    stand(
        d,
        1320,
        850,
        420,
        dressed(GIO, top=c.CLAY, bottom=c.NIGHT),
        facing=-1,
        hands=((-0.26, -0.1), (0.1, 0.3)),
    )
    d.line([(1160, 480), (1090, 420)], c.HAIR_GREY, 12)
    d.circle(1050, 386, 54, c.SKY, opacity=0.5)
    d.stroke("M1104,386 a54,54 0 1 1 -108,0 a54,54 0 1 1 108,0", c.HAIR_GREY, 13)
    return d


SCENES = {
    "mind_garden": mind_garden,
    "gambling": gambling,
    "dice": dice,
}
