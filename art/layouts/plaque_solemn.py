"""Plaque for those who gave: a mihrab of light in a dark wall, a dove in its point, tulips that bow at its foot."""

from __future__ import annotations

from art.drawing import Drawing, second, stack
from art.layouts import kit, plaque_kit
from art.layouts.gilding import seal, vines
from art.layouts.illumination import inset
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
    papers,
)
from art.parts import flora
from engine.ornament import FUNCTIONS
from engine.ornament.path import merged
from engine.ornament.pen import circle, swelling_stroke

ABOUT = plaque_kit.ABOUT.format(title="لوح ایثار", tone="defence")
SHAPES = plaque_kit.SHAPES
SAMPLE = plaque_kit.Sample("martyrs-families", "defence", "olive")

BEYOND = 120.0  # how far the wall goes over the trim
BAND = 236.0  # the height of the foot
EDGE = 76.0  # from the trim to the rule around the wall
TULIP_TONES = ("accent", "accent-light", "accent-deep", "second")
STEMS = (  # of the tulips at the left: where a stem begins, and its flower's place, size and turn
    (140, (40, -420), 62, -8),
    (250, (212, -545), 74, 4),
    (330, (345, -350), 58, 10),
    (80, (128, -250), 50, -4),
    (420, (462, -205), 44, 18),
)


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
            _vertical("wall", wall, ((0, SHEET_SHADE), (0.45, SHEET), (1, SHEET_SHADE))),
            kit.metal("gold", Box(0, 0, shape.width, shape.height)),
            path(_arch(opening, rise(shape)), id="niche"),
            el("clipPath", path(_arch(opening, rise(shape))), id="inside"),
            _dusk(opening),
            *_light(shape, words)[:1],
            *defs,
        ],
        [
            kit.rect(wall, fill="url(#wall)"),
            *vines("wall-vine", Box(-BEYOND, 0, wall.width, shape.height), 165, 0.3),
            *_edge(shape),
            *_rims(opening, rise(shape)),
            el("use", href="#niche", data_set_class=f"fill-{PAPER}"),
            group(*_light(shape, words)[1:], clip_path="url(#inside)"),
            el("use", href="#niche", fill="url(#dusk)"),
            _dove(shape),
            el("use", href="#title", fill="url(#gold)", stroke="url(#gold)", stroke_width=11, stroke_linejoin="round"),
            el("use", href="#title", data_set_class=f"fill-{ON_PAPER}"),
            *_tulips(shape),
            *_foot(shape),
            *plaque_kit.counterparts(words, lambda id, box: seal((box.cx, box.cy), 0.42 * box.width, id)),
            *says,
        ],
    )


def rise(shape: Shape) -> float:
    """The arch's rise in half spans."""
    return 0.86 if shape.name == "portrait" else 0.4


def _opening(shape: Shape) -> Box:
    if shape.name == "portrait":
        return Box(236, 190, 1628, 2600)
    return Box(250, 150, 2470, 1850)


def _words(shape: Shape) -> Words:
    cx = shape.cx
    foot = shape.height - BAND
    if shape.name == "portrait":
        return Words(
            opening=centred(cx, 586, 800, 70),
            title=centred(cx, 672, 1060, 360),
            honorific=centred(cx, 1092, 1300, 88),
            name=centred(cx, 1182, 1360, 296),
            position=centred(cx, 1478, 1300, 82),
            body=centred(cx, 1622, 1320, 500),
            date=centred(cx, 2180, 900, 74),
            signatures=centred(cx, 2300, 1000, 290),
            meta=centred(cx, foot + 100, 1200, 60),
            code=Box(130, foot + 46, 160, 160),
            logo=Box(shape.width - 290, foot + 46, 160, 160),
            name_size=164,
            tiled=True,
        )
    return Words(
        opening=centred(cx, 366, 900, 58),
        title=centred(cx, 424, 900, 266),
        honorific=centred(cx, 708, 1700, 74),
        name=centred(cx, 784, 1900, 216),
        position=centred(cx, 1000, 1700, 68),
        body=centred(cx, 1100, 2060, 424),
        date=centred(cx, 1544, 1200, 70),
        signatures=centred(cx, 1614, 1440, 222),
        meta=centred(cx, foot + 88, 1900, 56),
        code=Box(140, foot + 40, 160, 160),
        logo=Box(shape.width - 300, foot + 40, 160, 160),
        name_size=136,
        body_size=70,
        leading=1.5,
        tiled=True,
    )


def _arch(box: Box, rise: float, offset: float = 0) -> str:
    return str(FUNCTIONS["arch"](box.x, box.y, box.width, box.height, rise=rise, offset=offset))


def _vertical(id: str, box: Box, colours: tuple[tuple[float, str], ...]) -> str:
    stops = (el("stop", offset=at, data_set_class=f"stop-{role}") for at, role in colours)
    return el("linearGradient", *stops, id=id, gradientUnits="userSpaceOnUse", x1=0, y1=box.y, x2=0, y2=box.bottom)


