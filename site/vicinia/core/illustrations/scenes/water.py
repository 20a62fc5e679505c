"""The stream, quiet and swollen."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import house, tower
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import cloud, cypress, hill, leaf, rows, sun, waves
from vicinia.core.illustrations.people import ADA, CLEO, DINO, EMMA, GIO, dressed, stand


def river_mill() -> Drawing:
    """The old mill, its wheel in the stream, the stone bridge."""
    d = Drawing(background=c.SKY)
    sun(d, 330, 210, 80)
    cloud(d, 720, 190, 230)
    cloud(d, 1240, 270, 180, opacity=0.8)
    hill(d, [(-40, 420), (320, 340), (700, 420), (1120, 320), (1660, 400)], c.SAGE_LIGHT)
    hill(d, [(-40, 540), (420, 460), (860, 540), (1250, 450), (1660, 520)], c.SAGE)
    rows(
        d, [[(40 + k * 60, 560), (160 + k * 56, 500), (320 + k * 44, 486)] for k in range(5)], c.SAGE_LIGHT, 7
    )
    for x, h in ((690, 130), (732, 170), (770, 120)):
        cypress(d, x, 560, h)
    hill(d, [(-40, 640), (380, 600), (800, 640), (1200, 590), (1660, 620)], c.SAGE_DEEP)
    house(
        d,
        1010,
        720,
        330,
        330,
        c.SAND_LIGHT,
        kind="gable",
        grid=(3, 2),
        shutters=c.BLUE_DEEP,
        door_fill=c.BLUE_DEEP,
    )
    house(
        d,
        1336,
        720,
        200,
        220,
        c.SAND,
        kind="slope",
        grid=(2, 1),
        shutters=c.SAGE_DEEP,
        door_fill=c.TERRACOTTA,
    )
    d.rect(0, 716, 1600, 190, c.BLUE_MID)
    d.path("M0,716 C200,690 420,716 640,716 L1000,716 L1000,760 C700,730 300,800 0,760 Z", c.SAGE_DEEP)
    d.path("M150,760 C170,560 650,560 690,760 L620,760 C590,650 250,650 220,760 Z", c.SAND_DEEP)
    d.path("M220,760 C250,650 590,650 620,760 Z", c.BLUE_MID)
    d.path("M90,640 Q420,500 750,640 L750,676 Q420,536 90,676 Z", c.SAND)
    for k in range(9):
        d.rect(120 + k * 76, 636 - (4 - abs(k - 4)) * 22, 5, 34, c.HAIR_BROWN, opacity=0.35)
    stand(d, 380, 596, 130, EMMA, facing=1, stride=0.06)
    stand(d, 460, 592, 130, DINO, facing=1, stride=0.06)
    cx, cy = 960, 690
    d.circle(cx, cy, 128, c.HAIR_BROWN)
    d.circle(cx, cy, 104, c.SAND_DEEP)
    for turn in range(0, 180, 30):
        with d.moved(cx, cy, turn=turn):
            d.rect(-132, -7, 264, 14, c.HAIR_BROWN)
            d.rect(-150, -22, 26, 44, c.BRICK, r=4)
            d.rect(124, -22, 26, 44, c.BRICK, r=4)
    d.circle(cx, cy, 26, c.SUN)
    d.rect(0, 780, 1600, 126, c.BLUE)
    d.rect(0, 758, 1600, 30, c.BLUE_MID)
    for y, x in ((790, 60), (820, 420), (800, 1120), (850, 880), (862, 160)):
        waves(d, x, y, 300, 4, c.BLUE_LIGHT, 6)
    for x in (40, 96, 1500, 1550):
        for turn in (-14, 0, 12):
            leaf(d, x, 790, 120, turn, c.FOREST)
    return d


def flood() -> Drawing:
    """The swollen stream under the bridge, rain, lit windows and a boat that helps."""
    d = Drawing(background="#3C5F86")
    for x, y, s in ((-60, 190, 420), (330, 150, 460), (800, 180, 430), (1220, 160, 460)):
        cloud(d, x, y, s, "#5F82A8")
    for x, y, s in ((120, 240, 300), (960, 250, 320)):
        cloud(d, x, y, s, "#7C9CBD")
    hill(d, [(-40, 520), (400, 430), (860, 500), (1300, 420), (1660, 480)], "#34557A")
    for k in range(60):
        x, y = (k * 197) % 1640, 200 + (k * 131) % 420
        d.line([(x, y), (x - 16, y + 44)], "#9CC6EE", 4, opacity=0.5)
    tower(d, 320, 640, 84, 300, "#B8A88E", roof=c.BRICK)
    house(
        d,
        90,
        700,
        180,
        260,
        c.SAND,
        grid=(2, 2),
        shutters=c.SAGE_DEEP,
        door_fill=None,
        lit=(0, 3),
        glass="#7C9CBD",
    )
    house(
        d,
        380,
        700,
        170,
        210,
        c.PEACH,
        kind="slope",
        grid=(2, 2),
        shutters=c.BLUE_DEEP,
        door_fill=None,
        lit=(1,),
        glass="#7C9CBD",
    )
    house(
        d,
        1150,
        700,
        190,
        280,
        c.SAND_LIGHT,
        grid=(2, 3),
        shutters=c.TERRACOTTA,
        door_fill=None,
        lit=(0, 2, 3),
        glass="#7C9CBD",
    )
    house(
        d,
        1344,
        700,
        200,
        230,
        c.CLAY,
        roof=c.BRICK,
        kind="slope",
        grid=(2, 2),
        shutters=c.CREAM,
        door_fill=None,
        lit=(2,),
        glass="#7C9CBD",
    )
    d.path(
        "M520,560 Q850,440 1180,560 V640 H1120 C1080,560 "
        "960,556 930,650 H770 C740,556 620,560 580,640 H520 Z",
        c.SAND_DEEP,
    )
    d.path("M500,560 Q850,420 1200,560 V584 Q850,446 500,584 Z", c.SAND)
    for y, fill, amp in ((640, "#2E6FB0", 0), (700, c.BLUE, 60), (770, c.BLUE_DEEP, 20)):
        ridge = [
            (-40, y),
            (160 + amp, y - 26),
            (420 + amp, y + 12),
            (700 + amp, y - 28),
            (980 + amp, y + 10),
            (1280 + amp, y - 24),
            (1680, y),
        ]
        hill(d, ridge, fill)
        if y == 700:
            with d.moved(800, 742, turn=-3):
                stand(
                    d,
                    -60,
                    6,
                    180,
                    dressed(GIO, top=c.SUN, style="cap"),
                    facing=1,
                    hands=((0.02, 0.28), (0.26, 0.2)),
                )
                stand(d, 44, 6, 160, dressed(ADA, top=c.BLUE_LIGHT), hands=((-0.1, 0.26), (0.1, 0.26)))
                stand(
                    d, 110, 6, 110, dressed(CLEO, top=c.PEACH), child=True, hands=((-0.1, 0.26), (0.1, 0.26))
                )
                d.path("M-180,-36 H200 Q186,48 110,54 H-100 Q-170,40 -180,-36 Z", c.TERRACOTTA)
                d.path("M-180,-36 H200 L196,-14 H-176 Z", c.CLAY)
                d.line([(4, -30), (-140, 84)], c.HAIR_BROWN, 9)
    for x, y in ((60, 800), (420, 840), (1180, 800), (900, 868), (1380, 860)):
        waves(d, x, y, 240, 3, c.BLUE_LIGHT, 6)
    return d


SCENES = {
    "river_mill": river_mill,
    "flood": flood,
}
