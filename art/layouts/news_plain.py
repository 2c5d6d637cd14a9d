"""News without a photograph: the category's symbol, huge and cropped by the edge, in its light, the headline before it."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, news_kit
from art.layouts.kit import Shape, el, group, path
from art.layouts.news_kit import FULL, Column, number
from engine.ornament.geometry import ORIGIN
from engine.ornament.landscape import glory
from engine.ornament.shamseh import nested_stars

ABOUT = news_kit.ABOUT.format(title="خبر: بی‌عکس")
SHAPES = news_kit.SHAPES
SAMPLE = news_kit.Sample("شورای شهر")

CROPPED = 0.14  # of the symbol's side: what the left edge cuts off
SIDES = {  # the symbol's side: a share of what is free above the words, and its bounds in units of a square
    "square": (1.12, 460, 860), "portrait": (1.06, 540, 980), "story": (0.94, 700, 1080),
}  # fmt: skip
BESIDE = {"wide": 900.0, "banner": 620.0}  # the symbol's side, in artboard units, where it stands beside the words


def column(shape: Shape) -> Column:
    u, w, end = shape.u, shape.width, shape.height - news_kit.foot_height(shape)
    over = news_kit.OVER * u * kit.FOOT_SIZE[shape.name]
    match shape.name:
        case "square":
            return Column(65, w - 130, end - 52, 230, 520, u * 1.05, end - 52 - over, lines=4)
        case "portrait":
            return Column(65, w - 130, end - 64, 280, 640, u * 1.1, end - 64 - over, lines=4)
        case "story":
            return Column(72, w - 144, end - 70, 320, 760, u * 1.25, end - 70 - over, lines=5)
        case "wide":
            return Column(720, w - 720 - 106, end - 62, 270, 520, u * 1.15, end - 62 - over, lines=4)
        case _:
            return Column(640, w - 640 - 78, end - 46, 170, 300, u * 1.2, end - 46 - over, lines=3)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the symbol's square is: its middle and its side, as expressions."""

    cx: str
    cy: str
    side: str


def place(shape: Shape) -> Place:
    if shape.name in news_kit.UPRIGHT:
        share, least, most = SIDES[shape.name]
        side = f"max({least * shape.u:g}, min({most * shape.u:g}, {share:g} * top))"
        return Place(f"{0.5 - CROPPED:g} * ({side})", f"0.47 * (top - {40 * shape.u:g})", side)
    side = BESIDE[shape.name]
    return Place(f"{(0.5 - CROPPED) * side:g}", f"{0.46 * shape.height:g}", f"{side:g}")


def draw(shape: Shape) -> str:
    u, at = shape.u, column(shape)
    size = u * kit.FOOT_SIZE[shape.name]
    boxes, words = news_kit.headline(at, ceiling=200)
    badge_boxes, badge = news_kit.badge(at.right, f"top - {news_kit.BADGE * size:g}", size)
    foot_defs, foot = news_kit.foot(shape)
    return kit.artboard(
        shape,
        [
            *boxes, kit.linear("ground", shape.width, 0, 0, shape.height, (0, "ground", 1), (1, "deep", 1)),
            kit.radial("halo", 0, 0, 900, (0, "glow", 0.7), (0.3, "glow", 0.42), (0.65, "glow", 0.14), (1, "glow", 0)),
            _calm(shape, at), *badge_boxes, foot_defs,
        ],
        [
            kit.ground(),
            news_kit.weave(FULL, 170 * u, 2 * u, 0.16),
            _hero(shape),
            el("rect", fill="url(#calm)", **FULL.set),
            *words, badge, foot,
        ],
    )  # fmt: skip


def _hero(shape: Shape) -> str:
    """The symbol in its light, with rays; a great star where the category has none. Drawn at 1000 units a side."""
    where = place(shape)
    ring = {"fill": "none", "class_": "stroke-accent"}
    symbol = el(
        "image", x=-500, y=-500, width=1000, height=1000, data_symbol="{{ symbol }}", data_if="symbol",
        data_tones="accent accent-light accent-deep second",
    )  # fmt: skip
    star = path(
        nested_stars(ORIGIN, 560, 8, 3, count=7).d(1),
        stroke_width=6,
        stroke_linejoin="round",
        data_if="not symbol",
        **ring,
    )
    return group(
        el("circle", r=900, fill="url(#halo)"),
        path(glory(ORIGIN, 575, 1500, 32).d(1), class_="fill-glow", opacity=0.13),
        *(el("circle", r=r, stroke_width=w, stroke_opacity=o, **ring) for r, w, o in ((560, 5, 0.8), (578, 2, 0.6))),
        symbol,
        star,
        id="hero",
        data_set_transform=f"translate({number(where.cx)} {number(where.cy)}) scale({number(f'({where.side}) / 1000')})",
    )


def _calm(shape: Shape, at: Column) -> str:
    """What keeps the symbol away from the words: the ground's dark, beneath them or at their side."""
    if shape.name not in news_kit.UPRIGHT:
        return kit.linear("calm", at.x - 260 * shape.u, 0, at.x + 90 * shape.u, 0, (0, "deep", 0.0), (1, "deep", 0.82))
    return el(
        "linearGradient", *kit.stops(((0, "deep", 0.0), (0.5, "deep", 0.6), (1, "deep", 0.94))), id="calm",
        gradientUnits="userSpaceOnUse", x1=0, x2=0, y1=300, y2=600,
        data_set_y1=number(f"top - {190 * shape.u:g}"), data_set_y2=number(f"top + {30 * shape.u:g}"),
    )  # fmt: skip
