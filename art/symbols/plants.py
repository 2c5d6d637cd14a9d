"""Flowers, trees and fruit."""

from __future__ import annotations

from random import Random

from art.drawing import (
    Drawing,
    dark,
    gleam,
    half_plane,
    light,
    line,
    main,
    minus,
    second,
    shade,
    shadow,
    stack,
    taper,
    tidy,
    union,
)
from art.parts import birds, flora, hands, schemes
from art.parts import light as lights
from art.parts.flora import leaf
from art.symbols import symbol
from engine.ornament.geometry import polar
from engine.ornament.path import Path, joined
from engine.ornament.pen import (
    circle,
    ellipse,
    ellipse_arc,
    mirrored,
    polygon,
    polyline,
    rectangle,
    spline,
    swelling_stroke,
)


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
    )
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
    ]
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
    ]
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
    upper: list[Path] = []
    lower: list[Path] = []
    for k, place in enumerate(spine.stations(spine.length * (0.12 + 0.86 * k / count) for k in range(count + 1))):
        size = reach * (0.34 - 0.2 * (k / count) ** 2) * (0.7 if k == 0 else 1)
        for side, blades in ((-1, upper), (1, lower)):
            angle_out = place.angle + side * (54 - 26 * k / count)
            shape = flora.blade_leaf(size, 15, 0.05).scale(1, -side).rotate(angle_out)
            blades.append(shape.translate(*place.point))
    rib = swelling_stroke(spine, [22, 14, 5])
    up, down = (upper, lower) if away > 0 else (lower, upper)
    return main(*down) + light(*up) + dark(rib)


@symbol(schemes.WOOD)
def seedling_in_hands() -> Drawing:
    """A seedling in its handful of earth, held by two hands."""
    soil = joined(spline([(-300, 60), (-180, -60), (0, -100), (180, -60), (300, 60)]), spline([(300, 60), (0, 130), (-300, 60)]))
    grains = [circle((x, y), 10) for x, y in ((-150, -10), (-80, 30), (-40, -40), (60, -20), (120, 24), (20, 30), (180, 0))]
    stem = swelling_stroke([(0, -60), (-14, -300), (18, -560)], [38, 32, 20])
    leaves = [
        leaf((-6, -250), -158, 430, 220, bend=0.16), leaf((-8, -300), -30, 450, 230, bend=-0.14),
        leaf((12, -540), -126, 290, 150, bend=0.1), leaf((14, -550), -48, 270, 140, bend=-0.1),
    ]
    return stack(second(stem), *leaves, dark(soil), light(*grains, opacity=0.7), hands.scoop().translate(0, 60))


@symbol(schemes.LEAF)
def tree() -> Drawing:
    """A grand old plane tree, its crown cut in layers of paper."""
    trunk = union(
        joined(spline([(380, 960), (452, 900), (468, 760), (452, 600)]), spline([(556, 600), (540, 760), (556, 900), (640, 960)])),
        taper((470, 720), (380, 600), (250, 520), width=46, tip=0.3),
        taper((530, 700), (640, 590), (760, 530), width=44, tip=0.3),
        taper((500, 640), (500, 480), (470, 330), width=56, tip=0.3),
    )
    roots = [taper((440, 920), (350, 946), (240, 972), width=52), taper((580, 920), (670, 946), (780, 972), width=52)]

    def cloud(x: float, y: float, r: float, seed: int) -> Path:
        rng = Random(seed)
        lobes = [circle(polar((x, y), r * 0.62, 40 * k + rng.uniform(-8, 8)), r * rng.uniform(0.42, 0.52)) for k in range(9)]
        return union(circle((x, y), r * 0.7), *lobes)

    masses = ((330, 470, 190), (680, 480, 185), (500, 300, 220), (270, 330, 130), (735, 320, 140), (500, 520, 150))
    crown = []
    for k, (x, y, r) in enumerate(masses):
        mass = cloud(x, y, r, k)
        rng = Random(40 + k)
        leaves = [flora.blade_leaf(r * 0.26, r * 0.06).rotate(rng.uniform(-140, -20)).translate(x + r * dx, y + r * dy) for dx, dy in ((-0.3, -0.2), (0.05, -0.42), (0.34, -0.1), (-0.1, 0.16), (0.3, 0.34))]
        lower = mass - circle((x - r * 0.28, y - r * 0.4), r * 0.98)
        upper = mass - mass.translate(r * 0.12, r * 0.14)
        crown.append(dark(mass.translate(8, 14)) + main(mass) + dark(lower, opacity=0.55) + light(tidy(upper, 200)) + light(*leaves))
    bark = [line((470 + 24 * k, 690), (476 + 18 * k, 800), (462 + 26 * k, 910), width=10) for k in range(4)]
    return stack(second(trunk, *roots), shadow(shade(trunk, 20, 0)), dark(*bark, opacity=0.5), *crown)


