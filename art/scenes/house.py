"""The old house of Khomein by night: mud brick between two towers, one lit window and its light in the pool, a black cloth
over the gate."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from art.layouts import kit
from art.layouts.kit import el, group, path
from art.parts.building import arch
from art.scenes import DEPTH, REACH, Landscape, haze
from engine.ornament.growth import noise
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import circle, ellipse, mirrored, polygon, polyline, rectangle, spline, swelling_stroke

WINDOW = (-156.0, -118.0)
"""Where the lit window's sill is."""


def _paints() -> Iterator[str]:
    x, y = WINDOW
    yield from (
        kit.radial("house-sky", 420, -380, 900, (0, "second", 0.5), (0.35, "glow", 0.42), (1, "glow", 0)),
        kit.linear("house-wall", 0, -250, 0, 0, (0, "glow", 0.75), (0.5, "far", 1), (1, "deep", 1)),
        kit.linear("house-tower", -95, 0, 95, 0, (0, "deep", 1), (0.35, "far", 1), (0.8, "glow", 0.85), (1, "second", 0.7)),
        kit.linear("house-court", 0, 0, 0, 300, (0, "far", 1), (0.5, "deep", 1), (1, "near", 1)),
        kit.radial("house-lamp", x, y - 30, 300, (0, "accent-light", 0.85), (0.2, "accent", 0.5), (0.55, "accent", 0.14), (1, "accent", 0)),
        kit.linear("house-pane", 0, y - 74, 0, y, (0, "accent-light", 1), (1, "accent", 1)),
        kit.linear("house-water", 0, 34, 0, 178, (0, "glow", 0.5), (0.5, "second", 0.42), (1, "glow", 0.8)),
        kit.linear("house-gold", 0, 40, 0, 176, (0, "accent-light", 1), (0.6, "accent", 0.9), (1, "accent", 0.1)),
        el("clipPath", path(_pool().d(1)), id="house-pool"),
        el("radialGradient", *kit.stops(((0, "glow", 0.4), (0.5, "glow", 0.16), (1, "glow", 0))), id="house-mist",
            gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1),
    )  # fmt: skip


def _far() -> Iterator[str]:
    yield el("circle", cx=420, cy=-380, r=900, fill="url(#house-sky)")
    yield path(_stars().d(1), class_="fill-ink", opacity=0.6)
    yield path(_town().d(1), class_="fill-far", opacity=0.55)
    yield from haze("house-mist", ((0, -90, 900, 90),))


def _near() -> Iterator[str]:
    yield from _tower(-366, 150, 330)
    yield from _walls()
    yield from _tower(352, 172, 352)
    yield from _window()
    yield from _gate()
    yield path(rectangle(-REACH, 0, 2 * REACH, DEPTH).d(0), fill="url(#house-court)")
    yield path(rectangle(-REACH, 0, 2 * REACH, 3).d(0), class_="fill-second", opacity=0.4)
    yield path(_paving().d(1), fill="none", class_="stroke-glow", stroke_width=1.6, opacity=0.28)
    yield from _water()


def _stars() -> Path:
    rng = Random(29)
    return merged(
        circle((rng.uniform(-1600, 1600), rng.uniform(-700, -210)), rng.choice((0.9, 1.3, 2.0))) for _ in range(130)
    )


def _town() -> Path:
    """Roofs and poplars behind the house."""
    rng, found = Random(5), []
    for k in range(100):
        x = -3200 + 64 * k
        found.append(rectangle(x, -130 - rng.uniform(0, 70), 80, 240))
        if k % 3 == 0:
            tall = rng.uniform(230, 330)
            found.append(
                spline(
                    [(x, -60), (x - 15, -0.55 * tall), (x, -tall), (x + 15, -0.55 * tall)], closed=True, corners=(2,)
                )
            )
    return merged(found)


