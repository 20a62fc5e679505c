"""Going out with wheels."""

from __future__ import annotations

from vicinia.core.illustrations import palette as c
from vicinia.core.illustrations.buildings import skyline
from vicinia.core.illustrations.drawing import Drawing
from vicinia.core.illustrations.nature import bush, cloud, hill, sun, tree
from vicinia.core.illustrations.people import BRUNO, CLEO, EMMA, GIO, IRIS, dressed, sit, stand


def family_park() -> Drawing:
    """A family with a pram walks in the park by the fountain."""
    d = Drawing(background=c.SKY)
    sun(d, 240, 200, 76)
    cloud(d, 560, 180, 220)
    cloud(d, 1220, 140, 250)
    skyline(d, 560, c.BLUE_LIGHT, seed=1)
    hill(d, [(-40, 600), (400, 540), (900, 590), (1660, 530)], c.SAGE_LIGHT)
    for x, h in ((90, 330), (1500, 380), (1420, 260), (640, 230)):
        tree(d, x, 640, h)
    hill(d, [(-40, 660), (500, 620), (1000, 650), (1660, 610)], c.SAGE)
    d.path("M-20,900 C300,760 900,730 1620,800 L1620,900 Z", c.SAND)
    d.path("M-20,900 C300,760 900,730 1620,800 L1620,822 C900,752 320,790 40,900 Z", c.SAND_LIGHT)
    d.ellipse(1250, 660, 220, 36, c.SAND_DEEP)
    d.ellipse(1250, 652, 196, 26, c.BLUE_MID)
    d.rect(1234, 520, 32, 130, c.SAND)
    d.ellipse(1250, 520, 90, 18, c.SAND)
    for s in (-1, 1):
        d.stroke(f"M1250,510 q{s * 30},-70 {s * 80},20 q{s * 20},50 {s * 40},110", c.WHITE, 7)
        d.stroke(f"M1250,510 q{s * 10},-90 {s * 40},-10", c.WHITE, 7)
    stand(
        d,
        420,
        836,
        380,
        dressed(GIO, top=c.TERRACOTTA),
        facing=1,
        stride=0.07,
        hands=((-0.08, 0.26), (0.24, 0.16)),
    )
    with d.moved(600, 830):
        d.path("M-70,-180 h190 a95,95 0 0 1 -190,0 Z", c.BLUE)
        d.path("M-70,-180 a95,95 0 0 1 95,-95 v95 Z", c.BLUE_DEEP)
        d.line([(-70, -190), (-98, -214)], c.INK, 10)
        d.line([(-30, -90), (70, -16)], c.INK, 9)
        d.line([(76, -90), (-20, -16)], c.INK, 9)
        for x in (-30, 80):
            d.circle(x, -8, 32, c.INK)
            d.circle(x, -8, 20, c.SAND_LIGHT)
        d.circle(66, -204, 32, c.SKIN_C)
        d.path("M34,-206 a32,32 0 0 1 64,0 Z", c.SUN)
    stand(
        d, 816, 836, 366, dressed(IRIS, top=c.SUN), facing=-1, stride=0.02, hands=((-0.2, 0.22), (0.15, 0.27))
    )
    stand(
        d,
        950,
        836,
        236,
        dressed(CLEO, top=c.CLAY),
        child=True,
        facing=1,
        stride=0.08,
        hands=((-0.2, 0.0), (0.2, -0.12)),
    )
    d.line([(1010, 656), (1060, 520)], c.INK, 3)
    d.path(
        "M1060,520 c-46,-14 -62,-60 -52,-100 c12,-44 58,-62 "
        "96,-48 c42,14 54,62 34,98 c-16,30 -44,52 -78,50 Z",
        c.TERRACOTTA,
    )
    bush(d, 250, 664, 160, c.SAGE_DEEP)
    bush(d, 1420, 650, 180, c.SAGE_DEEP)
    return d


def ramp() -> Drawing:
    """A ramp climbs beside the steps; someone in a wheelchair gets to the top first."""
    d = Drawing(background=c.SKY)
    d.circle(1120, 360, 400, c.MIST)
    cloud(d, 180, 180, 240)
    skyline(d, 700, c.BLUE_LIGHT, seed=7, right=900)
    d.rect(1010, 120, 600, 470, c.SAND_LIGHT)
    d.polygon([(970, 130), (1300, 10), (1640, 130)], c.TERRACOTTA)
    d.rect(1000, 126, 620, 22, c.BRICK)
    for x in (1060, 1220, 1500):
        d.rect(x, 150, 46, 440, c.CREAM, r=4)
        d.rect(x - 10, 148, 66, 22, c.SAND, r=4)
    d.path("M1300,590 V340 a76,76 0 0 1 152,0 V590 Z", c.BLUE_DEEP)
    d.path("M1316,590 V344 a60,60 0 0 1 120,0 V590 Z", c.SUN)
    d.rect(0, 830, 1600, 80, c.SAND_DEEP)
    for k in range(6):
        d.rect(1010 - k * 54, 590 + k * 42, 640 + k * 54, 300, (c.SAND, "#DDC8A5")[k % 2])
    d.polygon([(-40, 852), (1120, 596), (1620, 596), (1620, 660), (1120, 660), (-40, 900)], c.BLUE)
    d.polygon([(-40, 852), (1120, 596), (1620, 596), (1620, 614), (1120, 614), (-40, 872)], c.BLUE_MID)
    for k in range(7):
        x = 90 + k * 170
        y = 824 - k * 37.5
        d.rect(x, y - 150, 10, 152, c.INK)
    d.line([(94, 676), (1120, 450), (1420, 450)], c.INK, 12)
    with d.moved(860, 556, turn=-12):
        d.rect(-58, -160, 16, 150, c.INK, r=6)
        d.stroke("M-58,-146 h-34", c.INK, 12)
        sit(
            d,
            -10,
            -60,
            330,
            dressed(CLEO, top=c.TERRACOTTA, style="bun"),
            facing=1,
            floor=34,
            hand=(0.06, 0.2),
        )
        d.stroke("M78,0 a82,82 0 1 1 -164,0 a82,82 0 1 1 164,0", c.INK, 15)
        d.circle(-4, 0, 14, c.INK)
        for turn in range(0, 180, 45):
            with d.moved(-4, 0, turn=turn):
                d.rect(-78, -3, 156, 6, c.HAIR_GREY)
        d.circle(96, 52, 30, c.INK)
        d.circle(96, 52, 18, c.HAIR_GREY)
    stand(
        d,
        420,
        756,
        300,
        dressed(BRUNO, top=c.SAGE_DEEP),
        facing=1,
        stride=0.04,
        hands=((-0.1, 0.3), (0.22, 0.16)),
    )
    with d.moved(276, 786, turn=-13):
        d.line([(-72, -168), (-30, -138), (70, -20)], c.INK, 9)
        d.line([(84, -90), (-8, -20)], c.INK, 9)
        d.path("M-30,-140 h130 a65,65 0 0 1 -130,0 Z", c.SUN)
        d.path("M-30,-140 a65,65 0 0 1 65,-65 v65 Z", c.OCHRE)
        d.circle(-10, -20, 22, c.INK)
        d.circle(84, -20, 22, c.INK)
    stand(
        d, 170, 812, 300, dressed(EMMA, top=c.CLAY), facing=1, stride=0.05, hands=((-0.1, 0.3), (0.14, 0.2))
    )
    tree(d, 60, 600, 260)
    return d


SCENES = {
    "family_park": family_park,
    "ramp": ramp,
}