@symbol(schemes.TULIP)
def tulip_field() -> Drawing:
    """A field of tulips, the near ones tall."""
    rows = (
        ((130, 560, 56), (330, 520, 56), (560, 545, 56), (780, 515, 56), (900, 580, 52)),
        ((230, 560, 88), (470, 520, 92), (700, 560, 88)),
        ((360, 620, 118), (620, 600, 124), (120, 690, 108), (860, 680, 108)),
    )
    layers, foot = [], 970.0  # all stems stand on one ground
    for k, row in enumerate(rows):
        for x, y, size in row:
            stem = swelling_stroke([(x, y), (x + 6, (y + foot) / 2), (x - 4, foot)], [12 + 3 * k, 14 + 3 * k, 18 + 3 * k])
            blades = [leaf((x, foot), -110, (foot - y) * 0.9, 40 + 14 * k, bend=0.1), leaf((x, foot), -66, (foot - y) * 0.8, 40 + 14 * k, bend=-0.1)]
            flower = flora.tulip if k == 2 else flora.small_tulip
            layers.append(stack(*(blades if k else blades[:1]), second(stem), flower(size).translate(x, y)))
    return stack(*layers)


@symbol(schemes.NARCISSUS)
def narcissus() -> Drawing:
    """Narcissi of winter with their long leaves."""
    blades = [
        flora.blade((430, 960), (330, 760), (250, 560), (190, 330), back=[(390, 760), (310, 560)], tone=1),
        flora.blade((520, 960), (640, 760), (720, 600), (800, 400), back=[(580, 760), (660, 580)], tone=1),
        flora.blade((480, 960), (470, 720), (430, 540), (400, 420), back=[(520, 720), (490, 540)], tone=1),
    ]
    stems = [main(swelling_stroke(k, [18, 20, 24])) for k in ([(360, 330), (440, 600), (476, 960)], [(660, 260), (560, 580), (496, 960)], [(560, 560), (520, 740), (490, 960)])]
    return stack(
        *blades, *stems,
        flora.bud(120).toned({1: 2, 4: 1}).at(770, 560, angle=-60),
        main(taper((520, 780), (640, 700), (760, 575), width=16, tip=0.6)),
        flora.narcissus(205).translate(660, 230),
        flora.narcissus(190, turn=-70).translate(340, 300),
        flora.narcissus(150, turn=-100).translate(560, 560),
    )


@symbol(schemes.MOON)
def full_moon_narcissus() -> Drawing:
    """The full moon of mid-Shaban behind narcissi."""
    moon = circle((500, 440), 400)
    seas = [ellipse((380, 300), 90, 64), ellipse((600, 250), 60, 42), ellipse((650, 420), 100, 70), ellipse((440, 480), 56, 40)]
    blades = [
        flora.blade((440, 960), (340, 830), (250, 730), (160, 560), back=[(400, 830), (310, 710)]),
        flora.blade((560, 960), (680, 820), (760, 700), (850, 540), back=[(620, 830), (700, 690)]),
        flora.blade((500, 960), (480, 800), (450, 690), (420, 520), back=[(530, 800), (500, 680)]),
    ]
    stems = [second(swelling_stroke(k, [14, 16, 22])) for k in ([(370, 560), (440, 760), (486, 960)], [(640, 500), (580, 740), (510, 960)], [(510, 740), (506, 860), (500, 960)])]
    flowers = [flora.narcissus(s, turn=t).toned({1: 4, 4: 1}).translate(x, y) for x, y, s, t in ((360, 560, 150, -70), (650, 500, 160, -90), (512, 730, 120, -100))]
    return stack(main(moon), light(shade(moon, -34, -26)), light(*seas, opacity=0.55), *blades, *stems, *flowers)


