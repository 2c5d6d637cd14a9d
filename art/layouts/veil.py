"""Veil: a drawn curtain, a dark room, one light; the symbol stands in the light, the words in the dark above it."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.geometry import Point
from engine.ornament.landscape import night
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import polyline, spline, swelling_stroke

ABOUT = """title: پرده
tones: [mourning]
"""
SAMPLE = Sample("imam-sadiq-martyrdom", "lantern", "mourning", "indigo")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in parts of the artboard's width and height; a symbol's side is of the shorter side."""

    title: tuple[float, float, float, float]
    message: tuple[float, float, float, float]
    symbol: tuple[float, float, float]  # centre, level of its feet, side
    left: float  # the curtain's breadth at each side, where it hangs straight
    right: float


PLANS = {
    "square": Plan((0.165, 0.115, 0.67, 0.35), (0.165, 0.478, 0.67, 0.097), (0.5, 0.888, 0.31), 0.105, 0.105),
    "portrait": Plan((0.15, 0.14, 0.70, 0.25), (0.15, 0.41, 0.70, 0.085), (0.5, 0.885, 0.46), 0.075, 0.075),
    "story": Plan((0.14, 0.15, 0.72, 0.24), (0.14, 0.41, 0.72, 0.08), (0.5, 0.895, 0.64), 0.07, 0.07),
    "wide": Plan((0.44, 0.15, 0.46, 0.42), (0.45, 0.61, 0.44, 0.16), (0.25, 0.84, 0.62), 0.055, 0.06),
    "banner": Plan((0.37, 0.11, 0.54, 0.50), (0.38, 0.635, 0.52, 0.18), (0.185, 0.82, 0.68), 0.04, 0.055),
    "pole": Plan((0.13, 0.14, 0.74, 0.235), (0.13, 0.395, 0.74, 0.12), (0.5, 0.92, 0.74), 0.06, 0.06),
}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    base = h - shape.foot
    title, message = (Box(b[0] * w, b[1] * h, b[2] * w, b[3] * h) for b in (plan.title, plan.message))
    side = plan.symbol[2] * min(w, h)
    sx, feet = plan.symbol[0] * w, plan.symbol[1] * h
    light_y = feet - side * 0.5

    glow, halo = kit.light(sx, light_y, side * 1.5, 0.85)
    hero_box, hero = kit.gilded(title, size=180 * u)
    says_box, says = kit.words(
        "message",
        message,
        "message",
        size=33 * u * kit.FOOT_SIZE[shape.name],
        weight=500,
        role="ink",
        line_height=1.65,
    )
    foot_defs, foot = kit.foot(shape)
    pool = f"translate({sx:.1f} {feet:.1f}) scale({side * 0.9:.1f} {side * 0.12:.1f})"
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "deep", 1), (0.55, "ground", 1), (1, "deep", 1)),
            kit.metal("metal", title, kit.LETTER_METAL),
            el(
                "radialGradient", *kit.stops(((0, "glow", 0.8), (0.5, "glow", 0.3), (1, "glow", 0))), id="pool",
                gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1, gradientTransform=pool,
            ),
            kit.linear("fold", 0, 0, 0, h, (0, "near", 1), (0.6, "near", 0.96), (1, "deep", 0.9)),
            glow, hero_box, says_box, foot_defs,
        ],
        [
            kit.ground(),
            kit.computed(
                "girih(canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height, tiling='6.6.6', "
                f"cell={190 * u:.4g}, angle=60)",
                fill="none", class_="stroke-pattern", stroke_width=1.3 * u, opacity=0.07,
            ),
            halo,
            path(night(w, feet - side * 0.2, size=2.6 * u, n=46, seed=7).d(1), class_="fill-quiet", opacity=0.35),
            el("ellipse", cx=sx, cy=feet, rx=side * 0.9, ry=side * 0.12, fill="url(#pool)"),
            el(
                "image", x=sx - side / 2, y=feet - side, width=side, height=side, data_symbol="{{ symbol }}",
                data_tones="{{ tones }}", id="symbol",
            ),
            *_curtain(plan, w, base, u),
            hero, says, foot,
        ],
    )  # fmt: skip


