"""The Kaaba in the morning: the black cube on the white court, pilgrims in white around it, an arcade far off."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, sin, tau
from random import Random

from art.layouts import kit
from art.layouts.kit import el, group, path
from art.parts.building import arch
from art.scenes import DEPTH, REACH, Landscape
from art.symbols.sacred import patch
from engine.ornament.path import merged
from engine.ornament.pen import circle, ellipse, polygon, rectangle

BASE = 78.0
"""How far below the horizon the pilgrims' rings have their middle."""

LEFT = ((-222.0, -262.0), (-50.0, -300.0), (-50.0, 92.0), (-222.0, 56.0))
RIGHT = ((-50.0, -300.0), (228.0, -252.0), (228.0, 50.0), (-50.0, 92.0))
"""The two faces that are seen, from the left top round."""


def _paints() -> Iterator[str]:
    yield from (
        kit.radial("kaaba-sky", 0, -160, 700, (0, "glow", 1), (0.3, "glow", 0.9), (1, "glow", 0)),
        kit.linear("kaaba-court", 0, 0, 0, 300, (0, "deep", 1), (0.2, "glow", 1), (0.62, "ground", 1), (1, "far", 1)),
        el("clipPath", path(rectangle(-REACH, 8, 2 * REACH, DEPTH).d(0)), id="kaaba-floor"),
        kit.linear("kaaba-gold", -222, -220, 228, -120, (0, "second", 1), (0.35, "metal-3", 1), (0.5, "glow", 1), (0.65, "metal-3", 1), (1, "second", 1)),
        kit.linear("kaaba-door", 0, -80, 0, 20, (0, "metal-3", 1), (0.4, "glow", 1), (0.6, "metal-3", 1), (1, "second", 1)),
        kit.linear("kaaba-cast", 0, 0, 620, 0, (0, "near", 0.5), (0.6, "near", 0.16), (1, "near", 0)),
    )  # fmt: skip


def _far() -> Iterator[str]:
    yield el("circle", cx=0, cy=-160, r=700, fill="url(#kaaba-sky)")
    yield from _arcade()
    yield path(rectangle(-REACH, 0, 2 * REACH, DEPTH).d(0), fill="url(#kaaba-court)")
    yield from _rings()
    yield from _pilgrims(behind=True)


def _near() -> Iterator[str]:
    yield path(polygon([(228, 50), (-50, 92), (470, 128), (700, 70)]).d(1), fill="url(#kaaba-cast)")
    yield from _cube()
    yield from _pilgrims(behind=False)


def _arcade() -> Iterator[str]:
    """The arcade of the court and two slim minarets, pale in the distance."""
    wall = rectangle(-REACH, -58, 2 * REACH, 62)
    arches = merged(arch(30, 40, 18).translate(x, 0) for x in range(-3980, 4000, 44))
    towers = []
    for x in (-470, 452, -1180, 1160):
        towers += [
            polygon([(x - 13, 0), (x - 10, -250), (x + 10, -250), (x + 13, 0)]),
            polygon([(x - 19, -128), (x + 19, -128), (x + 15, -116), (x - 15, -116)]),
            polygon([(x - 19, -232), (x + 19, -232), (x + 15, -220), (x - 15, -220)]),
            polygon([(x - 7, -250), (x, -318), (x + 7, -250)]),
        ]
    yield group(path((wall + merged(towers)).d(1), class_="fill-far"), opacity=0.62)
    yield path(arches.d(1), class_="fill-glow", opacity=0.75)


def _rings() -> Iterator[str]:
    """Rings of the marble floor around the cube."""
    rings = (330 + 96 * k + 10 * k * k for k in range(7))
    yield group(
        *(
            el("ellipse", cx=0, cy=BASE, rx=r, ry=0.2 * r, fill="none", class_="stroke-far", stroke_width=1.6)
            for r in rings
        ),
        clip_path="url(#kaaba-floor)",
        opacity=0.75,
    )


