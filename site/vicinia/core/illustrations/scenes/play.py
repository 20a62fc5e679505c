"""Children outdoors."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import skyline, window
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import cloud, hill, sun, tree
from vicinia.core.illustrations.people import (
    ADA,
    BRUNO,
    CLEO,
    DINO,
    EMMA,
    FARAH,
    GIO,
    IRIS,
    LUCA,
    dressed,
    head,
    sit,
    stand,
)


def playground() -> Drawing:
    """A playground with a slide, a swing and a ramp, where everybody plays."""
    d = Drawing(background=c.SKY)
    sun(d, 1400, 170, 70)
    cloud(d, 200, 160, 240)
    cloud(d, 900, 220, 180)
    skyline(d, 560, c.BLUE_LIGHT, seed=4)
    hill(d, [(-40, 620), (500, 560), (1100, 610), (1660, 560)], c.SAGE_LIGHT)
    hill(d, [(-40, 700), (500, 660), (1100, 700), (1660, 650)], c.SAGE)
    tree(d, 90, 700, 360)
    tree(d, 1520, 680, 330)
    d.path("M-20,900 V800 Q800,720 1620,790 V900 Z", c.SAND)
    d.rect(560, 260, 14, 540, c.BLUE_DEEP)
    d.rect(760, 260, 14, 540, c.BLUE_DEEP)
    d.rect(540, 440, 254, 22, c.TERRACOTTA, r=8)
    d.polygon([(520, 270), (668, 170), (814, 270)], c.TERRACOTTA)
    d.polygon([(668, 170), (814, 270), (668, 270)], c.BRICK)
    for k in range(5):
        d.rect(580 + k * 36, 380, 10, 64, c.SUN)
    d.rect(574, 374, 190, 10, c.SUN)
    d.stroke("M770,456 C880,480 920,700 1070,780", c.SUN, 46)
    d.stroke("M770,440 C890,464 930,690 1076,764", c.OCHRE, 12)
    d.polygon([(-20, 800), (-20, 770), (560, 446), (560, 486)], c.BLUE)
    d.line([(40, 690), (560, 392)], c.INK, 8)
    for k in range(5):
        d.line([(60 + k * 110, 680 - k * 62), (60 + k * 110, 740 - k * 62)], c.INK, 6)
    with d.moved(300, 562, turn=-29):
        sit(d, 0, -44, 200, dressed(DINO, top=c.TERRACOTTA), facing=1, floor=14, hand=(0.06, 0.2), child=True)
        d.stroke("M44,-2 a46,46 0 1 1 -92,0 a46,46 0 1 1 92,0", c.INK, 9)
        d.circle(-2, -2, 9, c.INK)
        d.circle(60, 26, 18, c.INK)
    stand(d, 668, 446, 180, dressed(CLEO, top=c.BLUE), child=True, hands=((-0.2, -0.1), (0.2, -0.1)))
    d.line([(1140, 300), (1080, 812)], c.INK, 14)
    d.line([(1140, 300), (1200, 812)], c.INK, 14)
    d.line([(1460, 300), (1400, 812)], c.INK, 14)
    d.line([(1460, 300), (1520, 812)], c.INK, 14)
    d.line([(1120, 300), (1480, 300)], c.INK, 16)
    d.line([(1230, 306), (1190, 640)], c.HAIR_GREY, 6)
    d.line([(1310, 306), (1270, 640)], c.HAIR_GREY, 6)
    d.rect(1180, 636, 104, 18, c.TERRACOTTA, r=8)
    sit(d, 1222, 640, 250, dressed(EMMA, top=c.SUN), facing=1, floor=706, hand=(0.12, -0.02), child=True)
    d.line([(1360, 306), (1372, 690)], c.HAIR_GREY, 6)
    d.line([(1430, 306), (1442, 690)], c.HAIR_GREY, 6)
    d.rect(1358, 686, 98, 18, c.BLUE, r=8)
    stand(
        d,
        900,
        858,
        220,
        dressed(LUCA, top=c.SAGE_DEEP),
        child=True,
        facing=-1,
        stride=0.08,
        hands=((-0.2, -0.04), (0.18, 0.1)),
    )
    stand(
        d,
        1040,
        862,
        210,
        dressed(FARAH, top=c.CLAY, hair=c.BLUE_DEEP),
        child=True,
        facing=-1,
        stride=0.05,
        hands=((-0.2, 0.05), (0.18, 0.0)),
    )
    d.circle(800, 836, 30, c.TERRACOTTA)
    d.stroke("M772,828 q28,20 56,0", c.CREAM, 5)
    return d


def courtyard_play() -> Drawing:
    """The courtyard of a block: hopscotch, bicycles, windows with people who watch."""
    d = Drawing(background=c.CLAY)
    d.rect(0, 0, 1600, 620, c.PEACH)
    for k, fill in enumerate((c.BLUSH, c.SAND_LIGHT, c.BLUSH, c.CREAM)):
        d.rect(k * 400, 0, 400, 620, fill)
    watchers = {2: ADA, 9: dressed(BRUNO, top=c.SUN), 13: FARAH}
    for row in range(2):
        for column in range(8):
            x, y = 52 + column * 200, 70 + row * 260
            n = row * 8 + column
            window(
                d,
                x,
                y,
                96,
                150,
                glass=c.LIGHT if n in watchers else c.SKY,
                shutters=(c.SAGE_DEEP, c.BLUE_DEEP, c.TERRACOTTA)[(column // 2) % 3],
                sill=c.SAND,
            )
            if n in watchers:
                look = watchers[n]
                with d.clipped(f"sill{n}", f"M{x},{y} h96 v150 h-96 Z"):
                    d.rect(x + 12, y + 104, 72, 60, look.top, r=20)
                    head(d, x + 48, y + 78, 26, look)
    d.curve([(0, 320), (200, 344), (420, 318)], c.INK, 3)
    for x, fill in ((80, c.BLUE), (150, c.WHITE), (230, c.SUN), (310, c.TERRACOTTA)):
        d.rect(x, 336, 52, 66, fill, r=4)
    d.rect(0, 612, 1600, 300, c.SAND_DEEP)
    d.rect(0, 612, 1600, 10, c.HAIR_BROWN, opacity=0.3)
    cells = ((820, 870), (760, 800), (870, 800), (812, 740), (764, 690), (856, 690), (810, 650))
    for k, (x, y) in enumerate(cells):
        s = 1 - k * 0.085
        d.rect(x - 50 * s, y - 26 * s, 100 * s, 52 * s, c.CREAM, r=4)
        d.rect(x - 44 * s, y - 21 * s, 88 * s, 42 * s, (c.CLAY, c.BLUE_MID, c.SAGE)[k % 3], r=3)
    stand(
        d,
        812,
        742,
        240,
        dressed(CLEO, top=c.BLUE),
        child=True,
        facing=1,
        stride=0.02,
        hands=((-0.2, -0.06), (0.2, -0.06)),
    )
    stand(
        d,
        560,
        850,
        250,
        dressed(LUCA, top=c.TERRACOTTA),
        child=True,
        facing=1,
        stride=0.05,
        hands=((-0.14, 0.22), (0.22, 0.02)),
    )
    stand(
        d,
        1080,
        840,
        250,
        dressed(IRIS, top=c.SAGE_DEEP),
        child=True,
        facing=-1,
        hands=((-0.2, 0.04), (0.15, 0.26)),
    )
    stand(d, 1270, 850, 330, dressed(GIO, top=c.SUN), facing=-1, hands=((-0.18, 0.02), (0.12, 0.3)))
    with d.moved(250, 800):
        for x in (-90, 90):
            d.stroke(f"M{x + 62},0 a62,62 0 1 1 -124,0 a62,62 0 1 1 124,0", c.INK, 9)
        d.line([(-90, 0), (-40, -90), (60, -90), (90, 0), (-4, 0), (-40, -90)], c.TERRACOTTA, 11)
        d.line([(60, -90), (50, -126), (84, -134)], c.INK, 9)
        d.rect(-72, -106, 60, 14, c.INK, r=7)
    d.rect(1400, 700, 130, 150, c.TERRACOTTA, r=12)
    tree(d, 1465, 720, 380)
    return d


SCENES = {
    "playground": playground,
    "courtyard_play": courtyard_play,
}
