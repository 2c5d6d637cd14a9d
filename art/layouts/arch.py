"""Arch: a Persian niche full of light in a wall of girih; lettering in the light, the symbol on the threshold."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample

ABOUT = """title: طاق
tones: [celebration, ramadan, mourning, literary, muharram]
"""
SAMPLE = Sample("ghadir", "palm", "celebration", "emerald")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand on an artboard, in parts of its width and height; `side` is of its shorter side."""

    niche: tuple[float, float, float]  # left, top, width; the niche stands on the foot
    title: tuple[float, float, float, float]
    message: tuple[float, float, float, float]
    symbol: tuple[float, float, float]  # centre, side


PLANS = {
    "square": Plan((0.115, 0.045, 0.77), (0.24, 0.175, 0.52, 0.315), (0.25, 0.50, 0.50, 0.105), (0.5, 0.755, 0.315)),
    "portrait": Plan((0.10, 0.045, 0.80), (0.21, 0.20, 0.58, 0.27), (0.22, 0.485, 0.56, 0.10), (0.5, 0.75, 0.46)),
    "story": Plan((0.085, 0.055, 0.83), (0.18, 0.22, 0.64, 0.25), (0.20, 0.485, 0.60, 0.085), (0.5, 0.76, 0.60)),
    "wide": Plan((0.035, 0.05, 0.40), (0.485, 0.13, 0.455, 0.46), (0.50, 0.63, 0.43, 0.17), (0.235, 0.62, 0.52)),
    "banner": Plan((0.03, 0.06, 0.30), (0.375, 0.09, 0.57, 0.50), (0.39, 0.62, 0.54, 0.17), (0.18, 0.60, 0.60)),
    "pole": Plan((0.09, 0.045, 0.82), (0.16, 0.19, 0.68, 0.27), (0.19, 0.475, 0.62, 0.13), (0.5, 0.76, 0.72)),
}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    base = h - shape.foot
    left, top, width = plan.niche[0] * w, plan.niche[1] * h, plan.niche[2] * w
    cx = left + width / 2
    title, message = (Box(b[0] * w, b[1] * h, b[2] * w, b[3] * h) for b in (plan.title, plan.message))
    sx, sy, side = plan.symbol[0] * w, plan.symbol[1] * h, plan.symbol[2] * min(w, h)
    light_y = top + (base - top) * 0.36

    glow, halo = kit.light(cx, light_y, width * 0.72, 0.95)
    hero_box, hero = kit.lettering(title, size=190 * u)
    says_box, says = kit.words("message", message, "message", size=31 * u, weight=500, line_height=1.7)
    foot_defs, foot = kit.foot(shape)

    def niche(inset: float, drop: float = 0.0) -> str:
        return arch(left + inset, top + inset * 1.35, width - 2 * inset, base + 40 * u + drop)

    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "ground", 1), (1, "deep", 1)),
            kit.linear("inside", 0, top, 0, base, (0, "ground", 1), (0.62, "ground", 1), (1, "deep", 1)),
            kit.metal("metal", title, kit.LETTER_METAL),
            kit.metal("metal-frame", Box(left, top, width, base - top)),
            glow,
            hero_box,
            says_box,
            foot_defs,
            el("clipPath", path(niche(26 * u)), id="niche"),
        ],
        [
            kit.ground(),
            kit.computed(
                f"girih(canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height, tiling='4.8.8', "
                f"cell={118 * u:.4g}, angle=67.5)",
                fill="none",
                class_="stroke-metal-2",
                stroke_width=1.7 * u,
                opacity=0.22,
            ),
            path(niche(-10 * u), class_="fill-deep", fill_opacity=0.55),
            path(niche(0), class_="fill-deep"),
            group(
                path(niche(26 * u), fill="url(#inside)"),
                halo,
                kit.computed(
                    f"rays({cx:.5g}, {light_y:.5g}, {30 * u:.4g}, {width:.5g}, n=36)",
                    class_="fill-glow",
                    opacity=0.10,
                ),
                kit.computed(
                    f"shamseh({cx:.5g}, {light_y:.5g}, {width * 0.46:.5g}, n=12)",
                    fill="none",
                    class_="stroke-accent-light",
                    stroke_width=1.3 * u,
                    opacity=0.3,
                ),
                clip_path="url(#niche)",
            ),
            path(niche(0), fill="none", stroke="url(#metal-frame)", stroke_width=7 * u),
            path(niche(15 * u), fill="none", stroke="url(#metal-frame)", stroke_width=1.6 * u),
            path(niche(26 * u), fill="none", stroke="url(#metal-frame)", stroke_width=3.4 * u),
            el(
                "image",
                x=sx - side / 2,
                y=sy - side / 2,
                width=side,
                height=side,
                data_symbol="{{ symbol }}",
                id="symbol",
            ),
            hero,
            says,
            foot,
        ],
    )


def arch(x: float, top: float, width: float, base: float) -> str:
    """A four-centred arch on straight jambs: small arcs at the springing, long ones to the point."""
    half, cx = width / 2, x + width / 2
    spring = top + width * 0.56
    rise = spring - top
    return (
        f"M{x:.1f} {base:.1f}V{spring:.1f}"
        f"C{x:.1f} {spring - 0.52 * rise:.1f} {cx - 0.46 * half:.1f} {top + 0.24 * rise:.1f} {cx:.1f} {top:.1f}"
        f"C{cx + 0.46 * half:.1f} {top + 0.24 * rise:.1f} {x + width:.1f} {spring - 0.52 * rise:.1f} {x + width:.1f} {spring:.1f}"
        f"V{base:.1f}Z"
    )