def _pilgrims(*, behind: bool) -> Iterator[str]:
    """People in white who go around, the nearer the larger: those beyond the cube, or those before it."""
    rng = Random(14)
    people = []
    for n in range(640):
        r = 300 + 700 * (n / 640) ** 1.25 + rng.uniform(-16, 16)
        a = rng.uniform(0, tau)
        x, y = r * cos(a), BASE + 0.2 * r * sin(a)
        beyond = sin(a) < 0
        if beyond == behind and y > 10:
            people.append((y, x, (9 + 0.075 * y) * rng.uniform(0.9, 1.1)))
    people.sort()
    robes = merged(ellipse((x, y - 0.5 * s), 0.3 * s, 0.56 * s) for y, x, s in people)
    heads = merged(circle((x, y - 1.18 * s), 0.17 * s) for y, x, s in people)
    casts = merged(ellipse((x + 0.5 * s, y + 0.02 * s), 0.7 * s, 0.17 * s) for y, x, s in people)
    yield path(casts.d(0), class_="fill-near", opacity=0.3)
    yield path(robes.translate(1.2, 0.6).d(0), class_="fill-near", opacity=0.45)
    yield path(robes.d(1), class_="fill-glow")
    yield path(heads.d(1), class_="fill-ink", opacity=0.85)


def _cube() -> Iterator[str]:
    left, right = polygon(LEFT), polygon(RIGHT)
    plinth = polygon([(-234, 60), (-222, 42), (-50, 78), (228, 36), (242, 54), (-50, 104)])
    weave = merged(
        patch(face, u, v, u + 0.5 * wide, v + 0.012)
        for face, wide in ((LEFT, 0.09), (RIGHT, 0.056))
        for v in (0.06, 0.12, 0.18, 0.46, 0.54, 0.62, 0.7, 0.78, 0.86)
        for u in (wide * (k + 0.25) for k in range(round(1 / wide) - 1))
    )
    bands = merged(patch(face, 0, 0.25, 1, 0.335) for face in (LEFT, RIGHT))
    rims = merged(patch(face, 0, v, 1, v + 0.008) for face in (LEFT, RIGHT) for v in (0.236, 0.342))
    script = merged(
        patch(face, u, 0.268 + 0.012 * (k % 2), u + 0.62 * wide, 0.318 - 0.01 * (k % 3))
        for face, wide in ((LEFT, 0.125), (RIGHT, 0.0715))
        for k, u in enumerate(wide * (n + 0.2) for n in range(round(1 / wide)))
    )
    plates = merged(
        patch(face, u, 0.37, u + w, 0.37 + 0.028) for face, w in ((LEFT, 0.16), (RIGHT, 0.1)) for u in (0.16, 0.62)
    )
    door, panel = patch(RIGHT, 0.15, 0.52, 0.33, 0.82), patch(RIGHT, 0.175, 0.55, 0.305, 0.81)
    leaf = merged(
        [
            patch(RIGHT, 0.238, 0.56, 0.242, 0.8),
            *(patch(RIGHT, a, v, a + 0.045, v + 0.08) for a in (0.188, 0.247) for v in (0.57, 0.68)),
        ]
    )
    yield path(plinth.d(1), class_="fill-glow")
    yield path(polygon([(-50, 78), (228, 36), (242, 54), (-50, 104)]).d(1), class_="fill-far")
    yield path(left.d(1), class_="fill-ink")
    yield path(right.d(1), class_="fill-ink")
    yield path(right.d(1), class_="fill-far", opacity=0.1)
    yield path(weave.d(1), class_="fill-far", opacity=0.16)
    yield path((bands + rims + plates).d(1), fill="url(#kaaba-gold)")
    yield path(script.d(1), class_="fill-ink", opacity=0.55)
    yield path(door.d(1), fill="url(#kaaba-gold)")
    yield path(panel.d(1), class_="fill-ink", opacity=0.35)
    yield path(panel.d(1), fill="url(#kaaba-door)", opacity=0.85)
    yield path(leaf.d(1), class_="fill-ink", opacity=0.35)
    yield path(polygon([(-52, -300), (-48, -300), (-48, 92), (-52, 92)]).d(1), class_="fill-far", opacity=0.35)
    yield path(
        polygon([LEFT[0], LEFT[1], RIGHT[1], (228, -247), (-50, -294), (-222, -257)]).d(1),
        class_="fill-glow",
        opacity=0.4,
    )


SCENE = Landscape(_paints, _far, _near, down=70, size=0.68)