@symbol(schemes.JASMINE)
def jasmine_wreath() -> Drawing:
    """A wreath of jasmine."""
    ring_leaves = []
    for k in range(20):
        a = k * 360 / 20
        out = 1 if k % 2 else -1
        ring_leaves.append(leaf(polar((500, 500), 330, a), a + 90 - 44 * out, 190, 80, bend=0.1 * out, tone=1))
    hoop = dark(minus(circle((500, 500), 338), circle((500, 500), 322)))
    flowers = [flora.jasmine(128 if k % 2 else 100, turn=k * 31).translate(*polar((500, 500), 330 + (14 if k % 2 else -20), k * 45 - 90)) for k in range(8)]
    buds = [
        light(flora.blade_leaf(84, 22).rotate(a + 90).translate(*polar((500, 500), r, a))) for a, r in ((12, 400), (84, 244), (155, 404), (228, 240), (300, 404))
    ]
    return stack(hoop, *ring_leaves, *buds, *flowers)


@symbol(schemes.JASMINE)
def jasmine_broken() -> Drawing:
    """A broken sprig of jasmine, its petals falling."""
    upright = swelling_stroke([(380, 960), (390, 760), (430, 560), (470, 420)], [26, 22, 20, 18])
    hanging = swelling_stroke([(474, 420), (590, 380), (680, 480), (720, 640)], [16, 16, 14, 8])
    splinters = union(polygon([(458, 440), (452, 360), (472, 400), (488, 350), (490, 440)]))
    leaves = [
        leaf((388, 840), -150, 240, 100, bend=0.12, tone=1), leaf((396, 740), -24, 230, 96, bend=-0.12, tone=1),
        leaf((430, 580), -140, 210, 88, bend=0.1, tone=1), leaf((600, 384), 20, 180, 74, bend=0.1, tone=1),
        leaf((660, 450), 130, 170, 70, tone=1), leaf((700, 560), 30, 160, 66, tone=1),
    ]
    petals = [light(flora.petal(92, 50).rotate(a).translate(x, y)) + main(flora.needle(70, 7).rotate(a).translate(x, y)) for x, y, a in ((560, 800, 20), (760, 880, -40), (640, 920, 150), (840, 760, 70))]
    flowers = [flora.jasmine(150, turn=20).translate(740, 690), flora.jasmine(104, turn=-40).translate(640, 560), flora.jasmine(96).translate(300, 690)]
    return stack(main(upright, splinters), dark(shade(upright, 8, 0)), main(hanging), *leaves, *flowers, *petals)


@symbol(schemes.BLOSSOM)
def flower_crown() -> Drawing:
    """A girl's crown of flowers with its ribbons."""
    back = line((120, 470), (300, 360), (500, 330), (700, 360), (880, 470), width=22, ends=0.8)
    front_spine = spline([(110, 480), (250, 620), (500, 680), (750, 620), (890, 480)])
    leaves = []
    for k, place in enumerate(front_spine.stations(front_spine.length * (0.02 + 0.96 * j / 11) for j in range(12))):
        leaves.append(leaf(place.point, place.angle + (-62 if k % 2 else 58), 150, 70, bend=0.1))
    far = []
    for k, place in enumerate(spline([(120, 470), (300, 366), (500, 334), (700, 366), (880, 470)]).every(90)):
        far.append(second(flora.blade_leaf(90, 22).rotate(place.angle - 50).translate(*place.point)))
        far.append(second(flora.blade_leaf(80, 22).rotate(place.angle + 40).translate(*place.point)))
        if k % 2:
            far.append(flora.small_flower(50, turn=17 * k).translate(*place.point))
    ribbons = [
        second(swelling_stroke([(170, 560), (110, 690), (170, 800), (110, 940)], [16, 40, 36, 10])),
        second(swelling_stroke([(830, 560), (890, 690), (830, 800), (890, 940)], [16, 40, 36, 10])),
    ]
    sizes = ((140, 520, 78), (245, 606, 92), (372, 654, 100), (500, 668, 124), (628, 654, 100), (755, 606, 92), (860, 520, 78))
    order = (0, 6, 1, 5, 2, 4, 3)
    flowers = [(flora.blossom(size, turn=-90 + 17 * k) if k in (2, 3, 4) else flora.small_flower(size, turn=-90 + 17 * k)).translate(x, y) for k, (x, y, size) in ((j, sizes[j]) for j in order)]
    return stack(second(back), *far, *ribbons, *leaves, *flowers)


