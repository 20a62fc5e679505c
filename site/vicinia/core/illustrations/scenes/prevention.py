"""Prevention and care."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import skyline, window
from vicinia.core.illustrations.drawing import Drawing, scatter
from vicinia.core.illustrations.nature import bush, cloud, hill, leaf, tree
from vicinia.core.illustrations.people import ADA, BRUNO, CLEO, DINO, EMMA, FARAH, IRIS, dressed, sit, stand


def heart(d: Drawing, x: float, y: float, size: float, fill: str) -> None:
    """A heart whose middle is (x, y), `size` wide."""
    with d.moved(x, y, scale=round(size / 100, 3)):
        d.path(
            "M0,44 C-64,4 -54,-42 -26,-42 C-10,-42 0,-30 0,-22 C0,-30 10,-42 26,-42 C54,-42 64,4 0,44 Z", fill
        )


def cross(d: Drawing, x: float, y: float, size: float, fill: str) -> None:
    """The cross of a place of care, centred on (x, y)."""
    t = size / 3
    d.rect(x - t / 2, y - size / 2, t, size, fill, r=t * 0.18)
    d.rect(x - size / 2, y - t / 2, size, t, fill, r=t * 0.18)


def clinic() -> Drawing:
    """The health house: a low modern building on a tree-lined avenue."""
    d = Drawing(background=c.MIST)
    d.circle(540, 470, 420, c.SKY)
    cloud(d, 1010, 180, 280)
    cloud(d, 130, 150, 190)
    hill(d, [(-40, 600), (400, 520), (900, 580), (1660, 500)], c.SAGE_LIGHT)
    d.rect(280, 300, 560, 440, c.WHITE)
    d.rect(800, 420, 560, 320, c.CREAM)
    d.rect(260, 284, 600, 26, c.BLUE, r=6)
    d.rect(790, 404, 590, 22, c.SAGE_DEEP, r=6)
    d.rect(776, 310, 64, 430, c.INK, opacity=0.06)
    cross(d, 560, 400, 130, c.SAGE_DEEP)
    for k in range(4):
        window(d, 322 + k * 128, 500, 78, 100, glass=c.BLUE_LIGHT, frame=c.SKY, sill=c.SAND)
    for k in range(4):
        d.rect(876 + k * 118, 470, 92, 120, c.BLUE_LIGHT, r=6)
        d.rect(876 + k * 118, 470, 92, 56, c.SKY, r=6)
    d.rect(470, 616, 180, 124, c.BLUE_DEEP, r=6)
    d.rect(482, 628, 76, 112, c.SKY)
    d.rect(564, 628, 76, 112, c.SKY)
    d.path("M420,616 H700 L724,646 H396 Z", c.TERRACOTTA)
    d.rect(0, 736, 1600, 170, c.SAND)
    d.rect(0, 736, 1600, 10, c.SAND_DEEP)
    d.polygon([(480, 746), (640, 746), (720, 900), (380, 900)], c.SAND_LIGHT)
    for x, h in ((90, 300), (204, 240), (1440, 320), (1540, 260)):
        tree(d, x, 748, h)
    for k in range(5):
        bush(d, 900 + k * 100, 742, 84, c.SAGE)
    stand(d, 330, 856, 220, BRUNO, facing=1, stride=0.03, hands=((-0.08, 0.3), (0.18, 0.16)))
    stand(
        d,
        424,
        856,
        214,
        dressed(EMMA, top=c.WHITE, bottom=c.SAGE_DEEP),
        facing=-1,
        hands=((-0.18, 0.14), (0.1, 0.3)),
    )
    stand(d, 812, 860, 210, dressed(IRIS, top=c.TERRACOTTA), facing=-1, stride=0.05)
    stand(d, 900, 860, 130, dressed(CLEO, top=c.BLUE), child=True, facing=-1, stride=0.07)
    with d.moved(1160, 826):
        d.circle(-40, 0, 52, c.INK)
        d.circle(-40, 0, 42, c.SAND)
        d.circle(34, 26, 24, c.INK)
        d.line([(-62, -104), (-58, -40), (30, -40), (44, 20)], c.INK, 9)
    sit(d, 1116, 788, 220, dressed(DINO, top=c.SUN), facing=1, floor=860, hand=(0.16, 0.16))
    stand(d, 1026, 862, 216, dressed(FARAH), facing=1, hands=((-0.06, 0.3), (0.2, 0.2)))
    return d


def screening() -> Drawing:
    """A wall calendar with a heart on one day; a woman points at it."""
    d = Drawing(background=c.BLUSH)
    d.circle(980, 430, 400, c.PEACH, opacity=0.55)
    d.rect(0, 776, 1600, 130, c.CLAY)
    d.rect(0, 776, 1600, 12, c.TERRACOTTA)
    d.rect(606, 130, 700, 560, c.INK, r=28, opacity=0.12)
    d.rect(590, 110, 700, 560, c.WHITE, r=28)
    d.path("M590,138 a28,28 0 0 1 28,-28 H1262 a28,28 0 0 1 28,28 V226 H590 Z", c.BLUE)
    for k in range(6):
        d.rect(648 + k * 112, 80, 18, 66, c.BLUE_DEEP, r=9)
    for k in range(3):
        d.circle(900 + k * 44, 178, 13, c.WHITE, opacity=0.9 if k == 1 else 0.5)
    for row in range(4):
        for column in range(7):
            x, y = 624 + column * 92, 252 + row * 100
            mark = row == 2 and column == 4
            fill = c.TERRACOTTA if mark else (c.SAND_LIGHT if column > 4 else c.MIST)
            d.rect(x, y, 78, 84, fill, r=14)
            if mark:
                heart(d, x + 39, y + 44, 62, c.WHITE)
            elif row < 2 or (row == 2 and column < 4):
                d.line([(x + 26, y + 44), (x + 36, y + 54), (x + 54, y + 32)], c.BLUE_LIGHT, 7)
    stand(
        d,
        420,
        840,
        560,
        dressed(IRIS, hair=c.HAIR_DARK, top=c.BLUE_DEEP, style="bob"),
        facing=1,
        hands=((-0.12, 0.3), (0.32, -0.13)),
    )
    stand(d, 1420, 836, 540, dressed(ADA, top=c.SAGE_DEEP), facing=-1, hands=((-0.2, 0.02), (0.12, 0.3)))
    d.rect(60, 610, 130, 170, c.TERRACOTTA, r=14)
    for turn in (-52, -26, 0, 26, 52):
        leaf(d, 125, 626, 250, turn, c.SAGE_DEEP, c.SAGE)
    return d


def vaccination() -> Drawing:
    """Winter: grandmother and granddaughter, each with a plaster on the arm."""
    d = Drawing(background=c.BLUE_MID)
    d.circle(800, 500, 460, c.BLUE_LIGHT, opacity=0.5)
    d.circle(800, 500, 340, c.SKY, opacity=0.6)
    skyline(d, 760, c.BLUE, seed=6)
    flakes = list(scatter(240, 11))
    for k in range(80):
        d.circle(
            flakes[k * 3] * 1600, flakes[k * 3 + 1] * 760, 3 + flakes[k * 3 + 2] * 7, c.WHITE, opacity=0.9
        )
    hill(d, [(-40, 790), (400, 740), (820, 770), (1240, 730), (1660, 780)], c.WHITE)
    hill(d, [(-40, 850), (500, 810), (1000, 850), (1660, 800)], c.MIST)
    for x, h in ((130, 270), (250, 190), (1400, 230), (1510, 300)):
        d.rect(x - 8, 800 - h * 0.2, 16, h * 0.2, c.HAIR_BROWN)
        for k in range(3):
            y, w = 800 - h * (0.14 + k * 0.26), h * (0.36 - k * 0.08)
            d.polygon([(x - w, y), (x, y - h * 0.38), (x + w, y)], c.FOREST)
            d.polygon([(x - w * 0.5, y - h * 0.19), (x, y - h * 0.38), (x + w * 0.5, y - h * 0.19)], c.WHITE)
    grandma = dressed(ADA, top=c.TERRACOTTA)
    child = dressed(CLEO, top=c.SUN, skin=c.SKIN_B, hair=c.HAIR_BROWN)
    stand(d, 650, 850, 600, grandma, hands=((-0.14, 0.3), (0.19, 0.25)), bend=(-0.14, 0.05))
    stand(d, 930, 856, 400, child, child=True, hands=((-0.2, 0.14), (0.15, 0.26)))
    d.path("M592,398 q58,40 116,0 l-6,34 q-52,26 -104,0 Z", c.BLUE_DEEP)
    d.rect(690, 420, 34, 130, c.BLUE_DEEP, r=10)
    for (x, y), turn in (((588, 486), 14), ((1004, 632), 32)):
        with d.moved(x, y, turn=turn):
            d.rect(-50, -17, 100, 34, c.PEACH, r=17)
            d.rect(-20, -17, 40, 34, c.BLUSH)
            heart(d, 0, 1, 24, c.TERRACOTTA)
    d.path("M846,478 a85,82 0 0 1 168,0 q-84,-34 -168,0 Z", c.BLUE)
    d.circle(930, 396, 22, c.WHITE)
    d.path("M842,484 q88,-38 176,0 v24 q-88,-36 -176,0 Z", c.WHITE)
    return d


SCENES = {
    "clinic": clinic,
    "screening": screening,
    "vaccination": vaccination,
}
