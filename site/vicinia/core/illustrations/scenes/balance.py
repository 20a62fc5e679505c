"""Steps, scales, and the emblem."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import bush, cloud, hill, tree
from vicinia.core.illustrations.people import BRUNO, CLEO, DINO, EMMA, FARAH, GIO, IRIS, dressed, stand


def easy_steps() -> Drawing:
    """Three large steps and a little flag on top: short sentences, one at a time."""
    d = Drawing(background=c.MINT)
    d.circle(1220, 330, 320, c.SAGE_LIGHT)
    cloud(d, 150, 190, 250)
    cloud(d, 660, 150, 180)
    for k, (fill, top) in enumerate(((c.BLUE, c.BLUE_MID), (c.TERRACOTTA, c.CLAY), (c.SUN, c.LIGHT))):
        x, y = 340 + k * 360, 700 - k * 150
        d.rect(x, y, 1600 - x, 900 - y, fill)
        d.rect(x, y, 1600 - x, 26, top)
        with d.moved(x + 180, y + 110):
            d.circle(0, 0, 58, c.WHITE)
            for j in range(k + 1):
                d.circle((j - k / 2) * 34, 0, 13, fill if k < 2 else c.OCHRE)
    d.line([(1440, 404), (1440, 150)], c.INK, 13)
    d.path("M1446,154 q60,-30 120,4 q-12,44 0,84 q-60,-34 -120,0 Z", c.TERRACOTTA)
    stand(
        d,
        180,
        868,
        330,
        dressed(BRUNO, top=c.SAGE_DEEP),
        facing=1,
        stride=0.06,
        hands=((-0.12, 0.28), (0.24, 0.0)),
    )
    stand(
        d, 520, 702, 330, dressed(CLEO, top=c.SUN), facing=1, stride=0.06, hands=((-0.2, 0.16), (0.2, 0.06))
    )
    stand(d, 1240, 402, 320, dressed(EMMA, top=c.BLUE), hands=((-0.2, -0.22), (0.2, -0.22)), bend=(-0.1, 0.1))
    d.rect(0, 868, 346, 40, c.SAGE_DEEP)
    bush(d, 60, 870, 110, c.SAGE)
    return d


def scales() -> Drawing:
    """A balance with two people on each pan, level."""
    d = Drawing(background=c.BLUE_LIGHT)
    d.circle(800, 430, 430, c.SKY)
    d.circle(800, 430, 300, c.MIST)
    hill(d, [(-40, 800), (400, 760), (900, 790), (1660, 750)], c.SAGE_LIGHT)
    d.rect(0, 820, 1600, 90, c.SAGE)
    d.path("M640,836 q160,-70 320,0 Z", c.BRICK)
    d.rect(784, 210, 32, 600, c.TERRACOTTA, r=10)
    d.circle(800, 190, 46, c.TERRACOTTA)
    d.circle(800, 190, 22, c.SUN)
    d.stroke("M330,250 Q800,160 1270,250", c.TERRACOTTA, 24)
    for x, pair in (
        (330, (dressed(IRIS, top=c.TERRACOTTA), dressed(GIO, top=c.SUN))),
        (1270, (dressed(DINO, top=c.SAGE_DEEP), dressed(FARAH, hair=c.CLAY, top=c.BLUE))),
    ):
        for dx in (-210, 210):
            d.line([(x, 252), (x + dx, 640)], c.INK, 5)
        d.circle(x, 250, 17, c.INK)
        stand(d, x - 80, 652, 300, pair[0], facing=1, hands=((-0.12, 0.3), (0.2, 0.12)))
        stand(d, x + 80, 652, 312, pair[1], facing=-1, hands=((-0.2, 0.12), (0.12, 0.3)))
        d.path(f"M{x - 240},640 h480 q-30,110 -160,110 h-160 q-130,0 -160,-110 Z", c.BLUE_DEEP)
        d.rect(x - 250, 632, 500, 20, c.BLUE, r=10)
    for x, h in ((90, 220), (1510, 250)):
        tree(d, x, 836, h)
    return d


def emblem() -> Drawing:
    """The small sign of the town: a shield with tower, hill and stream."""
    d = Drawing(400, 400)
    shield = "M60,40 H340 V210 C340,300 270,350 200,376 C130,350 60,300 60,210 Z"
    d.path(shield, c.BLUE)
    with d.clipped("shield", "M76,56 H324 V210 C324,290 262,334 200,358 C138,334 76,290 76,210 Z"):
        d.rect(60, 40, 280, 340, c.MIST)
        d.circle(260, 116, 30, c.SUN)
        hill(d, [(60, 250), (140, 206), (220, 236), (340, 196)], c.SAGE, floor=380)
        hill(d, [(60, 300), (160, 266), (250, 286), (340, 256)], c.SAGE_DEEP, floor=380)
        d.rect(168, 128, 64, 160, c.SAND_LIGHT)
        for k in range(3):
            d.rect(160 + k * 30, 104, 20, 30, c.SAND_LIGHT)
        d.rect(160, 124, 80, 14, c.SAND)
        d.path("M182,288 v-44 a18,18 0 0 1 36,0 v44 Z", c.TERRACOTTA)
        d.path("M190,190 v-14 a10,10 0 0 1 20,0 v14 Z", c.BLUE_DEEP)
        d.curve([(60, 332), (130, 312), (200, 332), (270, 312), (340, 330)], c.WHITE, 18)
        d.curve([(60, 332), (130, 312), (200, 332), (270, 312), (340, 330)], c.BLUE_MID, 10)
    return d


SCENES = {
    "easy_steps": easy_steps,
    "scales": scales,
    "emblem": emblem,
}
