"""News without a photograph: the headline on the category's colour, a great star of girih behind it."""

from __future__ import annotations

from art.layouts import kit, news_kit
from art.layouts.kit import Shape, el, group, path
from art.layouts.news_kit import FULL, Column, number
from engine.ornament.geometry import ORIGIN
from engine.ornament.shamseh import nested_stars

ABOUT = news_kit.ABOUT.format(title="خبر: بی‌عکس")
SHAPES = news_kit.SHAPES
SAMPLE = news_kit.Sample("شورای شهر")

STARS = {  # the great star's middle and radius, in parts of width, height and shorter side
    "square": (0.08, 0.2, 0.66), "portrait": (0.06, 0.22, 0.74), "story": (0.1, 0.2, 0.86), "wide": (0.12, 0.44, 0.62),
    "banner": (0.12, 0.42, 0.74),
}  # fmt: skip


def column(shape: Shape) -> Column:
    u, w, end = shape.u, shape.width, shape.height - shape.foot
    match shape.name:
        case "square":
            return Column(65, w - 130, end - 56, 280, 560, u * 1.12, lines=3)
        case "portrait":
            return Column(65, w - 130, end - 64, 320, 700, u * 1.18, lines=3)
        case "story":
            return Column(72, w - 144, end - 110, 420, 900, u * 1.35, lines=4)
        case "wide":
            return Column(560, w - 560 - 106, end - 60, 300, 560, u * 1.2)
        case _:
            return Column(620, w - 620 - 80, end - 40, 170, 310, u * 1.3)


def draw(shape: Shape) -> str:
    u, at = shape.u, column(shape)
    boxes, words = news_kit.headline(at, ceiling=240)
    tab_boxes, tab = news_kit.tab(at.right, u * kit.FOOT_SIZE[shape.name])
    foot_defs, foot = news_kit.foot(shape)
    x, y, r = STARS[shape.name]
    cx, cy, radius = x * shape.width, y * shape.height, r * min(shape.width, shape.height)
    star = nested_stars(ORIGIN, radius, 8, 3, count=7)
    glow, halo = kit.light(cx, cy, 1.5 * radius, 0.5)
    rays = kit.radial("rays", 0, 0, radius, (0, "accent", 0.9), (0.45, "accent", 0.55), (1, "accent", 0.05))
    calm = el(
        "linearGradient", *kit.stops(((0, "deep", 0.0), (1, "deep", 0.88))), id="calm", gradientUnits="userSpaceOnUse",
        x1=0, x2=0, y1=300, y2=600, data_set_y1=number(f"top - {120 * u:g}"), data_set_y2=number(f"top + {90 * u:g}"),
    ) if shape.name in news_kit.UPRIGHT else kit.linear("calm", 0, 0, at.x, 0, (0.25, "deep", 0.0), (1, "deep", 0.88))  # fmt: skip
    return kit.artboard(
        shape,
        [*boxes, kit.linear("ground", shape.width, 0, 0, shape.height, (0, "ground", 1), (1, "deep", 1)), glow, rays, calm, *tab_boxes, foot_defs],
        [
            kit.ground(),
            news_kit.woven(FULL, 150 * u, 1.8 * u, 0.1),
            halo,
            group(
                path(star.d(1), fill="none", stroke="url(#rays)", stroke_width=3 * u, stroke_linejoin="round"),
                transform=f"translate({cx:.5g} {cy:.5g})",
            ),
            el("rect", fill="url(#calm)", **FULL.set),
            group(*tab), *words, foot,
        ],
    )  # fmt: skip
