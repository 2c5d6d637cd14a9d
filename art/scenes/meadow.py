"""The day of nature: a spring meadow below mountains, a stream, trees in blossom, a cloth spread for guests, and in front
the blades of grass that one ties for a wish."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from art.layouts import kit
from art.layouts.kit import group, path
from art.scenes import DEPTH, REACH, Landscape
from engine.ornament.geometry import Point, mix, polar
from engine.ornament.growth import noise
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import circle, ellipse, mirrored, polygon, polyline, rectangle, spline, swelling_stroke


def _paints() -> Iterator[str]:
    yield from (
        kit.radial(
            "meadow-sun", 60, -40, 620, (0, "glow", 1), (0.3, "glow", 0.7), (0.65, "glow", 0.25), (1, "glow", 0)
        ),
        kit.linear("meadow-land", 0, 0, 0, 260, (0, "far", 1), (0.35, "second", 1), (1, "near", 1)),
        kit.linear("meadow-hill", 0, -90, 0, 60, (0, "far", 1), (1, "second", 1)),
        kit.linear("meadow-water", 0, 0, 0, 250, (0, "glow", 1), (0.25, "deep", 1), (1, "pattern", 1)),
        kit.linear("meadow-mist", 0, -110, 0, 10, (0, "glow", 0), (1, "glow", 0.8)),
        kit.linear("meadow-blade", 0, -160, 0, 190, (0, "far", 1), (0.45, "second", 1), (1, "near", 1)),
    )


def _far() -> Iterator[str]:
    yield kit.el("circle", cx=60, cy=-40, r=620, fill="url(#meadow-sun)")
    yield kit.el("circle", cx=322, cy=-116, r=58, class_="fill-accent-light")
    yield from _mountains()
    yield path(rectangle(-REACH, -110, 2 * REACH, 122).d(0), fill="url(#meadow-mist)")
    yield path(_crest(7, 62, 360, -10).d(0), fill="url(#meadow-hill)")
    yield path(_furrows().d(1), class_="fill-near", opacity=0.18)
    yield path(_crest(23, 34, 240, 4).d(0), class_="fill-second")
    yield path(_poplars().d(1), class_="fill-near", opacity=0.85)
    yield path(
        joined(_line(3, 10, 420, 14), polyline([(REACH, DEPTH), (-REACH, DEPTH)])).d(0), fill="url(#meadow-land)"
    )
    yield from _stream()
    for x, y, tall, seed in TREES:
        yield from _tree(x, y, tall, seed)


def _near() -> Iterator[str]:
    yield from _picnic()
    yield from _flowers()
    yield from _grass()


SCENE = Landscape(_paints, _far, _near)

TREES = ((-476, 34, 200, 5), (-600, 60, 260, 9), (452, 26, 190, 3), (566, 40, 210, 8), (-900, 40, 230, 2))  # fmt: skip
"""Trees in blossom: the middle of the trunk, its foot, how tall, and how its crown is strewn."""


def _line(seed: int, rise: float, length: float, level: float) -> Path:
    wander = noise(seed, octaves=2)
    return spline([(float(x), level - rise * (0.5 + 0.5 * wander(x / length))) for x in range(-4000, 4001, 100)])


def _crest(seed: int, rise: float, length: float, level: float) -> Path:
    """Rolling land under a line."""
    return joined(_line(seed, rise, length, level), polyline([(REACH, 60), (-REACH, 60)]))


PEAKS = (
    (-900, 96), (-700, 150), (-560, 92), (-420, 168), (-270, 108), (-90, 196), (60, 112), (180, 150), (330, 86),
    (470, 138), (640, 80), (820, 150), (1000, 98),
)  # fmt: skip
"""Where the mountains rise, how high; each again further to the sides."""


def _mountains() -> Iterator[str]:
    """A blue range with snow on it, lit from the left."""
    tops = [(float(x + way * 1900), float(-h)) for way in (-1, 0, 1) for x, h in PEAKS]
    points: list[Point] = []
    for a, b in pairwise(tops):
        points += [a, ((a[0] + b[0]) / 2, 0.5 * max(a[1], b[1]))]
    range_ = polygon([*points, (REACH, 30), (-REACH, 30)])
    slopes, snow = [], []
    for x, y in tops:
        foot = (x + 0.25 * -y, 0.0)
        slopes.append(
            polygon([(x, y), (x + 0.1 * -y, 0.6 * y), (x - 0.03 * -y, 0.4 * y), foot, (x + 0.95 * -y, 0)]) & range_
        )
        left, right = mix((x, y), (x - 0.8 * -y, 0), 0.3), mix((x, y), (x + 0.8 * -y, 0), 0.3)
        snow.append(
            polygon(
                [(x, y), right, (x + 0.12 * -y, 0.66 * y), (x + 0.03 * -y, 0.74 * y), (x - 0.08 * -y, 0.62 * y), left]
            )
            & range_
        )
    yield path(range_.d(0), class_="fill-pattern", opacity=0.75)
    yield path(merged(slopes).d(0), class_="fill-ink", opacity=0.16)
    yield path(merged(snow).d(0), class_="fill-glow", opacity=0.95)


def _furrows() -> Path:
    """Lines of the fields on the far hills."""
    rows = []
    for k in range(7):
        rows += [
            swelling_stroke(
                [(-620 + 34 * k, -50 + 5 * k), (-520 + 26 * k, -18 + 4 * k), (-470 + 20 * k, 20)], [0, 4, 2]
            )
        ]
        rows += [swelling_stroke([(250 + 36 * k, -46 + 3 * k), (330 + 30 * k, -20), (350 + 26 * k, 20)], [0, 4, 2])]
    return merged(rows)


def _poplars() -> Path:
    """Poplars along the water, far off."""
    rng = Random(12)
    places = [(-300, 78), (-276, 96), (-250, 70), (-226, 84), (150, 66), (172, 88), (196, 74), (330, 60)]
    places += [(rng.uniform(-1700, -700), rng.uniform(60, 110)) for _ in range(16)]
    places += [(rng.uniform(700, 2300), rng.uniform(60, 110)) for _ in range(22)]
    return merged(
        mirrored(spline([(x, 8 - h, 62), (x + 0.13 * h, 8 - 0.45 * h, 94), (x, 10, 180)]), x) for x, h in places
    )


def _stream() -> Iterator[str]:
    """A stream that winds from the hills to us."""
    water = swelling_stroke(
        [(-8, 6), (-16, 20), (14, 42), (2, 80), (26, 128), (12, 190), (50, 330)],
        [2, 22, 50, 92, 140, 190, 240],
        flat=True,
    )
    ripples = merged(
        swelling_stroke([(x - w, y), (x, y - 2), (x + w, y)], [0, 0.1 * w + 1.5, 0])
        for x, y, w in (
            (12, 46, 9),
            (0, 66, 14),
            (-14, 90, 18),
            (16, 112, 22),
            (40, 138, 26),
            (8, 160, 34),
            (-10, 186, 36),
            (50, 206, 44),
        )
    )
    stones = merged(
        ellipse((x, y), r, 0.62 * r)
        for x, y, r in ((-52, 96, 8), (-38, 106, 5), (-32, 140, 9), (92, 132, 10), (100, 160, 8), (46, 54, 5), (-66, 190, 12), (22, 92, 5))
    )  # fmt: skip
    yield path(water.offset(5).d(1), class_="fill-near", opacity=0.4)
    yield path(water.d(1), fill="url(#meadow-water)")
    yield path(ripples.d(1), class_="fill-glow", opacity=0.9)
    yield path(stones.d(1), class_="fill-ground")
    yield path((stones & stones.translate(3, 4)).d(1), class_="fill-ink", opacity=0.22)


def _tree(x: float, y: float, tall: float, seed: int) -> Iterator[str]:
    """A fruit tree in white blossom."""
    rng = Random(seed)
    trunk = swelling_stroke(
        [(x, y), (x + 0.03 * tall, y - 0.3 * tall), (x - 0.02 * tall, y - 0.62 * tall)],
        [0.1 * tall, 0.065 * tall, 0.03 * tall],
    )
    boughs = [
        swelling_stroke(
            [
                (x + 0.02 * tall, y - 0.34 * tall),
                (x + way * 0.14 * tall, y - 0.5 * tall),
                (x + way * 0.26 * tall, y - 0.64 * tall),
            ],
            [0.05 * tall, 0.035 * tall, 0.01 * tall],
        )
        for way in (-1, 1)
    ]
    puffs = [
        (0.0, -0.78, 0.2),
        (-0.22, -0.66, 0.17),
        (0.22, -0.66, 0.17),
        (-0.12, -0.9, 0.14),
        (0.13, -0.92, 0.14),
        (0.34, -0.56, 0.11),
        (-0.34, -0.56, 0.11),
        (0.0, -0.58, 0.14),
    ]
    crown = merged(circle((x + a * tall, y + b * tall), r * tall) for a, b, r in puffs).simplify()
    petals = [
        polar((x + a * tall, y + b * tall), 0.85 * r * tall * rng.random() ** 0.5, rng.uniform(0, 360))
        for a, b, r in puffs
        for _ in range(7)
    ]
    fallen = [(x + rng.gauss(0, 0.3) * tall, y + rng.uniform(0.0, 0.12) * tall) for _ in range(12)]
    yield path(ellipse((x, y + 4), 0.36 * tall, 0.05 * tall).d(1), class_="fill-near", opacity=0.35)
    yield path(merged([trunk, *boughs]).d(1), class_="fill-ink", opacity=0.8)
    yield path(crown.offset(3).d(1), class_="fill-accent", opacity=0.35)
    yield path(crown.d(1), class_="fill-glow")
    yield path((crown - crown.translate(-0.07 * tall, -0.06 * tall)).d(1), class_="fill-accent", opacity=0.3)
    yield path(merged(circle(p, 0.017 * tall) for p in petals[::2]).d(1), class_="fill-accent", opacity=0.75)
    yield path(merged(circle(p, 0.014 * tall) for p in petals[1::2]).d(1), class_="fill-second", opacity=0.75)
    yield path(merged(ellipse(p, 0.018 * tall, 0.01 * tall) for p in fallen).d(1), class_="fill-glow")


CLOTH = ((196.0, 96.0), (400.0, 84.0), (520.0, 140.0), (250.0, 166.0))
"""The corners of the cloth on the grass."""


def _picnic() -> Iterator[str]:
    """A chequered cloth on the bank with a teapot, glasses, a basket and a bowl of greens."""
    a, b, c, d = CLOTH

    def at(u: float, v: float) -> Point:
        return mix(mix(a, b, u), mix(d, c, u), v)

    checks = [
        polygon([at(i / 8, j / 5), at((i + 1) / 8, j / 5), at((i + 1) / 8, (j + 1) / 5), at(i / 8, (j + 1) / 5)])
        for i in range(8)
        for j in range(5)
        if (i + j) % 2
    ]
    cloth = polygon([a, b, c, d])
    yield path(cloth.translate(3, 7).d(1), class_="fill-near", opacity=0.5)
    yield path(cloth.d(1), class_="fill-glow")
    yield path(merged(checks).d(1), class_="fill-accent")
    pot = mirrored(spline([(0, -52, 0), (24, -40), (34, -14), (22, 2), (0, 4, 180)])).translate(330, 118)
    spout = swelling_stroke([(300, 110), (284, 98), (276, 80)], [13, 9, 7])
    handle = spline([(360, 84), (384, 88), (378, 112), (358, 114)]).stroke(7)
    lid = mirrored(spline([(0, -66, 0), (5, -60), (14, -52), (20, -46), (0, -44, 180)])).translate(330, 118)
    yield path((pot + spout + lid).d(1), class_="fill-ink")
    yield path(handle.d(1), class_="fill-ink")
    yield path(swelling_stroke([(308, 112), (308, 96), (318, 80)], [0, 6, 0]).d(1), class_="fill-glow", opacity=0.8)
    glasses = merged(
        polygon([(x - 8, y - 22), (x + 8, y - 22), (x + 6, y), (x - 6, y)]) for x, y in ((398, 128), (422, 124))
    )
    yield path(glasses.d(1), class_="fill-accent-deep")
    yield path(merged(rectangle(x - 8, y - 24, 16, 5) for x, y in ((398, 128), (422, 124))).d(1), class_="fill-glow")
    basket = joined(
        polyline([(232, 96)]),
        spline([(232, 96), (238, 122), (250, 134)]),
        polyline([(250, 134), (284, 132)]),
        spline([(284, 132), (294, 118), (298, 94)]),
    )
    yield path(spline([(236, 96), (266, 50), (294, 94)]).stroke(6).d(1), class_="fill-accent-deep")
    yield path(
        merged(circle((x, y), r) for x, y, r in ((246, 90, 11), (266, 86, 13), (284, 90, 10))).d(1),
        class_="fill-accent",
    )
    yield path(basket.d(1), class_="fill-accent-light")
    yield path(
        (merged(rectangle(228, y, 76, 4) for y in (102, 112, 122)) & basket).d(1),
        class_="fill-accent-deep",
        opacity=0.7,
    )
    bowl = joined(polyline([(446, 118)]), spline([(446, 118), (462, 140), (486, 118)]))
    yield path(
        merged(
            swelling_stroke([(466 + 4 * k, 120), (466 + 5 * k, 104), (466 + 7 * k, 92 + abs(k))], [3, 4, 0])
            for k in range(-4, 5)
        ).d(1),
        class_="fill-near",
    )
    yield path(bowl.d(1), class_="fill-pattern")


def _flowers() -> Iterator[str]:
    """Poppies and daisies, larger the nearer they are."""
    rng = Random(31)
    spots: list[tuple[float, float, float]] = []
    while len(spots) < 150:
        y = 30 + 190 * rng.random() ** 1.3
        x = rng.uniform(-1, 1) * (620 if len(spots) < 95 else 1700)
        if not (-130 - 0.1 * y < x < 40 + 0.6 * y or 190 < x < 520):
            spots.append((x, y, 0.02 * y + 2))
    stems = merged(swelling_stroke([(x, y), (x + 0.5 * r, y + 2.6 * r)], [0.4 * r, 0.3 * r]) for x, y, r in spots)
    yield path(stems.d(1), class_="fill-near", opacity=0.7)
    for k, role in enumerate(("accent-deep", "glow", "accent-light")):
        yield path(merged(ellipse((x, y), r, 0.8 * r) for x, y, r in spots[k::3]).d(1), class_=f"fill-{role}")
    yield path(merged(circle((x, y), 0.36 * r) for x, y, r in spots[0::3]).d(1), class_="fill-ink")
    yield path(merged(circle((x, y), 0.36 * r) for x, y, r in spots[1::3]).d(1), class_="fill-accent")


FOOT = (-262.0, 196.0)
"""Where the tied grass grows."""


def _grass() -> Iterator[str]:
    """Tall blades, two of them tied, with a thread around the knot."""
    x, y = FOOT
    rng = Random(4)
    back = merged(
        swelling_stroke(
            [(x + 7 * k, y + 20), (x + 15 * k + rng.uniform(-8, 8), y - 110), (x + (26 + rng.uniform(-3, 5)) * k, y - rng.uniform(190, 290))],
            [15, 12, 0],
        )
        for k in range(-6, 7)
    )  # fmt: skip
    front = merged(
        swelling_stroke(
            [(x + 12 * k, y + 30), (x + 20 * k, y - 40), (x + 34 * k, y - rng.uniform(70, 130))], [16, 13, 0]
        )
        for k in range(-6, 7)
        if k
    )
    knot = (x, y - 168)
    tied = [
        swelling_stroke(
            [(x + way * 38, y + 24), (x + way * 46, y - 80), knot, (x - way * 58, y - 250), (x - way * 128, y - 300)],
            [26, 25, 19, 22, 0],
        )
        for way in (-1, 1)
    ]
    loops = [
        spline(
            [knot, (knot[0] + way * 38, knot[1] - 26), (knot[0] + way * 50, knot[1] + 4), knot], closed=False
        ).closed()
        for way in (-1, 1)
    ]
    ends = [
        swelling_stroke([knot, (knot[0] + way * 24, knot[1] + 34), (knot[0] + way * 16, knot[1] + 72)], [8, 9, 4])
        for way in (-1, 1)
    ]
    yield path(ellipse((x, y + 30), 200, 22).d(1), class_="fill-near", opacity=0.6)
    yield path(back.d(1), class_="fill-near")
    for blade in tied:
        yield path(blade.offset(4, join="round").d(1), class_="fill-near")
        yield path(blade.d(1), fill="url(#meadow-blade)")
    yield path(front.d(1), class_="fill-near")
    yield path(front.translate(-6, 16).d(1), class_="fill-second", opacity=0.8)
    yield group(
        path(merged([*loops, *ends]).d(1), class_="fill-accent-deep"),
        path(merged(loop.scale(0.5, 0.4, (loop.box.center[0], loop.box.center[1])) for loop in loops).d(1), class_="fill-accent", opacity=0.8),
        path(ellipse(knot, 13, 12).d(1), class_="fill-accent"),
    )  # fmt: skip