@symbol(schemes.POMEGRANATE)
def watermelon() -> Drawing:
    """Watermelon for the longest night: the half and a slice."""

    def wedge(r: float) -> Path:
        return joined(polyline([(-r, 0), (r, 0)]), ellipse_arc((0, 0), r, r, 0, 180))

    def pips(r: float) -> list[Path]:
        places = [(r * f, a) for f, count in ((0.62, 6), (0.36, 4)) for a in (180 * (k + 0.5) / count for k in range(count))]
        return [flora.petal(r * 0.12, r * 0.066, belly=0.62).translate(-r * 0.06, 0).rotate(a + 180).translate(*polar((0, 0), f, a)) for f, a in places]

    def half(r: float) -> Drawing:
        stripes = [polygon([polar((0, 0), r * 1.1, a - 3.5), polar((0, 0), r * 0.9, a - 1), polar((0, 0), r * 0.9, a + 3), polar((0, 0), r * 1.1, a + 4)]) & wedge(r) for a in range(14, 180, 22)]
        return stack(second(wedge(r)), shadow(*stripes), light(wedge(r * 0.88)), main(wedge(r * 0.83)), dark(shade(wedge(r * 0.83), r * 0.1, r * 0.06), opacity=0.4), dark(*pips(r)), light(line((-r * 0.7, r * 0.05), (0, r * 0.06), (r * 0.5, r * 0.05), width=12)))

    slice_ = joined(polyline([(0, -330)]), spline([(-240, 150), (0, 220), (240, 150)]))
    rind = joined(spline([(-240, 150), (0, 220), (240, 150)]), spline([(240, 150), (252, 200), (0, 282), (-252, 200), (-240, 150)]))
    flesh = slice_.scale(0.86, 0.86, (0, -330))
    seeds = [flora.petal(54, 30, belly=0.62).translate(-27, 0).rotate(-90).translate(x, y) for x, y in ((0, -110), (-52, -20), (52, -20), (-100, 76), (0, 60), (100, 76))]
    piece = stack(second(rind), shadow(rind & half_plane(x=60)), light(slice_), main(flesh), dark(joined(polyline([(0, -330)]), spline([(60, 60), (206, 84)]))  & flesh, opacity=0.4), dark(*seeds))
    front = piece.rotate(10).translate(770, 670)
    return half(450).rotate(-16).translate(430, 440).without(front.outline.offset(20, join="round") | polygon([(800, -100), (1300, -100), (1300, 900), (900, 500)])) + front


@symbol(schemes.WOOD)
def growth_rings() -> Drawing:
    """The rings of an old trunk, and the shoot that springs from it."""
    rng = Random(5)

    def ring_path(r: float) -> Path:
        wobble = [rng.uniform(0.96, 1.05) for _ in range(9)]
        return spline([polar((470 + (400 - r) * 0.03, 560), r * w, 40 * k) for k, w in enumerate(wobble)], closed=True)

    radii = (400, 352, 306, 262, 214, 172, 126, 84, 44)
    rings = [ring_path(r) for r in radii]
    disc = stack(dark(rings[0]), main(rings[0].scale(0.93, 0.93, (470, 560))))
    growth = [(light if k % 2 else main)(rings[k]) for k in range(1, 9)]
    lines = [dark(minus(r.scale(0.9, 0.9, (470, 560)), r.scale(0.885, 0.885, (470, 560))), opacity=0.7) for r in rings[1:6]]
    crack = dark(polygon([(470, 560), (846, 640), (850, 668), (470, 570)]), polygon([(470, 560), (300, 880), (318, 890), (478, 566)]))
    stem = second(swelling_stroke([(560, 480), (640, 330), (660, 170)], [26, 20, 12]))
    leaves = [leaf((620, 370), -170, 230, 110, bend=0.14), leaf((636, 330), -20, 270, 126, bend=-0.14), leaf((658, 180), -110, 180, 84), leaf((658, 190), -44, 170, 80, bend=-0.1)]
    return stack(disc, *growth, *lines, crack, stem, *leaves)