def _tower(x: float, width: float, height: float) -> Iterator[str]:
    """A round watch-tower of mud brick, wider at its foot, with slits and a crown of merlons."""
    w = width / 2
    body = polygon([(-w * 1.14, 4), (-w * 0.92, -height), (w * 0.92, -height), (w * 1.14, 4)])
    crown = polygon(
        [
            (-w * 0.98, -height - 26),
            (w * 0.98, -height - 26),
            (w * 0.98, -height - 10),
            (w * 0.92, 0 - height),
            (-w * 0.92, -height),
            (-w * 0.98, -height - 10),
        ]
    )
    teeth = merged(
        polygon([(a, -height + 6), (a + 7, -height - 7), (a + 14, -height + 6)])
        for a in (-w * 0.88 + 20 * k for k in range(int(w * 1.7 / 20)))
    )
    belts = merged(
        swelling_stroke([(-w * 0.96, -height * at), (0, -height * at + 9), (w * 0.96, -height * at)], [4, 5, 4])
        for at in (0.94, 0.8, 0.75)
    )
    slits = merged(rectangle(a - 5, -height * 0.62, 10, 34, 5) for a in (-w * 0.42, w * 0.3)) + merged(
        rectangle(a - 5, -height * 0.9, 10, 24, 5) for a in (-w * 0.62, -w * 0.1, w * 0.5)
    )
    yield group(
        path((body + crown).d(1), class_="fill-near"),
        path((body + crown).d(1), fill="url(#house-tower)"),
        path(_courses(-w, w, -height * 0.7, 0, int(x)).d(1), class_="fill-near", opacity=0.25),
        path((body + crown).d(1), class_="fill-accent-deep", opacity=0.2),
        path((belts + teeth).d(1), class_="fill-near", opacity=0.6),
        path(slits.d(1), class_="fill-near", opacity=0.9),
        transform=f"translate({x:g} 0)",
    )


def _courses(left: float, right: float, top: float, bottom: float, seed: int) -> Path:
    """Where plaster has fallen: the shadows of single bricks."""
    rng, found = Random(seed), []
    rows = int((bottom - top) / 11)
    for row in range(rows):
        for _ in range(int((right - left) / 90) + 1):
            x = rng.uniform(left, right - 24)
            found.append(rectangle(x, top + 11 * row, rng.uniform(12, 24), 3))
    return merged(found)


def _walls() -> Iterator[str]:
    """The house between its towers and the garden walls that run on to both sides, their tops worn."""
    wander = noise(3, octaves=3)

    def top(x: float) -> float:
        level = -238 if -300 < x < 290 else -158
        return level - 4 * wander(x / 60)

    edge = [
        (x, top(x))
        for x in (*range(-4000, -300, 60), -301.0, -299.0, *range(-280, 290, 60), 289.0, 291.0, *range(320, 4001, 60))
    ]
    mass = joined(polyline([(float(x), y) for x, y in edge]), polyline([(REACH, 4), (-REACH, 4)]))
    niches = merged(arch(54, 104, 30).translate(a, -104) for a in (-246, -66, 66, 156, 246))
    yield path(mass.d(1), class_="fill-near")
    yield path(mass.d(1), fill="url(#house-wall)")
    yield path(mass.d(1), class_="fill-accent-deep", opacity=0.24)
    yield path(rectangle(-300, -222, 590, 6).d(1), class_="fill-near", opacity=0.5)
    yield path(niches.d(1), class_="fill-near", opacity=0.5)
    yield path(_courses(-1500, 1500, -140, 0, 2).d(1), class_="fill-near", opacity=0.3)


def _window() -> Iterator[str]:
    """One window of coloured panes with a lamp behind it."""
    x, y = WINDOW
    opening = arch(58, 92, 30).translate(x, y)
    bars = merged([rectangle(x - 1.6, y - 92, 3.2, 92), *(rectangle(x - 29, y - at, 58, 3) for at in (22, 44, 64))])
    yield el("circle", cx=x, cy=y - 30, r=300, fill="url(#house-lamp)")
    yield path(opening.offset(8).d(1), class_="fill-near", opacity=0.8)
    yield path(opening.d(1), fill="url(#house-pane)")
    yield path((bars & opening).d(1), class_="fill-near", opacity=0.85)
    yield path(rectangle(x - 38, y, 76, 7).d(1), class_="fill-accent", opacity=0.7)


