"""The road of Arbaeen: walkers from behind on the way to a dome far off in the light."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from art.layouts import kit
from art.layouts.kit import el, group, path
from art.parts.building import shell
from art.parts.people import banner, man, woman
from art.scenes import DEPTH, REACH, Landscape, backlit, haze
from art.scenes.trees import palm
from engine.ornament.growth import noise
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import circle, polygon, polyline, rectangle, spline, swelling_stroke

NEAR = (
    (-404, 268, 296, "pack"),
    (-292, 226, 212, "woman"),
    (-222, 216, 128, "man"),
    (446, 300, 336, "woman"),
    (276, 220, 214, "man"),
    (352, 226, 222, "pack"),
    (-560, 232, 232, "woman"),
    (616, 232, 244, "man"),
    (-690, 240, 236, "man"),
    (-830, 262, 262, "woman"),
    (800, 250, 256, "pack"),
)
"""Who walks near: the middle, the feet, how tall, and who."""


def _paints() -> Iterator[str]:
    yield from (
        kit.radial("road-sun", 0, -14, 620, (0, "glow", 1), (0.22, "glow", 0.8), (0.5, "glow", 0.34), (1, "glow", 0)),
        kit.radial("road-core", 0, -10, 210, (0, "ink", 1), (0.3, "ink", 0.72), (0.65, "ink", 0.2), (1, "ink", 0)),
        kit.linear("road-land", 0, 0, 0, 300, (0, "far", 1), (0.4, "deep", 1), (1, "near", 1)),
        kit.linear("road-way", 0, 0, 0, 300, (0, "ink", 0.95), (0.12, "glow", 1), (0.5, "glow", 0.5), (1, "glow", 0.06)),
        kit.linear("road-dome", -33, 0, 33, 0, (0, "glow", 1), (0.3, "ink", 1), (0.65, "glow", 1), (1, "accent-light", 1)),
        el("radialGradient", *kit.stops(((0, "glow", 0.6), (0.5, "glow", 0.26), (1, "glow", 0))), id="road-dust",
            gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1),
    )  # fmt: skip


def _far() -> Iterator[str]:
    yield el("circle", cx=0, cy=-14, r=620, fill="url(#road-sun)")
    yield from _sky()
    yield el("circle", cx=0, cy=-10, r=210, fill="url(#road-core)")
    yield _shrine()
    yield group(path(_palms().d(1), class_="fill-near"), opacity=0.55)
    yield path(_hills().d(1), class_="fill-far", opacity=0.9)
    yield path(rectangle(-REACH, 0, 2 * REACH, DEPTH).d(0), fill="url(#road-land)")
    yield path(_way().d(1), fill="url(#road-way)")
    yield path(_ruts().d(1), class_="fill-near", opacity=0.28)
    yield from haze("road-dust", ((0, 6, 560, 40),))
    yield backlit(_crowd(3, 16.0, 30.0, 42), rim=0.8, strength=0.5)
    yield backlit(_crowd(8, 34.0, 56.0, 18), rim=1.2, strength=0.6)
    yield from haze("road-dust", ((-180, 60, 420, 60), (230, 66, 460, 56)))


def _near() -> Iterator[str]:
    yield from _middle()
    yield from haze("road-dust", ((-360, 150, 380, 70), (380, 150, 420, 80), (0, 210, 300, 46)))
    yield from _front()


def _sky() -> Iterator[str]:
    """Long streaks of dust lit from below."""
    streaks = (
        (-760, -150, 620, 15),
        (120, -196, 760, 19),
        (-520, -262, 820, 13),
        (300, -96, 560, 11),
        (-900, -70, 560, 10),
    )
    yield group(
        *(
            path(
                swelling_stroke([(x, y), (x + 0.5 * long, y - 7), (x + long, y + 4)], [0, thick, 0]).d(1),
                class_="fill-glow",
                opacity=0.2,
            )
            for x, y, long, thick in streaks
        )
    )


def _shrine() -> str:
    """The golden dome and its minarets, pale in the haze, one red flag on the point."""
    dome = shell(33, 50).translate(0, -34)
    drum = rectangle(-28, -36, 56, 16)
    hall = rectangle(-66, -21, 132, 24)
    towers = merged(
        polygon(
            [
                (x - 5, 0),
                (x - 4, -84),
                (x - 7, -86),
                (x - 7, -91),
                (x - 3.4, -92),
                (x, -106),
                (x + 3.4, -92),
                (x + 7, -91),
                (x + 7, -86),
                (x + 4, -84),
                (x + 5, 0),
            ]
        )
        for x in (-52, 52)
    )
    flag = joined(
        spline([(0.6, -118), (9, -121), (18, -116), (27, -119)]),
        spline([(25, -108), (17, -106), (8, -110), (0.6, -107)]),
    )
    return group(
        path((towers + hall).d(1), class_="fill-far", opacity=0.8),
        path((dome + drum).d(1), fill="url(#road-dome)"),
        path(rectangle(-0.8, -122, 1.8, 40).d(1), class_="fill-near"),
        path(flag.d(1), class_="fill-accent"),
    )


def _palms() -> Path:
    """Far groves on both sides of the shrine."""
    rng = Random(4)
    places = [
        (side * (128 + 34 * k + rng.uniform(-12, 12)), rng.uniform(40, 74) * (1 + 0.03 * k))
        for side in (-1, 1)
        for k in range(16)
    ]
    return merged(palm(tall, seed=n).translate(x, 3) for n, (x, tall) in enumerate(places))


def _hills() -> Path:
    wander = noise(12, octaves=3)
    crest = [(x, 2 - 26 * min(1, abs(x) / 700) * (0.7 + 0.5 * wander(x / 260))) for x in range(-4000, 4001, 100)]
    return joined(spline([(float(x), y) for x, y in crest]), polyline([(REACH, 30), (-REACH, 30)]))


def _way() -> Path:
    """The road: it bends a little on its way to the light."""
    left = spline([(-7, 0), (-26, 40), (-120, 150), (-330, 330)])
    right = spline([(310, 330), (118, 150), (34, 40), (7, 0)])
    return joined(left, polyline([(-1200, DEPTH), (1200, DEPTH)]), right)


def _ruts() -> Path:
    """Stones and tracks, larger the nearer they are."""
    rng, found = Random(21), []
    for _ in range(150):
        y = 300 * rng.random() ** 0.8 + 14
        x = rng.gauss(0, 0.55) * y
        found.append(swelling_stroke([(x - 0.06 * y, y), (x, y + 0.008 * y), (x + 0.05 * y, y)], [0, 0.016 * y, 0]))
    return merged(found)


def _crowd(seed: int, low: float, high: float, count: int) -> Path:
    """Walkers far off: `low` and `high` are where their feet stand; as tall as they are near."""
    rng, found = Random(seed), []
    for _ in range(count):
        y = rng.uniform(low, high)
        x = rng.uniform(-1, 1) * (10 + 1.05 * y)
        who = woman() if rng.random() < 0.4 else man(step=rng.uniform(-1, 2), pack=rng.random() < 0.4)
        found.append((y, who.scale(0.0094 * y).translate(x, y)))
        if rng.random() < 0.2:
            staff, cloth = banner()
            found.append((y, (staff + cloth).scale(0.0094 * y).translate(x, y)))
    return merged(shape for _, shape in sorted(found, key=lambda each: each[0]))


def _middle() -> Iterator[str]:
    """The second depth: people one can tell apart, one of them with a red standard."""
    places = (
        (-88, 104, 0.98, "man"),
        (-36, 112, 1.04, "woman"),
        (48, 106, 1.0, "pack"),
        (104, 116, 1.06, "woman"),
        (-142, 120, 1.1, "pack"),
        (150, 122, 0.66, "man"),
    )
    for x, y, size, who in places:
        if x in (-88, 104):
            staff, cloth = banner(side=-1 if x < 0 else 1)
            yield path(staff.scale(size).translate(x, y).d(1), class_="fill-near")
            yield path(cloth.scale(size).translate(x, y).d(1), class_="fill-accent" if x < 0 else "fill-near")
        yield backlit(_who(who).scale(size).translate(x, y), rim=2, strength=0.65)


def _front() -> Iterator[str]:
    """The first depth: dark figures at both sides, two standards cut by the sheet, one green thread."""
    for x, y, tall, who in sorted(NEAR, key=lambda each: each[1]):
        size = tall / 100
        if x in (-560, 352):
            staff, cloth = banner(tall=150 if x < 0 else 196, length=64, side=1)
            yield backlit(cloth.scale(size).translate(x, y), role="accent" if x < 0 else "near", rim=3, strength=0.5)
            yield path(staff.scale(size).translate(x, y).d(1), class_="fill-near")
        yield backlit(_who(who).scale(size).translate(x, y), rim=2.4, strength=0.6)
        if x == 352:
            thread = swelling_stroke([(17, -152), (20.6, -136), (16.4, -122), (21, -104)], [2.4, 3, 2.4, 0.6])
            yield path(thread.scale(size).translate(x, y).d(1), class_="fill-second")
    yield path(
        merged(
            circle((x, y), r)
            for x, y, r in (
                (-60, -20, 1.6),
                (80, -50, 2),
                (-140, -90, 1.5),
                (190, -120, 1.8),
                (-250, -60, 2.2),
                (280, -40, 1.6),
            )
        ).d(1),
        class_="fill-ink",
        opacity=0.5,
    )


def _who(who: str) -> Path:
    return woman() if who == "woman" else man(pack=who == "pack")


SCENE = Landscape(_paints, _far, _near)