@symbol(schemes.SPRING)
def sun_over_hills() -> Drawing:
    """The New Year's sun over spring hills, a stream between them."""
    frame = circle((500, 500), 450)
    far = joined(spline([(0, 560), (200, 440), (420, 520), (640, 410), (1000, 560)]), polyline([(1000, 560), (1000, 1000), (0, 1000)]))
    mid = joined(spline([(0, 640), (260, 590), (520, 680), (760, 560), (1000, 620)]), polyline([(1000, 620), (1000, 1000), (0, 1000)]))
    near = joined(spline([(0, 760), (260, 700), (560, 800), (800, 720), (1000, 740)]), polyline([(1000, 740), (1000, 1000), (0, 1000)]))
    stream = joined(spline([(560, 640), (470, 720), (620, 800), (460, 980)]), polyline([(460, 980), (720, 980)]), spline([(720, 980), (740, 820), (560, 740), (584, 650)]))
    cypresses = [mirrored(spline([(x, y - h, 60), (x + h * 0.14, y - h * 0.3), (x, y, 180)]), x) for x, y, h in ((240, 720, 190), (310, 730, 140), (790, 740, 220), (730, 750, 150))]
    furrows = [line((40, 820 + 44 * k), (240, 770 + 50 * k), (440, 830 + 46 * k), width=12) for k in range(3)]
    sun_ = stack(second(*(r.translate(520, 420) for r in lights.beams(190, 470, 19, width=0.5, start=-188, arc=206))), second(circle((520, 420), 150)), gleam(shade(circle((520, 420), 150), -30, -26)))
    scene = stack(
        sun_, light(far), main(far & far.translate(0, 60)), main(mid), dark(mid & mid.translate(0, 90), opacity=0.5),
        dark(near), light(stream), main(*furrows),
        dark(*cypresses), main(*(c - half_plane(x=c.box.center[0]) for c in cypresses)),
    )
    return scene.inside(frame)


@symbol(schemes.NOWRUZ)
def goldfish_bowl() -> Drawing:
    """The Nowruz table: a great bowl with its goldfish between green sabzeh and a violet hyacinth."""
    florets = [
        flora.small_flower(50, turn=24 * k).toned({1: 3, 2: 3, 3: 3, 4: 2}).translate(x, y)
        for k, (x, y) in enumerate(((0, -250), (-44, -200), (44, -200), (-70, -130), (0, -140), (70, -130), (-84, -52), (-26, -66), (40, -60), (88, -46), (-60, 20), (4, 16), (62, 22)))
    ]
    pot = joined(polyline([(-110, 210), (110, 210)]), spline([(110, 210), (100, 330), (64, 390)]), polyline([(64, 390), (-64, 390)]), spline([(-64, 390), (-100, 330), (-110, 210)]))
    hyacinth = stack(leaf((0, 230), -128, 330, 76), leaf((0, 230), -50, 330, 80, bend=-0.12), second(swelling_stroke([(0, 230), (0, -100)], [30, 26])), *florets, main(pot), shadow(shade(pot, 60, 0)), light(rectangle(-122, 200, 244, 30, 8)))
    rng = Random(3)
    blades = []
    for k in range(23):
        x = -170 + 15.4 * k
        bend, height = x * 0.4 + rng.uniform(-26, 26), rng.uniform(230, 330)
        blade = polygon([(x - 11, 240), (x + bend * 0.36 - 10, 240 - height * 0.55), (x + bend, 240 - height), (x + bend * 0.36 + 10, 240 - height * 0.55), (x + 11, 240)])
        blades.append(second(blade) + (shadow(blade) if k % 4 == 1 else gleam(blade) if k % 4 == 3 else Drawing()))
    dish = joined(spline([(-210, 236), (-180, 330), (-90, 386)]), polyline([(-90, 386), (90, 386)]), spline([(90, 386), (180, 330), (210, 236)]))
    ribbon = joined(spline([(-188, 180), (0, 206), (188, 180)]), polyline([(188, 180), (194, 238)]), spline([(194, 238), (0, 264), (-194, 238)]))
    bow = [joined(spline([(0, 222), (s * 50, 160), (s * 100, 190)]), spline([(s * 100, 190), (s * 96, 250), (0, 222)])) for s in (-1, 1)]
    sabzeh = stack(*blades, light(dish), shadow(shade(dish, 50, 0)), main(ribbon, *bow), dark(circle((0, 222), 16)))
    return stack(sabzeh.at(-400, -36, 1.16), hyacinth.at(420, -40, 1.14), _bowl().scale(1.22, 1.1).translate(6, 104))


