"""Plain: a ground with a light on it, the symbol, the title, the message, the foot, each one object that can be moved.

Not for a poster as it stands, but for a designer to begin from: nothing is hidden in definitions but the frames of words.
"""

from __future__ import annotations

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el
from art.layouts.line import MESSAGE, PLANS
from art.layouts.samples import Sample

ABOUT = """title: ساده، برای آغاز
tones: []
"""
SAMPLE = Sample("yalda-night", "pomegranate", "festive", "pomegranate")


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    title, message = (Box(b[0] * w, b[1] * h, b[2] * w, b[3] * h) for b in (plan.title, plan.message))
    message = Box(message.x, message.y, message.width, min(message.bottom, h - shape.foot - 22 * u) - message.y)
    side = 0.84 * plan.symbol[2] * min(w, h)
    picture = treatments.square(plan.symbol[0] * w, plan.symbol[1] * h, side)
    light, glow = kit.light(picture.cx, picture.cy, 0.95 * side)
    title_box, says_title = kit.words(
        "title", title, kit.title_lines(title), size=200 * u, weight=700, align=plan.align, fit="grow",
        valign="bottom" if w <= h else "middle", data_set_font_family="{{ voice }}", data_lettering="stack", data_line_sizes="{{ line_sizes }}",
    )  # fmt: skip
    message_box, says = kit.words(
        "message", message, "message", size=MESSAGE[shape.name] * u, weight=500, align=plan.align
    )
    foot_defs, foot = kit.foot(shape)
    return kit.artboard(
        shape,
        [light, title_box, message_box, foot_defs],
        [
            el("rect", x=0, y=0, width=w, height=h, class_="fill-ground", data_cover="bleed", id="ground"),
            glow,
            treatments.symbol(picture, tones="{{ tones }}", id="symbol"),
            says_title,
            says,
            foot,
        ],
    )
