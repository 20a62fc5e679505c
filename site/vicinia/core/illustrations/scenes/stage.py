"""The stage and the post."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import window
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import cloud, hill, leaf, sun, tree
from vicinia.core.illustrations.people import EMMA, GIO, dressed, stand


def theatre() -> Drawing:
    """An open curtain, one light, an actor and the heads of the public."""
    d = Drawing(background=c.NIGHT)
    d.polygon([(760, 0), (840, 0), (1180, 720), (420, 720)], c.LIGHT, opacity=0.2)
    d.rect(0, 640, 1600, 140, "#7A4A2C")
    for k in range(13):
        d.polygon(
            [
                (800 + (k - 6) * 120, 640),
                (806 + (k - 6) * 120, 640),
                (800 + (k - 6) * 170, 780),
                (790 + (k - 6) * 170, 780),
            ],
            "#5C3520",
        )
    d.ellipse(800, 706, 330, 44, c.SUN, opacity=0.45)
    house_x = 1010
    d.rect(house_x, 420, 150, 226, c.BLUE_DEEP)
    d.polygon([(house_x - 20, 424), (house_x + 75, 330), (house_x + 170, 424)], c.TERRACOTTA)
    window(d, house_x + 50, 470, 50, 66, glass=c.SUN)
    d.rect(440, 470, 20, 180, c.FOREST)
    d.circle(450, 430, 84, c.SAGE_DEEP)
    stand(d, 740, 706, 320, dressed(GIO, top=c.TERRACOTTA), facing=1, hands=((-0.22, 0.02), (0.24, -0.2)))
    stand(d, 900, 706, 300, dressed(EMMA, top=c.BLUE_LIGHT), facing=-1, hands=((-0.2, -0.08), (0.15, 0.24)))
    for side in (-1, 1):
        edge = 0 if side < 0 else 1600
        for k in range(5):
            x = edge - side * k * 70
            d.path(
                f"M{x},0 h{-side * 84} C{x - side * (84 - k * 6)},300 "
                f"{x - side * (50 - k * 8)},560 {x - side * 20},780 h{side * 40} Z",
                "#C8402B" if k % 2 else c.BRICK,
            )
        d.rect(edge - 150 if side > 0 else -10, 430, 160, 26, c.SUN, r=12)
    for k in range(11):
        d.path(f"M{k * 160 - 80},0 h160 v96 a80,66 0 0 1 -160,0 Z", c.BRICK if k % 2 else "#C8402B")
        d.circle(k * 160, 158, 12, c.SUN)
    d.rect(0, 776, 1600, 124, "#081C38")
    heads = (
        (90, c.HAIR_GREY),
        (250, c.HAIR_DARK),
        (400, c.HAIR_RED),
        (560, c.HAIR_BROWN),
        (730, c.HAIR_WHITE),
        (880, c.HAIR_DARK),
        (1040, c.HAIR_BROWN),
        (1200, c.HAIR_GREY),
        (1360, c.HAIR_DARK),
        (1510, c.HAIR_RED),
    )
    for k, (x, hair) in enumerate(heads):
        y = 836 + (k % 3) * 16
        d.rect(x - 78, y + 26, 156, 120, (c.BLUE_DEEP, c.TERRACOTTA, c.FOREST)[k % 3], r=40)
        d.circle(x, y, 46, hair)
    return d


def letters() -> Drawing:
    """Envelopes fly like birds over the roofs: the newsletter."""
    d = Drawing(background=c.SKY)
    sun(d, 1330, 210, 84)
    cloud(d, 120, 300, 230)
    cloud(d, 880, 200, 190)
    hill(d, [(-40, 700), (420, 610), (900, 680), (1660, 600)], c.SAGE_LIGHT)
    for x, w, h, wall, roof in (
        (40, 200, 220, c.CREAM, c.TERRACOTTA),
        (300, 230, 170, c.PEACH, c.BRICK),
        (1060, 220, 200, c.SAND, c.TERRACOTTA),
        (1340, 230, 250, c.BLUSH, c.BLUE_DEEP),
    ):
        d.rect(x, 840 - h, w, h + 60, wall)
        d.polygon([(x - 16, 844 - h), (x + w / 2, 764 - h), (x + w + 16, 844 - h)], roof)
        for k in range(2):
            window(d, x + w * (0.22 + k * 0.36), 870 - h, w * 0.18, 62, shutters=None, glass=c.BLUE_LIGHT)
    tree(d, 960, 860, 230)
    d.rect(0, 846, 1600, 60, c.SAGE)
    d.rect(640, 500, 150, 190, c.TERRACOTTA, r=24)
    d.path("M640,560 v-10 a75,75 0 0 1 150,0 v10 Z", c.CLAY)
    d.rect(664, 560, 102, 20, c.BRICK, r=10)
    d.rect(700, 690, 30, 170, c.INK)
    flights = (
        (470, 420, -18, 150, c.WHITE),
        (860, 360, 12, 170, c.CREAM),
        (620, 220, -8, 190, c.WHITE),
        (1060, 190, 20, 140, c.BLUSH),
        (300, 170, 8, 120, c.CREAM),
        (1180, 420, -14, 120, c.WHITE),
    )
    for x, y, turn, w, fill in flights:
        with d.moved(x, y, turn=turn):
            for side in (-1, 1):
                for k, feather in enumerate((c.BLUE, c.BLUE_MID, c.BLUE_LIGHT)):
                    leaf(d, side * w * 0.36, 0, w * (0.62 - k * 0.1), side * (38 + k * 26), feather)
            d.rect(-w / 2, -w * 0.32, w, w * 0.64, fill, r=10)
            d.stroke(
                f"M{-w / 2 + 8:.0f},{-w * 0.28:.0f} L0,{w * 0.06:.0f} L{w / 2 - 8:.0f},{-w * 0.28:.0f}",
                c.BLUE,
                7,
            )
            d.circle(0, w * 0.06, w * 0.07, c.TERRACOTTA)
    return d


SCENES = {
    "theatre": theatre,
    "letters": letters,
}