def _bowl() -> Drawing:
    """The fish in its glass."""
    glass = joined(
        spline([(-150, -230), (-272, -90), (-290, 60, 88), (-190, 240), (-120, 270)]),
        polyline([(-120, 270), (120, 270)]),
        spline([(120, 270), (190, 240), (290, 60, -88), (272, -90), (150, -230)]),
    )
    water = glass.offset(-20) & half_plane(y=-96)
    body = joined(spline([(-150, 0), (-50, -92), (70, -66), (140, 0)]), spline([(140, 0), (70, 66), (-50, 84), (-150, 0)]))
    tail = joined(spline([(110, 0), (180, -110), (260, -100)]), spline([(260, -100), (214, -10), (246, 96)]), spline([(246, 96), (170, 80), (110, 0)]))
    fins = [spline([(-30, -76), (30, -140), (100, -112), (70, -56)]).closed(), spline([(-10, 60), (20, 126), (84, 110), (50, 54)]).closed()]
    scales = [minus(circle((x, y), 24), circle((x - 9, y), 24)) for x, y in ((0, -26), (0, 22), (40, -44), (40, 0), (40, 42), (82, -20), (82, 22))]
    rays_ = [line((124, 6 * k), (216, 34 * k), width=11) for k in (-2, 0, 2)]
    fish = stack(main(tail, *fins), main(body), light(shade(body, -8, -16)), dark(*scales, *rays_), light(circle((-92, -14), 21)), dark(circle((-95, -14), 12)))
    bubbles = [circle((x, y), r) for x, y, r in ((-190, -20, 17), (-160, -60, 11), (-206, 36, 9))]
    return stack(
        light(glass),
        dark(minus(glass, glass.offset(-9)), opacity=0.4),
        dark(water, opacity=0.26),
        dark(shade(water, 44, 30), opacity=0.2),
        light(ellipse((0, -96), 246, 22), opacity=0.75),
        fish.at(-22, 76, 1.06, -8),
        light(*bubbles, swelling_stroke([(-214, 40), (-216, 110), (-160, 190)], [0, 22, 0])),
        light(rectangle(-176, -254, 352, 36, 18)),
        main(rectangle(-176, -226, 352, 10), opacity=0.4),
        light(rectangle(-134, 256, 268, 28, 12)),
    )


@symbol(schemes.TULIP)
def tulips_and_birds() -> Drawing:
    """Three tall tulips, and white birds that rise from among them."""
    blooms = ((-210.0, -60.0, 116.0, -10.0), (210.0, -20.0, 108.0, 12.0), (0.0, -190.0, 150.0, 0.0))
    stems = [swelling_stroke([(x * 0.12, 430), (x * 0.6, 220), (x, y)], [26, 24, 20]) for x, y, _, _ in blooms]
    leaves = [
        flora.blade_leaf(length, 46, bend).rotate(angle).translate(x, 430)
        for x, angle, length, bend in ((-20, -136, 430, 0.16), (20, -44, 430, -0.16), (-10, -112, 400, 0.1), (14, -66, 380, -0.12), (-30, -158, 320, 0.12), (30, -22, 320, -0.12))
    ]
    flock = ((-330, -260, 110, -8), (320, -290, 124, -24), (-250, -430, 80, -14), (250, -460, 70, -30))
    return stack(
        second(*stems, *leaves), shadow(*(shade(leaf, 14, 8) for leaf in leaves)), gleam(*(shade(leaf, -9, -7) for leaf in leaves)),
        *(flora.tulip(size).rotate(turn).translate(x, y) for x, y, size, turn in blooms),
        *(birds.paper_bird(size, tones=(2, 2, 1)).rotate(turn).translate(x, y) for x, y, size, turn in flock),
    )


