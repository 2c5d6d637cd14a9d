"""Plaque for those who gave: a mihrab of pale light in a dark wall of eslimi, tulips before it."""

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

ABOUT = plaque_kit.ABOUT.format(title="لوح ایثار", tone="defence")
SHAPES = plaque_kit.SHAPES
SAMPLE = plaque_kit.Sample("martyrs-families", "defence", "olive")

BEYOND = 120.0  # how far the wall goes over the trim


def draw(shape: Shape) -> str:
    words, opening = _words(shape), _opening(shape)
    roles = plaque_kit.Roles(
        opening=QUIET_ON_PAPER, meta=ON_SHEET, small=QUIET_ON_PAPER, name=BOLD_ON_PAPER, body=ON_PAPER
    )
    defs, says = plaque_kit.words(words, roles)
    wall = Box(-BEYOND, -BEYOND, shape.width + 2 * BEYOND, shape.height + 2 * BEYOND)
    return kit.artboard(
        shape,
        [
            _vertical("wall", wall, ((0, SHEET_SHADE), (0.5, SHEET), (1, SHEET_SHADE))),
            kit.metal("gold", Box(0, 0, shape.width, shape.height)),
            path(_arch(opening, rise(shape)), id="niche"),
            _glow(opening),
            *defs,
        ],
        [
            kit.rect(wall, fill="url(#wall)"),
            *_eslimi(shape),
            *_rims(opening, rise(shape)),
            el("use", href="#niche", data_set_class=f"fill-{PAPER}"),
            el("use", href="#niche", fill="url(#dusk)"),
            el("use", href="#title", fill="url(#gold)", stroke="url(#gold)", stroke_width=11, stroke_linejoin="round"),
            el("use", href="#title", data_set_class=f"fill-{ON_PAPER}"),
            *_tulips(shape),
            *says,
        ],
    )


def rise(shape: Shape) -> float:
    """The arch's rise in half spans."""
    return 1.0 if shape.name == "portrait" else 0.52


def _opening(shape: Shape) -> Box:
    if shape.name == "portrait":
        return Box(190, 130, 1720, 2720)
    return Box(190, 110, 2590, 1900)


def _words(shape: Shape) -> Words:
    cx = shape.cx
    if shape.name == "portrait":
        return Words(
            opening=centred(cx, 520, 800, 76),
            title=centred(cx, 620, 1000, 360),
            honorific=centred(cx, 1070, 1400, 96),
            name=centred(cx, 1175, 1460, 280),
            position=centred(cx, 1460, 1400, 86),
            body=centred(cx, 1610, 1380, 560),
            date=centred(cx, 2180, 1200, 80),
            signatures=centred(cx, 2275, 1180, 290),
            meta=centred(cx, 2831, 1500, 50),
            code=centred(cx, 2556, 165, 165),
            logo=centred(cx, 320, 170, 170),
        )
    return Words(
        opening=centred(cx, 330, 900, 66),
        title=centred(cx, 405, 900, 290),
        honorific=centred(cx, 740, 1700, 84),
        name=centred(cx, 832, 1900, 210),
        position=centred(cx, 1045, 1700, 74),
        body=centred(cx, 1140, 2150, 350),
        date=centred(cx, 1495, 1400, 74),
        signatures=centred(cx, 1572, 1200, 240),
        meta=centred(cx, 1968, 1500, 46),
        code=Box(590, 1535, 195, 195),
        logo=centred(cx, 195, 120, 120),
        name_size=150,
        body_size=62,
    )


def _arch(box: Box, rise: float, offset: float = 0) -> str:
    return str(FUNCTIONS["arch"](box.x, box.y, box.width, box.height, rise=rise, offset=offset))


def _vertical(id: str, box: Box, colours: tuple[tuple[float, str], ...]) -> str:
    stops = (el("stop", offset=at, data_set_class=f"stop-{role}") for at, role in colours)
    return el("linearGradient", *stops, id=id, gradientUnits="userSpaceOnUse", x1=0, y1=box.y, x2=0, y2=box.bottom)


def _glow(opening: Box) -> str:
    """The paper darkens a little towards the niche's edge."""
    parts = ((0, 0), (0.62, 0), (1, 0.3))
    return el(
        "radialGradient",
        *(el("stop", offset=at, stop_opacity=part, class_="stop-metal-1") for at, part in parts),
        id="dusk", gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1,
        gradientTransform=f"translate({opening.cx:g} {opening.cy:g}) scale({0.62 * opening.width:g} {0.62 * opening.height:g})",
    )  # fmt: skip


def _eslimi(shape: Shape) -> list[str]:
    """Scrolls over the wall, in its own colour lit by metal."""
    place = (-BEYOND, -BEYOND, shape.width + 2 * BEYOND, shape.height + 2 * BEYOND)

    def part(name: str) -> str:
        return str(FUNCTIONS["scrolls"](*place, cell=270, part=name))

    return [
        group(
            path(part("stems"), class_="fill-metal-2"),
            path(part("leaves"), class_="fill-metal-2"),
            opacity=0.34,
        ),
        group(path(part("flowers"), class_="fill-metal-3"), path(part("hearts"), class_="fill-accent"), opacity=0.6),
    ]


def _rims(opening: Box, rise: float) -> list[str]:
    """Mouldings around the niche: a dark band between rules of metal."""

    def rim(offset: float, **paint: object) -> str:
        return path(_arch(opening, rise, offset), stroke_linejoin="miter", **paint)

    return [
        rim(74, class_="fill-near"),
        rim(74, fill="none", stroke="url(#gold)", stroke_width=7),
        rim(54, fill="none", stroke="url(#gold)", stroke_width=2.5),
        rim(24, fill="none", class_="stroke-accent", stroke_width=9),
        rim(4, fill="none", stroke="url(#gold)", stroke_width=10),
    ]


def _tulips(shape: Shape) -> list[str]:
    """Tulips at both sides of the niche's foot, the outer ones higher."""
    w, h = shape.width, shape.height
    k, base_height = (1.0, 228) if shape.name == "portrait" else (0.86, 218)
    row = ((150, 760, 0), (345, 560, -4), (20, 520, 5), (505, 400, 3))
    tulips = []
    for x, high, turn in row:
        for side in (1, -1):
            cx = x * k if side == 1 else w - x * k
            size = high * k
            picture = el(
                "image", x=-size / 2, y=-size, width=size, height=size, data_symbol="tulip", href="../_symbols/tulip.svg",
                data_tones="accent accent-light accent-deep second",
            )  # fmt: skip
            tulips.append(group(picture, transform=f"translate({cx:g} {h - 20:g}) scale({side} 1) rotate({turn})"))
    base = Box(-BEYOND, h - base_height, w + 2 * BEYOND, base_height + BEYOND)
    return [
        *tulips,
        kit.rect(base, class_="fill-near"),
        kit.rect(Box(base.x, base.y, base.width, 6), fill="url(#gold)"),
    ]
