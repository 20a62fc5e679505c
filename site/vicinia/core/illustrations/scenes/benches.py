"""Benches."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import house, skyline, tower
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import cloud, cypress, hill, leaf, stars, sun
from vicinia.core.illustrations.people import ADA, BRUNO, dressed, sit


def elders_bench() -> Drawing:
    """Two old friends on a bench under a big tree."""
    d = Drawing(background=c.MINT)
    sun(d, 1320, 220, 80)
    cloud(d, 1000, 210, 210)
    hill(d, [(-40, 560), (420, 480), (900, 560), (1660, 470)], c.SAGE_LIGHT)
    for x, h in ((1180, 130), (1230, 170), (1276, 130)):
        cypress(d, x, 540, h)
    house(d, 1400, 560, 130, 90, c.CREAM, grid=(2, 1), shutters=c.SAGE_DEEP, door_fill=None)
    hill(d, [(-40, 730), (500, 690), (1000, 720), (1660, 670)], c.SAGE)
    d.path(
        "M330,760 C360,600 330,480 300,380 L360,400 C380,440 "
        "400,440 430,380 L480,400 C440,520 450,640 500,760 Z",
        c.HAIR_BROWN,
    )
    for x, y, r, fill in (
        (200, 270, 190, c.SAGE_DEEP),
        (420, 180, 220, c.SAGE_DEEP),
        (640, 270, 180, c.SAGE_DEEP),
        (300, 130, 150, c.FOREST),
        (540, 120, 150, c.FOREST),
        (380, 300, 170, c.SAGE),
    ):
        d.circle(x, y, r, fill)
    for x, y in ((250, 210), (360, 120), (470, 250), (600, 190), (680, 310), (180, 330), (420, 340)):
        d.circle(x, y, 15, c.TERRACOTTA)
    d.rect(0, 770, 1600, 140, c.SAND)
    d.rect(0, 770, 1600, 10, c.SAND_DEEP)
    for y in (470, 524, 578):
        d.rect(600, y, 620, 32, c.TERRACOTTA, r=10)
    sit(
        d,
        760,
        664,
        560,
        dressed(ADA, dress=False, top=c.BLUE, bottom=c.NIGHT_SOFT),
        facing=1,
        floor=826,
        hand=(0.19, 0.1),
    )
    sit(
        d,
        1070,
        664,
        580,
        dressed(BRUNO, top=c.SAND_LIGHT, bottom=c.BLUE_DEEP),
        facing=-1,
        floor=826,
        hand=(0.2, 0.14),
    )
    d.rect(580, 664, 660, 30, c.BRICK, r=10)
    for x in (630, 1170):
        d.rect(x - 12, 690, 24, 130, c.INK, r=6)
    d.line([(938, 560), (930, 822)], c.HAIR_BROWN, 13)
    d.stroke("M938,562 q-4,-30 -36,-26", c.HAIR_BROWN, 13)
    for x, y in ((1340, 830), (1400, 844), (1300, 850)):
        d.ellipse(x, y, 22, 14, c.INK, opacity=0.75)
        d.circle(x + 18, y - 14, 10, c.INK, opacity=0.75)
    return d


def red_bench() -> Drawing:
    """A red bench under a street lamp on an autumn evening."""
    d = Drawing(background=c.NIGHT_SOFT)
    d.circle(1070, 150, 420, c.BLUE_DEEP)
    d.circle(1070, 150, 280, "#1D5AA0")
    d.circle(1070, 150, 130, c.OCHRE, opacity=0.35)
    stars(d, 24, 3, bottom=260, right=620)
    skyline(d, 640, "#0F2F5C", seed=2)
    tower(d, 250, 660, 90, 320, "#0F2F5C", roof=c.NIGHT)
    d.rect(0, 636, 1600, 270, c.NIGHT)
    d.ellipse(900, 800, 620, 80, c.SUN, opacity=0.14)
    d.rect(1250, 200, 20, 600, c.INK, r=8)
    d.stroke("M1260,210 q0,-80 -130,-80 h-60", c.INK, 16)
    d.path("M1000,136 a70,70 0 0 1 140,0 Z", c.SUN)
    d.polygon([(1000, 138), (1140, 138), (1340, 800), (560, 800)], c.LIGHT, opacity=0.13)
    red, dark = "#C8402B", "#8F2A1B"
    for y in (450, 506, 562):
        d.rect(520, y, 720, 40, red, r=12)
        d.rect(520, y + 30, 720, 10, dark, r=5)
    d.polygon([(496, 640), (1264, 640), (1290, 690), (470, 690)], red)
    d.rect(470, 688, 820, 18, dark, r=8)
    for x in (540, 1190):
        d.rect(x, 440, 26, 260, dark, r=10)
        d.rect(x, 700, 26, 112, dark, r=8)
        d.stroke(f"M{x + 13},600 q-60,0 -60,60", dark, 20)
    d.line([(760, 668), (910, 650)], c.SAGE, 8)
    leaf(d, 800, 664, 44, 40, c.SAGE)
    for turn in range(0, 360, 40):
        with d.moved(936, 646, turn=turn):
            d.ellipse(0, -24, 9, 22, c.CREAM)
    d.circle(936, 646, 13, c.SUN)
    for k in range(26):
        x, y = 120 + (k * 197) % 1380, 740 + (k * 83) % 140
        leaf(d, x, y, 40 + (k * 13) % 26, (k * 67) % 360, (c.OCHRE, c.CLAY, c.TERRACOTTA)[k % 3])
    for x, y, turn in ((420, 300, 40), (700, 250, -30), (1420, 420, 70), (1380, 260, -60)):
        leaf(d, x, y, 56, turn, c.OCHRE)
    return d


SCENES = {
    "elders_bench": elders_bench,
    "red_bench": red_bench,
}