@symbol(schemes.LEAF)
def leaf_valley() -> Drawing:
    """A leaf that is a valley: mountains at its tip, a river for its midrib, fields between its veins, a plane tree."""
    outline = mirrored(spline([(0, -500, 34), (210, -310), (352, -10, 92), (250, 250), (0, 392, 162)]))
    inside = outline.offset(-24)
    ranges = [
        polygon([(-420, 20), (-300, -110), (-220, -60), (-96, -236), (-10, -120), (60, -190), (170, -60), (250, -130), (420, 30)]),
        joined(spline([(-420, 10), (-250, -70), (-60, -10), (130, -76), (420, 0)]), polyline([(420, 60), (-420, 60)])),
    ]
    snow = [polygon([(-96, -236), (-58, -182), (-84, -160), (-104, -184), (-128, -168), (-150, -162)]), polygon([(60, -190), (92, -150), (70, -136), (44, -154), (20, -140)])]
    land = joined(spline([(-420, 6), (-180, -22), (0, -6), (200, -30), (420, 4)]), polyline([(420, 500), (-420, 500)])) & inside
    river = swelling_stroke([(14, -14), (-34, 30), (34, 92), (-44, 176), (14, 280), (0, 392)], [6, 18, 36, 58, 62, 40])
    stalk = swelling_stroke([(0, 372), (4, 430), (-34, 500)], [46, 40, 24])
    fields = []
    for side in (-1, 1):
        for k, (y, lift) in enumerate(((60, 66), (132, 96), (214, 124), (304, 150))):
            strip = joined(
                spline([(0, y), (side * 170, y - 0.55 * lift), (side * 420, y - 1.5 * lift)]),
                spline([(side * 420, y - 1.5 * lift + 66 + 10 * k), (side * 170, y - 0.55 * lift + 44 + 6 * k), (0, y + 34 + 5 * k)]),
            ) & land
            fields.append(light(strip, opacity=0.75) if (k + (side > 0)) % 2 else dark(strip, opacity=0.4))
            rows = [swelling_stroke([(side * 16, y + 9 + d), (side * 170, y - 0.55 * lift + 11 + d), (side * 420, y - 1.5 * lift + 16 + 1.3 * d)], [2, 5, 5]) & strip for d in (0, 13, 26)]
            fields.append(dark(*rows, opacity=0.35) if (k + (side > 0)) % 2 else light(*rows, opacity=0.4))
    crown = union(*(circle(at, r) for at, r in (((150, 30), 78), ((88, 70), 60), ((214, 76), 62), ((150, -40), 60), ((100, 6), 56), ((204, 8), 56))))
    trunk = swelling_stroke([(152, 232), (148, 150), (152, 60)], [40, 24, 18])
    boughs = [swelling_stroke([(150, 160), (118, 110), (96, 74)], [16, 11, 4]), swelling_stroke([(150, 140), (186, 104), (206, 70)], [15, 11, 4])]
    tufts = [circle(at, r) for at, r in (((118, -46), 26), ((84, 50), 26), ((150, 8), 24), ((196, 40), 20), ((130, 66), 16))]
    poplars = [mirrored(spline([(x, y - h, 58), (x + 0.14 * h, y - 0.42 * h, 94), (x, y, 180)]), x) for x, y, h in ((-214, 66, 150), (-176, 72, 120), (-146, 66, 92), (-250, 62, 108))]
    huts = [(-122, 70, 40, 32), (-84, 60, 30, 26)]
    birds_ = [birds.paper_bird(size).rotate(turn).translate(x, y) for x, y, size, turn in ((250, -330, 66, -14), (352, -430, 46, -8), (366, -270, 36, -18))]
    tree_shade = ellipse((158, 236), 110, 16) & inside
    return stack(
        dark(outline.translate(12, 16), opacity=0.45), main(outline), light(shade(outline, -12, -8)), dark(shade(outline, 14, 8), opacity=0.6),
        light(inside), second(inside, opacity=0.5), light(circle((120, -230), 62) & inside), second(ranges[0] & inside), dark(ranges[0] & inside, opacity=0.35), light(*(s & inside for s in snow)),
        main(ranges[1] & inside), dark(ranges[1] & inside, opacity=0.35), main(land), *fields,
        dark(*poplars), main(*(p & half_plane(x=p.box.center[0]).mirror_x(p.box.center[0]) for p in poplars), opacity=0.6),
        light(*(rectangle(x, y - h, w, h) for x, y, w, h in huts)), dark(*(rectangle(x + 0.38 * w, y - 0.6 * h, 0.26 * w, 0.6 * h) for x, y, w, h in huts), *(polygon([(x - 5, y - h), (x + w / 2, y - 1.6 * h), (x + w + 5, y - h)]) for x, y, w, h in huts)),
        second(river & union(land, inside), stalk), light(*(swelling_stroke(k, [0, 9, 0]) for k in ([(4, 60), (18, 90), (8, 122)], [(-30, 150), (-36, 186), (-14, 232)], [(12, 250), (18, 292), (6, 340)], [(6, 400), (4, 436), (-18, 470)])), opacity=0.8),
        dark(tree_shade, opacity=0.5), dark(trunk, *boughs), dark(crown.offset(7)), main(crown), dark(shade(crown, 34, 26), opacity=0.55), light(*tufts, opacity=0.7), *birds_,
    )


