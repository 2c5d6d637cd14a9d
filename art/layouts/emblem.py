"""Emblem: one symbol, huge, cropped by the sheet's edge; the lettering stands in the space that it leaves."""

from __future__ import annotations

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group
from art.layouts.samples import Sample

ABOUT = """title: نشان بزرگ
tones: [civic, national, defence, spring, nature, festive]
"""
SAMPLE = Sample("yalda-night", "pomegranate", "festive", "pomegranate")

# Where the symbol's square, the lettering and the message stand, in parts of the artboard's width and height.
# The symbol's side is in parts of the shorter side.
PLANS = {
    "square": ((0.30, 0.60, 0.86), (0.40, 0.075, 0.54, 0.36), (0.56, 0.47, 0.38, 0.19)),
    "portrait": ((0.42, 0.67, 1.04), (0.12, 0.06, 0.82, 0.27), (0.24, 0.335, 0.70, 0.10)),
    "story": ((0.46, 0.66, 1.20), (0.08, 0.07, 0.84, 0.25), (0.14, 0.335, 0.72, 0.09)),
    "wide": ((0.25, 0.48, 1.02), (0.50, 0.10, 0.44, 0.48), (0.52, 0.62, 0.42, 0.19)),
    "banner": ((0.18, 0.50, 1.18), (0.39, 0.09, 0.55, 0.49), (0.42, 0.62, 0.52, 0.18)),
    "pole": ((0.50, 0.70, 1.28), (0.09, 0.05, 0.82, 0.27), (0.12, 0.345, 0.76, 0.13)),
}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    (sx, sy, side), title, message = PLANS[shape.name]
    cx, cy, size = sx * w, sy * h, side * min(w, h)
    title_box = Box(title[0] * w, title[1] * h, title[2] * w, title[3] * h)
    message_box = Box(message[0] * w, message[1] * h, message[2] * w, message[3] * h)
    centred = shape.name in ("story", "pole")
    align = "center" if centred else "start"

    glow, halo = kit.light(cx, cy, size * 0.95, 0.75)
    hero_box, hero = kit.lettering(title_box, size=210 * u, fill="url(#metal)")
    says_box, says = kit.words(
        "message",
        message_box,
        "message",
        size=36 * u,
        family="text",
        weight=500,
        role="quiet",
        align=align,
        valign="start",
        line_height=1.75,
    )
    foot_defs, foot = kit.foot(shape)
    field = kit.computed(
        f"girih(canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height, tiling='4.8.8', "
        f"cell={150 * u:.4g}, angle=67.5)",
        fill="none",
        class_="stroke-pattern",
        stroke_width=1.8 * u,
        opacity=0.16,
    )
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, w * 0.4, h, (0, "ground", 1), (1, "deep", 1)),
            glow,
            hero_box,
            says_box,
            foot_defs,
            kit.metal("metal", title_box, kit.LETTER_METAL),
        ],
        [
            kit.ground(),
            field,
            halo,
            group(
                *(
                    el(
                        "circle",
                        cx=cx,
                        cy=cy,
                        r=size * part,
                        fill="none",
                        class_="stroke-pattern",
                        stroke_width=1.6 * u,
                        stroke_opacity=opacity,
                    )
                    for part, opacity in ((0.50, 0.5), (0.56, 0.34), (0.64, 0.2))
                )
            ),
            el(
                "image",
                x=cx - size / 2,
                y=cy - size / 2,
                width=size,
                height=size,
                data_symbol="{{ symbol }}",
                id="symbol",
            ),
            hero,
            says,
            foot,
        ],
    )
