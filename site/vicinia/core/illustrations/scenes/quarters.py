"""Where people live and shop: blocks of flats, the market."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import block, house, skyline
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import bush, cloud, sun, tree
from vicinia.core.illustrations.people import ADA, BRUNO, CLEO, EMMA, GIO, IRIS, dressed, stand


def apartment_blocks() -> Drawing:
    """Blocks of flats with coloured windows, balconies and washing on a line."""
    d = Drawing(background=c.BLUSH)
    d.circle(1120, 380, 330, c.PEACH, opacity=0.55)
    d.circle(1120, 380, 230, c.CLAY, opacity=0.45)
    cloud(d, 200, 200, 250)
    skyline(d, 760, c.PEACH, seed=5)
    block(d, 90, 800, 260, 470, c.BLUE_MID, grid=(3, 6), seed=2, trim=c.MIST)
    block(
        d,
        1240,
        800,
        280,
        540,
        c.SAGE_DEEP,
        grid=(3, 7),
        seed=4,
        trim=c.MINT,
        panes=(c.MINT, c.SUN, c.SAGE_LIGHT),
    )
    block(
        d,
        420,
        800,
        340,
        620,
        c.CREAM,
        grid=(4, 7),
        seed=1,
        trim=c.SAND,
        panes=(c.BLUE_LIGHT, c.SKY, c.SUN, c.BLUE_LIGHT, c.PEACH),
    )
    block(
        d,
        850,
        800,
        300,
        380,
        c.TERRACOTTA,
        grid=(3, 4),
        seed=3,
        trim=c.BLUSH,
        panes=(c.LIGHT, c.BLUSH, c.SUN),
    )
    d.curve([(760, 330), (800, 352), (850, 440)], c.INK, 3)
    d.curve([(350, 420), (385, 440), (420, 424)], c.INK, 3)
    d.curve([(756, 500), (806, 524), (856, 506)], c.INK, 3)
    for x, y, fill in ((774, 514, c.BLUE), (806, 522, c.SUN), (366, 434, c.TERRACOTTA)):
        d.polygon([(x, y), (x + 26, y), (x + 26, y + 38), (x, y + 38)], fill)
    for x, y in ((446, 466), (606, 640), (530, 292)):
        d.rect(x - 16, y, 104, 10, c.SAND_DEEP)
        for k in range(7):
            d.rect(x - 12 + k * 15, y - 26, 4, 28, c.SAND_DEEP)
        bush(d, x + 24, y - 12, 44, c.SAGE)
        d.circle(x + 66, y - 26, 9, c.TERRACOTTA)
    d.rect(0, 796, 1600, 110, c.SAND)
    d.rect(0, 796, 1600, 10, c.SAND_DEEP)
    for x, h in ((50, 190), (388, 150), (806, 210), (1196, 170), (1556, 220)):
        tree(d, x, 804, h)
    stand(d, 960, 866, 132, EMMA, facing=1, stride=0.06)
    stand(d, 1016, 866, 84, dressed(CLEO, top=c.BLUE), child=True, facing=1, stride=0.06)
    stand(d, 300, 860, 130, BRUNO, facing=1, stride=0.03, hands=((-0.1, 0.3), (0.16, 0.26)))
    d.line([(330, 798), (336, 860)], c.HAIR_BROWN, 5)
    return d


def market() -> Drawing:
    """Stalls with striped awnings and crates of fruit."""
    d = Drawing(background=c.CREAM)
    d.rect(0, 0, 1600, 640, c.SKY)
    sun(d, 250, 180, 70)
    cloud(d, 1080, 170, 260)
    skyline(d, 620, c.BLUE_LIGHT, seed=2)
    house(
        d, 1290, 620, 270, 330, c.SAND_LIGHT, kind="slope", grid=(3, 3), shutters=c.SAGE_DEEP, door_fill=None
    )
    house(d, 20, 620, 250, 280, c.BLUSH, kind="slope", grid=(3, 2), shutters=c.BLUE_DEEP, door_fill=None)
    d.rect(0, 612, 1600, 300, c.SAND)
    d.rect(0, 612, 1600, 10, c.SAND_DEEP)
    stalls = ((110, c.TERRACOTTA, c.CREAM), (600, c.BLUE, c.CREAM), (1090, c.SAGE_DEEP, c.CREAM))
    sellers = (dressed(GIO, top=c.SUN), dressed(IRIS, top=c.TERRACOTTA), dressed(BRUNO, top=c.BLUE))
    goods = ((c.TERRACOTTA, c.SUN, c.SAGE), (c.OCHRE, c.SAGE_DEEP, c.CLAY), (c.SUN, c.BRICK, c.SAGE_LIGHT))
    for (x, dark, pale), seller, colours in zip(stalls, sellers, goods, strict=True):
        for post in (x + 14, x + 386):
            d.rect(post - 6, 360, 12, 400, c.HAIR_BROWN)
        stand(d, x + 200, 800, 330, seller, hands=((-0.2, 0.26), (0.2, 0.26)))
        d.path(f"M{x},320 H{x + 400} L{x + 416},420 H{x - 16} Z", pale)
        for k in range(8):
            left = x - 16 + k * 54
            d.path(
                f"M{left + 8},320 H{left + 46} L{left + 54},420 a27,27 0 0 1 -54,0 Z"
                if k
                else f"M{left + 8},320 H{left + 54} V420 a27,27 0 0 1 -54,0 Z",
                dark if k % 2 else pale,
            )
        d.rect(x - 10, 306, 420, 18, dark, r=6)
        d.rect(x - 8, 700, 416, 130, c.SAND_DEEP, r=6)
        for k in range(3):
            d.rect(x - 8, 726 + k * 36, 416, 4, c.HAIR_BROWN, opacity=0.25)
        for k, fill in enumerate(colours):
            left = x + 4 + k * 136
            for j in range(4):
                d.circle(left + 18 + j * 30, 690, 18, fill)
            for j in range(3):
                d.circle(left + 33 + j * 30, 668, 18, fill)
            d.rect(left - 6, 688, 132, 34, c.HAIR_BROWN, r=4)
            d.rect(left - 6, 702, 132, 4, c.SAND, opacity=0.5)
    stand(d, 552, 880, 300, dressed(ADA, top=c.BLUE_DEEP), facing=1, hands=((-0.1, 0.3), (0.2, 0.1)))
    stand(d, 1052, 884, 310, dressed(CLEO), facing=-1, hands=((-0.2, 0.12), (0.1, 0.32)))
    d.path("M1068,806 h64 l-8,56 h-48 Z", c.OCHRE)
    d.stroke("M1078,806 q22,-46 44,0", c.OCHRE, 6)
    return d


SCENES = {
    "apartment_blocks": apartment_blocks,
    "market": market,
}