@symbol(schemes.WOOD)
def sapling_shade() -> Drawing:
    """A young tree just planted, and behind it, pale, the great one with a swing that it will be."""
    crown = union(*(circle(at, r) for at, r in (((0, -300), 190), ((-190, -220), 170), ((190, -220), 170), ((-290, -80), 140), ((290, -80), 140), ((-110, -110), 160), ((110, -110), 160))))
    trunk = joined(spline([(-30, 60), (-44, 250), (-120, 430)]), polyline([(-120, 430), (120, 430)]), spline([(120, 430), (44, 250), (30, 60)]))
    boughs = [swelling_stroke([(0, 200), (-80, 70), (-200, -40)], [44, 30, 6]), swelling_stroke([(0, 180), (90, 60), (220, -50)], [44, 30, 6]), swelling_stroke([(0, 120), (10, -40), (0, -200)], [40, 26, 4])]
    ropes = [rectangle(x, -20, 7, 300) for x in (286, 376)]
    seat = rectangle(270, 276, 128, 20, 6)
    ground = joined(spline([(-480, 420), (-250, 392), (0, 410), (250, 390), (480, 420)]), spline([(480, 420), (240, 478), (0, 486), (-240, 478), (-480, 420)]))
    soil = joined(spline([(-290, 424), (-210, 350), (-130, 330), (-40, 352), (30, 424)]), spline([(30, 424), (-130, 462), (-290, 424)]))
    stem = swelling_stroke([(-130, 350), (-122, 240), (-134, 110), (-124, 0)], [20, 17, 13, 8])
    leaves = [flora.leaf(at, angle, size, 0.5 * size, bend=bend) for at, angle, size, bend in (((-124, 262), -24, 150, -0.16), ((-126, 226), 202, 160, 0.16), ((-130, 160), -40, 140, -0.14), ((-132, 118), 214, 140, 0.14), ((-128, 60), -52, 110, -0.1), ((-128, 40), 230, 104, 0.1), ((-124, 4), -88, 124, 0.0))]
    stake = rectangle(-196, 60, 18, 300, 5)
    tie = swelling_stroke([(-190, 200), (-160, 216), (-126, 206)], [9, 12, 9])
    handle = taper((176, 40), (214, 236), width=26, tip=0.9)
    grip = rectangle(112, 14, 128, 28, 13).rotate(-11, (176, 30))
    spade = joined(polyline([(150, 250)]), spline([(150, 250), (214, 226), (280, 224)]), spline([(280, 224), (296, 330), (262, 430)]), spline([(262, 430), (206, 400), (150, 250)]))
    return stack(
        light(crown, opacity=0.62), main(crown, opacity=0.16), main(trunk, *boughs, opacity=0.2), main(*ropes, seat, opacity=0.45),
        second(ground), shadow(shade(ground, 0, 30)), dark(handle, grip), main(spade), dark(spade & half_plane(x=222), opacity=0.5), light(shade(spade, -10, -4)),
        main(soil), dark(shade(soil, 26, 12)), light(*(circle(at, 7) for at in ((-200, 396), (-150, 372), (-90, 398), (-40, 404), (-160, 416), (-230, 414)))),
        dark(stake), main(shade(stake, -8, 0)), main(tie), second(stem), *leaves,
    )
