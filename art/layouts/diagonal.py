"""Diagonal: three ribbons of cloth sweep up across the sheet; the symbol rides on them before a sun, the lettering
stands in the calm half below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.geometry import Point, mix
from engine.ornament.path import Path, joined
from engine.ornament.pen import spline

ABOUT = """title: مورب
tones: [national, civic, defence, celebration, nature]
"""
SAMPLE = Sample("islamic-republic-day", "dawn-rays", "national", "paper")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand on an artboard, in parts of its width and height."""

    upper: Sequence[Point]  # the upper edge of the ribbons, from the lower left
    lower: Sequence[Point]
    title: tuple[float, float, float, float]  # left, top, width, height
    message: tuple[float, float, float, float]
    symbol: tuple[float, float, float]  # centre; side as a part of the shorter side
    align: str = "start"


PLANS = {
    "square": Plan(
        ((-0.2, 0.64), (0.04, 0.645), (0.28, 0.56), (0.52, 0.375), (0.80, 0.265), (0.97, 0.08), (1.2, -0.25)),
        ((-0.2, 1.40), (0.06, 0.99), (0.25, 0.73), (0.48, 0.53), (0.78, 0.395), (1.04, 0.25), (1.25, 0.14)),
        (0.42, 0.565, 0.52, 0.22), (0.32, 0.79, 0.62, 0.108), (0.30, 0.298, 0.57),
    ),
    "portrait": Plan(
        ((-0.2, 0.61), (0.04, 0.61), (0.28, 0.535), (0.52, 0.38), (0.80, 0.28), (0.97, 0.12), (1.2, -0.15)),
        ((-0.2, 1.25), (0.06, 0.92), (0.25, 0.69), (0.48, 0.525), (0.78, 0.405), (1.04, 0.28), (1.25, 0.19)),
        (0.32, 0.59, 0.62, 0.22), (0.29, 0.818, 0.65, 0.085), (0.39, 0.305, 0.72),
    ),
    "story": Plan(
        ((-0.2, 0.575), (0.04, 0.575), (0.28, 0.515), (0.52, 0.40), (0.80, 0.325), (0.97, 0.21), (1.2, 0.0)),
        ((-0.2, 1.02), (0.06, 0.79), (0.25, 0.615), (0.48, 0.51), (0.78, 0.435), (1.04, 0.34), (1.25, 0.29)),
        (0.26, 0.61, 0.66, 0.185), (0.17, 0.815, 0.75, 0.085), (0.47, 0.315, 0.86),
    ),
    "wide": Plan(
        ((-0.1, 0.64), (0.06, 0.69), (0.21, 0.63), (0.33, 0.44), (0.44, 0.29), (0.52, 0.06), (0.62, -0.4)),
        ((-0.1, 1.50), (0.10, 1.04), (0.225, 0.845), (0.355, 0.64), (0.475, 0.40), (0.60, 0.10), (0.74, -0.25)),
        (0.50, 0.16, 0.445, 0.48), (0.50, 0.685, 0.445, 0.15), (0.215, 0.41, 0.80),
    ),
    "banner": Plan(
        ((-0.1, 0.64), (0.06, 0.72), (0.185, 0.64), (0.265, 0.45), (0.335, 0.29), (0.385, 0.04), (0.45, -0.4)),
        ((-0.1, 1.60), (0.10, 1.08), (0.20, 0.86), (0.285, 0.64), (0.365, 0.38), (0.445, 0.06), (0.54, -0.3)),
        (0.43, 0.10, 0.53, 0.53), (0.40, 0.665, 0.56, 0.16), (0.165, 0.42, 0.84),
    ),
    "pole": Plan(
        ((-0.25, 0.53), (0.04, 0.53), (0.28, 0.485), (0.52, 0.40), (0.80, 0.345), (0.98, 0.26), (1.25, 0.08)),
        ((-0.25, 0.80), (0.06, 0.65), (0.26, 0.57), (0.49, 0.505), (0.78, 0.445), (1.04, 0.375), (1.30, 0.33)),
        (0.09, 0.60, 0.82, 0.20), (0.10, 0.82, 0.80, 0.11), (0.5, 0.315, 0.90), "center",
    ),
}  # fmt: skip
MESSAGE = {"square": 36, "portrait": 38, "story": 42, "wide": 37, "banner": 42, "pole": 48}