def _gate() -> Iterator[str]:
    """The gate in its recess, and the black cloth that hangs over it."""
    recess, door = arch(142, 208, 66), arch(104, 168, 50)
    leaf = merged(
        [rectangle(-2, -160, 4, 160), *(circle((a, b), 3.4) for a in (-36, -22, 22, 36) for b in (-30, -62, -94))]
    )
    cloth = joined(
        polyline([(-84, -238), (84, -238)]),
        spline([(84, -238), (80, -160), (88, -82)]),
        spline([(88, -82), (56, -74), (28, -86), (-4, -75), (-34, -86), (-60, -75), (-88, -84)]),
        spline([(-88, -84), (-80, -160), (-84, -238)]),
    )
    folds = merged(
        swelling_stroke([(x, -234), (1.02 * x + 3, -160), (1.05 * x, -84)], [2, 6, 3]) for x in (-62, -33, -4, 28, 57)
    )
    yield path(recess.d(1), class_="fill-deep")
    yield path(recess.stroke(4).d(1), class_="fill-glow", opacity=0.5)
    yield path(door.d(1), class_="fill-near")
    yield path(leaf.d(1), class_="fill-far")
    yield kit.shadow(cloth.d(1), ((16, 0.14), (8, 0.2)), 5)
    yield path(cloth.d(1), class_="fill-near")
    yield path(folds.d(1), class_="fill-glow", opacity=0.42)
    yield path(rectangle(-90, -243, 180, 6, 3).d(1), class_="fill-second", opacity=0.7)


def _pool() -> Path:
    """The heart-shaped pool of the yard, its point towards us, seen from above."""
    return mirrored(spline([(0, 62, -50), (110, 34, 0), (214, 66, 90), (120, 124), (0, 178, 152)]))


def _paving() -> Path:
    """Joints of the yard's bricks, in perspective."""
    levels = merged(polyline([(-REACH, y), (REACH, y)]) for y in (14, 32, 56, 88, 130, 186, 258))
    return levels + merged(polyline([(90 * k, 0), (260 * k, 300)]) for k in range(-20, 21))


def _water() -> Iterator[str]:
    """The pool, its kerb, the lit window in it and a breath of wind."""
    pool, rng = _pool(), Random(6)
    x = WINDOW[0] * 0.66
    gold = merged(
        swelling_stroke([(x - half, y), (x + rng.uniform(-6, 6), y + 1), (x + half, y)], [0, 5.4, 0])
        for y, half in ((46 + 6.4 * k, 30 - 0.6 * k + rng.uniform(-9, 9)) for k in range(14))
    )
    ripples = merged(
        swelling_stroke([(a, b), (a + half, b + 2), (a + 2 * half, b)], [0, 2, 0])
        for a, b, half in ((rng.uniform(-240, 180), rng.uniform(44, 164), rng.uniform(18, 44)) for _ in range(26))
    )
    yield path(pool.offset(14).translate(0, 7).d(1), class_="fill-near")
    yield path(pool.offset(11).d(1), class_="fill-second", opacity=0.75)
    yield path(pool.offset(4).d(1), class_="fill-near")
    yield group(
        path(pool.d(1), class_="fill-deep"),
        path(pool.d(1), fill="url(#house-water)"),
        path(ripples.d(1), class_="fill-ink", opacity=0.35),
        path(ellipse((x, 90), 80, 58).d(1), class_="fill-accent", opacity=0.16),
        path(gold.d(1), fill="url(#house-gold)"),
        clip_path="url(#house-pool)",
    )


SCENE = Landscape(_paints, _far, _near, down=94, size=0.75)
