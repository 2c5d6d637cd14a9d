"""Arch: a Persian niche full of light in a wall of girih; lettering in the light, the symbol on the threshold."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.arches import Arch, arch_in
from engine.ornament.borders import khatam
from engine.ornament.landscape import hills, rays
from engine.ornament.path import Path, joined
from engine.ornament.pen import polyline, wrapped
from engine.ornament.shamseh import shamseh

ABOUT = """title: طاق
tones: [celebration, ramadan, mourning, literary, muharram]
"""
SAMPLE = Sample("ghadir", "palm", "celebration", "emerald")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand on an artboard, in parts of its width and height; a symbol's side is of the shorter side."""

    niche: tuple[float, float, float]  # left, top, width; the niche stands on the foot
    title: tuple[float, float, float, float]
    message: tuple[float, float, float, float]
    symbol: tuple[float, float, float]  # centre, level of its feet, side
    light: float  # the height of the light above the foot, in parts of the niche


PLANS = {
    "square": Plan((0.075, 0.045, 0.85), (0.16, 0.14, 0.68, 0.27), (0.12, 0.795, 0.76, 0.105), (0.5, 0.805, 0.41), 0.5),
    "portrait": Plan(
        (0.09, 0.05, 0.82), (0.165, 0.185, 0.67, 0.27), (0.20, 0.465, 0.60, 0.09), (0.5, 0.90, 0.42), 0.62
    ),
    "story": Plan((0.08, 0.07, 0.84), (0.15, 0.22, 0.70, 0.245), (0.19, 0.475, 0.62, 0.08), (0.5, 0.92, 0.66), 0.64),
    "wide": Plan(
        (0.04, 0.07, 0.385), (0.485, 0.125, 0.45, 0.47), (0.50, 0.635, 0.42, 0.16), (0.2325, 0.875, 0.62), 0.5
    ),
    "banner": Plan((0.035, 0.07, 0.30), (0.385, 0.09, 0.55, 0.49), (0.40, 0.62, 0.52, 0.17), (0.185, 0.86, 0.66), 0.5),
    "pole": Plan((0.09, 0.05, 0.82), (0.145, 0.195, 0.71, 0.245), (0.19, 0.455, 0.62, 0.12), (0.5, 0.935, 0.76), 0.62),
}
BAND = 26  # the breadth of the frame's marquetry, of a 1080 square


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    base = h - shape.foot
    left, top, width = plan.niche[0] * w, plan.niche[1] * h, plan.niche[2] * w
    niche = arch_in(left, top, width, base - top, rise=1.12)
    cx, light_y = niche.cx, base - plan.light * (base - top)
    title, message = (Box(b[0] * w, b[1] * h, b[2] * w, b[3] * h) for b in (plan.title, plan.message))
    side = plan.symbol[2] * min(w, h)
    sx, feet = plan.symbol[0] * w, plan.symbol[1] * h

    glow, halo = kit.light(cx, light_y, width * 0.78, 0.95)
    calm, veil = _calm(title, message, cx, u)
    hero_box, hero = kit.gilded(title, size=190 * u)
    says_box, says = kit.words(
        "message", message, "message", size=37 * u * kit.FOOT_SIZE[shape.name], weight=500, line_height=1.7
    )
    foot_defs, foot = kit.foot(shape)
    shadow, frame = _frame(niche, base, u)
    sun = shamseh((cx, light_y), width * 0.5, 16)

    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "ground", 1), (1, "deep", 1)),
            kit.linear("inside", 0, top, 0, base, (0, "deep", 1), (0.3, "ground", 1), (1, "deep", 1)),
            kit.metal("metal", title, kit.LETTER_METAL),
            kit.metal("metal-frame", Box(left, top, width, base - top)),
            glow, calm, hero_box, says_box, foot_defs,
            el("clipPath", path(niche.opening(base).d(1)), id="niche"),
        ],
        [
            kit.ground(),
            kit.computed(
                "girih(canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height, tiling='4.8.8', "
                f"cell={118 * u:.4g}, angle=67.5)",
                fill="none", class_="stroke-metal-2", stroke_width=1.7 * u, opacity=0.2,
            ),
            shadow,
            group(
                path(niche.opening(base + 60 * u).d(1), fill="url(#inside)"),
                halo,
                path(rays((cx, light_y), 40 * u, max(w, h), 40).d(1), class_="fill-glow", opacity=0.09),
                path(
                    (sun.rays + sun.rim + sun.petals + sun.buds + sun.lines).d(1), fill="none",
                    class_="stroke-accent-light", stroke_width=1.2 * u, opacity=0.22,
                ),
                *_land(niche, base, feet, u),
                veil,
                clip_path="url(#niche)",
            ),
            frame,
            el(
                "image", x=sx - side / 2, y=feet - side, width=side, height=side, data_symbol="{{ symbol }}",
                data_tones="{{ tones }}", id="symbol",
            ),
            hero, says, foot,
        ],
    )  # fmt: skip


