"""Windows, where neighbours meet."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import bricks
from vicinia.core.illustrations.drawing import Drawing, pairs, smooth
from vicinia.core.illustrations.nature import bush, cypress, hill, leaf
from vicinia.core.illustrations.people import ADA, DINO, GIO, bust, dressed


def two_windows() -> Drawing:
    """Two lit windows of the same house and, between them, a steaming cup passed across."""
    d = Drawing(background=c.BLUE_DEEP)
    bricks(d, "#0B4A90", 5)
    d.rect(0, 0, 1600, 70, c.TERRACOTTA)
    for k in range(27):
        d.path(f"M{k * 62 - 10},70 a31,26 0 0 0 62,0 Z", c.BRICK if k % 2 else c.TERRACOTTA)
    for x, look, facing in ((430, ADA, 1), (1170, dressed(GIO, top=c.SUN), -1)):
        left = x - 200
        for side in (left - 130, left + 412):
            d.rect(side, 210, 118, 440, c.SAGE_DEEP, r=8)
            for k in range(12):
                d.rect(side + 14, 228 + k * 34, 90, 12, c.FOREST, r=4)
        d.rect(left - 16, 196, 432, 470, c.CREAM, r=10)
        d.rect(left, 212, 400, 440, c.LIGHT)
        d.circle(x, 470, 190, c.SUN, opacity=0.5)
        d.path(f"M{left},212 h120 q-10,150 -120,220 Z", c.PEACH)
        d.path(f"M{left + 400},212 h-120 q10,150 120,220 Z", c.PEACH)
        with d.clipped(f"window{x}", f"M{left},212 h400 v440 h-400 Z"):
            bust(d, x + facing * 30, 660, 360, look, facing=facing, width=0.38)
        d.rect(left - 40, 652, 480, 34, c.CREAM, r=8)
    d.line([(560, 560), (650, 610), (726, 586)], c.TERRACOTTA, 46)
    d.circle(742, 580, 25, c.SKIN_A)
    d.line([(1042, 560), (958, 614), (884, 596)], c.SUN, 46)
    d.circle(866, 590, 25, c.SKIN_D)
    d.ellipse(804, 640, 108, 18, c.CREAM)
    d.path("M744,546 h120 v40 q0,50 -44,50 h-32 q-44,0 -44,-50 Z", c.WHITE)
    d.path("M744,562 h120 v14 h-120 Z", c.TERRACOTTA)
    for x in (776, 804, 832):
        d.stroke(f"M{x},526 q-18,-26 0,-50 q18,-24 0,-50", c.WHITE, 7, opacity=0.75)
    for x in (240, 980):
        d.rect(x, 690, 380, 60, c.TERRACOTTA, r=8)
        for k in range(7):
            leaf(d, x + 34 + k * 52, 700, 86, -24 + k * 10, c.SAGE, c.SAGE_LIGHT)
    d.rect(0, 836, 1600, 70, "#00305F")
    return d


def phone_window() -> Drawing:
    """Two windows far apart in the street, joined by the thread of a telephone."""
    d = Drawing(background=c.PEACH)
    d.circle(800, 420, 360, c.BLUSH)
    d.circle(800, 420, 250, c.CREAM, opacity=0.8)
    hill(d, [(-40, 700), (420, 620), (860, 660), (1240, 600), (1660, 660)], c.SAGE_LIGHT)
    for x, h in ((640, 130), (690, 170), (900, 120), (950, 160)):
        cypress(d, x, 670, h)
    d.rect(-20, 90, 520, 820, c.BLUE_MID)
    d.rect(450, 90, 50, 820, c.INK, opacity=0.08)
    d.polygon([(-40, 96), (-40, 40), (520, 40), (546, 96)], c.BLUE_DEEP)
    d.rect(1100, 170, 520, 740, c.CREAM)
    d.rect(1570, 170, 50, 740, c.INK, opacity=0.06)
    d.polygon([(1054, 176), (1080, 116), (1640, 116), (1640, 176)], c.TERRACOTTA)
    points = [
        (400, 470),
        (520, 560),
        (640, 430),
        (740, 520),
        (820, 380),
        (900, 520),
        (1000, 440),
        (1090, 560),
        (1206, 486),
    ]
    for x, y, look, facing, glass in (
        (250, 250, ADA, 1, c.LIGHT),
        (1350, 300, dressed(DINO, top=c.TERRACOTTA), -1, c.SKY),
    ):
        d.rect(x - 166, y - 16, 332, 376, c.WHITE, r=12)
        d.rect(x - 150, y, 300, 344, glass)
        with d.clipped(f"pane{x}", f"M{x - 150},{y} h300 v344 h-300 Z"):
            bust(d, x, y + 350, 310, look, facing=facing, width=0.4)
        d.rect(x - 190, y + 344, 380, 28, c.WHITE, r=8)
    d.stroke(f"M{pairs(points[:1])}{smooth(points)}", c.BRICK, 9)
    d.path(
        "M802,352 c-28,-44 -96,-18 -70,34 c14,30 52,48 76,76 c22,-32 62,-48 72,-80 c16,-52 -56,-74 -78,-30 Z",
        c.TERRACOTTA,
    )
    for x, y, turn, hand, skin in (
        (364, 432, -28, (352, 470), c.SKIN_A),
        (1240, 462, 28, (1254, 506), c.SKIN_B),
    ):
        with d.moved(x, y, turn=turn):
            d.rect(-16, -58, 32, 116, c.INK, r=14)
            d.rect(-26, -64, 40, 34, c.INK, r=12)
            d.rect(-26, 30, 40, 34, c.INK, r=12)
        d.circle(*hand, 28, skin)
    d.line([(300, 560), (348, 498)], c.TERRACOTTA, 48)
    d.line([(1308, 606), (1262, 534)], c.TERRACOTTA, 48)
    for x, y in ((90, 640), (1190, 690)):
        d.rect(x, y, 320, 54, c.BRICK, r=8)
        for k in range(6):
            leaf(d, x + 26 + k * 52, y + 6, 70, -20 + k * 8, c.SAGE_DEEP, c.SAGE)
            d.circle(x + 40 + k * 48, y - 26, 12, c.SUN if x < 600 else c.BLUE)
    d.rect(0, 846, 1600, 60, c.SAND_DEEP)
    bush(d, 560, 850, 110, c.SAGE_DEEP)
    bush(d, 1030, 850, 130, c.SAGE_DEEP)
    return d


SCENES = {
    "two_windows": two_windows,
    "phone_window": phone_window,
}
