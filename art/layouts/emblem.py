"""Emblem: one symbol, huge, cropped by the sheet's edge; the lettering stands in the space that it leaves."""

from __future__ import annotations

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.landscape import glory

ABOUT = """title: نشان بزرگ
tones: [civic, national, defence, spring, nature, festive, muharram, celebration]
"""
SAMPLE = Sample("yalda-night", "pomegranate", "festive", "pomegranate")

# Where the symbol's square, the lettering and the message stand, in parts of the artboard's width and height.
# The symbol's side is in parts of the shorter side.
PLANS = {
    "square": ((0.42, 0.60, 0.70), (0.10, 0.05, 0.84, 0.265), (0.06, 0.79, 0.88, 0.105)),
    "portrait": ((0.47, 0.70, 0.76), (0.08, 0.055, 0.86, 0.215), (0.20, 0.285, 0.74, 0.085)),
    "story": ((0.5, 0.665, 0.98), (0.08, 0.075, 0.84, 0.21), (0.13, 0.30, 0.74, 0.085)),
    "wide": ((0.25, 0.475, 0.90), (0.51, 0.10, 0.425, 0.49), (0.54, 0.635, 0.395, 0.19)),
    "banner": ((0.18, 0.47, 0.88), (0.40, 0.09, 0.54, 0.50), (0.41, 0.61, 0.53, 0.18)),
    "pole": ((0.50, 0.69, 1.16), (0.09, 0.055, 0.82, 0.24), (0.12, 0.325, 0.76, 0.13)),
}


SUNK = (0.70, 0.92)
STANDING = {
    "blood-drop-heart": (0.64, 0.885),
    "council-table": (0.86, 0.83),
    "lamp": (0.57, 0.805),
    "leaf-valley": (0.565, 0.84),
    "sapling-shade": (0.56, 0.775),
    "tulip-field": (1.04, 0.955),
}
"""On the square, where the message stands before the ground in which a symbol sinks: the side of a symbol's square and
the level of its foot, in parts of the sheet; for those that should sink less, or are broad and low, their own. Broad
ones stand in the middle."""

MESSAGE = {"square": 38, "portrait": 39, "story": 44, "wide": 40, "banner": 46, "pole": 50}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    (sx, sy, side), title, message = PLANS[shape.name]
    cx, size = sx * w, side * min(w, h)
    veiled = shape.name == "square"  # the symbol's foot sinks into the ground before which the message stands
    cy = sy * h if veiled else min(sy * h, h - shape.foot + 2 * u - 0.46 * size)  # nothing is cut by the foot
    title_box = Box(title[0] * w, title[1] * h, title[2] * w, title[3] * h)
    message_box = Box(message[0] * w, message[1] * h, message[2] * w, message[3] * h)
    align = "center" if shape.name in ("story", "pole") else "start"

    glow, halo = kit.light(cx, cy, size * 0.85, 0.6)
    top, full = message_box.y - 80 * u, message_box.y
    veil = (
        [kit.linear("veil", 0, top, 0, full, (0, "deep", 0), (0.55, "deep", 0.66), (1, "deep", 0.97))] if veiled else []
    )
    before = [el("rect", x=0, y=top, width=w, height=h - top, fill="url(#veil)", data_cover="x")] if veiled else []
    says_box, says = kit.words(
        "message", message_box, "message", size=MESSAGE[shape.name] * u, weight=500, role="ink", align=align, valign="top",
        line_height=1.75,
    )  # fmt: skip
    foot_defs, foot = kit.foot(shape)
    field = kit.computed(
        "girih(canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height, tiling='4.8.8', "
        f"cell={150 * u:.4g}, angle=67.5)",
        fill="none", class_="stroke-pattern", stroke_width=1.8 * u, opacity=0.13,
    )  # fmt: skip
    sun = glory((cx, cy), size * 0.57, size * 1.5, 30)
    rings = (
        el(
            "circle", cx=cx, cy=cy, r=size * part, fill="none", class_="stroke-pattern", stroke_width=width * u,
            stroke_opacity=opacity,
        )
        for part, width, opacity in ((0.535, 3.4, 0.75), (0.552, 1.4, 0.6), (0.575, 1.4, 0.35))
    )  # fmt: skip
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, w * 0.4, h, (0, "ground", 1), (1, "deep", 1)),
            kit.radial("disc", cx, cy, size * 0.535, (0, "glow", 0.55), (0.7, "glow", 0.28), (1, "glow", 0.16)),
            glow, treatments.title(title_box, size=210 * u, align=align), says_box, foot_defs, *veil,
        ],
        [
            kit.ground(),
            field,
            halo,
            path(sun.d(1), class_="fill-glow", opacity=0.08),
            el("circle", cx=cx, cy=cy, r=size * 0.535, fill="url(#disc)"),
            group(*rings),
            _symbol(shape, cx, cy, size),
            *before,
            *_cut_letters(u),
            says,
            foot,
        ],
    )  # fmt: skip


def _symbol(shape: Shape, cx: float, cy: float, size: float) -> str:
    """The symbol with the foot of its ink on its level."""
    across, level, side = f"{cx:.5g}", f"{cy + 0.46 * size:.5g}", f"{size:.5g}"
    foot = treatments.foot_of("symbol")
    if shape.name == "square":
        own = {name: (part[0] * shape.width, part[1] * shape.height) for name, part in STANDING.items()}
        usual = (SUNK[0] * shape.width, SUNK[1] * shape.height)
        side, level = (f"({own}.get(symbol, {usual})[{n}])" for n in (0, 1))
        across = f"({cx:.5g} if {side} < {0.8 * shape.width:.5g} else {shape.cx:.5g})"
    return el(
        "image", data_set_x=f"{{{{ {across} - {side} / 2 }}}}", data_set_y=f"{{{{ {level} - {side} * {foot} }}}}",
        data_set_width=f"{{{{ {side} }}}}", data_set_height=f"{{{{ {side} }}}}", data_symbol="{{ symbol }}",
        data_tones="{{ tones }}", id="symbol",
    )  # fmt: skip


def _cut_letters(u: float) -> list[str]:
    """Letters of paper: the shadow that they cast, their dark edge, their face."""
    return [
        treatments.soft_shadow("title", reach=26 * u, drop=(0, 12 * u), role="deep"),
        treatments.painted("title", role="deep", transform=f"translate({-3 * u:.1f} {5 * u:.1f})"),
        treatments.painted("title", role="ink"),
    ]
