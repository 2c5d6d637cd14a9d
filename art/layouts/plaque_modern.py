"""Plaque in girih: a field of colour woven over with straps, cut aslant, and a great star under the words."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees, hypot

from art.layouts import kit, plaque_kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.plaque_kit import (
    BOLD_ON_PAPER,
    ON_PAPER,
    ON_SHEET,
    PAPER,
    QUIET_ON_PAPER,
    SHEET,
    SHEET_SHADE,
    Words,
    centred,
)
from engine.ornament import FUNCTIONS
from engine.ornament.geometry import Point
from engine.ornament.pen import polygon

ABOUT = plaque_kit.ABOUT.format(title="لوح گره‌چینی", tone="civic")
SHAPES = plaque_kit.SHAPES
SAMPLE = plaque_kit.Sample("sport", "civic", "cobalt")

BEYOND = 120.0  # how far the planes go over the trim: more than any bleed
CELL = 560.0
STRIP = 54.0
SHADE = ((60, 0.04), (40, 0.05), (24, 0.06), (10, 0.08))


@dataclass(frozen=True, slots=True)
class Plan:
    """The field ends on the line from `start` to `end`, which runs with the field on its left."""

    words: Words
    field: Box
    start: Point
    end: Point
    star: tuple[float, float, float]
    foot: tuple[Point, Point] | None  # the upper edge of the band for the small print


def draw(shape: Shape) -> str:
    plan = _plan(shape)
    words = plan.words
    roles = plaque_kit.Roles(
        opening=ON_SHEET, meta=ON_SHEET, small=QUIET_ON_PAPER,
        name=BOLD_ON_PAPER, body=ON_PAPER,
    )  # fmt: skip
    defs, says = plaque_kit.words(words, roles)
    page = Box(0, 0, shape.width, shape.height)
    middle = words.title
    return kit.artboard(
        shape,
        [
            _gradient("sheet", page, ((0, SHEET), (1, SHEET_SHADE))),
            _gradient("paper", page, ((0.35, PAPER), (1, kit.by_ground("quiet", "glow")))),
            _gradient("under", page, ((0, "accent"), (1, "accent-deep"))),
            el("radialGradient", *(el("stop", offset=at, stop_opacity=part, data_set_class=f"stop-{SHEET_SHADE}")
                                   for at, part in ((0, 0.95), (0.55, 0.8), (1, 0))),
               id="calm", gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1,
               gradientTransform=f"translate({middle.cx:g} {middle.cy:g}) scale({0.72 * middle.width:g} {0.78 * middle.height:g})"),
            _calm_below(words.meta),
            kit.metal("gold", page),
            kit.metal("face", words.title, kit.LETTER_METAL),
            el("clipPath", path(_field(plan, 0)), id="field"),
            *defs,
        ],
        [
            el("rect", x=0, y=0, width="100%", height="100%", fill="url(#paper)", data_cover="bleed"),
            *_star(*plan.star),
            *_planes(plan),
            group(*_weave(plan.field), kit.rect(plan.field, fill="url(#calm)"), kit.rect(plan.field, fill="url(#calm-below)"), clip_path="url(#field)"),
            _edge(plan),
            *_foot(plan, shape),
            *plaque_kit.counterparts(words, _small_star),
            _title(),
            *says,
        ],
    )  # fmt: skip


def _plan(shape: Shape) -> Plan:
    w, h, cx = shape.width, shape.height, shape.cx
    if shape.name == "portrait":
        words = Words(
            opening=centred(cx, 150, 1000, 76),
            title=centred(cx, 262, 1330, 500),
            honorific=centred(cx, 1088, 1500, 88),
            name=centred(cx, 1188, 1560, 316),
            position=centred(cx, 1508, 1500, 84),
            body=centred(cx, 1664, 1480, 520),
            date=centred(cx, 2214, 1200, 76),
            signatures=centred(cx, 2324, 1480, 290),
            meta=centred(cx, 2838, 1300, 56),
            code=Box(130, 2784, 150, 150),
            logo=Box(w - 280, 2784, 150, 150),
            name_size=172,
            body_size=70,
            tiled=True,
        )
        return Plan(
            words,
            Box(-BEYOND, -BEYOND, w + 2 * BEYOND, 1080 + BEYOND),
            (w + BEYOND, 872),
            (-BEYOND, 1020),
            (0.86 * w, 2180, 1080),
            ((-BEYOND, 2764), (w + BEYOND, 2718)),
        )
    cx, right = 1010, 2490
    words = Words(
        opening=centred(right, 230, 700, 74),
        title=centred(right, 390, 640, 900),
        stacked=True,
        honorific=centred(cx, 236, 1560, 96),
        name=centred(cx, 338, 1640, 306),
        position=centred(cx, 648, 1560, 84),
        body=centred(cx, 800, 1560, 520),
        date=centred(cx, 1360, 1200, 76),
        signatures=centred(cx, 1490, 1560, 320),
        meta=centred(right + 40, 1880, 620, 50),
        code=Box(right + 70, 1610, 190, 190),
        logo=Box(right - 180, 1610, 190, 190),
        name_size=166,
        body_size=68,
        tiled=True,
    )
    return Plan(
        words,
        Box(1960, -BEYOND, w - 1960 + BEYOND, h + 2 * BEYOND),
        (1990, -BEYOND),
        (2090, h + BEYOND),
        (160, 1820, 1000),
        None,
    )


def _gradient(id: str, box: Box, colours: tuple[tuple[float, str], ...]) -> str:
    """From the upper left of a box to its lower right."""
    stops = (el("stop", offset=at, data_set_class=f"stop-{role}") for at, role in colours)
    return el("linearGradient", *stops, id=id, gradientUnits="userSpaceOnUse", x1=box.x, y1=box.y, x2=box.right, y2=box.bottom)  # fmt: skip


def _field(plan: Plan, over: float, turn: float = 0) -> str:
    """The field, `over` units broader; its edge turned by moving its end `turn` units farther."""
    (ax, ay), (bx, by) = plan.start, plan.end
    box = plan.field
    if ay == -BEYOND:  # upright
        return polygon([(ax - over, ay), (bx - over - turn, by), (box.right, by), (box.right, ay)]).d(0)
    return polygon([(box.x, box.y), (box.right, box.y), (ax, ay + over), (bx, by + over + turn)]).d(0)


def _planes(plan: Plan) -> list[str]:
    """Sheets of paper under each other, each with its shadow: the accent's, and the field on it."""
    under, field = _field(plan, 62, 86), _field(plan, 0)
    return [
        kit.shadow(under, SHADE),
        path(under, fill="url(#under)"),
        kit.shadow(field, SHADE),
        path(field, fill="url(#sheet)"),
    ]


