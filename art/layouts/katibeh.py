"""Katibeh: a mourning cloth with a written field hangs before a broken red light; the symbol stands in the dust below."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.landscape import hills, rays
from engine.ornament.path import Path, merged
from engine.ornament.pen import circle, polygon, rectangle, swelling_stroke

ABOUT = """title: کتیبه
tones: [muharram]
"""
SAMPLE = Sample("ashura", "red-flag-dome", "muharram", "blood")


@dataclass(frozen=True, slots=True)
class Plan:
    """The written cloth, the message, and the symbol (centre, level of its feet, side), in parts of the artboard."""

    cloth: tuple[float, float, float, float]
    message: tuple[float, float, float, float]
    symbol: tuple[float, float, float]


PLANS = {
    "square": Plan((0.13, 0.0, 0.74, 0.425), (0.10, 0.805, 0.80, 0.095), (0.5, 0.80, 0.39)),
    "portrait": Plan((0.12, 0.0, 0.76, 0.42), (0.14, 0.825, 0.72, 0.08), (0.5, 0.82, 0.44)),
    "story": Plan((0.12, 0.0, 0.76, 0.41), (0.14, 0.845, 0.72, 0.075), (0.5, 0.835, 0.66)),
    "wide": Plan((0.50, 0.0, 0.43, 0.62), (0.50, 0.70, 0.43, 0.15), (0.25, 0.86, 0.72)),
    "banner": Plan((0.42, 0.0, 0.50, 0.62), (0.42, 0.675, 0.50, 0.16), (0.20, 0.84, 0.76)),
    "pole": Plan((0.11, 0.0, 0.78, 0.40), (0.14, 0.825, 0.72, 0.11), (0.5, 0.815, 0.82)),
}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    base = h - shape.foot
    cloth, message = (Box(b[0] * w, b[1] * h, b[2] * w, b[3] * h) for b in (plan.cloth, plan.message))
    side = plan.symbol[2] * min(w, h)
    sx, feet = plan.symbol[0] * w, plan.symbol[1] * h
    top = cloth.y + 30 * u if cloth.y else 44 * u
    field = Box(cloth.x + 62 * u, top + 44 * u, cloth.width - 124 * u, cloth.bottom - top - 96 * u)

    glow, halo = kit.light(sx, feet - side * 0.45, side * 1.35, 1.0)
    hero_box, hero = kit.gilded(field, size=190 * u)
    says_box, says = kit.words(
        "message", message, "message", size=36 * u * kit.FOOT_SIZE[shape.name], weight=500, line_height=1.7
    )
    foot_defs, foot = kit.foot(shape)
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "deep", 1), (0.5, "ground", 1), (0.8, "ground", 1), (1, "deep", 1)),
            kit.linear("woven", cloth.x, 0, cloth.right, 0, (0, "near", 1), (0.5, "deep", 1), (1, "near", 1)),
            kit.linear("hung", 0, 0, 0, base * 0.8, (0, "accent-deep", 1), (1, "accent-deep", 0.55)),
            kit.metal("metal", field, kit.LETTER_METAL),
            glow, hero_box, says_box, foot_defs,
        ],
        [
            kit.ground(),
            path(_broken_light(sx, feet - side * 0.45, max(w, h), u).d(1), class_="fill-accent-light", opacity=0.10),
            halo,
            *_pennants(shape, cloth, base, u),
            *_dust(w, base, feet, u),
            *(_standards(sx, feet, side) if side < 0.5 * w and h >= w else ()),
            el(
                "image", x=sx - side / 2, y=feet - side, width=side, height=side, data_symbol="{{ symbol }}",
                data_tones="{{ tones }}", id="symbol",
            ),
            path(hills(w, base - feet + 60 * u, layers=1, seed=9, rise=0.12)[0].translate(0, feet - 26 * u).d(1),
                 class_="fill-deep", data_cover="bleed"),
            *_cloth(cloth, top, u),
            hero, says, foot,
        ],
    )  # fmt: skip


def _broken_light(cx: float, cy: float, reach: float, u: float) -> Path:
    """Rays, some of them missing: a sun that something has struck."""
    rng = Random(10)
    whole = rays((cx, cy), 90 * u, reach, 44, share=0.42)
    return Path(tuple(contour for contour in whole.contours if rng.random() > 0.38))


def _standards(cx: float, feet: float, side: float) -> list[str]:
    """The second symbol, if there is one, on both sides of the first: dark against the light, edged by it."""
    drawn = []
    for way, away, size in ((-1, 1.06, 1.25), (1, 1.06, 1.25)):
        big = size * side
        x = cx + way * away * side - big / 2
        for dx, roles in ((-0.012 * side * way, "accent accent accent accent"), (0.0, "near deep near accent-deep")):
            drawn.append(
                el(
                    "image", x=x + dx, y=feet - big + 0.05 * side, width=big, height=big,
                    data_symbol="{{ symbols[1] if symbols|length > 1 else symbol }}", data_tones=roles, data_if="symbols|length > 1",
                )
            )  # fmt: skip
    return drawn


def _cloth(cloth: Box, top: float, u: float) -> list[str]:
    """The written cloth: its rod, its border of lozenges, the fringe below; one green thread runs through it."""
    body = rectangle(cloth.x, top, cloth.width, cloth.bottom - top)
    inner = [rectangle(cloth.x + d, top + d, cloth.width - 2 * d, cloth.bottom - top - 2 * d) for d in (14 * u, 38 * u)]
    count = round((cloth.width - 76 * u) / (24 * u))
    step = (cloth.width - 76 * u) / count
    rows = (top + 26 * u, cloth.bottom - 26 * u)
    lozenges = merged(
        polygon([(x, y - 8 * u), (x + 7 * u, y), (x, y + 8 * u), (x - 7 * u, y)])
        for k in range(count)
        for y in rows
        for x in [cloth.x + 38 * u + step * (k + 0.5)]
    )
    down = round((cloth.bottom - top - 76 * u) / (24 * u))
    fall = (cloth.bottom - top - 76 * u) / down
    lozenges += merged(
        polygon([(x - 8 * u, y), (x, y + 7 * u), (x + 8 * u, y), (x, y - 7 * u)])
        for k in range(down)
        for x in (cloth.x + 26 * u, cloth.right - 26 * u)
        for y in [top + 38 * u + fall * (k + 0.5)]
    )
    threads = round(cloth.width / (11 * u))
    pitch = cloth.width / threads
    fringe = merged(
        swelling_stroke(
            [(cloth.x + pitch * (k + 0.5), cloth.bottom), (cloth.x + pitch * (k + 0.5), cloth.bottom + 34 * u)],
            [2.4 * u, 4.4 * u],
        )
        for k in range(threads)
    )
    knobs = circle((cloth.x - 34 * u, top), 13 * u) + circle((cloth.right + 34 * u, top), 13 * u)
    rod = rectangle(cloth.x - 30 * u, top - 7 * u, cloth.width + 60 * u, 14 * u, 7 * u)
    shadow = (
        path(
            body.d(1), class_="fill-near stroke-near", stroke_width=reach * u, opacity=opacity, stroke_linejoin="round"
        )
        for reach, opacity in ((64, 0.12), (40, 0.16), (20, 0.22))
    )
    return [
        group(*shadow, transform=f"translate(0 {12 * u:.1f})"),
        path(fringe.d(1), class_="fill-accent"),
        path(body.d(1), fill="url(#woven)"),
        path(body.d(1), fill="none", class_="stroke-accent", stroke_width=5 * u),
        path(inner[0].d(1), fill="none", class_="stroke-accent", stroke_width=2 * u),
        path(inner[1].d(1), fill="none", class_="stroke-second", stroke_width=3 * u),
        path(lozenges.d(1), class_="fill-accent"),
        path(rod.d(1), class_="fill-metal-1"),
        path(knobs.d(1), class_="fill-metal-2"),
    ]


def _pennants(shape: Shape, cloth: Box, base: float, u: float) -> list[str]:
    """Pointed cloths in the depth behind, alternately long and short, beyond the written one."""
    breadth = 118 * u
    found = []
    for number in range(round(shape.width / breadth) + 1):
        x = number * breadth
        length = base * (0.58 if number % 2 else 0.46)
        cut = polygon(
            [(x + 8 * u, -40 * u), (x + breadth - 8 * u, -40 * u), (x + breadth - 8 * u, length),
             (x + breadth / 2, length + 62 * u), (x + 8 * u, length)]
        )  # fmt: skip
        found.append(cut)
    inner = [cut.scale(0.8, 0.97, about=cut.box.center) for cut in found]
    return [
        group(
            path(merged(found).d(1), fill="url(#hung)", opacity=0.5),
            path(merged(inner).d(1), fill="none", class_="stroke-accent-light", stroke_width=1.6 * u, opacity=0.35),
            data_cover="bleed",
        )
    ]


def _dust(w: float, base: float, feet: float, u: float) -> list[str]:
    """Dust that drifts over the ground in long thin veils."""
    rng = Random(4)
    veils = []
    for _ in range(9):
        y, x, length = feet - rng.uniform(-10, 150) * u, rng.uniform(-0.1, 0.8) * w, rng.uniform(0.25, 0.55) * w
        knots = [(x, y), (x + length * 0.5, y - rng.uniform(8, 30) * u), (x + length, y)]
        veils.append(swelling_stroke(knots, [1 * u, rng.uniform(16, 44) * u, 1 * u]))
    return [path(veil.d(1), class_="fill-accent-light", opacity=0.07) for veil in veils]