def _curtain(plan: Plan, w: float, base: float, u: float) -> list[str]:
    """Cloth gathered at both sides under a swag across the top: its folds, and the edge that the light catches."""
    left, right = _side(plan.left * w, base, u), _side(plan.right * w, base, u).mirror_x(w / 2)
    folds = [*_folds(plan.left * w, base, u), *(fold.mirror_x(w / 2) for fold in _folds(plan.right * w, base, u))]
    swags = [_swag(0, w * 0.5, 0.115 * base, u), _swag(w * 0.5, w, 0.115 * base, u)]
    spill = merged([*swags, left, right])
    edges = [_hem(plan.left * w, base, u), _hem(plan.right * w, base, u).mirror_x(w / 2)]
    return [
        group(
            *(
                path(
                    spill.d(1), class_="fill-near stroke-near", stroke_width=reach * u, stroke_linejoin="round",
                    opacity=opacity,
                )
                for reach, opacity in ((56, 0.10), (36, 0.14), (18, 0.2))
            ),
            data_cover="bleed",
        ),
        group(
            path((left + right).d(1), fill="url(#fold)"),
            *(path(fold.d(1), class_="fill-far", opacity=0.55) for fold in folds),
            path(merged(edges).d(1), class_="fill-accent", opacity=0.85),
            *(path(swag.d(1), class_="fill-near") for swag in swags),
            *(path(pleat.d(1), class_="fill-far", opacity=0.6) for pleat in _pleats(w, 0.115 * base, u)),
            path(merged(_trim(a, b, 0.115 * base, u) for a, b in ((0, w / 2), (w / 2, w))).d(1), class_="fill-accent", opacity=0.85),
            data_cover="bleed",
        ),
    ]  # fmt: skip


def _waist(breadth: float, base: float) -> list[Point]:
    """The inner edge of a curtain: wide above, tied at two thirds of the height, falling open below."""
    return [
        (breadth * 1.75, -20.0), (breadth * 1.45, base * 0.24), (breadth * 0.98, base * 0.48),
        (breadth * 0.52, base * 0.655), (breadth * 0.78, base * 0.8), (breadth * 1.02, base + 60),
    ]  # fmt: skip


def _side(breadth: float, base: float, u: float) -> Path:
    edge = spline(_waist(breadth, base))
    return joined(polyline([(-60 * u, base + 60), (-60 * u, -20)]), edge)


def _hem(breadth: float, base: float, u: float) -> Path:
    """The thin braid along the inner edge."""
    knots = [(x - 5 * u, y) for x, y in _waist(breadth, base)]
    return swelling_stroke(knots, [3.2 * u, 4.4 * u, 4 * u, 3 * u, 4.4 * u, 3.4 * u])


def _folds(breadth: float, base: float, u: float) -> list[Path]:
    """Folds that run from the rail through the tie to the floor."""
    shares = (0.16, 0.36, 0.56, 0.76)
    return [
        swelling_stroke(
            [(x * share - 8 * u, y) for x, y in _waist(breadth, base)],
            [2 * u, breadth * 0.07, breadth * 0.05, 2.4 * u, breadth * 0.055, breadth * 0.02],
        )
        for share in shares
    ]


def _swag(start: float, end: float, depth: float, u: float) -> Path:
    """A length of cloth that hangs between two points of the rail."""
    middle = (start + end) / 2
    edge = spline([(start, depth * 0.42), (middle, depth), (end, depth * 0.42)])
    return joined(polyline([(end, -60 * u), (start, -60 * u)]), edge)


def _trim(start: float, end: float, depth: float, u: float) -> Path:
    middle = (start + end) / 2
    return swelling_stroke(
        [(start, depth * 0.42 - 5 * u), (middle, depth - 5 * u), (end, depth * 0.42 - 5 * u)],
        [2.6 * u, 4.4 * u, 2.6 * u],
    )


def _pleats(w: float, depth: float, u: float) -> list[Path]:
    """Folds of the swags: arcs one above the other, each shallower."""
    found = []
    for start, end in ((0.0, w / 2), (w / 2, w)):
        middle = (start + end) / 2
        for share in (0.32, 0.55, 0.77):
            knots = [
                (start + 12 * u, depth * 0.30 * share),
                (middle, depth * share),
                (end - 12 * u, depth * 0.30 * share),
            ]
            found.append(swelling_stroke(knots, [1 * u, 9 * u, 1 * u]))
    return found