def _weave(sheet: Box) -> list[str]:
    """Straps of ten-pointed girih, woven over and under, in the field's own colour; their stars in metal."""
    place = (sheet.x, sheet.y, sheet.width, sheet.height)
    bands = FUNCTIONS["girih_bands"]

    def part(name: str) -> str:
        return str(bands(*place, tiling="girih", cell=CELL, angle=54, band=15, part=name))

    return [
        group(path(part("stars"), class_="fill-glow"), opacity=0.2),
        group(path(part("bands"), class_="fill-pattern"), opacity=0.22),
        group(path(part("edges"), fill="none", class_="stroke-metal-3", stroke_width=2.2), opacity=0.55),
    ]


def _edge(plan: Plan) -> str:
    """Where the field ends: a strip of stars between hairlines of metal."""
    (ax, ay), (bx, by) = plan.start, plan.end
    length = hypot(bx - ax, by - ay)
    strip = FUNCTIONS["strip"]
    fills, accents = (str(strip("stars", 0, 0, length, STRIP, part=part)) for part in ("fills", "accents"))
    return group(
        el("rect", x=0, y=0, width=length, height=STRIP, class_="fill-near"),
        path(fills, fill="url(#strip-gold)"),
        path(accents, class_="fill-second"),
        *(el("rect", x=0, y=y, width=length, height=6, fill="url(#strip-gold)") for y in (-12, STRIP + 6)),
        kit.linear("strip-gold", 0, 0, length, 0, *kit.METAL),
        transform=f"translate({ax:g} {ay:g}) rotate({degrees(atan2(by - ay, bx - ax)):.3f}) translate(0 {-STRIP / 2:g})",
    )