# The palette's light and its second colour: whichever is nearly white stands in the middle.
OUTER = "{{ 'glow' if colour.second > '#e' else 'second' }}"
MIDDLE = "{{ 'second' if colour.second > '#e' else 'glow' }}"
BANDS = (OUTER, MIDDLE, "accent")
INNER = ((0.36, 0.34), (0.40, 0.72), (0.30, 0.66), (0.42, 0.60), (0.30, 0.72), (0.38, 0.70), (0.30, 0.66))
"""Where the inner edges run at each knot, as shares of the way from the upper edge to the lower one."""
PLEATS = 7
IN_FRONT = "symbol == 'oil-derrick'"
"""What is too slender to be crossed stands before all ribbons; the rest rides between them."""
SUN = "{{ 'glow' if colour.ink > '#8' else 'far' }}"


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    title, message = (Box(b[0] * w, b[1] * h, b[2] * w, b[3] * h) for b in (plan.title, plan.message))
    side = plan.symbol[2] * min(w, h)
    cx, cy = plan.symbol[0] * w, plan.symbol[1] * h
    picture = treatments.square(cx, cy, side)
    says_box, says = kit.words(
        "message",
        message,
        "message",
        size=MESSAGE[shape.name] * u,
        weight=500,
        role="ink",
        align=plan.align,
        valign="top",
        line_height=1.65,
    )
    foot_defs, foot = kit.foot(shape, ink=treatments.LIGHT_INK, line=None)
    edges = _edges(shape, plan)
    bands = [_band(above, below) for above, below in pairwise(edges)]
    start, end = edges[0][0], edges[0][-1]
    glow, halo = kit.light(cx, cy, side * 1.15, 0.9)
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, w * 0.35, h, (0, "ground", 1), (0.55, "ground", 1), (1, "deep", 1)),
            glow,
            *(_folds(n, start, end) for n in range(len(bands))),
            *(path(band.d(), id=f"band-{n}") for n, band in enumerate(bands)),
            treatments.title(
                title,
                size=200 * u,
                align=plan.align,
                valign="middle",
                three_lines=Box(title.x - 0.06 * w, title.y - 0.04 * h, title.width + 0.06 * w, title.height + 0.04 * h)
                if shape.name == "square"
                else None,
            ),
            treatments.silhouette(picture, role="near"),
            says_box,
            foot_defs,
        ],
        [
            kit.ground(),
            halo,
            kit.computed(
                f"rays({cx:.5g}, {cy:.5g}, {side * 0.45:.5g}, {1.6 * max(w, h):.5g}, n=32)",
                data_set_class=f"fill-{SUN}",
                opacity=0.09,
            ),
            el("circle", cx=cx, cy=cy, r=side * 0.5, data_set_class=f"fill-{SUN}", opacity=0.5),
            *(
                el(
                    "circle",
                    cx=cx,
                    cy=cy,
                    r=side * r,
                    fill="none",
                    data_set_class=f"stroke-{SUN}",
                    stroke_width=1.8 * u,
                    opacity=o,
                )
                for r, o in ((0.535, 0.5), (0.585, 0.34), (0.655, 0.22), (0.745, 0.13))
            ),
            *_lines(edges[0], edges[-1], u),
            _cloth(0, edges[0], edges[1], u),
            _symbol(picture, u, f"not ({IN_FRONT})"),
            _cloth(1, edges[1], edges[2], u),
            _cloth(2, edges[2], edges[3], u),
            _symbol(picture, u, IN_FRONT),
            treatments.soft_shadow("title", reach=16 * u, drop=(0, 3 * u), role="ground"),
            treatments.painted("title", role="ink"),
            says,
            foot,
        ],
    )


def _symbol(picture: Box, u: float, condition: str) -> str:
    """The symbol over its shadow."""
    return group(
        treatments.soft_shadow("silhouette", reach=14 * u, drop=(0, 12 * u), steps=treatments.FAINT),
        treatments.symbol(picture, tones="{{ tones }}"),
        data_if=condition,
    )


type Knots = list[Point]


def _edges(shape: Shape, plan: Plan) -> list[Knots]:
    """The edges of the ribbons from the upper one down, all from the lower left."""
    w, h = shape.width, shape.height
    upper, lower = ([(x * w, y * h) for x, y in edge] for edge in (plan.upper, plan.lower))
    inner = [
        [mix(a, b, shares[k]) for a, b, shares in zip(upper, lower, INNER, strict=True)] for k in range(len(INNER[0]))
    ]
    return [upper, *inner, lower]


def _band(above: Knots, below: Knots) -> Path:
    return joined(spline(above), spline(below).reversed())


def _between(above: Knots, below: Knots, share: float) -> Path:
    return spline([mix(a, b, share) for a, b in zip(above, below, strict=True)])


def _folds(n: int, start: Point, end: Point) -> str:
    """Shade and light that cross a ribbon, each ribbon's a little further on."""
    shift = 0.05 * n
    waves = ((0.0, "near", 0.42), (0.16, "near", 0.0), (0.29, "glow", 0.34), (0.38, "near", 0.0), (0.50, "near", 0.36),
             (0.60, "near", 0.0), (0.68, "glow", 0.34), (0.77, "near", 0.0), (0.90, "near", 0.36))  # fmt: skip
    return kit.linear(f"folds-{n}", *start, *end, *((round(at + shift, 3), role, share) for at, role, share in waves))


def _cloth(n: int, above: Knots, below: Knots, u: float) -> str:
    """A ribbon over its shadow, with pleats that follow it, folds that cross it and a bright upper edge."""
    id, role = f"band-{n}", BANDS[n]
    pleats = [
        path(
            _band(
                [mix(a, b, k / PLEATS) for a, b in zip(above, below, strict=True)],
                [mix(a, b, (k + 0.5) / PLEATS) for a, b in zip(above, below, strict=True)],
            ).d(),
            class_="fill-near" if k % 2 else "fill-glow",
        )
        for k in range(PLEATS)
    ]
    return group(
        treatments.soft_shadow(id, reach=18 * u, drop=(0, 9 * u)),
        el("use", href=f"#{id}", data_set_class=f"fill-{role}"),
        group(*pleats, opacity=0.13),
        el("use", href=f"#{id}", fill=f"url(#folds-{n})"),
        path(spline(above).d(), fill="none", class_="stroke-glow", stroke_width=2.2 * u, opacity=0.7),
    )


def _lines(upper: Knots, lower: Knots, u: float) -> list[str]:
    """Hairlines that follow the ribbons on both sides."""
    return [
        path(
            spline(edge).translate(0, way * (14 + 15 * k) * u).d(),
            fill="none",
            class_="stroke-pattern",
            stroke_width=(2.4 - 0.3 * k) * u,
            opacity=round(0.42 - 0.075 * k, 3),
        )
        for edge, way in ((upper, -1), (lower, 1))
        for k in range(5)
    ]
