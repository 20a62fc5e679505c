"""Food: tables, shelves and ovens."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import window
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import leaf
from vicinia.core.illustrations.people import DINO, EMMA, FARAH, dressed, stand


def _salad(d: Drawing) -> None:
    """Leaves and tomatoes in the left plate."""
    for turn in range(0, 360, 40):
        with d.moved(420, 440, turn=turn):
            leaf(d, 0, -20, 118, 0, c.SAGE_DEEP if turn % 80 else c.FOREST, c.SAGE_LIGHT)
    for dx, dy, r, fill in (
        (-50, -40, 30, c.TERRACOTTA),
        (50, -20, 28, c.TERRACOTTA),
        (-10, 56, 32, c.TERRACOTTA),
        (70, 60, 18, c.SUN),
        (-76, 30, 16, c.SUN),
        (10, -80, 15, c.SUN),
    ):
        d.circle(420 + dx, 440 + dy, r, fill)
        d.circle(420 + dx - r * 0.3, 440 + dy - r * 0.3, r * 0.28, c.WHITE, opacity=0.5)


def _soup(d: Drawing) -> None:
    """Tomato soup with croutons in the right plate."""
    d.circle(1190, 470, 150, c.TERRACOTTA)
    d.circle(1190, 470, 132, c.CLAY)
    d.stroke("M1110,470 a80,80 0 1 1 80,80 a52,52 0 1 1 30,-90", c.CREAM, 12, opacity=0.85)
    for x, y, turn in ((1120, 400, 20), (1268, 430, -30), (1150, 552, 60), (1256, 530, 8), (1210, 384, 40)):
        with d.moved(x, y, turn=turn):
            d.rect(-19, -19, 38, 38, c.SUN, r=8)
            d.rect(-12, -12, 24, 24, c.OCHRE, r=5)
    for turn in (-50, 0, 50):
        leaf(d, 1196, 494, 74, turn, c.FOREST, c.SAGE_LIGHT)


def _fruit(d: Drawing) -> None:
    """Apples here and there and a bunch of grapes."""
    for x, y, fill in (
        (580, 730, c.TERRACOTTA),
        (660, 800, c.SUN),
        (960, 780, c.TERRACOTTA),
        (150, 170, c.CLAY),
        (240, 110, c.SUN),
    ):
        d.circle(x + 5, y + 8, 52, c.INK, opacity=0.15)
        d.circle(x, y, 52, fill)
        leaf(d, x, y - 30, 46, 30, c.FOREST)
        d.circle(x - 16, y - 16, 10, c.WHITE, opacity=0.5)
    for k in range(9):
        d.circle(
            1420 + (k % 3) * 52 + (k // 3) * 22,
            130 + (k // 3) * 48,
            30,
            c.NIGHT_SOFT if k % 2 else c.BLUE_DEEP,
        )
    leaf(d, 1450, 120, 90, -40, c.FOREST)


def _cutlery(d: Drawing) -> None:
    """A fork on the left, a knife on the right."""
    for x, kind in ((150, "fork"), (1480, "knife")):
        d.rect(x - 8, 470, 16, 270, c.HAIR_WHITE, r=8)
        if kind == "fork":
            for k in range(4):
                d.rect(x - 27 + k * 15, 340, 8, 100, c.HAIR_WHITE, r=4)
            d.path(f"M{x - 27},420 h54 q0,60 -27,60 q-27,0 -27,-60 Z", c.HAIR_WHITE)
        else:
            d.path(f"M{x - 8},490 V350 q36,20 30,140 Z", c.HAIR_WHITE)


def healthy_food() -> Drawing:
    """A laid table from above: bowls, fruit, bread and water."""
    d = Drawing(background=c.SAGE_DEEP)
    for k in range(-1, 9):
        d.rect(k * 200, 0, 100, 900, c.SAGE, opacity=0.55)
    for k in range(-1, 6):
        d.rect(0, k * 200 + 30, 1600, 90, c.SAGE_LIGHT, opacity=0.35)
    for x, y, r, rim, food in ((420, 440, 220, c.WHITE, c.SUN), (1190, 470, 230, c.WHITE, c.TERRACOTTA)):
        d.circle(x + 10, y + 14, r, c.INK, opacity=0.18)
        d.circle(x, y, r, rim)
        d.circle(x, y, r * 0.8, c.CREAM)
        d.circle(x, y, r * 0.66, food, opacity=0.35)
    _salad(d)
    _soup(d)
    with d.moved(800, 240, turn=-18):
        d.rect(-190, -86, 380, 190, c.HAIR_BROWN, r=28)
        d.rect(-190, -94, 380, 180, "#9A6A45", r=28)
        d.path("M-140,40 C-160,-60 -60,-80 0,-76 C80,-84 150,-50 130,46 C60,70 -80,70 -140,40 Z", c.SAND_DEEP)
        d.path("M-130,30 C-146,-50 -56,-66 0,-64 C70,-70 138,-44 122,34 C60,54 -76,56 -130,30 Z", c.SAND)
        for k in range(3):
            d.stroke(f"M{-70 + k * 60},-36 q24,30 10,66", c.SAND_DEEP, 10)
    d.circle(806, 640, 96, c.INK, opacity=0.15)
    d.circle(800, 630, 96, c.BLUE_LIGHT)
    d.circle(800, 630, 78, c.SKY)
    d.path("M722,630 a78,78 0 0 0 156,0 q-40,-30 -78,0 q-40,30 -78,0 Z", c.BLUE_MID)
    _fruit(d)
    _cutlery(d)
    return d


def _fresh(d: Drawing) -> None:
    """Loaves and heaps of vegetables on the middle shelf."""
    for k in range(6):
        x = 126 + k * 160
        if k % 2:
            d.path(f"M{x},596 C{x - 10},520 {x + 140},520 {x + 130},596 Z", c.CLAY)
            for j in range(3):
                d.stroke(f"M{x + 32 + j * 30},552 q12,14 4,34", c.SAND, 7)
        else:
            for j in range(4):
                d.circle(x + 20 + j * 32, 578, 21, c.TERRACOTTA if k else c.SAGE)
            for j in range(3):
                d.circle(x + 36 + j * 32, 544, 21, c.TERRACOTTA if k else c.SAGE)


def _shelves(d: Drawing) -> None:
    """Jars, bread and vegetables, cartons of milk."""
    for k in range(9):
        fill = (c.TERRACOTTA, c.SUN, c.SAGE_DEEP)[k % 3]
        x = 130 + k * 104
        d.rect(x, 294, 68, 106, fill, r=12)
        d.rect(x + 4, 282, 60, 18, c.HAIR_GREY, r=6)
        d.rect(x, 328, 68, 44, c.CREAM)
        d.circle(x + 34, 350, 13, fill)
    _fresh(d)
    for k in range(8):
        x = 134 + k * 118
        d.rect(x, 672, 76, 120, c.WHITE if k % 2 else c.BLUE_MID, r=8)
        d.polygon([(x, 674), (x + 38, 640), (x + 76, 674)], c.SKY if k % 2 else c.BLUE_LIGHT)
        d.rect(x + 16, 712, 44, 44, c.BLUE if k % 2 else c.CREAM, r=22)


def food_shop() -> Drawing:
    """The shelves of the solidarity shop and a family with its basket."""
    d = Drawing(background=c.CREAM)
    d.rect(0, 0, 1600, 110, c.BLUE_DEEP)
    for k in range(20):
        d.path(f"M{k * 84 - 10},110 h84 v26 a42,34 0 0 1 -84,0 Z", c.TERRACOTTA if k % 2 else c.PEACH)
    d.rect(90, 210, 1000, 600, "#9A6A45", r=10)
    d.rect(106, 226, 968, 580, c.SAND)
    for row in range(3):
        y = 400 + row * 196
        d.rect(106, y, 968, 18, "#9A6A45")
    _shelves(d)
    d.rect(0, 800, 1600, 110, c.SAND_DEEP)
    d.rect(0, 800, 1600, 10, c.HAIR_BROWN, opacity=0.3)
    window(d, 1230, 220, 260, 220, glass=c.SKY, frame=c.SAND_DEEP, sill=c.SAND)
    stand(d, 1190, 866, 430, dressed(EMMA, top=c.SAGE_DEEP), facing=1, hands=((-0.1, 0.28), (0.22, 0.1)))
    d.path("M1158,560 h64 v40 h14 l4,96 h-100 l4,-96 h14 Z", c.CREAM)
    stand(
        d,
        1430,
        868,
        420,
        dressed(FARAH, top=c.TERRACOTTA, hair=c.BLUE),
        facing=-1,
        hands=((-0.2, 0.14), (0.1, 0.3)),
    )
    stand(
        d,
        1548,
        872,
        250,
        dressed(DINO, top=c.SUN),
        child=True,
        facing=-1,
        hands=((-0.16, 0.14), (0.12, 0.28)),
    )
    d.path("M1268,610 h130 l-14,84 h-102 Z", c.OCHRE)
    d.stroke("M1278,610 q55,-80 110,0", c.OCHRE, 9)
    for x, fill in ((1296, c.TERRACOTTA), (1332, c.SAGE), (1368, c.SUN)):
        d.circle(x, 602, 20, fill)
    return d


def baking() -> Drawing:
    """Hands of all ages kneading bread on a floured table."""
    d = Drawing(background=c.OCHRE)
    d.circle(800, 460, 560, c.SUN)
    d.ellipse(800, 500, 700, 360, c.HAIR_BROWN, opacity=0.25)
    d.ellipse(800, 480, 700, 360, "#B98556")
    d.ellipse(800, 472, 690, 346, c.SAND_DEEP)
    for k in range(44):
        x, y = 260 + (k * 263) % 1080, 240 + (k * 149) % 470
        d.circle(x, y, 4 + (k * 7) % 9, c.CREAM, opacity=0.75)
    d.path(
        "M520,500 C500,350 640,300 800,310 C980,300 1110,360 1080,500 "
        "C1060,630 930,660 800,650 C650,664 540,620 520,500 Z",
        c.SAND_LIGHT,
    )
    d.path(
        "M560,480 C560,380 660,340 790,346 C900,340 1000,360 1030,430 "
        "C940,400 880,440 790,430 C700,420 640,430 560,480 Z",
        c.WHITE,
        opacity=0.7,
    )
    hands = (
        (360, 330, 28, c.SKIN_C, c.BLUE, 1.15),
        (400, 690, -24, c.SKIN_A, c.TERRACOTTA, 0.85),
        (1250, 320, 152, c.SKIN_A, c.SAGE_DEEP, 1.1),
        (1230, 690, 204, c.SKIN_B, c.BLUE_DEEP, 0.95),
    )
    for x, y, turn, skin, sleeve, size in hands:
        with d.moved(x, y, turn=turn, scale=size):
            d.rect(-420, -66, 300, 132, sleeve, r=30)
            d.rect(-150, -50, 130, 100, skin, r=30)
            d.ellipse(20, 0, 86, 66, skin)
            for k in range(4):
                with d.moved(70, -40 + k * 27, turn=-16 + k * 10):
                    d.rect(0, -14, 116 - abs(k - 1.4) * 16, 27, skin, r=13)
            with d.moved(6, -48, turn=-46):
                d.rect(0, -15, 96, 30, skin, r=15)
    with d.moved(800, 800, turn=-4):
        d.rect(-260, -28, 520, 56, c.HAIR_BROWN, r=28)
        d.rect(-200, -40, 400, 80, "#9A6A45", r=22)
    d.circle(800, 130, 96, c.TERRACOTTA)
    d.circle(800, 130, 78, c.WHITE)
    d.circle(800, 130, 70, c.CREAM)
    for turn in range(0, 360, 36):
        with d.moved(800, 130, turn=turn):
            d.circle(0, -40, 7, c.SAND)
    for x, y in ((1060, 196), (1120, 170)):
        d.ellipse(x, y, 34, 42, c.BLUSH)
        d.ellipse(x - 8, y - 12, 8, 12, c.WHITE)
    for turn in (-60, -30, 0, 30):
        leaf(d, 520, 200, 110, turn, c.SAGE_DEEP, c.SAGE_LIGHT)
    return d


SCENES = {
    "healthy_food": healthy_food,
    "food_shop": food_shop,
    "baking": baking,
}
