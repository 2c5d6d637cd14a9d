"""Flowers, trees and fruit."""

from __future__ import annotations

from random import Random

from art.drawing import (
    LINE,
    THIN,
    Drawing,
    dark,
    light,
    line,
    main,
    minus,
    second,
    shade,
    shadow,
    stack,
    taper,
    union,
)
from art.parts import flora, schemes
from art.parts.flora import leaf, lit
from art.symbols import symbol
from engine.ornament.geometry import polar
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import circle, ellipse, mirrored, polygon, rectangle, repeat_row, spline, swelling_stroke


@symbol(schemes.TULIP)
def tulip() -> Drawing:
    """The red tulip of the martyrs, with its two long leaves."""
    stem = swelling_stroke([(500, 470), (506, 640), (478, 800), (470, 960)], [20, 26, 30, 34])
    left = flora.blade((468, 950), (380, 800), (300, 640), (196, 500), (150, 400), back=[(240, 760), (150, 600), (118, 480)])
    right = flora.blade((476, 952), (600, 860), (690, 720), (780, 580), back=[(640, 900), (770, 790), (812, 680)])
    return stack(left, right, second(stem), shadow(shade(stem, 10, 0)), flora.tulip(205).translate(500, 480))


@symbol(schemes.TULIP)
def rose() -> Drawing:
    """Gol: the rose of poets, full-blown, with leaves and a bud."""
    stem = second(swelling_stroke([(470, 560), (500, 760), (440, 960)], [22, 26, 30]))
    sprays = [
        leaf((490, 700), 12, 330, 170, bend=-0.1),
        leaf((490, 730), 150, 330, 170, bend=0.1),
        leaf((470, 860), 40, 210, 110, bend=0.08),
    ]
    arm = second(taper((488, 760), (680, 640), (800, 500), width=18, tip=0.7))
    young = flora.bud(190).at(796, 510, angle=-62)
    return stack(stem, arm, *sprays, young, flora.rose(330).translate(450, 370))


@symbol(schemes.LEAF)
def cypress() -> Drawing:
    """The cypress of gardens and carpets, its top bent like a boteh, feathered with leaves."""
    outer = spline([(500, 900, 0), (700, 700, -89), (640, 430), (566, 240), (592, 120, -56), (680, 110, 64)])
    inner = spline([(680, 110, -110), (592, 40, 180), (470, 170, 106), (368, 420), (300, 700, 91), (500, 900, 0)])
    body = joined(outer, inner)
    core = body.offset(-34)
    scale = flora.petal(104, 72, belly=0.42).rotate(-90)
    side = joined(spline([(0, 0), (36, -44), (0, -104)]), spline([(0, -104), (0, 0)]))
    scales = [
        (light(scale) + dark(side)).translate(500 + k * 84 + (42 if row % 2 else 0), 872 - row * 60)
        for row in range(14)
        for k in range(-3, 4)
    ]
    feathers = stack(*scales).inside(core)
    trunk = joined(spline([(456, 985), (478, 930), (476, 870)]), spline([(524, 870), (522, 930), (544, 985)]))
    foot = [leaf((500, 975), -166 + 0, 250, 96, bend=0.16), leaf((500, 975), -14, 250, 96, bend=-0.16)]
    sprouts = [leaf((500, 975), -146, 170, 64, bend=-0.1), leaf((500, 975), -34, 170, 64, bend=0.1)]
    return stack(*sprouts, *foot, second(trunk), shadow(shade(trunk, 22, 0)), dark(body), main(core), feathers)


