"""Veil: a black cloth falls in long folds from the corner of the sheet; a shaft of light comes in past it, and the symbol
stands there among candles, the lettering above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from art.parts.light import flame
from engine.ornament.geometry import Point, mix
from engine.ornament.growth import scattered
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import circle, ellipse, polygon, polyline, rectangle, spline, swelling_stroke

ABOUT = """title: پرده
tones: [mourning]
"""
SAMPLE = Sample("martyrs-day", "tulip", "mourning", "wine")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units: the symbol's middle, feet and side, the words, the candles (middle, feet,
    height), and the inner and the outer edge of the cloth from the top down."""

    symbol: tuple[float, float, float]
    title: Box
    message: Box
    size: float
    candles: Sequence[tuple[float, float, float]]
    inner: Sequence[Point]


PLANS = {
    "square": Plan(
        (330, 955, 490), Box(56, 44, 930, 400), Box(562, 486, 384, 296), 38,
        ((640, 962, 62), (716, 948, 44), (786, 966, 74), (864, 950, 38), (60, 962, 76)),
        ((690, -30), (800, 120), (892, 300), (962, 500), (1008, 640), (1016, 800), (980, 1010)),
    ),
    "portrait": Plan(
        (440, 1225, 640), Box(64, 70, 930, 370), Box(90, 452, 800, 180), 42,
        ((800, 1232, 104), (868, 1214, 70), (92, 1230, 90), (160, 1214, 60), (728, 1216, 64)),
        ((640, -30), (770, 140), (880, 360), (950, 600), (1000, 800), (1020, 1010), (980, 1270)),
    ),
    "story": Plan(
        (470, 1772, 760), Box(70, 190, 920, 470), Box(100, 690, 780, 240), 46,
        ((884, 1782, 130), (806, 1760, 82), (110, 1780, 112), (190, 1760, 74)),
        ((620, -30), (780, 200), (900, 520), (960, 860), (1005, 1140), (1020, 1420), (970, 1810)),
    ),
    "wide": Plan(
        (420, 948, 690), Box(760, 106, 960, 420), Box(860, 556, 780, 210), 44,
        ((840, 956, 84), (912, 940, 54), (74, 954, 92), (1000, 958, 66), (1080, 944, 44)),
        ((1500, -30), (1610, 130), (1690, 310), (1745, 500), (1800, 650), (1815, 800), (1770, 990)),
    ),
    "banner": Plan(
        (300, 552, 430), Box(620, 48, 1090, 310), Box(680, 384, 960, 130), 42,
        ((560, 554, 70), (618, 546, 46), (60, 554, 64)),
        ((1530, -30), (1640, 80), (1716, 180), (1770, 290), (1815, 380), (1826, 470), (1790, 570)),
    ),
    "pole": Plan(
        (370, 1886, 640), Box(56, 150, 640, 560), Box(70, 740, 590, 340), 48,
        ((650, 1890, 112), (72, 1888, 96), (130, 1874, 64)),
        ((420, -30), (540, 200), (630, 520), (680, 900), (712, 1260), (720, 1560), (690, 1920)),
    ),
}  # fmt: skip


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    cx, feet, side = plan.symbol
    floor = feet - 0.1 * side
    hero_box, hero = kit.gilded(plan.title, size=220 * u)
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.size, weight=500, role="ink", line_height=1.65, data_lines=7
    )
    foot_defs, foot = kit.foot(shape)
    pool = f"translate({cx:.1f} {feet - 0.02 * side:.1f}) scale({side * 0.85:.1f} {side * 0.13:.1f})"
    shafts = (
        polygon(
            [(-reach * w, -0.05 * h), (reach * w, -0.05 * h), (cx + spread * side, feet), (cx - spread * side, feet)]
        )
        for reach, spread in ((0.06, 0.34), (0.12, 0.5), (0.18, 0.66))
    )
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "deep", 1), (0.55, "ground", 1), (1, "deep", 1)),
            kit.radial("halo", cx, feet - 0.48 * side, 1.35 * side, (0, "glow", 1), (0.3, "glow", 0.62), (0.6, "glow", 0.2), (1, "glow", 0)),
            kit.linear("shaft", 0, 0, cx, feet, (0, "glow", 0.26), (0.7, "glow", 0.1), (1, "glow", 0.02)),
            kit.linear("floor", 0, floor, 0, h, (0, "far", 0.9), (0.5, "near", 1)),
            kit.linear("cloth", plan.inner[0][0], 0, w, 0, (0, "far", 1), (0.35, "near", 1), (1, "near", 1)),
            kit.linear("fold", 0, 0, 0, h, (0, "glow", 0.5), (0.45, "glow", 0.2), (0.75, "glow", 0.34), (1, "glow", 0.05)),
            el("radialGradient", *kit.stops(((0, "glow", 1), (0.5, "glow", 0.4), (1, "glow", 0))), id="pool",
                gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1, gradientTransform=pool),
            el("radialGradient", *kit.stops(((0, "accent-light", 0.85), (0.25, "accent-light", 0.34), (1, "accent", 0))), id="candle-glow"),
            hero_box, says_box, foot_defs,
        ],
        [
            kit.ground(),
            kit.computed(
                "girih(canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height, tiling='6.6.6', "
                f"cell={210 * u:.4g}, angle=60)",
                fill="none", class_="stroke-pattern", stroke_width=1.4 * u, opacity=0.08,
            ),
            *(path(shaft.d(1), fill="url(#shaft)") for shaft in shafts),
            el("circle", cx=cx, cy=feet - 0.48 * side, r=1.35 * side, fill="url(#halo)"),
            path(motes(plan, u).d(1), class_="fill-ink", opacity=0.32),
            el("rect", x=0, y=floor, width=w, height=h, fill="url(#floor)", data_cover="x"),
            path(f"M0 {floor:.5g}H{w:.5g}", class_="stroke-glow", stroke_width=2 * u, opacity=0.5, data_cover="x"),
            el("ellipse", cx=cx, cy=feet - 0.02 * side, rx=side * 0.85, ry=side * 0.13, fill="url(#pool)"),
            el(
                "image", x=cx - side / 2, y=feet - side, width=side, height=side, data_symbol="{{ symbol }}",
                data_tones="{{ tones }}", id="symbol",
            ),
            *(candle(x, y, tall, u) for x, y, tall in sorted(plan.candles, key=lambda each: each[1])),
            group(*cloth(shape, plan), data_cover="bleed"),
            hero, says, foot,
        ],
    )  # fmt: skip


