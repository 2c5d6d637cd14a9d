"""Baqi by moonlight: bare ground, four unhewn stones with their long shadows, doves, a far low wall."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from art.drawing import shade
from art.layouts import kit
from art.layouts.kit import el, group, path
from art.scenes import DEPTH, REACH, Landscape, haze
from engine.ornament.geometry import polar
from engine.ornament.growth import noise
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import circle, ellipse, polyline, rectangle, spline, swelling_stroke

STONES = ((-250, 92, 1.0, 3), (-66, 66, 0.68, 5), (120, 108, 0.8, 8), (300, 72, 0.6, 13))
"""The four stones: the middle, the foot, the size (1 is 150 units high), and the seed of the shape."""


def _paints() -> Iterator[str]:
    yield from (
        kit.radial("graves-moon", -560, -420, 980, (0, "ink", 0.62), (0.16, "second", 0.44), (0.45, "glow", 0.34), (1, "glow", 0)),
        kit.linear("graves-land", 0, 0, 0, 330, (0, "glow", 0.7), (0.4, "glow", 0.5), (1, "far", 0.4)),
        kit.radial("graves-pool", -120, 70, 720, (0, "second", 0.55), (0.5, "glow", 0.3), (1, "glow", 0),
            transform="translate(0 50) scale(1 0.3)"),
        kit.linear("graves-wall", -1300, 0, 1300, 0, (0, "far", 0), (0.25, "far", 1), (0.72, "far", 0.9), (1, "far", 0)),
        kit.linear("graves-stone", -70, -140, 60, 0, (0, "ink", 1), (0.4, "quiet", 1), (0.75, "second", 1), (1, "far", 1)),
        kit.linear("graves-cast", 0, 0, 420, 40, (0, "near", 0.9), (0.6, "near", 0.6), (1, "near", 0)),
        el("radialGradient", *kit.stops(((0, "second", 0.34), (0.5, "glow", 0.2), (1, "glow", 0))), id="graves-mist",
            gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1),
    )  # fmt: skip


def _far() -> Iterator[str]:
    yield el("circle", cx=-560, cy=-420, r=980, fill="url(#graves-moon)")
    yield path(_stars().d(1), class_="fill-ink", opacity=0.55)
    yield path(_wall().d(1), fill="url(#graves-wall)")
    yield from haze("graves-mist", ((-300, -8, 900, 60), (520, -4, 700, 44)))
    yield path(rectangle(-REACH, 0, 2 * REACH, DEPTH).d(0), class_="fill-deep")
    yield path(rectangle(-REACH, 0, 2 * REACH, 330).d(0), fill="url(#graves-land)")
    yield path(rectangle(-REACH, 0, 2 * REACH, 330).d(0), fill="url(#graves-pool)")
    yield from _earth()


def _near() -> Iterator[str]:
    for x, y, size, seed in STONES:
        yield from _grave(x, y, size, seed)
    yield from _doves()


def _stars() -> Path:
    rng = Random(17)
    return merged(
        circle((rng.uniform(-1500, 1500), rng.uniform(-640, -90)), rng.choice((1.0, 1.3, 1.9))) for _ in range(120)
    )


def _wall() -> Path:
    """The far wall, its top worn, with the low domes of nothing above it."""
    wander = noise(7, octaves=2)
    top = [(float(x), -46 - 5 * wander(x / 150)) for x in range(-1300, 1301, 65)]
    return joined(polyline(top), polyline([(1300, 2), (-1300, 2)]))


def _earth() -> Iterator[str]:
    """Pebbles and clods, each with its light and its shadow, larger the nearer they are."""
    rng = Random(31)
    lit, cast = [], []
    for _ in range(420):
        y = 8 + 300 * rng.random() ** 1.3
        x = rng.uniform(-1600, 1600)
        r = (0.8 + 0.016 * y) * rng.uniform(0.5, 1.3)
        lit.append(ellipse((x, y), r, 0.55 * r))
        cast.append(ellipse((x + 1.7 * r, y + 0.3 * r), 2.1 * r, 0.42 * r))
    yield path(merged(cast).d(0), class_="fill-near", opacity=0.5)
    yield path(merged(lit).d(1), class_="fill-second", opacity=0.55)


def _stone(seed: int) -> Path:
    """An unhewn stone on the origin, 150 units high."""
    rng = Random(seed)

    def j(spread: float) -> float:
        return rng.uniform(-spread, spread)

    return spline(
        [(-70 + j(8), 4), (-76 + j(8), -40), (-58 + j(10), -98 + j(10)), (-30 + j(12), -128 + j(8)), (8 + j(10), -140 + j(8)),
         (44 + j(8), -112 + j(10)), (62 + j(6), -60 + j(8)), (74 + j(6), -18), (70, 4), (0, 9)],
        closed=True, corners=(0, 2, 4, 6, 8), tension=1.25,
    )  # fmt: skip


def _grave(x: float, y: float, size: float, seed: int) -> Iterator[str]:
    """A stone, the low ring of pebbles before it, and its shadow over the ground."""
    rng = Random(seed)
    stone = _stone(seed)
    lean = stone.transform((1, 0, -2.5, -0.26, 0, 0))
    around = [polar((6, 34), 1.0, 360 * k / 15 + rng.uniform(-6, 6)) for k in range(15)]
    pebbles = merged(
        ellipse((6 + 104 * (px - 6), 34 + 30 * (py - 34)), rng.uniform(6, 12), rng.uniform(4, 7))
        for px, py in around
        if py > 33.7
    )
    place = f"translate({x:g} {y:g}) scale({size:g})"
    facet = joined(spline([(6, -146), (22, -96), (8, -44), (26, 12)]), polyline([(90, 12), (90, -160)]))
    cracks = merged(
        swelling_stroke([(x, y), (x + 6, y + 16), (x - 3, y + long)], [0, 2.6, 0])
        for x, y, long in ((-34, -96, 40), (-50, -44, 30), (0, -60, 26))
    )
    yield group(
        path(lean.d(1), fill="url(#graves-cast)"),
        path(ellipse((14, 5), 84, 15).d(1), class_="fill-near", opacity=0.6),
        path(pebbles.translate(7, 4).d(1), class_="fill-near", opacity=0.6),
        path(pebbles.d(1), class_="fill-second", opacity=0.8),
        path(stone.d(1), fill="url(#graves-stone)"),
        path((stone & facet).d(1), class_="fill-far", opacity=0.72),
        path(cracks.d(1), class_="fill-far", opacity=0.55),
        path(shade(stone, -6, -5).d(1), class_="fill-ink", opacity=0.55),
        transform=place,
    )


def dove() -> Path:
    """A dove on the ground, seen from its side, its feet in the origin, 60 units long."""
    body = spline(
        [(-30, -40), (-24, -48, 0), (-15, -42), (-8, -32), (10, -25), (30, -17), (54, -10), (52, -5), (24, -7), (8, -5), (-12, -7), (-28, -20), (-26, -32)],
        closed=True, corners=(6, 7),
    )  # fmt: skip
    beak = polyline([(-29, -43), (-36, -39), (-28, -38)], closed=True)
    legs = merged([rectangle(-6, -8, 2, 8), rectangle(2, -7, 2, 7)])
    return body + beak + legs


def _doves() -> Iterator[str]:
    for x, y, size, flip in ((26, 178, 1.15, 1), (-96, 158, 0.95, -1), (404, 150, 0.86, 1)):
        bird = dove().scale(size * flip, size).translate(x, y)
        wing = (
            spline([(-10, -28), (12, -25), (44, -10), (14, -11), (-6, -16)], closed=True, corners=(0, 2))
            .scale(size * flip, size)
            .translate(x, y)
        )
        yield group(
            path(ellipse((x + 34 * size, y + 1), 44 * size, 5 * size).d(1), class_="fill-near", opacity=0.6),
            path(bird.d(1), class_="fill-ink"),
            path(wing.d(1), class_="fill-second", opacity=0.8),
        )


SCENE = Landscape(_paints, _far, _near)
