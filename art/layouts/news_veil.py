"""News over a photograph: the picture fills the sheet, and a veil as strong as it needs carries the headline."""

from __future__ import annotations

from art.layouts import kit, news_kit
from art.layouts.kit import Shape, el, group
from art.layouts.news_kit import FULL, Column, Frame, number

ABOUT = news_kit.ABOUT.format(title="خبر: عکس و پرده")
SHAPES = news_kit.SHAPES
SAMPLE = news_kit.Sample("فضای سبز")

FADE = 280  # units of a square: how far above the headline the veil begins
LEAST = 0.34  # its opacity beneath the words, also over the darkest photograph
EASE = ((0, 0.0), (0.22, 0.1), (0.44, 0.38), (0.66, 0.78), (0.88, 1.0))  # it is whole a little before the words begin
PLACES = {  # of the photograph's focus, in parts of the sheet: what is clear of the words
    "square": (0.5, 0.34), "portrait": (0.5, 0.36), "story": (0.5, 0.38), "wide": (0.36, 0.42), "banner": (0.26, 0.45),
}  # fmt: skip


def column(shape: Shape) -> Column:
    u, end = shape.u, shape.height - shape.foot
    match shape.name:
        case "square":
            return Column(65, 950, end - 44, 150, 380, u)
        case "portrait":
            return Column(65, 950, end - 54, 165, 440, u * 1.05)
        case "story":
            return Column(72, 936, end - 90, 210, 590, u * 1.2, lines=3)
        case "wide":
            return Column(670, 1144, end - 52, 160, 410, u * 1.1)
        case _:
            return Column(930, 910, end - 34, 110, 300, u * 1.25)


def draw(shape: Shape) -> str:
    u, at = shape.u, column(shape)
    across, down = PLACES[shape.name]
    boxes, words = news_kit.headline(at)
    tab_boxes, tab = news_kit.tab(at.right, u * kit.FOOT_SIZE[shape.name])
    foot_defs, foot = news_kit.foot(shape)
    credit_boxes, credit = news_kit.credit(shape)
    place = news_kit.placed("photos[0]", FULL, across=across, down=down)
    strength = f"<!--{{% set strength = veil(photos[0], {place}, {at.words}, colour.near, colour.ink, {LEAST}) %}}-->"
    above = FADE * u
    sideways = shape is kit.BANNER
    fall = Frame("canvas.bleed.x", f"top - {above:g}", "canvas.bleed.width", f"canvas.bleed.bottom - top + {above:g}")
    lines = el(
        "linearGradient", *kit.stops(((0, "pattern", 0.0), (0.5, "pattern", 0.3), (1, "pattern", 0.5))), id="weave",
        gradientUnits="userSpaceOnUse", x1=0, x2=0, y1=0, y2=shape.height, data_set_y1=number(f"top - {above:g}"),
    )  # fmt: skip
    shade = kit.linear("shade", 0, 0, 0, 0.22 * shape.height, (0, "near", 0.55), (0.5, "near", 0.2), (1, "near", 0.0))
    return kit.artboard(
        shape,
        [*boxes, strength, _veil_from_the_right(shape, at) if sideways else _veil(above), lines, shade, *tab_boxes, *credit_boxes, foot_defs],
        [
            el("rect", x=0, y=0, width="100%", height="100%", class_="fill-near", data_cover="bleed"),
            news_kit.photograph("photos[0]", FULL, across=across, down=down, id="photograph"),
            el("rect", x=0, y=0, width=shape.width, height=0.22 * shape.height, fill="url(#shade)", data_cover="x", data_pin="top"),
            kit.computed(f"girih({', '.join(fall.sides)}, tiling='4.8.8', cell={150 * u:.4g}, angle=67.5)", fill="none",
                         stroke="url(#weave)", stroke_width=1.6 * u, opacity=0.5),
            el("rect", fill="url(#veil)", **(FULL if sideways else fall).set),
            group(*tab), *credit, *words, foot,
        ],
    )  # fmt: skip


def _veil_from_the_right(shape: Shape, at: Column) -> str:
    """On a wide sheet: from nothing to its full strength where the words begin, at their left."""
    start = at.x - 1.7 * FADE * shape.u
    rising = (
        el("stop", offset=round((start + part * (at.x - start)) / shape.width, 4), class_="stop-near", stop_opacity=0.6 * strong,
           data_set_stop_opacity=number(f"{strong:g} * strength"))
        for part, strong in EASE
    )  # fmt: skip
    last = el(
        "stop", offset=1, class_="stop-near", stop_opacity=0.9, data_set_stop_opacity=number("min(1, 0.3 + strength)")
    )
    return el(
        "linearGradient", *rising, last, id="veil", gradientUnits="userSpaceOnUse", x1=0, x2=shape.width, y1=0, y2=0
    )


def _veil(above: float) -> str:
    """From nothing to its full strength where the headline begins, and somewhat more below it."""
    share = f"{above:g} / (canvas.bleed.bottom - top + {above:g})"
    rising = (
        el("stop", offset=0.4 * at, class_="stop-near", stop_opacity=0.6 * part,
           data_set_offset=number(f"{at:g} * {share}"), data_set_stop_opacity=number(f"{part:g} * strength"))
        for at, part in EASE
    )  # fmt: skip
    last = el(
        "stop", offset=1, class_="stop-near", stop_opacity=0.8, data_set_stop_opacity=number("min(1, 0.16 + strength)")
    )
    return el("linearGradient", *rising, last, id="veil", x1=0, y1=0, x2=0, y2=1)
