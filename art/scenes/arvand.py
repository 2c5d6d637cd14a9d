"""Khorramshahr made free: sunrise over the Arvand, the domed mosque between its minarets on the far bank, palms of which
some have lost their crowns, and tulips on the bank where we stand."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from art.layouts import kit
from art.layouts.kit import group, path
from art.parts.building import shell
from art.scenes import DEPTH, REACH, Landscape, backlit
from art.scenes.trees import palm
from engine.ornament.growth import noise
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import circle, mirrored, polygon, polyline, rectangle, spline, swelling_stroke

MOSQUE = 0.0
"""Where the mosque's axis lies."""


def _paints() -> Iterator[str]:
    yield from (
        kit.radial(
            "arvand-sky", 0, -20, 760, (0, "glow", 1), (0.25, "glow", 0.72), (0.55, "glow", 0.28), (1, "glow", 0)
        ),
        kit.linear("arvand-sun", 0, -230, 0, 20, (0, "accent-light", 0.95), (0.5, "glow", 1), (1, "glow", 1)),
        kit.linear(
            "arvand-water", 0, 0, 0, 200, (0, "glow", 0.9), (0.16, "ground", 1), (0.6, "far", 1), (1, "near", 1)
        ),
        kit.radial(
            "arvand-road", 0, 0, 260, (0, "glow", 0.95), (0.5, "glow", 0.5), (1, "glow", 0), transform="scale(0.75 1)"
        ),
        kit.linear("arvand-mist", 0, -70, 0, 4, (0, "glow", 0), (1, "glow", 0.75)),
        kit.linear("arvand-dome", -60, 0, 60, 0, (0, "far", 1), (0.35, "deep", 1), (1, "near", 1)),
    )


def _far() -> Iterator[str]:
    yield kit.el("circle", cx=0, cy=-20, r=760, fill="url(#arvand-sky)")
    yield from _clouds()
    yield kit.el("circle", cx=0, cy=-62, r=190, fill="url(#arvand-sun)")
    yield path(_grove(5, 46, 30, 62, 230).d(1), class_="fill-far", opacity=0.55)
    yield path(rectangle(-REACH, -70, 2 * REACH, 74).d(0), fill="url(#arvand-mist)")
    yield path(_town().d(0), class_="fill-far")
    yield path(_grove(9, 38, 58, 104, 190).d(1), class_="fill-deep", opacity=0.9)
    yield from _mosque()
    yield path(rectangle(-REACH, -3, 2 * REACH, DEPTH).d(0), fill="url(#arvand-water)")
    yield from _mirrored()
    yield from _shine()


def _near() -> Iterator[str]:
    for n, (x, y, tall, crowned) in enumerate(PALMS):
        yield backlit((palm(tall, seed=n + 3) if crowned else _stump(tall, n)).translate(x, y), rim=2.6, strength=0.6)
    yield path(_bank().d(0), class_="fill-near")
    yield path(_bank_line().d(0), fill="none", class_="stroke-glow", stroke_width=2.4, opacity=0.6)
    yield from _tulips()


SCENE = Landscape(_paints, _far, _near)

PALMS = (
    (-462, 96, 250, True), (-346, 80, 176, False), (-580, 110, 236, True), (404, 84, 214, True), (482, 100, 160, False),
    (604, 104, 150, True), (-760, 120, 230, False), (-900, 120, 300, True), (-1100, 120, 260, True), (760, 104, 110, False),
    (900, 104, 140, True), (1130, 104, 120, True), (1380, 104, 160, True),
)  # fmt: skip
"""Palms on our bank: the middle, the foot, how tall, and whether it still has its crown."""


def _clouds() -> Iterator[str]:
    streaks = (
        (-470, -150, 330, 12),
        (150, -196, 420, 14),
        (-90, -96, 380, 9),
        (250, -112, 330, 10),
        (-700, -220, 420, 14),
        (-330, -60, 220, 7),
    )
    yield path(
        merged(swelling_stroke([(x, y), (x + 0.5 * long, y - 6), (x + long, y + 3)], [0, thick, 0]) for x, y, long, thick in streaks).d(1),
        class_="fill-glow", opacity=0.35,
    )  # fmt: skip


def _grove(seed: int, count: int, low: float, high: float, inner: float) -> Path:
    """Palms on the far bank, on both sides of the mosque."""
    rng = Random(seed)
    return merged(
        palm(rng.uniform(low, high), seed=n).translate((-1) ** n * (inner + 1500 * rng.random() ** 1.5), 2)
        for n in range(count)
    )