def _frame(niche: Arch, base: float, u: float) -> tuple[str, str]:
    """The shadow that the frame throws on the wall, and the frame: marquetry between two metal lines."""
    band = BAND * u
    inner, outer = _line(niche, base, 4 * u), _line(niche, base, 8 * u + band)
    # Bent from the outer line inwards, so that the strip fits the longer one.
    length = round(outer.length / band) * band
    strip = khatam(length, band)
    tones = [wrapped(part, _line(niche, base, 6 * u + band), length=length) for part in (strip.fills, strip.accents)]
    shadow = group(
        *(
            path(niche.opening(base, band + reach * u).d(1), class_="fill-near", fill_opacity=opacity)
            for reach, opacity in ((44, 0.10), (34, 0.14), (25, 0.2), (17, 0.3))
        )
    )
    ring = niche.opening(base, 8 * u + band) - niche.opening(base, 4 * u)
    frame = group(
        path(ring.d(1), class_="fill-near"),
        path(tones[0].d(1), class_="fill-metal-2"),
        path(tones[1].d(1), class_="fill-accent-deep"),
        path(outer.d(1), fill="none", stroke="url(#metal-frame)", stroke_width=4.6 * u),
        path(inner.d(1), fill="none", stroke="url(#metal-frame)", stroke_width=4.6 * u),
        path(_line(niche, base, -9 * u).d(1), fill="none", stroke="url(#metal-frame)", stroke_width=1.5 * u),
    )
    return shadow, frame


def _line(niche: Arch, base: float, offset: float) -> Path:
    """The line of the arch with its jambs, from the left foot to the right one."""
    left, right = niche.cx - niche.half - offset, niche.cx + niche.half + offset
    return joined(polyline([(left, base)]), niche.line(offset), polyline([(right, base)]), closed=False)


def _land(niche: Arch, base: float, feet: float, u: float) -> list[str]:
    """Two ranges of hills across the foot of the niche, and the ground on which the symbol stands."""
    width = niche.half * 2
    left = niche.cx - niche.half
    rise = max(base - feet + 70 * u, 150 * u)
    far, near = hills(width, rise, layers=2, seed=5, rise=0.3, waves=1.2)
    return [
        path(far.translate(left, base - rise).d(1), class_="fill-far", opacity=0.75),
        path(near.translate(left, base - rise).d(1), class_="fill-near", opacity=0.9),
    ]


def _calm(title: Box, message: Box, cx: float, u: float) -> tuple[str, str]:
    """A veil of the ground's colour behind the message, so that no ray or line runs through small words."""
    cy = message.y + message.height / 2
    rx, ry = message.width * 0.62, message.height * 1.0
    x = message.x + message.width / 2
    gradient = el(
        "radialGradient",
        *kit.stops(((0, "ground", 0.75), (0.6, "ground", 0.5), (1, "ground", 0))),
        id="calm", gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1,
        gradientTransform=f"translate({x:.1f} {cy:.1f}) scale({rx:.1f} {ry:.1f})",
    )  # fmt: skip
    return gradient, el("ellipse", cx=x, cy=cy, rx=rx, ry=ry, fill="url(#calm)")