@symbol(schemes.POMEGRANATE)
def pomegranate() -> Drawing:
    """A pomegranate split open: crown, rind and its rows of seeds."""
    half = spline([(500, 190, 0), (760, 300), (840, 560, 90), (690, 850), (500, 910, 180)])
    body = mirrored(half, 500)
    crown = _crown()
    mouth = joined(
        spline([(560, 260, 35), (740, 470), (760, 640), (650, 850, 150)]),
        spline([(650, 850, -120), (470, 700), (430, 480), (560, 260, -50)]),
    )
    seeds = []
    rows = (
        (560, 350, 0), (625, 400, 8), (500, 430, -6), (575, 450, 0), (650, 490, 8), (500, 525, -8), (580, 548, 0),
        (660, 590, 6), (520, 620, -6), (600, 648, 0), (680, 685, 10), (565, 712, -8), (640, 748, 0),
    )  # fmt: skip
    for x, y, tilt in rows:
        seed = flora.petal(92, 74, belly=0.6).translate(-46, 0).rotate(100 + tilt).translate(x, y)
        spark = ellipse((x - 12, y + 8), 9, 15).rotate(14, (x, y))
        seeds.append(main(seed) + light(spark))
    sprays = [leaf((520, 205), -24, 300, 120, bend=0.14), leaf((490, 200), -160, 270, 110, bend=-0.14)]
    blush = swelling_stroke([(300, 330), (222, 500), (250, 700)], [0, 46, 0])
    spot = circle((318, 282), 20)
    return stack(
        *sprays,
        main(body),
        dark(shade(body, 70, 40)),
        light(blush, spot),
        crown,
        light(mouth.offset(22)),
        dark(mouth),
        stack(*seeds).inside(mouth.offset(-6)),
    )


def _crown() -> Drawing:
    neck = joined(spline([(420, 215), (452, 170), (440, 110)]), spline([(560, 110), (548, 170), (580, 215)]))
    tips = [
        joined(spline([(440, 130), (410, 80), (380, 40)]), spline([(380, 40), (450, 60), (480, 130)])),
        joined(spline([(470, 130), (478, 70), (500, 16)]), spline([(500, 16), (522, 70), (530, 130)])),
        joined(spline([(560, 130), (590, 80), (620, 40)]), spline([(620, 40), (550, 60), (520, 130)])),
    ]
    whole = union(neck, *tips)
    return main(whole) + dark(shade(whole, 24, 0)) + light(shade(whole, -12, 0))


@symbol(schemes.BLOSSOM)
def blossom_branch() -> Drawing:
    """A branch of spring blossom."""
    bough = swelling_stroke([(60, 930), (230, 800), (380, 560), (600, 420), (800, 180)], [58, 44, 34, 26, 8])
    twigs = [
        taper((330, 640), (330, 470), (250, 330), width=24, tip=0.2),
        taper((470, 490), (640, 560), (800, 540), width=22, tip=0.2),
        taper((215, 815), (400, 850), (520, 800), width=22, tip=0.2),
        taper((640, 385), (640, 270), (580, 150), width=18, tip=0.2),
    ]
    wood = union(bough, *twigs)
    leaves = [
        leaf((805, 180), -62, 150, 64), leaf((770, 225), -10, 150, 66), leaf((840, 535), 20, 130, 60),
        leaf((520, 800), 10, 150, 66), leaf((480, 815), -46, 130, 58, bend=-0.1), leaf((250, 345), -150, 190, 66),
        leaf((130, 880), 40, 120, 54),
    ]  # fmt: skip
    flowers = [
        flora.blossom(165).at(430, 480, angle=8),
        flora.blossom(150).at(700, 300, angle=30),
        flora.blossom(128).at(330, 760, angle=-14),
        flora.blossom(108).at(262, 350, angle=20),
        flora.blossom(112).at(735, 560, angle=-8),
    ]
    buds = [
        flora.bud(96).at(578, 160, angle=-100),
        flora.bud(90).at(180, 800, angle=-120),
        flora.bud(84).at(560, 760, angle=-50),
    ]
    return stack(dark(wood), *leaves, *buds, *flowers)


