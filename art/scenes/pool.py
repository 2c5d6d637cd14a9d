"""Ghadir: the still pool in the desert, light that comes down on it, palms far off."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, sin, tau
from random import Random

from art.layouts import kit
from art.layouts.kit import el, group, path
from art.parts.light import four_star
from art.scenes import DEPTH, REACH, Landscape, haze
from art.scenes.trees import palm
from engine.ornament.growth import noise
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import circle, polygon, polyline, rectangle, spline, swelling_stroke

MIDDLE, ACROSS, ALONG = 112.0, 430.0, 82.0
"""The pool: how far its middle lies below the horizon, and its half axes."""


def _paints() -> Iterator[str]:
    shore = _shore()
    yield from (
        kit.radial("pool-sky", 0, 0, 760, (0, "accent-light", 0.9), (0.16, "glow", 0.8), (0.45, "glow", 0.36), (1, "glow", 0)),
        kit.linear("pool-shaft", 0, -760, 0, 120, (0, "accent-light", 0), (0.5, "accent-light", 0.2), (1, "ink", 0.7)),
        kit.linear("pool-land", 0, 0, 0, 300, (0, "far", 1), (0.5, "deep", 1), (1, "near", 1)),
        kit.radial("pool-lit", 0, MIDDLE, 760, (0, "glow", 0.75), (0.5, "glow", 0.34), (1, "glow", 0), transform=f"translate(0 {MIDDLE * 0.72:g}) scale(1 0.28)"),
        kit.radial("pool-water", 0, MIDDLE, ACROSS, (0, "ink", 1), (0.3, "accent-light", 0.95), (0.62, "glow", 0.9), (1, "far", 1),
            transform=f"translate(0 {MIDDLE * (1 - ALONG / ACROSS):g}) scale(1 {ALONG / ACROSS:g})"),
        el("clipPath", path(shore.d(1)), id="pool-shore"),
        el("radialGradient", *kit.stops(((0, "glow", 0.5), (0.5, "glow", 0.2), (1, "glow", 0))), id="pool-mist",
            gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1),
    )  # fmt: skip


def _far() -> Iterator[str]:
    shore = _shore()
    yield el("circle", cx=0, cy=0, r=760, fill="url(#pool-sky)")
    yield from _shafts()
    yield path(_hills(3, 96, 340).d(1), class_="fill-far", opacity=0.5)
    yield path(_hills(9, 44, 210).d(1), class_="fill-far", opacity=0.8)
    yield from haze("pool-mist", ((0, -10, 1100, 60),))
    yield path(_grove(21, 30, 190, 1500, 54, 84).d(1), class_="fill-deep", opacity=0.75)
    yield path(rectangle(-REACH, 0, 2 * REACH, DEPTH).d(0), fill="url(#pool-land)")
    yield el("circle", cx=0, cy=MIDDLE, r=760, fill="url(#pool-lit)")
    yield path(_dunes().d(1), fill="none", class_="stroke-glow", stroke_width=1.6, opacity=0.3)
    yield from _water(shore)


def _near() -> Iterator[str]:
    yield path(
        merged(palm(tall, seed=n).translate(x, y) for n, (x, y, tall) in enumerate(NEAR)).d(1), class_="fill-near"
    )
    yield path(merged(four_star((x, y), r) for x, y, r in STARS).d(1), class_="fill-accent-light")


NEAR = (
    (-470, 92, 250),
    (-396, 60, 178),
    (446, 84, 204),
    (396, 52, 160),
    (-620, 130, 280),
    (-760, 90, 220),
    (-960, 110, 240),
)
"""Palms by the shore: the middle, the foot, how tall."""

STARS = ((-250, -120, 13), (214, -170, 15), (-96, -236, 10), (320, -96, 10), (120, -80, 9), (-340, -210, 10))


def _shafts() -> Iterator[str]:
    """Light comes down on the water."""
    for top, foot, opacity in ((340, 300, 0.34), (220, 190, 0.45), (110, 90, 0.6)):
        beam = polygon([(-top * 0.35, -1100), (top * 0.35, -1100), (foot, MIDDLE), (-foot, MIDDLE)])
        yield group(path(beam.d(0), fill="url(#pool-shaft)"), opacity=opacity)


def _hills(seed: int, rise: float, length: float) -> Path:
    """A line of hills, low in front of the light."""
    wander = noise(seed, octaves=3)
    crest = [
        (float(x), 4 - rise * min(1, 0.15 + abs(x) / 620) * (0.6 + 0.4 * wander(x / length)))
        for x in range(-4000, 4001, 100)
    ]
    return joined(spline(crest), polyline([(REACH, 30), (-REACH, 30)]))


def _grove(seed: int, count: int, inner: float, outer: float, low: float, high: float) -> Path:
    """Palms far off on both sides."""
    rng = Random(seed)
    return merged(
        palm(rng.uniform(low, high), seed=n).translate((-1) ** n * (inner + (outer - inner) * rng.random() ** 1.4), 5)
        for n in range(count)
    )


def _dunes() -> Path:
    """Fine lines of the wind in the sand."""
    return merged(
        spline([(x, y + (8 + 0.03 * y) * sin(x / (150 + y) + n)) for x in range(-2000, 2001, 200)])
        for n, y in enumerate((16, 34, 60, 96, 222, 262))
    )


def _shore() -> Path:
    """The outline of the pool, not quite an ellipse."""
    wander = noise(14, octaves=2)
    points = []
    for k in range(18):
        a = tau * k / 18
        r = 1 + 0.07 * wander(k * 0.8)
        points.append((ACROSS * r * cos(a), MIDDLE + ALONG * r * sin(a)))
    return spline(points, closed=True)


def _water(shore: Path) -> Iterator[str]:
    rng = Random(2)
    rings = [(0.14 + 0.15 * k, 0.85 - 0.13 * k) for k in range(6)]
    glints = merged(
        swelling_stroke([(x - w, y), (x, y + 1.5), (x + w, y)], [0, 3.4, 0])
        for x, y, w in ((rng.gauss(0, 150), MIDDLE + rng.uniform(-66, 70), rng.uniform(14, 46)) for _ in range(46))
    )
    yield path(shore.offset(9).translate(0, 5).d(1), class_="fill-near", opacity=0.7)
    yield path(shore.offset(5).d(1), class_="fill-accent", opacity=0.85)
    yield path(shore.d(1), class_="fill-far")
    yield group(
        path(shore.d(1), fill="url(#pool-water)"),
        *(
            el("ellipse", cx=0, cy=MIDDLE, rx=ACROSS * at, ry=ALONG * at, fill="none", class_="stroke-accent-deep", stroke_width=2.4, opacity=part * 0.6)
            for at, part in rings
        ),
        path(glints.d(1), class_="fill-ink", opacity=0.8),
        clip_path="url(#pool-shore)",
    )  # fmt: skip
    yield path(
        merged(
            circle((x, MIDDLE + ALONG + y), r)
            for x, y, r in ((-230, 0, 12), (-262, -6, 8), (300, -18, 10), (262, -4, 7), (40, 14, 9))
        )
        .scale(1, 0.6, (0, MIDDLE + ALONG))
        .d(1),
        class_="fill-near",
    )


SCENE = Landscape(_paints, _far, _near)
