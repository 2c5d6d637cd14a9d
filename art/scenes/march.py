"""The fifteenth of Khordad: men in white shrouds from behind, row before row as cut from paper, a black banner, one red
tulip."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from art.layouts import kit
from art.layouts.kit import el, group, path
from art.scenes import Landscape
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import ellipse, mirrored, polyline, spline, swelling_stroke

ROWS = (
    (-2, 0.36, 78, 4, "glow"),
    (52, 0.56, 118, 9, "second"),
    (140, 0.86, 178, 14, "quiet"),
    (276, 1.3, 262, 21, "ink"),
)
"""From far to near: the level of the shoulders, the size, the step from man to man, the seed, the paper's colour."""


def _paints() -> Iterator[str]:
    yield from (
        kit.radial(
            "march-dawn",
            0,
            40,
            720,
            (0, "accent-light", 0.95),
            (0.2, "accent", 0.7),
            (0.5, "glow", 0.5),
            (1, "glow", 0),
        ),
        kit.linear(
            "march-tulip", -40, -340, 40, -190, (0, "accent-light", 1), (0.45, "accent", 1), (1, "accent-deep", 1)
        ),
    )  # fmt: skip


def _far() -> Iterator[str]:
    yield el("circle", cx=0, cy=40, r=720, fill="url(#march-dawn)")
    for row in ROWS[:2]:
        yield from _row(*row)
    yield from _banner()


def _near() -> Iterator[str]:
    for row in ROWS[2:]:
        yield from _row(*row)
    yield from _tulip()


def _neck(size: float) -> Path:
    """A head from behind without its hair: neck and ears."""
    neck = mirrored(spline([(0, -92), (19, -84, 92), (20, -66), (34, -50), (0, -40)]))
    return merged([neck, ellipse((-29, -104), 6, 11), ellipse((29, -104), 6, 11)]).scale(size)


def _hair(size: float) -> Path:
    return mirrored(spline([(0, -150, 0), (25, -138), (30, -108, 92), (23, -86), (0, -80, 180)])).scale(size)


def _shroud(size: float, sway: float) -> Path:
    """The white cloth over a man's shoulders, seen from behind, down to where the next row hides him."""
    half = spline(
        [(0, -58, 0), (26, -66, -20), (34, -66, 30), (72, -44), (104, -4, 66), (114, 100), (124 + sway, 420, 88)]
    )
    return mirrored(joined(half, polyline([(122, 700), (0, 700)]), closed=False)).scale(size)


def _folds(size: float, sway: float) -> Path:
    """Folds that fall from the shoulders."""
    lines = (
        [(-62, -40), (-44, 40), (-52 + sway, 210)],
        [(-20, -58), (-8, 50), (-16 + sway, 240)],
        [(36, -54), (30, 40), (44 + sway, 230)],
        [(76, -26), (66, 60), (80, 220)],
    )
    return merged(swelling_stroke(points, [0, 9, 3]) for points in lines).scale(size)


def _row(y: float, size: float, step: float, seed: int, role: str) -> Iterator[str]:
    rng = Random(seed)
    count = round(2400 / step)
    men = [
        (
            (k + 0.5 * (seed % 2)) * step + rng.uniform(-0.1, 0.1) * step,
            y + rng.uniform(-20, 20) * size,
            rng.uniform(-14, 14),
        )
        for k in range(-count, count + 1)
    ]
    shrouds = merged(_shroud(size, sway).translate(x, b) for x, b, sway in men)
    heads = merged(_hair(size).translate(x + 0.1 * sway, b) for x, b, sway in men)
    folds = merged(_folds(size, sway).translate(x, b) for x, b, sway in men)
    whole = shrouds + heads
    yield kit.shadow(whole.d(0), ((30 * size, 0.1), (16 * size, 0.16)), 4 * size)
    for x, b, sway in men:
        body, hair, neck = (shape.translate(x, b) for shape in (_shroud(size, sway), _hair(size), _neck(size)))
        yield group(
            group(path(body.d(0), class_="fill-near stroke-near", stroke_width=7 * size), opacity=0.3),
            path(neck.d(0), class_="fill-far"),
            path(hair.d(0), class_="fill-near"),
            path(body.d(0), class_=f"fill-{role}"),
        )
    yield path(folds.d(0), class_="fill-near", opacity=0.2)


def _banner() -> Iterator[str]:
    """One plain black banner that streams over them."""
    cloth = joined(
        spline([(-210, -196), (-110, -222), (10, -176), (120, -190), (226, -176)]),
        polyline([(226, -176), (196, -128), (218, -72)]),
        spline([(218, -72), (110, -88), (10, -70), (-100, -112), (-208, -84)]),
    )
    folds = merged(
        swelling_stroke([(x, top), (x + 16, top + 52), (x + 2, top + 104)], [0, 12, 0])
        for x, top in ((-140, -204), (-36, -190), (74, -178), (156, -180))
    )
    yield path(swelling_stroke([(-212, -214), (-204, 140)], [7, 9]).d(1), class_="fill-near")
    yield group(path(cloth.d(1), class_="stroke-accent-light", fill="none", stroke_width=3), opacity=0.5)
    yield path(cloth.d(1), class_="fill-near")
    yield path(folds.d(1), class_="fill-accent-deep", opacity=0.6)


def _tulip() -> Iterator[str]:
    """The tulip in front of them."""
    stem = swelling_stroke([(-6, 0), (8, -110), (0, -206)], [10, 9, 8])
    leaves = [
        joined(spline([(-4, -6), (-62, -64), (-86, -186)]), spline([(-86, -186), (-28, -110), (4, -26)])),
        joined(spline([(0, -10), (56, -56), (92, -160)]), spline([(92, -160), (26, -98), (-2, -30)])),
    ]
    behind = [mirrored(spline([(0, 0, 0), (30, -70), (0, -158)])).rotate(turn).translate(0, -200) for turn in (-13, 13)]
    outer = joined(
        spline([(0, 4, 180), (-56, -24), (-64, -96), (-50, -158)]), spline([(-50, -158), (-20, -112), (6, -30), (0, 4)])
    )
    petals = [outer.translate(0, -196), outer.mirror_x(0).translate(0, -196)]
    front = mirrored(spline([(0, 4, 0), (38, -40), (30, -92), (0, -140)])).translate(0, -196)
    whole = merged([stem, *leaves, *petals, front, *behind])
    yield group(
        kit.shadow(whole.d(1), ((40, 0.14), (22, 0.2)), 6),
        path(merged([stem, *leaves]).d(1), class_="fill-far"),
        path(merged(leaf.translate(3, 0) & leaf for leaf in leaves).d(1), class_="fill-deep", opacity=0.35),
        path(merged(behind).d(1), class_="fill-accent-deep"),
        path(petals[0].d(1), class_="fill-accent"),
        path(petals[1].d(1), class_="fill-accent-deep"),
        path(front.d(1), fill="url(#march-tulip)"),
        transform="translate(0 258) scale(0.92)",
    )


SCENE = Landscape(_paints, _far, _near)
