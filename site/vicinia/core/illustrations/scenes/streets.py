"""Squares, streets and skylines."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import door, house, skyline, tower, window
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import bird, bush, cloud, cypress, hill, moon, stars, sun, tree
from vicinia.core.illustrations.people import ADA, BRUNO, CLEO, DINO, EMMA, GIO, IRIS, LUCA, dressed, stand


def neighbourhood() -> Drawing:
    """The home page: the town on its hill, a street of houses, neighbours below."""
    d = Drawing(background=c.MIST)
    sun(d, 1210, 250, 92)
    cloud(d, 150, 190, 240)
    cloud(d, 870, 130, 170, opacity=0.9)
    hill(d, [(-40, 470), (260, 400), (560, 440), (900, 350), (1240, 420), (1660, 340)], c.SKY)
    hill(d, [(-40, 560), (240, 520), (620, 460), (980, 520), (1320, 450), (1660, 500)], c.SAGE_LIGHT)
    for x, h in ((1330, 110), (1372, 150), (1414, 120), (196, 120), (232, 90)):
        cypress(d, x, 540 if x < 900 else 500, h)
    tower(d, 806, 600, 86, 340, c.SAND)
    house(d, 610, 620, 160, 170, c.SAND_LIGHT, roof=c.CLAY, grid=(3, 1), door_fill=None)
    house(d, 850, 620, 190, 190, c.BLUSH, roof=c.TERRACOTTA, grid=(3, 2), door_fill=None)
    hill(d, [(-40, 640), (400, 600), (800, 590), (1200, 600), (1660, 650)], c.SAGE)
    base = 770
    house(
        d, 20, base, 190, 250, c.PEACH, kind="slope", grid=(2, 2), shutters=c.BLUE_DEEP, door_fill=c.BLUE_DEEP
    )
    house(d, 214, base, 160, 330, c.CREAM, grid=(2, 3), shutters=c.SAGE_DEEP, door_fill=c.TERRACOTTA)
    house(
        d, 378, base, 210, 220, c.BLUE_LIGHT, roof=c.BLUE_DEEP, kind="slope", shutters=None, door_fill=c.BRICK
    )
    house(d, 592, base, 170, 300, c.SAND, grid=(2, 3), shutters=c.TERRACOTTA, door_fill=c.FOREST)
    house(d, 850, base, 200, 260, c.BLUSH, kind="slope", grid=(2, 2), shutters=c.SAGE_DEEP, door_fill=c.BLUE)
    house(
        d, 1054, base, 168, 340, c.SAND_LIGHT, grid=(2, 3), shutters=c.BLUE, door_fill=c.TERRACOTTA, lit=(1,)
    )
    house(
        d, 1226, base, 180, 230, c.CLAY, roof=c.BRICK, kind="slope", shutters=c.CREAM, door_fill=c.NIGHT_SOFT
    )
    house(d, 1410, base, 176, 300, c.CREAM, grid=(2, 3), shutters=c.SAGE_DEEP, door_fill=c.BLUE_DEEP)
    tree(d, 806, base, 220)
    d.rect(0, base - 4, 1600, 140, c.SAND)
    d.rect(0, base - 4, 1600, 12, c.SAND_DEEP)
    for k in range(14):
        d.rect(-20 + k * 124, 846, 70, 8, c.SAND_LIGHT, r=4)
    stand(d, 470, 858, 150, ADA, hands=((-0.13, 0.3), (0.2, 0.16)), facing=1)
    stand(d, 548, 858, 158, DINO, hands=((-0.2, 0.12), (0.12, 0.3)), facing=-1)
    stand(d, 960, 852, 152, EMMA, facing=1, stride=0.06)
    stand(d, 1024, 852, 98, dressed(CLEO, top=c.TERRACOTTA), child=True, facing=1, stride=0.07)
    stand(d, 1300, 862, 160, GIO, facing=-1, stride=0.07)
    for x, y in ((330, 120), (392, 150), (470, 104)):
        bird(d, x, y, 42, c.BLUE_DEEP)
    bush(d, 110, 772, 90, c.SAGE_DEEP)
    bush(d, 1500, 772, 120, c.SAGE_DEEP)
    return d


def town_hall() -> Drawing:
    """The palace with its tower and portico, seen across the square."""
    d = Drawing(background=c.SKY)
    d.circle(800, 560, 520, c.MIST)
    cloud(d, 120, 240, 260)
    cloud(d, 1230, 200, 230)
    skyline(d, 640, c.BLUE_LIGHT, seed=3)
    tower(d, 800, 640, 150, 520, c.SAND)
    d.rect(380, 380, 840, 330, c.SAND_LIGHT)
    d.rect(360, 362, 880, 24, c.TERRACOTTA, r=4)
    d.rect(1110, 386, 110, 324, c.INK, opacity=0.06)
    for k in range(9):
        if k != 4:
            window(d, 418 + k * 90, 414, 48, 84, arch=True, frame=c.WHITE, glass=c.BLUE_LIGHT)
    d.rect(700, 492, 200, 14, c.SAND_DEEP, r=4)
    for k in range(8):
        d.rect(712 + k * 24, 446, 6, 48, c.INK, opacity=0.55)
    window(d, 768, 408, 64, 86, arch=True, glass=c.SUN)
    for x, fill in ((724, c.BLUE), (876, c.TERRACOTTA)):
        d.line([(x, 460), (x, 368)], c.INK, 5)
        d.path(f"M{x},370 q30,-14 56,2 q-6,20 0,40 q-28,-14 -56,0 Z", fill)
    for k in range(7):
        x = 392 + k * 118
        d.path(f"M{x},710 V594 a50,50 0 0 1 100,0 V710 Z", c.NIGHT_SOFT)
        d.path(f"M{x + 14},710 V598 a36,36 0 0 1 72,0 V710 Z", c.BLUE_DEEP)
    door(d, 796, 712, 72, 92, c.TERRACOTTA, surround=c.SAND)
    d.rect(0, 706, 1600, 200, c.SAND)
    for k in range(9):
        d.polygon(
            [
                (800 + (k - 4) * 70, 706),
                (806 + (k - 4) * 70, 706),
                (830 + (k - 4) * 420, 900),
                (800 + (k - 4) * 420, 900),
            ],
            c.SAND_LIGHT,
        )
    d.rect(0, 700, 1600, 12, c.SAND_DEEP)
    tree(d, 220, 716, 260)
    tree(d, 1392, 716, 300)
    bush(d, 300, 716, 90)
    bush(d, 1300, 716, 90)
    stand(d, 520, 838, 170, BRUNO, facing=1, stride=0.05)
    stand(d, 1060, 832, 168, IRIS, facing=-1, stride=0.04)
    stand(d, 1130, 832, 112, dressed(LUCA, top=c.SUN), child=True, facing=-1, stride=0.06)
    for k in range(4):
        d.ellipse(690 + k * 46, 800 + (k % 2) * 16, 12, 8, c.BLUE_LIGHT)
        d.circle(702 + k * 46, 793 + (k % 2) * 16, 6, c.BLUE_LIGHT)
    return d


def night_town() -> Drawing:
    """The town asleep, a few lit windows, someone awake for the others."""
    d = Drawing(background=c.NIGHT)
    stars(d, 70, 4, bottom=380)
    moon(d, 1250, 190, 84, c.NIGHT)
    hill(d, [(-40, 520), (300, 440), (700, 500), (1100, 420), (1660, 500)], "#0F2F5C")
    skyline(d, 640, "#12356A", seed=1)
    tower(d, 500, 680, 92, 330, "#1C4480", roof="#0B2545")
    wall, roof = "#1C4480", "#0D2B57"
    spec = (
        (30, 210, 190, (0,)),
        (244, 170, 260, ()),
        (560, 190, 230, (3,)),
        (754, 180, 320, (2,)),
        (1130, 200, 220, ()),
        (1334, 240, 280, (1, 4)),
    )
    for x, w, h, lit in spec:
        house(
            d,
            x,
            730,
            w,
            h,
            wall,
            roof=roof,
            grid=(2, 3) if h > 250 else (2, 2),
            shutters=None,
            door_fill=c.NIGHT,
            lit=lit,
            glass="#2A5596",
            frame="#123A72",
            sill="#2F62A8",
            kind="gable" if h > 225 else "slope",
        )
    d.polygon([(938, 726), (1126, 726), (1190, 900), (850, 900)], "#22508F")
    d.rect(0, 726, 1600, 180, "#153970")
    d.ellipse(1030, 806, 250, 46, c.LIGHT, opacity=0.16)
    d.rect(1174, 470, 12, 330, c.NIGHT, r=5)
    d.stroke("M1180,476 q0,-44 -46,-44 h-30", c.NIGHT, 10)
    d.polygon([(1046, 438), (1096, 438), (1262, 806), (800, 806)], c.LIGHT, opacity=0.13)
    d.path("M1042,440 a29,29 0 0 1 58,0 Z", c.SUN)
    stand(
        d,
        946,
        812,
        190,
        dressed(DINO, top=c.CLAY, bottom="#0A1E3D"),
        hands=((-0.1, 0.3), (0.3, 0.1)),
        facing=1,
    )
    stand(
        d,
        1096,
        812,
        180,
        dressed(BRUNO, top=c.SAND_DEEP, bottom="#0A1E3D"),
        hands=((-0.26, 0.1), (0.1, 0.3)),
        facing=-1,
    )
    d.rect(1012, 668, 30, 30, c.WHITE, r=5)
    d.stroke("M1042,674 q14,8 0,18", c.WHITE, 5)
    d.stroke("M1020,656 q-8,-12 0,-22 q8,-10 0,-22 M1034,656 q-8,-12 0,-22", c.WHITE, 4, opacity=0.6)
    return d


SCENES = {
    "neighbourhood": neighbourhood,
    "town_hall": town_hall,
    "night_town": night_town,
}
