"""Doors, where people are received."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import bricks, skyline, window
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import leaf, moon, stars, tree
from vicinia.core.illustrations.people import BRUNO, CLEO, DINO, FARAH, GIO, IRIS, dressed, stand


def open_door() -> Drawing:
    """A door open in the night: warm light on the steps, someone waiting inside."""
    d = Drawing(background=c.NIGHT)
    stars(d, 46, 9, bottom=300)
    moon(d, 240, 190, 70, c.NIGHT)
    skyline(d, 700, c.NIGHT_SOFT, seed=4, right=560)
    d.rect(520, 0, 1080, 780, "#12356A")
    bricks(d, "#173F7B", 3, left=540, right=1590)
    d.rect(0, 770, 1600, 140, "#081C38")
    d.path("M812,776 V352 a188,188 0 0 1 376,0 V776 Z", c.SAND)
    d.path("M838,776 V354 a162,162 0 0 1 324,0 V776 Z", c.SUN)
    d.path("M890,776 V372 a130,130 0 0 1 220,-80 q52,60 52,120 V776 Z", c.LIGHT, opacity=0.8)
    d.polygon([(838, 776), (1162, 776), (1320, 900), (560, 900)], c.SUN, opacity=0.32)
    d.polygon([(838, 776), (1162, 776), (1230, 836), (730, 836)], c.LIGHT, opacity=0.3)
    d.path("M1162,354 V776 L1330,850 V330 Q1310,196 1162,262 Z", c.TERRACOTTA)
    d.path("M1196,384 V560 L1296,572 V372 Q1284,318 1196,340 Z", c.BRICK)
    d.path("M1196,600 V760 L1296,800 V616 Z", c.BRICK)
    d.circle(1188, 584, 10, c.SUN)
    stand(d, 960, 790, 330, dressed(IRIS, top=c.BLUE), hands=((-0.28, 0.04), (0.1, 0.3)))
    stand(
        d,
        716,
        850,
        320,
        dressed(GIO, style="long", top=c.BLUE_MID, bottom=c.NIGHT_SOFT, skin=c.SKIN_B),
        facing=1,
        hands=((-0.1, 0.3), (0.24, 0.06)),
    )
    stand(
        d, 610, 856, 196, dressed(CLEO, top=c.CLAY), child=True, facing=1, hands=((-0.12, 0.28), (0.2, 0.12))
    )
    window(d, 600, 200, 110, 160, glass="#2A5596", frame="#0D2B57", sill="#0D2B57")
    window(d, 1400, 200, 110, 160, glass=c.SUN, frame="#0D2B57", sill="#0D2B57")
    d.rect(1390, 680, 90, 96, c.TERRACOTTA, r=8)
    for turn in (-40, -15, 12, 38):
        leaf(d, 1435, 690, 130, turn, c.SAGE_DEEP, c.SAGE)
    return d


def many_doors() -> Drawing:
    """A row of doors, each of its own colour and shape, with those who live behind."""
    d = Drawing(background=c.SAND_LIGHT)
    for k, fill in enumerate((c.BLUSH, c.MIST, c.CREAM, c.MINT, c.SAND)):
        d.rect(k * 320, 0, 320, 780, fill)
    d.rect(0, 776, 1600, 130, c.SAND_DEEP)
    d.rect(0, 776, 1600, 14, c.SAND)
    doors = (
        (160, c.TERRACOTTA, c.BLUSH, "arch"),
        (480, c.BLUE, c.SKY, "square"),
        (800, c.OCHRE, c.LIGHT, "point"),
        (1120, c.SAGE_DEEP, c.SAGE_LIGHT, "round"),
        (1440, c.BLUE_DEEP, c.BLUE_LIGHT, "arch"),
    )
    shapes = {
        "arch": "M-96,0 V-330 a96,96 0 0 1 192,0 V0 Z",
        "square": "M-96,0 V-430 H96 V0 Z",
        "point": "M-96,0 V-320 Q-90,-410 0,-470 Q90,-410 96,-320 V0 Z",
        "round": "M-104,0 V-300 C-150,-420 -70,-470 0,-470 C70,-470 150,-420 104,-300 V0 Z",
    }
    for x, dark, pale, shape in doors:
        with d.moved(x, 776, scale=1.16):
            d.path(shapes[shape], c.WHITE)
        with d.moved(x, 776):
            d.path(shapes[shape], dark)
            for y in (-300, -170):
                d.rect(-62, y, 52, 100, pale, r=8, opacity=0.35)
                d.rect(10, y, 52, 100, pale, r=8, opacity=0.35)
            d.circle(70, -180, 10, c.SUN)
    for x, y in ((160, 150), (480, 110), (1120, 96), (1440, 150)):
        d.rect(x - 22, y - 4, 44, 60, c.WHITE, r=6)
        d.circle(x, y + 26, 12, c.PEACH)
    d.rect(610, 690, 64, 90, c.TERRACOTTA, r=6)
    tree(d, 642, 710, 280)
    d.rect(1250, 690, 70, 90, c.BLUE, r=6)
    for turn in (-50, -24, 0, 26, 52):
        leaf(d, 1285, 700, 150, turn, c.FOREST, c.SAGE)
    stand(d, 236, 846, 300, FARAH, facing=1, hands=((-0.1, 0.3), (0.26, 0.02)))
    stand(d, 410, 850, 310, GIO, facing=-1, hands=((-0.26, 0.02), (0.12, 0.3)))
    stand(
        d,
        800,
        838,
        300,
        dressed(BRUNO, top=c.TERRACOTTA),
        hands=((-0.2, -0.22), (0.13, 0.3)),
        bend=(-0.3, 0.12),
    )
    stand(
        d,
        1030,
        850,
        296,
        dressed(IRIS, skin=c.SKIN_B, hair=c.HAIR_DARK, top=c.CLAY),
        facing=1,
        hands=((-0.1, 0.3), (0.22, 0.1)),
    )
    stand(
        d,
        1166,
        850,
        186,
        dressed(DINO, top=c.SUN),
        child=True,
        facing=-1,
        hands=((-0.24, -0.02), (0.12, 0.3)),
    )
    return d


SCENES = {
    "open_door": open_door,
    "many_doors": many_doors,
}