def _town() -> Path:
    """Flat roofs of the town along the far bank."""
    rng = Random(17)
    roofs, x = [], -2200.0
    while x < 2200:
        wide = rng.uniform(26, 70)
        if abs(x) > 120:
            roofs.append(rectangle(x, -rng.uniform(9, 26), wide, 40))
        x += wide + rng.uniform(-6, 16)
    return merged([*roofs, rectangle(-REACH, -7, 2 * REACH, 12)])


def _minaret(x: float, tall: float) -> Path:
    """A slender minaret with a gallery and a small dome."""
    cap = shell(9, 22).translate(x, -tall)
    side = spline(
        [
            (0, -tall - 2, 0),
            (9, -tall + 2),
            (9, -tall + 22),
            (15, -tall + 30),
            (15, -tall + 38),
            (8.5, -tall + 46),
            (10, -0.4 * tall),
            (12, 0, 90),
        ],
        corners=(2, 3, 4, 5),
    )
    return merged(
        [
            mirrored(joined(side, polyline([(12, 0), (0, 0)]), closed=False)).translate(x, 0),
            cap,
            rectangle(x - 1.2, -tall - 34, 2.4, 16),
        ]
    )


def _mosque() -> Iterator[str]:
    """The mosque before the sun: the dome on its drum, two minarets, the porch with its arch."""
    dome = shell(64, 92).translate(MOSQUE, -74)
    drum = rectangle(MOSQUE - 58, -84, 116, 30)
    hall = merged(
        [
            rectangle(MOSQUE - 150, -56, 300, 60),
            polygon([(MOSQUE - 52, 2), (MOSQUE - 52, -66), (MOSQUE + 52, -66), (MOSQUE + 52, 2)]),
        ]
    )
    crest = merged(rectangle(MOSQUE + x, -61, 9, 8) for x in range(-150, 150, 18))
    towers = merged([_minaret(MOSQUE + way * 112, 148) for way in (-1, 1)])
    whole = merged([hall, drum, crest, towers])
    arches = [
        mirrored(
            spline([(0, -48 * s, 40), (15 * s, -30 * s), (17 * s, -18 * s, 90), (17 * s, 0), (0, 0, 180)], corners=(3,))
        ).translate(MOSQUE + x, -3)
        for x, s in ((0, 1.1), (-72, 0.62), (72, 0.62), (-112, 0.5), (112, 0.5))
    ]
    finial = merged([circle((MOSQUE, -172), 4), rectangle(MOSQUE - 1.4, -188, 2.8, 24)])
    ribs = (
        merged(
            spline([(MOSQUE, -164), (MOSQUE + 58 * b, -112), (MOSQUE + 60 * b, -82)]).stroke(2)
            for b in (-0.75, -0.4, 0.0, 0.4, 0.75)
        )
        & dome
    )
    yield backlit(whole + dome + finial, rim=4, strength=0.85)
    yield path(dome.d(1), fill="url(#arvand-dome)")
    yield path(ribs.d(1), class_="fill-glow", opacity=0.28)
    yield path(rectangle(MOSQUE - 58, -78, 116, 5).d(1), class_="fill-glow", opacity=0.5)
    yield path(merged(arches).d(1), class_="fill-glow", opacity=0.85)


def _mirrored() -> Iterator[str]:
    """What the water gives back of the mosque: broken, dark, upside down."""
    shapes = merged(
        [
            rectangle(MOSQUE - 148, 0, 296, 40),
            rectangle(MOSQUE - 58, 38, 116, 26),
            shell(62, -70).translate(MOSQUE, 60),
            *(rectangle(MOSQUE + way * 112 - 9, 0, 18, 118) for way in (-1, 1)),
        ]
    ).simplify()
    gaps = merged(
        swelling_stroke([(-190, y), (0, y + 2), (190, y)], [2, 0.05 * y + 2, 2])
        for y in (9, 18, 28, 39, 51, 64, 79, 95)
    )
    yield path((shapes - gaps).d(1), class_="fill-near", opacity=0.5)


