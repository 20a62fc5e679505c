"""Paths, gardens and the map of the town."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import house
from vicinia.core.illustrations.drawing import Drawing, pairs, smooth
from vicinia.core.illustrations.nature import bird, cloud, cypress, hill, leaf, rows, sun, tree, waves
from vicinia.core.illustrations.people import ADA, BRUNO, DINO, EMMA, GIO, MINA, dressed, stand


def walking_group() -> Drawing:
    """A group walks along the ridge among mulberry trees and fields."""
    d = Drawing(background=c.BLUSH)
    sun(d, 1150, 300, 110, core=c.CLAY, halo=c.PEACH)
    cloud(d, 260, 210, 260, c.CREAM)
    hill(d, [(-40, 470), (260, 380), (640, 460), (980, 370), (1340, 440), (1660, 360)], c.PEACH)
    hill(d, [(-40, 560), (340, 470), (760, 540), (1180, 470), (1660, 540)], c.SAGE_LIGHT)
    for x, y, h in ((1310, 510, 120), (1344, 512, 150), (1378, 514, 120), (180, 520, 110)):
        cypress(d, x, y, h)
    house(d, 1420, 530, 120, 80, c.CREAM, grid=(2, 1), shutters=None, door_fill=None)
    hill(d, [(-40, 700), (300, 620), (700, 590), (1120, 640), (1660, 560)], c.SAGE)
    rows(
        d,
        [[(900 + k * 110, 900), (960 + k * 90, 760), (1060 + k * 70, 648)] for k in range(7)],
        c.SAGE_LIGHT,
        9,
    )
    path = [(-40, 778), (300, 694), (700, 664), (1120, 716), (1660, 640)]
    lower = [(1660, 720), (1120, 800), (700, 748), (300, 790), (-40, 900)]
    d.path(f"M{pairs(path[:1])}{smooth(path)}L{pairs(lower[:1])}{smooth(lower)}Z", c.SAND)
    walkers = (
        (210, 786, 220, BRUNO, True),
        (380, 752, 214, dressed(ADA, dress=False, top=c.BLUE, bottom=c.INK), True),
        (560, 734, 226, dressed(MINA, dress=False, bottom=c.NIGHT_SOFT), False),
        (720, 726, 222, EMMA, False),
        (880, 738, 216, dressed(BRUNO, style="bald", top=c.SAGE_DEEP, skin=c.SKIN_C), True),
        (1050, 758, 226, dressed(GIO, top=c.SUN), False),
    )
    for x, y, h, look, stick in walkers:
        stand(d, x, y, h, look, facing=1, stride=0.075, hands=((-0.14, 0.22), (0.17, 0.17)))
        if stick:
            d.line([(x + 62, y - h * 0.52), (x + 84, y - 4)], c.HAIR_BROWN, 6)
    hill(d, [(-40, 900), (200, 850), (520, 876), (900, 846), (1300, 872), (1660, 800)], c.SAGE_DEEP)
    tree(d, 1420, 846, 400, leaf=c.FOREST, side=c.SAGE_DEEP)
    tree(d, 60, 880, 330, leaf=c.FOREST, side=c.SAGE_DEEP)
    for x, y in ((560, 180), (640, 150), (700, 196)):
        bird(d, x, y, 50, c.BRICK)
    return d


def _plant(d: Drawing, k: int, x: float, y: float, size: float) -> None:
    """Lettuce, cabbage or tomato, by the number of the row."""
    if k % 3 == 0:
        for turn in (-46, -18, 18, 46):
            leaf(d, x, y, size * 1.3, turn, c.SAGE_DEEP)
    elif k % 3 == 1:
        d.circle(x, y - size * 0.3, size * 0.52, c.SAGE_LIGHT)
        d.circle(x, y - size * 0.36, size * 0.34, c.SAGE)
    else:
        for turn in (-30, 0, 30):
            leaf(d, x, y, size * 1.2, turn, c.FOREST)
        d.circle(x + size * 0.2, y - size * 0.4, size * 0.2, c.TERRACOTTA)


def kitchen_garden() -> Drawing:
    """Rows of vegetables seen in perspective, a greenhouse, people at work."""
    d = Drawing(background=c.SKY)
    cloud(d, 180, 180, 240)
    cloud(d, 1180, 140, 260)
    sun(d, 800, 170, 64)
    hill(d, [(-40, 380), (360, 300), (800, 370), (1220, 290), (1660, 370)], c.SAGE_LIGHT)
    hill(d, [(-40, 440), (400, 390), (860, 430), (1240, 380), (1660, 430)], c.SAGE)
    for x, h in ((120, 130), (158, 160), (1500, 150)):
        cypress(d, x, 440, h)
    d.rect(0, 430, 1600, 480, "#9A6A45")
    for k in range(-7, 8):
        top, low = 800 + k * 62, 800 + k * 300
        d.polygon([(top - 14, 430), (top + 14, 430), (low + 84, 900), (low - 84, 900)], "#7C5234")
        for j in range(7):
            t = (j / 6.4) ** 1.7
            x, y, size = top + (low - top) * t, 440 + 450 * t, 16 + 62 * t
            _plant(d, k, x, y, size)
    d.path("M1060,470 V330 L1230,240 L1400,330 V470 Z", c.MIST)
    d.path("M1060,330 L1230,240 L1400,330 V350 L1230,262 L1060,350 Z", c.WHITE)
    for x in (1060, 1140, 1226, 1312, 1392):
        d.rect(x, 330, 8, 140, c.WHITE)
    d.rect(1060, 396, 340, 6, c.WHITE)
    for k in range(6):
        leaf(d, 1086 + k * 54, 470, 90, -14 + k * 6, c.SAGE)
    stand(
        d,
        470,
        760,
        330,
        dressed(DINO, style="cap", top=c.BLUE, bottom=c.INK),
        facing=1,
        hands=((-0.12, 0.3), (0.2, 0.08)),
    )
    d.line([(556, 526), (590, 780)], c.HAIR_BROWN, 11)
    d.path("M560,770 h56 l6,34 h-70 Z", c.HAIR_GREY)
    stand(d, 1090, 800, 340, dressed(EMMA, top=c.TERRACOTTA), facing=-1, hands=((-0.2, 0.2), (0.05, 0.3)))
    d.path("M930,690 h150 l-16,76 h-118 Z", c.SAND_DEEP)
    d.stroke("M938,690 q67,-90 134,0", c.SAND_DEEP, 10)
    for x, fill in ((960, c.TERRACOTTA), (996, c.SUN), (1034, c.SAGE_LIGHT), (1054, c.TERRACOTTA)):
        d.circle(x, 684, 22, fill)
    return d


def _city_block(d: Drawing, row: int, column: int, fill: str) -> None:
    """Roofs on a built block, trees on a green one."""
    if fill in (c.CREAM, c.BLUSH):
        for k in range(3):
            d.rect(
                column * 170 + 14 + k * 44,
                row * 150 + 16,
                32,
                40,
                (c.CLAY, c.TERRACOTTA, c.PEACH)[(k + row) % 3],
                r=4,
            )
            d.rect(
                column * 170 + 14 + k * 44,
                row * 150 + 74,
                32,
                40,
                (c.SAND_DEEP, c.CLAY, c.SAND)[(k + column) % 3],
                r=4,
            )
    elif fill in (c.MINT, c.SAGE_LIGHT):
        for x, y in ((30, 40), (86, 84), (104, 34)):
            d.circle(column * 170 + x, row * 150 + y, 20, c.SAGE)
            d.circle(column * 170 + x - 5, row * 150 + y - 5, 11, c.SAGE_LIGHT)


def planning_map() -> Drawing:
    """The town from above: streets, river, a dashed route between pins."""
    d = Drawing(background=c.SAND_LIGHT)
    grid = (c.MINT, c.BLUSH, c.CREAM, c.SKY, c.SAGE_LIGHT, c.CREAM)
    with d.moved(800, 450, turn=-9):
        for row in range(-4, 5):
            for column in range(-6, 7):
                fill = grid[(row * 5 + column * 7 + row * column) % len(grid)]
                w = 150 if (row + column) % 3 else 132
                d.rect(column * 170, row * 150, w, 130, fill, r=14)
                _city_block(d, row, column, fill)
    river = [(-60, 250), (240, 330), (470, 220), (760, 300), (980, 520), (1260, 500), (1680, 720)]
    d.curve(river, c.WHITE, 108)
    d.curve(river, c.BLUE_MID, 84)
    for x, y in ((100, 300), (780, 340), (1180, 508), (1480, 626)):
        waves(d, x, y, 100, 2, c.BLUE_LIGHT, 6)
    d.rect(590, 196, 60, 150, c.SAND, r=6)
    d.rect(1090, 436, 56, 160, c.SAND, r=6)
    route = [(250, 700), (420, 560), (620, 600), (740, 430), (1010, 330), (1200, 210), (1390, 350)]
    d.curve(route, c.WHITE, 20)
    d.curve(route, c.BLUE_DEEP, 10, dash="26 24")
    for (x, y), fill, size in (
        ((250, 700), c.BLUE, 1.0),
        ((620, 600), c.SAGE_DEEP, 0.85),
        ((1010, 330), c.OCHRE, 0.85),
        ((1390, 350), c.TERRACOTTA, 1.5),
    ):
        d.ellipse(x, y + 4, 34 * size, 12 * size, c.INK, opacity=0.2)
        with d.moved(x, y, scale=size):
            d.path("M0,0 C-18,-50 -62,-76 -62,-124 A62,62 0 0 1 62,-124 C62,-76 18,-50 0,0 Z", fill)
            d.circle(0, -124, 28, c.WHITE)
    return d


SCENES = {
    "walking_group": walking_group,
    "kitchen_garden": kitchen_garden,
    "planning_map": planning_map,
}