def motes(plan: Plan, u: float) -> Path:
    """Dust that floats in the light."""
    cx, feet, side = plan.symbol
    spread = 1.5 * side
    points = scattered(9, spread, 1.2 * side, 74 * u)
    return merged(
        circle((cx - spread / 2 + x, feet - 1.3 * side + y), (1.1 + n % 3) * u) for n, (x, y) in enumerate(points)
    )


def candle(x: float, feet: float, tall: float, u: float) -> str:
    """A candle and its light, on the floor and in the air."""
    broad = 30 * u
    wick = feet - tall
    body = rectangle(x - broad / 2, wick, broad, tall, 5 * u)
    shade = rectangle(x + 0.12 * broad, wick + 4 * u, 0.38 * broad, tall - 4 * u)
    drip = swelling_stroke([(x - 0.36 * broad, wick + 2 * u), (x - 0.34 * broad, wick + 0.4 * tall)], [7 * u, 2 * u])
    fire = flame(50 * u).translate(x, wick + 2 * u)
    heart = flame(28 * u).translate(x, wick)
    return group(
        el("circle", cx=x, cy=wick - 20 * u, r=150 * u, fill="url(#candle-glow)"),
        path(ellipse((x, feet), 1.5 * broad, 0.26 * broad).d(1), class_="fill-accent-light", opacity=0.28),
        path(body.d(1), class_="fill-quiet"),
        path(shade.d(1), class_="fill-far", opacity=0.6),
        path(drip.d(1), class_="fill-ink"),
        path(ellipse((x, wick + u), 0.5 * broad, 0.13 * broad).d(1), class_="fill-ink"),
        path(fire.d(1), class_="fill-ink"),
        path(heart.d(1), class_="fill-accent-light", opacity=0.7),
    )


FOLDS = (0.0, 0.1, 0.19, 0.31, 0.42, 0.56, 0.7, 0.86, 1.0)
"""Where the folds lie at the tie, as shares of the way from the cloth's inner edge to the sheet's."""


def cloth(shape: Shape, plan: Plan) -> Iterator[str]:
    """The cloth: its shadow, its body, and folds that are lit on one side."""
    w, u = shape.width, shape.u
    outer = [(w + 60 * u, y) for _, y in plan.inner]
    edge = spline(plan.inner)
    foot = plan.inner[-1][1]
    body = joined(edge, polyline([(w + 60 * u, foot), (w + 60 * u, plan.inner[0][1])]))
    yield kit.shadow(body.d(1), ((70 * u, 0.1), (44 * u, 0.14), (20 * u, 0.2)))
    yield path(body.d(1), fill="url(#cloth)")
    lines = [[mix(a, b, share) for a, b in zip(plan.inner, outer, strict=True)] for share in FOLDS]
    lit, dark = [], []
    for here, after in pairwise(lines):
        crest = [mix(a, b, 0.42) for a, b in zip(here, after, strict=True)]
        valley = [mix(a, b, 0.72) for a, b in zip(here, after, strict=True)]
        lit.append(joined(spline(here), spline(crest).reversed()))
        dark.append(joined(spline(valley), spline(after).reversed()))
    yield path(merged(lit).d(1), fill="url(#fold)")
    yield path(merged(dark).d(1), class_="fill-near", opacity=0.8)
    yield path(edge.d(1), fill="none", class_="stroke-accent", stroke_width=5 * u)
    yield path(edge.translate(9 * u, 0).d(1), fill="none", class_="stroke-glow", stroke_width=1.6 * u, opacity=0.6)