def _calm_below(meta: Box) -> str:
    """Shade over the field's ornament where the small print stands on it, none where it stands elsewhere."""
    stops = (
        el("stop", offset=at, stop_opacity=part, data_set_class=f"stop-{SHEET_SHADE}")
        for at, part in ((0, 0), (1, 0.92))
    )
    return el("linearGradient", *stops, id="calm-below", gradientUnits="userSpaceOnUse", x1=0, y1=meta.y - 420, x2=0, y2=meta.y)  # fmt: skip


def _title() -> str:
    """The heading in metal over its shadow."""
    return group(
        *(
            kit.faint(el("use", href="#title", class_="fill-near stroke-near", stroke_width=width, stroke_linejoin="round"), part,
                      "translate(0 10)")
            for width, part in ((44, 0.12), (28, 0.16), (14, 0.25))
        ),
        el("use", href="#title", data_set_fill="{{ 'url(#face)' if colour.ink > '#8' else colour['on-near'] }}"),
    )  # fmt: skip


def _star(cx: float, cy: float, radius: float) -> list[str]:
    """A great star of ten points under the words, cut by the edge: petals of a tint, and lines that part them."""
    petals = str(FUNCTIONS["rosette"](cx, cy, radius, 0.46 * radius, n=10, point=0.8))
    inner = str(FUNCTIONS["rosette"](cx, cy, 0.56 * radius, 0.2 * radius, n=10, point=0.7))
    lines = str(FUNCTIONS["nested_stars"](cx, cy, 1.16 * radius, n=10, k=3, count=5))
    return [
        group(path(petals, data_set_class=f"fill-{BOLD_ON_PAPER}"), path(inner, data_set_class=f"fill-{BOLD_ON_PAPER}"), opacity=0.045),
        group(path(lines, fill="none", data_set_class=f"stroke-{BOLD_ON_PAPER}", stroke_width=5), opacity=0.16),
    ]  # fmt: skip


def _small_star(id: str, box: Box) -> str:
    """A star of ten points in gold, for a place that would be empty."""
    r = 0.46 * box.width
    outer, inner = (str(FUNCTIONS["star"](box.cx, box.cy, size, n=10, k=3)) for size in (r, 0.5 * r))
    return group(path(outer, fill="url(#gold)"), path(inner, data_set_class=f"fill-{SHEET_SHADE}"), id=id + "-rays")


def _foot(plan: Plan, shape: Shape) -> list[str]:
    """In portrait a band of the field's colour below all, for the small print, with the accent's sheet behind it."""
    if not plan.foot:
        return []
    left, right = plan.foot

    def band(lift_left: float, lift_right: float) -> str:
        bottom = shape.height + BEYOND
        upper = [(left[0], left[1] - lift_left), (right[0], right[1] - lift_right)]
        return polygon([*upper, (right[0], bottom), (left[0], bottom)]).d(0)

    return [
        kit.shadow(band(14, 74), SHADE),
        path(band(14, 74), fill="url(#under)"),
        kit.shadow(band(0, 0), SHADE),
        path(band(6, 6), fill="url(#gold)"),
        path(band(0, 0), data_set_class=f"fill-{SHEET_SHADE}"),
    ]