@symbol(schemes.LEAF)
def olive_branch() -> Drawing:
    """An olive branch, bowed, with its fruit."""
    spine = spline([(110, 900), (330, 700), (560, 560), (760, 330), (840, 120)])
    stem = swelling_stroke(spine, [30, 22, 16, 8])
    leaves = []
    for k, place in enumerate(spine.stations(spine.length * (0.1 + 0.86 * k / 11) for k in range(12))):
        side = 1 if k % 2 else -1
        size = 1 - 0.35 * abs(k - 5) / 6
        leaves.append(
            leaf(place.point, place.angle + side * (46 if k < 10 else 26), 290 * size, 92 * size, bend=-0.1 * side, tone=1)
        )
    tip = spine.stations([spine.length])[0]
    leaves.append(leaf(tip.point, tip.angle, 130, 52, tone=1, bend=0))
    fruit = []
    for share, side, reach in ((0.3, 1, 70), (0.46, -1, 74), (0.62, 1, 70)):
        place = spine.stations([spine.length * share])[0]
        at = polar(place.point, reach + 34, place.angle + 90 * side)
        fruit.append(dark(line(place.point, at, width=12)) + flora.berry((0, 0), 46, tone=4).scale(1, 1.3).rotate(30).translate(*at))
    rims = light(*(swelling_stroke(spine.translate(-5, -5), [8, 6, 0]),))
    return stack(*leaves, dark(stem), rims, *fruit)


@symbol(schemes.LEAF)
def palm() -> Drawing:
    """A date palm heavy with fruit."""
    head = (510, 360)
    trunk = joined(
        spline([(400, 960), (452, 880), (474, 640), (482, 380)]),
        spline([(540, 380), (552, 640), (568, 880), (616, 960)]),
    )
    scars = []
    for row in range(11):
        y = 900 - row * 50
        width = 76 - row * 3
        scars.append(polygon([(513 - width, y - 34), (513, y), (513 + width, y - 34), (513, y - 18)]))
    dates = [
        second(*(circle((x + dx, y + dy), 17) for dx, dy in ((0, 0), (-20, -26), (20, -22), (-2, -48), (-14, 24), (14, 22), (0, 46))))
        for x, y in ((408, 470), (612, 470))
    ]
    stalks = second(line((500, 370), (430, 390), (408, 450), width=14), line((520, 370), (590, 390), (612, 450), width=14))
    fronds = [
        _frond(head, angle, reach, droop)
        for angle, reach, droop in (
            (-182, 430, 66), (2, 430, -66), (-160, 440, 50), (-20, 440, -50), (-134, 400, 38), (-46, 400, -38), (-108, 350, 22), (-72, 350, -22),
        )
    ]  # fmt: skip
    return stack(
        second(trunk), dark(*scars, opacity=0.55), shadow(shade(trunk, 34, 0)), *fronds, stalks, *dates, dark(circle(head, 30))
    )


def _frond(root: tuple[float, float], angle: float, reach: float, droop: float) -> Drawing:
    """A palm leaf that rises and bows down: its rib and its leaflets."""
    away = 1 if droop < 0 else -1
    middle = polar(root, reach * 0.55, angle)
    bend = polar(middle, reach * 0.5, angle - droop)
    spine = spline([root, middle, bend])
    count = 10
    upper, lower = [], []
    for k, place in enumerate(spine.stations(spine.length * (0.12 + 0.86 * k / count) for k in range(count + 1))):
        size = reach * (0.34 - 0.2 * (k / count) ** 2) * (0.7 if k == 0 else 1)
        for side, blades in ((-1, upper), (1, lower)):
            angle_out = place.angle + side * (54 - 26 * k / count)
            shape = flora.blade_leaf(size, 15, 0.05).scale(1, -side).rotate(angle_out)
            blades.append(shape.translate(*place.point))
    rib = swelling_stroke(spine, [22, 14, 5])
    up, down = (upper, lower) if away > 0 else (lower, upper)
    return main(*down) + light(*up) + dark(rib)
