"""The standard of Tasua before a blood-red light: steel blades over a beam, black cloths, one green thread. The origin is
the middle of the beam."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from art.drawing import minus
from art.layouts import kit
from art.layouts.kit import el, group, path
from art.scenes import DEPTH, Landscape, backlit
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import circle, mirrored, polyline, rectangle, sector, spline, swelling_stroke

BLADES = ((0.0, 470.0, 0.86), (132.0, 300.0, 0.74), (250.0, 236.0, 0.7), (356.0, 176.0, 0.7))
"""The blades on the beam, those at the right once: the middle, the height, the breadth."""


def _paints() -> Iterator[str]:
    yield from (
        kit.radial(
            "standard-light",
            0,
            -190,
            720,
            (0, "accent-light", 1),
            (0.2, "glow", 1),
            (0.48, "glow", 0.5),
            (1, "glow", 0),
        ),
        kit.radial("standard-core", 0, -200, 250, (0, "ink", 0.85), (0.4, "accent-light", 0.7), (1, "accent-light", 0)),
        kit.linear("standard-cloth", 0, 0, 0, 420, (0, "far", 1), (0.3, "near", 1), (1, "near", 1)),
        kit.linear("standard-fold", 0, 20, 0, 420, (0, "accent-light", 0.7), (0.5, "glow", 0.34), (1, "glow", 0.05)),
    )  # fmt: skip


def _far() -> Iterator[str]:
    yield el("circle", cx=0, cy=-190, r=720, fill="url(#standard-light)")
    yield path(_rays().d(1), class_="fill-near", opacity=0.12)
    yield el("circle", cx=0, cy=-200, r=250, fill="url(#standard-core)")
    yield from _dust()


def _near() -> Iterator[str]:
    yield path(rectangle(-13, 0, 26, DEPTH).d(1), class_="fill-near")
    yield from _cloths()
    yield from _blades()
    yield from _beam()
    yield group(*_thread(), transform="translate(412 0)")


def _rays() -> Path:
    """Broken shafts of shade between the light."""
    rng = Random(10)
    return merged(
        sector((0, -200), 1900, 150 + rng.uniform(0, 160), a, a + rng.uniform(2, 7)) for a in range(0, 360, 13)
    )


def _dust() -> Iterator[str]:
    rng = Random(3)
    yield path(
        merged(circle((rng.gauss(0, 330), rng.gauss(-180, 170)), rng.choice((1.2, 1.8, 2.6))) for _ in range(90)).d(1),
        class_="fill-ink", opacity=0.4,
    )  # fmt: skip


def _blade(height: float, breadth: float) -> Path:
    """A steel blade on the origin, its heart pierced: a cypress drop within the drop."""
    w = 0.2 * height * breadth
    outer = mirrored(
        spline(
            [
                (0, -height, 78),
                (0.16 * w, -0.86 * height),
                (w, -0.4 * height, 92),
                (0.42 * w, -0.08 * height),
                (0.3 * w, 0),
                (0, 0, 180),
            ]
        )
    )
    hole = mirrored(
        spline(
            [
                (0, -0.74 * height, 74),
                (0.66 * w, -0.4 * height, 92),
                (0.2 * w, -0.17 * height),
                (0, -0.15 * height, 180),
            ]
        )
    )
    heart = mirrored(
        spline(
            [(0, -0.64 * height, 70), (0.4 * w, -0.4 * height, 92), (0.1 * w, -0.25 * height), (0, -0.22 * height, 180)]
        )
    )
    curls = merged(
        swelling_stroke(
            [
                (way * 0.36 * w, -0.06 * height),
                (way * 1.05 * w, -0.02 * height),
                (way * 1.3 * w, -0.14 * height),
                (way * 1.02 * w, -0.19 * height),
            ],
            [0.16 * w, 0.13 * w, 0.09 * w, 0.02 * w],
        )
        for way in (-1, 1)
    )
    neck = swelling_stroke([(0, -0.72 * height), (0, -0.6 * height)], [0.05 * w, 0.1 * w])
    return (minus(outer, hole) | heart | neck | curls) if height else outer


def _blades() -> Iterator[str]:
    for x, height, breadth in reversed(BLADES):
        for way in (-1, 1) if x else (1,):
            steel = _blade(height, breadth).translate(way * x, -14)
            yield backlit(steel, rim=4, strength=0.9)
            yield path(steel.translate(-2, 0).d(1), class_="fill-far", opacity=0.28)


def _beam() -> Iterator[str]:
    """The beam, bowed a little, its ends curled, an orb in its middle."""
    bar = joined(
        spline([(-470, -14), (-240, -18), (0, -26), (240, -18), (470, -14)]),
        spline([(470, 12), (240, 14), (0, 20), (-240, 14), (-470, 12)]),
    )
    ends = merged(
        swelling_stroke(
            [(way * 466, 0), (way * 500, 6), (way * 518, 34), (way * 500, 60), (way * 480, 48)], [26, 22, 17, 11, 5]
        )
        for way in (-1, 1)
    )
    knobs = merged(circle((way * x, -2), 12) for x, _, _ in BLADES[1:] for way in (-1, 1))
    yield backlit(bar | ends, rim=4, strength=0.9)
    yield backlit(knobs, rim=2.4, strength=0.7)
    yield backlit(circle((0, -4), 40), rim=4, strength=0.9)
    yield path(circle((0, -4), 25).d(1), fill="none", class_="stroke-accent-light", stroke_width=2, opacity=0.7)


def _cloths() -> Iterator[str]:
    """Black cloths hang from the beam in folds; the light comes over their edges."""
    rng = Random(8)
    strips = [
        (-360.0, 120.0, 330.0),
        (360.0, 120.0, 340.0),
        (-246.0, 150.0, 420.0),
        (246.0, 150.0, 410.0),
        (-92.0, 200.0, 480.0),
        (92.0, 200.0, 480.0),
    ]
    for x, width, deep in strips:
        w = width / 2
        sway = rng.uniform(-10, 10)
        body = joined(
            polyline([(x - w, 6), (x + w, 6)]),
            spline([(x + w, 6), (x + 0.86 * w + sway, 0.5 * deep), (x + 1.06 * w, deep)]),
            spline(
                [(x + 1.06 * w, deep), (x + 0.4 * w, deep + 26), (x - 0.3 * w, deep + 2), (x - 1.06 * w, deep + 24)]
            ),
            spline([(x - 1.06 * w, deep + 24), (x - 0.86 * w + sway, 0.5 * deep), (x - w, 6)]),
        )
        folds = merged(
            swelling_stroke(
                [(x + at * w, 10), (x + 0.9 * at * w + sway, 0.5 * deep), (x + 1.04 * at * w, 0.96 * deep)], [3, 9, 4]
            )
            for at in (-0.7, -0.25, 0.2, 0.66)
        )
        yield kit.shadow(body.d(1), ((26, 0.14), (12, 0.2)))
        yield path(body.d(1), fill="url(#standard-cloth)")
        yield path(folds.d(1), fill="url(#standard-fold)")
        yield path(body.stroke(1.6).d(1), class_="fill-glow", opacity=0.55)


def _thread() -> Iterator[str]:
    """A green thread wound round the beam, its end loose."""
    wound = merged(swelling_stroke([(x + 4, -17), (x - 3, 14)], [6, 6]) for x in (-15, -5, 5, 15))
    end = swelling_stroke([(14, 12), (24, 40), (14, 66), (26, 96)], [5, 5, 4, 1.5])
    yield path((wound | end).d(1), class_="fill-second")


SCENE = Landscape(_paints, _far, _near)
