"""News over a photograph: the picture fills the sheet, and a veil of the category's own dark colour, as strong as it
needs, rises from the corner where reading begins."""

from __future__ import annotations

from collections.abc import Mapping

from art.layouts import kit, news_kit
from art.layouts.kit import Shape, el
from art.layouts.news_kit import FULL, Column, Frame, number

ABOUT = news_kit.ABOUT.format(title="خبر: عکس و پرده")
SHAPES = news_kit.SHAPES
SAMPLE = news_kit.Sample("فضای سبز")

LEAST = 0.5  # the veil's opacity beneath the words, also over the darkest photograph: it is the category's colour
EASE = ((0, 0.0), (0.2, 0.06), (0.4, 0.24), (0.6, 0.54), (0.8, 0.86), (0.96, 1.0))  # whole a little before the words
WHOLE = 0.45  # from the words to the corner: where it hides all
PLACES = {  # of the photograph's focus, in parts of the sheet: what is clear of the words
    "square": (0.5, 0.32), "portrait": (0.5, 0.33), "story": (0.5, 0.36), "wide": (0.34, 0.4), "banner": (0.27, 0.45),
}  # fmt: skip
SLANTS: Mapping[str, tuple[float, float]] = {  # the direction in which the veil grows
    "square": (0.2, 0.98), "portrait": (0.18, 0.984), "story": (0.14, 0.99), "wide": (0.56, 0.828), "banner": (0.97, 0.243),
}  # fmt: skip
FADES = {"square": 330, "portrait": 360, "story": 430, "wide": 520, "banner": 760}  # units of a square, to the words


def column(shape: Shape) -> Column:
    u, end = shape.u, shape.height - news_kit.foot_height(shape)
    over = news_kit.OVER * u * kit.FOOT_SIZE[shape.name]
    match shape.name:
        case "square":
            return Column(65, 950, end - 48, 190, 430, u, end - 48 - over, lines=4)
        case "portrait":
            return Column(65, 950, end - 58, 205, 500, u * 1.05, end - 58 - over, lines=4)
        case "story":
            return Column(72, 936, end - 64, 250, 620, u * 1.2, end - 64 - over, lines=5)
        case "wide":
            return Column(700, 1114, end - 56, 210, 470, u * 1.1, end - 56 - over, lines=4)
        case _:
            return Column(900, 942, end - 44, 150, 300, u * 1.2, end - 44 - over, lines=3)


def draw(shape: Shape) -> str:
    u, at = shape.u, column(shape)
    across, down = PLACES[shape.name]
    boxes, words = news_kit.headline(at, ceiling=168)
    size = u * kit.FOOT_SIZE[shape.name]
    badge_boxes, badge = news_kit.badge(at.right, f"top - {news_kit.BADGE * size:g}", size)
    foot_defs, foot = news_kit.foot(shape)
    credit_boxes, credit = news_kit.credit(shape)
    place = news_kit.placed("photos[0]", FULL, across=across, down=down)
    strength = f"<!--{{% set strength = veil(photos[0], {place}, {at.words}, colour.deep, colour.ink, {LEAST}) %}}-->"
    fall = Frame(
        "canvas.bleed.x", f"top - {240 * u:g}", "canvas.bleed.width", f"canvas.bleed.bottom - top + {240 * u:g}"
    )
    return kit.artboard(
        shape,
        [*boxes, strength, *_veil(shape, at), *badge_boxes, *credit_boxes, foot_defs],
        [
            el("rect", x=0, y=0, width="100%", height="100%", class_="fill-near", data_cover="bleed"),
            news_kit.photograph("photos[0]", FULL, across=across, down=down, id="photograph"),
            el("rect", fill="url(#veil)", **FULL.set),
            news_kit.weave(fall, 170 * u, 2 * u, 1, class_=None, stroke="url(#woven)"),
            *credit, *words, badge, foot,
        ],
    )  # fmt: skip


def _veil(shape: Shape, at: Column) -> list[str]:
    """The veil from nothing to its strength where the words begin, to whole at the corner below; and the paint of the
    pattern in it, which shows only where the veil is whole."""
    (dx, dy), before = SLANTS[shape.name], FADES[shape.name] * shape.u
    run = f"{dx:g} * (canvas.bleed.right - {at.x:g}) + {dy:g} * (canvas.bleed.bottom - top)"
    share = f"{before:g} / ({before:g} + run)"
    after = f"(1 - {share}) * {WHOLE:g}"
    ends = {
        "x1": f"{at.x:g} - {before * dx:g}", "y1": f"top - {before * dy:g}",
        "x2": f"{at.x:g} + {dx:g} * run", "y2": f"top + {dy:g} * run",
    }  # fmt: skip
    line = {"gradientUnits": "userSpaceOnUse", **dict.fromkeys(ends, 0)} | {
        f"data_set_{name}": number(value) for name, value in ends.items()
    }
    rising = (
        el("stop", offset=0.4 * part, class_="stop-deep", stop_opacity=0.7 * strong,
           data_set_offset=number(f"{part:g} * {share}"), data_set_stop_opacity=number(f"{strong:g} * strength"))
        for part, strong in EASE
    )  # fmt: skip
    whole = el(
        "stop", offset=0.75, class_="stop-deep", stop_opacity=0.96, data_set_offset=number(f"{share} + {after}"),
        data_set_stop_opacity=number("max(0.94, strength)"),
    )  # fmt: skip
    woven = (
        el("stop", offset=0.4, class_="stop-pattern", stop_opacity=0, data_set_offset=number(f"{share} + {after}")),
        el("stop", offset=1, class_="stop-pattern", stop_opacity=0.16),
    )
    return [
        f"<!--{{% set run = {run} %}}-->",
        el("linearGradient", *rising, whole, el("stop", offset=1, class_="stop-deep"), id="veil", **line),
        el("linearGradient", *woven, id="woven", **line),
    ]
