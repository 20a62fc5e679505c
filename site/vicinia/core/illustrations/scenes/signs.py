"""Objects that stand for something."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import bush, cloud, leaf, sun
from vicinia.core.illustrations.people import ADA, DINO, IRIS, MINA, dressed, stand


def _bar_windows(d: Drawing, k: int, x: int, top: int, h: int) -> None:
    """Two columns of windows, one in four lit."""
    for row in range(int(h // 84)):
        for column in range(2):
            d.rect(
                x + 20 + column * 44,
                top + 24 + row * 84,
                30,
                42,
                c.SUN if (row * 3 + column + k) % 4 == 0 else c.WHITE,
                r=4,
            )


def figures_skyline() -> Drawing:
    """Bars of a chart that are houses, a line that is a path over the roofs."""
    d = Drawing(background=c.MIST)
    for k in range(6):
        d.rect(120, 160 + k * 120, 1360, 3, c.BLUE_LIGHT, opacity=0.6)
    sun(d, 1370, 190, 66)
    cloud(d, 220, 170, 190)
    bars = (
        (160, 210, c.BLUE_LIGHT, c.BLUE_DEEP),
        (330, 300, c.PEACH, c.TERRACOTTA),
        (500, 250, c.SAGE_LIGHT, c.FOREST),
        (670, 380, c.BLUE_MID, c.BLUE_DEEP),
        (840, 330, c.SAND, c.TERRACOTTA),
        (1010, 450, c.CLAY, c.BRICK),
        (1180, 420, c.SAGE, c.FOREST),
        (1350, 520, c.BLUE, c.NIGHT),
    )
    for k, (x, h, wall, roof) in enumerate(bars):
        top = 780 - h
        d.rect(x, top, 120, h, wall)
        d.rect(x + 100, top, 20, h, c.INK, opacity=0.1)
        if k % 3 == 0:
            d.polygon([(x - 10, top + 2), (x + 60, top - 58), (x + 130, top + 2)], roof)
        elif k % 3 == 1:
            d.rect(x - 8, top - 14, 136, 18, roof, r=4)
        else:
            d.path(f"M{x},{top + 2} a60,48 0 0 1 120,0 Z", roof)
        _bar_windows(d, k, x, top, h)
    d.curve(
        [(220, 500), (390, 410), (560, 455), (730, 330), (900, 378), (1070, 262), (1240, 290), (1410, 176)],
        c.WHITE,
        22,
    )
    points = [
        (220, 500),
        (390, 410),
        (560, 455),
        (730, 330),
        (900, 378),
        (1070, 262),
        (1240, 290),
        (1410, 176),
    ]
    d.curve(points, c.TERRACOTTA, 11)
    for x, y in points:
        d.circle(x, y, 20, c.WHITE)
        d.circle(x, y, 13, c.TERRACOTTA)
    d.rect(80, 776, 1440, 14, c.INK, r=7)
    d.rect(0, 790, 1600, 120, c.SAND)
    stand(d, 110, 862, 190, dressed(IRIS, top=c.TERRACOTTA), facing=1, hands=((-0.1, 0.3), (0.24, -0.14)))
    stand(d, 1520, 864, 190, dressed(DINO, top=c.SUN), facing=-1, hands=((-0.24, -0.12), (0.1, 0.3)))
    for x in (300, 640, 990, 1320):
        bush(d, x, 792, 74, c.SAGE)
    return d


def calendar() -> Drawing:
    """A page with a circled day, a clock and a telephone that waits."""
    d = Drawing(background=c.SAGE_LIGHT)
    d.circle(560, 470, 460, c.MINT)
    with d.moved(560, 460, turn=-5):
        d.rect(-300, -300, 620, 640, c.FOREST, r=30, opacity=0.25)
        d.rect(-316, -316, 620, 640, c.WHITE, r=30)
        d.path("M-316,-286 a30,30 0 0 1 30,-30 h560 a30,30 0 0 1 30,30 v96 h-620 Z", c.TERRACOTTA)
        for k in range(5):
            d.circle(-230 + k * 112, -306, 20, c.BRICK)
        for row in range(5):
            for column in range(7):
                if (row, column) in {(0, 0), (0, 1), (4, 5), (4, 6)}:
                    continue
                d.circle(-258 + column * 84, -128 + row * 92, 26, c.SAND_LIGHT if column > 4 else c.MIST)
        d.stroke("M-52,66 C-60,10 10,-4 40,26 C66,60 30,108 -14,104 C-52,100 -62,40 -20,14", c.TERRACOTTA, 11)
        d.circle(-6, 56, 26, c.BLUE)
    d.circle(1160, 330, 216, c.BLUE_DEEP)
    d.circle(1160, 330, 186, c.CREAM)
    for turn in range(0, 360, 30):
        with d.moved(1160, 330, turn=turn):
            d.rect(-5, -168, 10, 26 if turn % 90 == 0 else 14, c.BLUE_DEEP, r=5)
    d.line([(1160, 220), (1160, 330), (1246, 380)], c.INK, 17)
    d.circle(1160, 330, 20, c.TERRACOTTA)
    d.rect(0, 784, 1600, 120, c.SAGE_DEEP)
    d.path("M960,790 C960,680 1040,640 1160,640 C1280,640 1360,680 1360,790 Z", c.BLUE)
    d.circle(1160, 716, 62, c.CREAM)
    for turn in range(0, 330, 40):
        with d.moved(1160, 716, turn=turn):
            d.circle(0, -40, 10, c.BLUE_DEEP)
    d.path(
        "M930,610 C930,560 1010,548 1160,548 C1310,548 1390,560 1390,610 q0,34 "
        "-40,34 h-70 q-24,0 -30,-40 h-180 q-6,40 -30,40 h-70 q-40,0 -40,-34 Z",
        c.BLUE_DEEP,
    )
    for turn in (-40, -14, 14, 40):
        leaf(d, 1490, 800, 220, turn, c.FOREST, c.SAGE)
    d.rect(1440, 720, 100, 90, c.TERRACOTTA, r=10)
    return d


def megaphone() -> Drawing:
    """A megaphone that throws coloured waves; people listen on the other side."""
    d = Drawing(background=c.SUN)
    d.circle(240, 450, 640, c.LIGHT, opacity=0.6)
    for k, fill in enumerate((c.TERRACOTTA, c.CLAY, c.PEACH, c.BLUSH)):
        r = 250 + k * 120
        d.stroke(
            f"M{620 + k * 60},{450 - r * 0.62:.0f} A{r},{r} 0 0 1 {620 + k * 60},{450 + r * 0.62:.0f}",
            fill,
            40,
        )
    with d.moved(360, 470, turn=-6):
        d.path("M-40,60 L40,330 q10,30 -22,34 h-66 q-26,0 -30,-28 L-150,70 Z", c.BLUE_DEEP)
        d.rect(-220, -110, 240, 220, c.BLUE, r=50)
        d.polygon([(0, -106), (300, -270), (300, 270), (0, 106)], c.BLUE)
        d.polygon([(0, 20), (300, 60), (300, 270), (0, 106)], c.BLUE_DEEP, opacity=0.5)
        d.ellipse(300, 0, 64, 270, c.CREAM)
        d.ellipse(306, 0, 44, 226, c.TERRACOTTA)
        d.ellipse(312, 0, 20, 80, c.BRICK)
        d.rect(-236, -60, 34, 120, c.BLUE_DEEP, r=14)
    stand(
        d,
        1120,
        850,
        400,
        dressed(MINA, top=c.TERRACOTTA),
        facing=-1,
        hands=((-0.1, -0.14), (0.12, 0.3)),
        bend=(0.35, 0.12),
    )
    stand(d, 1290, 860, 420, dressed(DINO, top=c.BLUE), facing=-1, hands=((-0.2, 0.08), (0.12, 0.3)))
    stand(d, 1450, 852, 390, dressed(ADA, top=c.SAGE_DEEP), facing=-1, hands=((-0.12, 0.3), (0.12, 0.3)))
    d.rect(0, 856, 1600, 50, c.OCHRE)
    return d


SCENES = {
    "figures_skyline": figures_skyline,
    "calendar": calendar,
    "megaphone": megaphone,
}