def _dusk(opening: Box) -> str:
    """The paper darkens a little towards the niche's edge."""
    parts = ((0, 0), (0.66, 0), (1, 0.3))
    return el(
        "radialGradient",
        *(el("stop", offset=at, stop_opacity=part, class_="stop-metal-1") for at, part in parts),
        id="dusk", gradientUnits="userSpaceOnUse", cx=0, cy=0, r=1,
        gradientTransform=f"translate({opening.cx:g} {opening.cy:g}) scale({0.62 * opening.width:g} {0.62 * opening.height:g})",
    )  # fmt: skip


def _light(shape: Shape, words: Words) -> list[str]:
    """Beams of gold that fall from the point of the niche and die away: their paint, and the beams."""
    cx, top = shape.cx, _opening(shape).y
    reach = words.body.y - top
    fade = el(
        "radialGradient",
        *(el("stop", offset=at, stop_opacity=part, class_="stop-metal-2") for at, part in ((0, 0.55), (0.4, 0.2), (1, 0))),
        id="beams", gradientUnits="userSpaceOnUse", cx=cx, cy=top + 0.2 * reach, r=reach,
    )  # fmt: skip
    rays = str(FUNCTIONS["rays"](cx, _dove_at(shape)[1], 0, 1.4 * reach, n=40, share=0.42))
    return [fade, path(rays, fill="url(#beams)")]


def _rims(opening: Box, rise: float) -> list[str]:
    """Mouldings around the niche: a shadow on the wall, a dark band between rules of metal, a thread of colour."""

    def rim(offset: float, **paint: object) -> str:
        return path(_arch(opening, rise, offset), stroke_linejoin="miter", **paint)

    return [
        kit.shadow(_arch(opening, rise, 84), ((70, 0.1), (48, 0.12), (26, 0.16))),
        rim(84, class_="fill-near"),
        rim(84, fill="none", stroke="url(#gold)", stroke_width=8),
        rim(68, fill="none", stroke="url(#gold)", stroke_width=2.5),
        rim(46, fill="none", stroke="url(#gold)", stroke_width=13, stroke_dasharray="0 34", stroke_linecap="round"),
        rim(22, fill="none", class_="stroke-accent", stroke_width=6),
        rim(5, fill="none", stroke="url(#gold)", stroke_width=12),
    ]


def _edge(shape: Shape) -> list[str]:
    """Two rules around the wall, above the foot."""
    page = Box(EDGE, EDGE, shape.width - 2 * EDGE, shape.height)
    return [
        kit.rect(inset(page, by), fill="none", stroke="url(#gold)", stroke_width=width) for by, width in ((0, 6), (16, 2))
    ]  # fmt: skip


def _dove_at(shape: Shape) -> tuple[float, float, float]:
    """The middle of the dove and its breadth."""
    return (shape.cx, 452, 290) if shape.name == "portrait" else (shape.cx, 276, 190)


def _dove(shape: Shape) -> str:
    cx, cy, size = _dove_at(shape)
    return el(
        "image", x=cx - size / 2, y=cy - size / 2, width=size, height=size, data_symbol="dove", href="../_symbols/dove.svg",
        data_set_data_tones=kit.by_ground("quiet ink pattern second", "deep glow far second"),
    )  # fmt: skip


def _tulips(shape: Shape) -> list[str]:
    """Slender tulips at both sides of the niche's foot, which bow towards the words."""
    drawing = stack(*(_tulip(*stem) for stem in STEMS))
    k = 1.0 if shape.name == "portrait" else 0.82
    foot = shape.height - BAND
    one = el("defs", group(*papers(drawing, TULIP_TONES), id="tulips"))
    places = (
        f"translate({0.1 * EDGE:g} {foot:g}) scale({k})",
        f"translate({shape.width - 0.1 * EDGE:g} {foot:g}) scale({-k} {k})",
    )
    return [one, *(el("use", href="#tulips", transform=place) for place in places)]  # fmt: skip


def _tulip(root: float, head: tuple[float, float], size: float, turn: float) -> Drawing:
    """A flower on a long stem with two narrow leaves."""
    x, y = head
    stem = swelling_stroke([(root, 10, -90), (0.5 * (root + x) + 6, 0.5 * y), (x, y)], [15, 12, 9])
    leaves = [
        flora.blade_leaf(high * -y, 15, bend).rotate(angle).translate(root, 0)
        for high, bend, angle in ((0.72, 0.12, -98), (0.5, -0.14, -76))
    ]
    flower = flora.tulip(size).rotate(turn).translate(x, y)
    return second(stem, *leaves) + flower


def _foot(shape: Shape) -> list[str]:
    """The dark band below all, for the small print."""
    base = Box(-BEYOND, shape.height - BAND, shape.width + 2 * BEYOND, BAND + BEYOND)
    beads = merged(circle((x, base.y + 24), 5) for x in range(20, int(shape.width), 40))
    return [
        kit.rect(base, class_="fill-near"),
        kit.rect(Box(base.x, base.y, base.width, 8), fill="url(#gold)"),
        path(beads.d(0), fill="url(#gold)"),
    ]