def _shine() -> Iterator[str]:
    """The sun's road on the water, and a boat that comes home."""
    rng = Random(8)
    glints = merged(
        swelling_stroke([(x - w, y), (x, y + 1), (x + w, y)], [0, 1.4 + 0.022 * y, 0])
        for x, y, w in (
            (rng.gauss(0, 60 + 0.9 * y), y, rng.uniform(10, 26) + 0.16 * y)
            for y in (3 + 128 * rng.random() ** 1.2 for _ in range(90))
        )
    )
    far = merged(
        swelling_stroke([(x - w, y), (x, y), (x + w, y)], [0, 1.6, 0])
        for x, y, w in ((rng.uniform(-1, 1) * 1500, 4 + 100 * rng.random(), rng.uniform(12, 50)) for _ in range(70))
    )
    hull = joined(
        polyline([(214, 40)]),
        spline([(214, 40), (240, 58), (300, 58), (336, 34)]),
        spline([(336, 34), (280, 46), (214, 40)]),
    )
    man = merged(
        [
            circle((262, 14), 6),
            spline([(254, 44), (254, 24), (262, 20), (270, 24), (270, 44)]).closed(),
            swelling_stroke([(268, 26), (288, 34), (296, 60)], [3, 3, 2]),
        ]
    )
    yield path(rectangle(-220, 0, 440, 230).d(0), fill="url(#arvand-road)", opacity=0.6)
    yield path(far.d(1), class_="fill-glow", opacity=0.35)
    yield path(glints.d(1), class_="fill-glow", opacity=0.9)
    yield backlit(hull + man, rim=2, strength=0.6)


def _stump(tall: float, seed: int) -> Path:
    """A palm whose crown is gone: a leaning trunk, splintered."""
    rng = Random(seed)
    lean = rng.uniform(-0.12, 0.12) * tall
    w = 0.03 * tall + 3
    top = [
        (lean - w, -0.94 * tall),
        (lean - 0.4 * w, -1.02 * tall),
        (lean, -0.93 * tall),
        (lean + 0.5 * w, -1.05 * tall),
        (lean + w, -0.9 * tall),
    ]
    stub = swelling_stroke(
        [(lean - 0.5 * w, -0.9 * tall), (lean - 3 * w, -0.92 * tall), (lean - 4.6 * w, -0.8 * tall)],
        [1.2 * w, 0.8 * w, 0],
    )
    trunk = joined(
        spline([(-1.5 * w, 8), (0.3 * lean - w, -0.5 * tall), top[0]]),
        polyline(top),
        spline([top[-1], (0.3 * lean + 1.1 * w, -0.5 * tall), (1.6 * w, 8)]),
    )
    return merged([trunk, stub])


def _bank_line() -> Path:
    wander = noise(6, octaves=2)
    return spline([(float(x), 118 - 26 * min(1.0, abs(x) / 420) + 9 * wander(x / 160)) for x in range(-4000, 4001, 80)])


def _bank() -> Path:
    return joined(_bank_line(), polyline([(REACH, DEPTH), (-REACH, DEPTH)]))


def _tulip(size: float) -> tuple[Path, Path, Path]:
    """A tulip on its stem, standing on the origin: stem and leaves, back petals, front petal."""
    head = -2.3 * size
    stem = swelling_stroke(
        [(0, 0.6 * size), (0.06 * size, -1.2 * size), (0, head)], [0.2 * size, 0.16 * size, 0.14 * size]
    )
    leaves = [
        swelling_stroke(
            [(0, 0.4 * size), (way * 0.6 * size, -0.6 * size), (way * 0.8 * size, -1.9 * size)],
            [0.18 * size, 0.5 * size, 0],
        )
        for way in (-1, 1)
    ]
    right = joined(
        spline([(0, head, 0), (0.84 * size, head - 0.8 * size, -86), (0.8 * size, head - 1.9 * size)]),
        spline([(0.8 * size, head - 1.9 * size), (0.3 * size, head - 1.1 * size), (0, head)]),
    )
    front = spline([(0, head - 1.72 * size, 56), (0.46 * size, head - 0.9 * size), (0, head, 180)])
    return merged([stem, *leaves]), merged([right, right.mirror_x()]), joined(front, front.mirror_x())


def _tulips() -> Iterator[str]:
    """Tulips along the bank, in clumps that leave the water open."""
    rng = Random(19)
    places = []
    for _ in range(58):
        x = rng.choice((-1, 1)) * (150 + 380 * rng.random() ** 0.9) if rng.random() < 0.62 else rng.uniform(-1700, 1700)
        size = rng.uniform(17, 30) * (0.62 + 0.38 * min(1.0, abs(x) / 420))
        places.append((x, 150 + 1.3 * size + rng.uniform(-14, 20), size))
    for x, y, size in sorted(places, key=lambda each: each[1]):
        stem, back, front = (part.rotate(rng.uniform(-9, 9)).translate(x, y) for part in _tulip(size))
        yield group(
            path(stem.d(1), class_="fill-second"),
            path(back.d(1), class_="fill-accent-deep"),
            path(front.d(1), class_="fill-accent"),
            path((front - front.translate(0.14 * size, 0)).d(1), class_="fill-accent-light"),
        )
