"""Plaque in girih: white paper, and a field of colour woven over with straps that bears the heading."""

from __future__ import annotations

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

ABOUT = plaque_kit.ABOUT.format(title="لوح گره‌چینی", tone="civic")
SHAPES = plaque_kit.SHAPES
SAMPLE = plaque_kit.Sample("sport", "civic", "cobalt")

BEYOND = 120.0  # how far the field goes over the trim: more than any bleed
CELL = 560.0


def draw(shape: Shape) -> str:
    words, sheet = _words(shape), _sheet(shape)
    roles = plaque_kit.Roles(
        opening=ON_SHEET, meta=ON_SHEET, small=QUIET_ON_PAPER,
        name=BOLD_ON_PAPER, body=ON_PAPER,
    )  # fmt: skip
    fade, paper_lines = _paper_lines(shape)
    defs, says = plaque_kit.words(words, roles)
    seen = Box(max(sheet.x, 0), max(sheet.y, 0), 0, 0)
    middle = words.title
    return kit.artboard(
        shape,
        [
            el("linearGradient", *(el("stop", offset=at, data_set_class=f"stop-{role}") for at, role in ((0, SHEET), (1, SHEET_SHADE))),
               id="sheet", gradientUnits="userSpaceOnUse", x1=seen.x, y1=seen.y, x2=sheet.right, y2=sheet.bottom),
            el("radialGradient", *(el("stop", offset=at, stop_opacity=part, data_set_class=f"stop-{SHEET_SHADE}")
                                   for at, part in ((0, 0.95), (0.55, 0.8), (1, 0))),
               id="calm", gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1,
               gradientTransform=f"translate({middle.cx:g} {middle.cy:g}) scale({0.72 * middle.width:g} {0.78 * middle.height:g})"),
            kit.metal("gold", sheet),
            kit.metal("face", words.title, kit.LETTER_METAL),
            el("clipPath", kit.rect(sheet), id="field"),
            fade,
            *defs,
        ],
        [
            el("rect", x=0, y=0, width="100%", height="100%", data_set_class=f"fill-{PAPER}", data_cover="bleed"),
            paper_lines,
            kit.rect(sheet, fill="url(#sheet)"),
            group(*_weave(sheet), clip_path="url(#field)"),
            kit.rect(sheet, fill="url(#calm)"),
            _edge(shape, sheet),
            *_foot(shape),
            _title(),
            *says,
        ],
    )  # fmt: skip


def _sheet(shape: Shape) -> Box:
    if shape.name == "portrait":
        return Box(-BEYOND, -BEYOND, shape.width + 2 * BEYOND, 960 + BEYOND)
    return Box(2030, -BEYOND, shape.width - 2030 + BEYOND, shape.height + 2 * BEYOND)


def _words(shape: Shape) -> Words:
    cx = shape.cx
    if shape.name == "portrait":
        return Words(
            opening=centred(cx, 170, 1000, 80),
            title=centred(cx, 290, 1330, 500),
            honorific=centred(cx, 1110, 1500, 100),
            name=centred(cx, 1225, 1640, 300),
            position=centred(cx, 1535, 1500, 90),
            body=centred(cx, 1720, 1500, 570),
            date=centred(cx, 2310, 1200, 80),
            signatures=centred(cx, 2400, 1240, 300),
            meta=centred(cx, 2834, 1500, 50),
            code=Box(150, 2490, 190, 190),
            logo=Box(1760, 2490, 190, 190),
            name_size=185,
            body_size=70,
        )
    cx = 1030
    right = 2500
    return Words(
        opening=centred(right, 250, 700, 76),
        title=centred(right, 420, 640, 900),
        stacked=True,
        honorific=centred(cx, 250, 1600, 100),
        name=centred(cx, 360, 1680, 300),
        position=centred(cx, 672, 1600, 90),
        body=centred(cx, 850, 1620, 520),
        date=centred(cx, 1390, 1200, 80),
        signatures=centred(cx, 1490, 1620, 300),
        meta=centred(right, 1895, 700, 46),
        code=centred(right, 1650, 210, 210),
        logo=centred(cx, 1850, 170, 150),
        name_size=180,
        body_size=68,
    )


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


def _edge(shape: Shape, sheet: Box) -> str:
    """Where the field ends: a strip of stars between hairlines of metal."""
    length = sheet.width if shape.name == "portrait" else sheet.height
    strip = FUNCTIONS["strip"]
    fills, accents = (str(strip("stars", 0, 0, length, 54, part=part)) for part in ("fills", "accents"))
    return group(
        el("rect", x=0, y=0, width=length, height=54, class_="fill-near"),
        path(fills, fill="url(#strip-gold)"),
        path(accents, class_="fill-second"),
        *(el("rect", x=0, y=y, width=length, height=6, fill="url(#strip-gold)") for y in (-12, 60)),
        kit.linear("strip-gold", 0, 0, length, 0, *kit.METAL),
        transform=f"translate({sheet.x:g} {sheet.bottom - 27:g})" if shape.name == "portrait"
        else f"translate({sheet.x + 27:g} {sheet.y:g}) rotate(90)",
    )  # fmt: skip


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


def _paper_lines(shape: Shape) -> tuple[str, str]:
    """The same girih drawn on the paper, fading before it comes near words: its paint for <defs>, and the lines."""
    area = Box(-BEYOND, 960, shape.width + 2 * BEYOND, 2010 + BEYOND)
    if shape.name == "landscape":
        area = Box(-BEYOND, -BEYOND, 2030 + BEYOND, shape.height + 2 * BEYOND)
    cx, cy = area.cx, area.cy
    fade = el(
        "radialGradient",
        *(
            el("stop", offset=at, stop_opacity=part, data_set_class=f"stop-{BOLD_ON_PAPER}")
            for at, part in ((0, 0), (0.66, 0), (1, 0.32))
        ),
        id="fade", gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1,
        gradientTransform=f"translate({cx:g} {cy:g}) scale({0.74 * area.width:g} {0.74 * area.height:g})",
    )  # fmt: skip
    lines = str(FUNCTIONS["girih"](area.x, area.y, area.width, area.height, tiling="girih", cell=CELL, angle=54))
    clip = el("clipPath", kit.rect(area), id="paper")
    return fade + clip, group(path(lines, fill="none", stroke="url(#fade)", stroke_width=5), clip_path="url(#paper)")


def _foot(shape: Shape) -> list[str]:
    """In portrait a band of the field's colour below all, for the small print."""
    if shape.name == "landscape":
        return []
    band = Box(-BEYOND, 2748, shape.width + 2 * BEYOND, 222 + BEYOND)
    return [
        kit.rect(band, data_set_class=f"fill-{SHEET_SHADE}"),
        kit.rect(Box(band.x, band.y - 12, band.width, 6), fill="url(#gold)"),
    ]
