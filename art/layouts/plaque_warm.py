"""Plaque for children: a sunny day cut from paper, with kites, birds and paper boats, and a card to be proud of."""

from __future__ import annotations

import math
from itertools import pairwise

from art.drawing import Drawing, dark, light, main, second
from art.layouts import kit, plaque_kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.plaque_kit import ON_PAPER, PAPER, Words, centred, papers
from art.parts.birds import paper_bird
from engine.ornament import FUNCTIONS
from engine.ornament.geometry import Point
from engine.ornament.path import merged
from engine.ornament.pen import circle, polygon, spline, star, swelling_stroke
from engine.ornament.shamseh import lobes

ABOUT = plaque_kit.ABOUT.format(title="لوح کودکان", tone="spring")
SHAPES = plaque_kit.SHAPES
SAMPLE = plaque_kit.Sample("children", "spring", "kites")

BEYOND = 120.0
BAND = 226.0  # the height of the foot
LOUD = "Lalezar"
FLAGS = ("accent", "second", "accent-light", "far", "metal-3")
FLAG = 132.0
QUIET = kit.by_ground("near", "quiet")
"""Small words on the card and on the sun."""
RED = ("accent-deep", "accent", "near", "accent-light")
"""The roles of a drawing's four tones: of a red kite, and of others."""
BLUE = ("pattern", "deep", "ink", "accent-light")
YELLOW = ("accent-light", "glow", "ink", "accent-deep")
GREEN = ("second", "far", "near", "accent")
PAPER_WHITE = ("glow", "glow", "deep", "accent")


def draw(shape: Shape) -> str:
    words, card = _words(shape), _card(shape)
    roles = plaque_kit.Roles(
        opening=QUIET, meta="on-near", small=QUIET, name="accent-deep", body=ON_PAPER, name_face=LOUD, name_weight=400,
        heading_face=LOUD, body_face="Vazirmatn", body_weight=500,
    )  # fmt: skip
    defs, says = plaque_kit.words(words, roles)
    sky = Box(-BEYOND, -BEYOND, shape.width + 2 * BEYOND, shape.height + 2 * BEYOND)
    return kit.artboard(
        shape,
        [
            kit.linear("sky", 0, -BEYOND, 0, 0.8 * shape.height, (0, "deep", 1), (0.55, "ground", 1), (1, "glow", 1)),
            kit.radial("sunlight", *_sun(shape), 900, (0, "glow", 0.95), (0.4, "glow", 0.5), (1, "glow", 0)),
            *defs,
        ],
        [
            kit.rect(sky, fill="url(#sky)"),
            *_sunshine(shape),
            *_clouds(shape),
            *_hills(shape),
            *_flyers(shape),
            *_paper(card),
            _rosette(card),
            *([_symbol("book-birds", shape.cx, 2654, 236)] if shape.name == "portrait" else []),
            *_water(shape),
            *plaque_kit.counterparts(words, _star),
            *_bunting(shape),
            *_title(),
            *says,
        ],
    )


def _sun(shape: Shape) -> tuple[float, float]:
    return (shape.cx, 590) if shape.name == "portrait" else (shape.cx, 400)


def _sun_radius(shape: Shape) -> float:
    return 330 if shape.name == "portrait" else 250


def _card(shape: Shape) -> Box:
    if shape.name == "portrait":
        return centred(shape.cx, 930, 1620, 1480)
    return centred(shape.cx, 596, 2320, 1132)


def _words(shape: Shape) -> Words:
    cx, foot = shape.cx, shape.height - BAND
    if shape.name == "portrait":
        return Words(
            opening=centred(cx, 300, 700, 70),
            title=centred(cx, 425, 1300, 400),
            honorific=centred(cx, 1004, 1300, 88),
            name=centred(cx, 1096, 1400, 250),
            position=centred(cx, 1346, 1360, 80),
            body=centred(cx, 1454, 1340, 516),
            date=centred(cx, 2000, 1200, 70),
            signatures=centred(cx, 2086, 1400, 270),
            meta=centred(cx, foot + 104, 1300, 56),
            code=Box(130, foot + 44, 150, 150),
            logo=Box(shape.width - 280, foot + 44, 150, 150),
            name_size=190,
            body_size=60,
            tiled=True,
        )
    return Words(
        opening=centred(cx, 166, 480, 56),
        title=centred(cx, 252, 1200, 286),
        honorific=centred(cx, 650, 1760, 78),
        name=centred(cx, 730, 1840, 190),
        position=centred(cx, 920, 1760, 68),
        body=centred(cx, 1026, 2060, 370),
        date=centred(cx, 1408, 1300, 64),
        signatures=centred(cx, 1462, 1500, 218),
        meta=centred(cx, foot + 96, 1900, 54),
        code=Box(140, foot + 40, 150, 150),
        logo=Box(shape.width - 290, foot + 40, 150, 150),
        name_size=165,
        body_size=60,
        leading=1.5,
        tiled=True,
    )


def _sunshine(shape: Shape) -> list[str]:
    cx, cy = _sun(shape)
    rays = str(FUNCTIONS["rays"](cx, cy, 420, 2600, n=22, share=0.5))
    return [
        group(path(rays, class_="fill-glow"), opacity=0.28),
        el("circle", cx=cx, cy=cy, r=900, fill="url(#sunlight)"),
        *(
            kit.faint(el("circle", cx=cx, cy=cy, r=r * _sun_radius(shape), class_="fill-accent-light"), part)
            for r, part in ((1.32, 0.3), (1.16, 0.45))
        ),
        el("circle", cx=cx, cy=cy, r=_sun_radius(shape), class_="fill-accent-light"),
    ]


def _clouds(shape: Shape) -> list[str]:
    w = shape.width
    places = ((0.13, 520, 400, 2), (0.9, 610, 360, 5), (0.8, 250, 250, 7), (0.22, 230, 230, 9))
    parts = [
        (str(FUNCTIONS["cloud"](x * w, y, size, seed=seed, part="body")), str(FUNCTIONS["cloud"](x * w, y, size, seed=seed, part="lines")))
        for x, y, size, seed in places
    ]  # fmt: skip
    return [
        group(
            path(body, class_="fill-glow"), path(lines, fill="none", class_="stroke-far", stroke_width=4), opacity=0.92
        )
        for body, lines in parts
    ]


def _hills(shape: Shape) -> list[str]:
    """Layers of paper, each with the shadow of the one before it; trees between them."""
    w, h = shape.width, shape.height
    box = (-BEYOND, h - 900, w + 2 * BEYOND, 900 + BEYOND)
    drawn: list[str] = []
    for layer, role in enumerate(("far", "second")):
        d = str(FUNCTIONS["hills"](*box, layer=layer, layers=3, seed=4, rise=0.22, waves=1.4))
        drawn += [
            kit.shadow(d, ((46, 0.05), (28, 0.06), (12, 0.08)), drop=-8),
            path(d, class_=f"fill-{role}"),
        ]
    return [*drawn, _symbol("tree", 0.07 * w, h - 330, 560), _symbol("tree", 0.94 * w, h - 350, 500)]


# --- what flies


def _flyers(shape: Shape) -> list[str]:
    """Kites with their tails, and paper birds, at both sides of the heading."""
    w = shape.width
    if shape.name == "portrait":
        kites = ((188, 560, 150, -16, RED), (1930, 470, 118, 18, BLUE))
        flock = ((448, 352, 50, PAPER_WHITE), (1745, 800, 60, PAPER_WHITE), (1850, 905, 40, PAPER_WHITE))
        strings = (((188, 580), (40, 1000), (-60, 1700)), ((1930, 490), (2070, 900), (2170, 1500)))
    else:
        kites = ((290, 420, 150, -14, RED), (2690, 400, 130, 18, BLUE), (2300, 330, 84, -10, GREEN))
        flock = ((560, 470, 54, PAPER_WHITE), (720, 330, 44, PAPER_WHITE), (2480, 560, 46, PAPER_WHITE))
        strings = (((290, 440), (110, 860), (-60, 1400)), ((2690, 420), (2880, 860), (3040, 1400)))
    lines = merged(swelling_stroke(list(string), [4, 4]) for string in strings)
    return [
        path(lines.d(0), class_="fill-glow"),
        *(_placed(_kite(size), x, y, turn, tones) for x, y, size, turn, tones in kites),
        *(_placed(paper_bird(size), x, y, -8 if x < w / 2 else 6, tones) for x, y, size, tones in flock),
    ]


def _placed(drawing: Drawing, x: float, y: float, turn: float, tones: tuple[str, ...]) -> str:
    return group(*papers(drawing, tones), transform=f"translate({x:g} {y:g}) rotate({turn:g})")


def _kite(size: float) -> Drawing:
    """A kite about the origin, 2.2 × `size` high, its tail with bows under it."""
    top, bottom, left, right = (
        (0.0, -size),
        (0.0, 1.2 * size),
        (-0.74 * size, -0.12 * size),
        (0.74 * size, -0.12 * size),
    )
    cross = (0.0, -0.12 * size)
    tail = spline([bottom, (0.22 * size, 1.6 * size), (-0.16 * size, 2.1 * size), (0.2 * size, 2.6 * size)])
    bow = polygon([(0, 0), (-0.2 * size, -0.11 * size), (-0.2 * size, 0.11 * size)])
    bows = merged(
        wing.rotate(station.angle + 90).translate(*station.point)
        for station in tail.stations([tail.length * share for share in (0.3, 0.62, 0.96)])
        for wing in (bow, bow.mirror_x())
    )
    return (
        dark(swelling_stroke(tail, [5, 5]))
        + second(bows)
        + main(polygon([top, cross, left]), polygon([cross, right, bottom]))
        + light(polygon([top, right, cross]))
        + second(polygon([left, cross, bottom]))
        + dark(swelling_stroke([top, bottom], [5, 5]), swelling_stroke([left, right], [5, 5]))
    )


# --- water


def _water(shape: Shape) -> list[str]:
    """A brook before the foot with paper boats on it, reeds of tulips at its ends, and the band for the small print."""
    w, h = shape.width, shape.height
    top = h - BAND - 150
    box = (-BEYOND, top, w + 2 * BEYOND, 330)
    waves = [str(FUNCTIONS["waves"](*box, layer=n, layers=3, seed=3, length=0.16, rise=0.1)) for n in range(2)]
    boats = (
        ((0.2, 150, RED), (0.79, 170, YELLOW), (0.64, 96, GREEN))
        if shape.name == "portrait"
        else ((0.13, 150, RED), (0.87, 150, YELLOW))
    )
    band = Box(-BEYOND, h - BAND, w + 2 * BEYOND, BAND + BEYOND)
    return [
        path(waves[0], class_="fill-pattern"),
        *(_placed(_boat(size), x * w, top + 92, 3 if x < 0.5 else -4, tones) for x, size, tones in boats),
        kit.faint(path(waves[1], class_="fill-deep"), 0.9),
        *(_symbol("tulip", x * w, h - BAND + 16, size) for x, size in ((0.02, 270), (0.075, 200), (0.98, 260), (0.925, 210))),
        kit.rect(band, class_="fill-near"),
        kit.rect(Box(band.x, band.y, band.width, 14), class_="fill-accent-light"),
    ]  # fmt: skip


def _star(id: str, box: Box) -> str:
    """A star with round corners, for a place that would be empty."""
    rim = star((box.cx, box.cy), 0.4 * box.width, 0.19 * box.width, 5)
    return path(
        rim.d(0),
        class_="fill-accent-light stroke-accent-light",
        stroke_width=14,
        stroke_linejoin="round",
        id=id + "-rim",
    )


def _boat(size: float) -> Drawing:
    """A folded paper boat on the origin, 2 × `size` broad."""
    hull = polygon([(-size, -0.5 * size), (size, -0.5 * size), (0.6 * size, 0), (-0.6 * size, 0)])
    sail = polygon([(-0.52 * size, -0.5 * size), (0, -1.12 * size), (0.52 * size, -0.5 * size)])
    fold = polygon([(-size, -0.5 * size), (-0.28 * size, -0.5 * size), (-0.6 * size, 0)])
    return (
        light(sail)
        + main(polygon([(0, -1.12 * size), (0.52 * size, -0.5 * size), (0, -0.5 * size)]))
        + main(hull)
        + light(fold)
        + second(star((0.2 * size, -0.26 * size), 0.13 * size, 0.055 * size, 5))
    )


# --- the card


def _rosette(card: Box) -> str:
    """A prize rosette pinned on the card's corner."""
    r = 92.0
    x, y = card.x + 34, card.y + 30
    ribbons = [polygon([(-44, 40), (44, 40), (52, 205), (4, 170), (-44, 205)]).rotate(turn) for turn in (20, -20)]
    rim = lobes(circle((0, 0), 0.88 * r), 14, 0.12 * r, ogee=False)
    return group(
        kit.shadow(rim.d(0), ((26, 0.07), (14, 0.09)), drop=8),
        *(path(ribbon.d(0), class_=f"fill-{role}") for ribbon, role in zip(ribbons, ("accent", "accent-deep"), strict=True)),
        path(rim.d(0), class_="fill-accent-deep"),
        path(circle((0, 0), 0.72 * r).d(0), class_="fill-accent-light"),
        path(star((0, 0), 0.54 * r, 0.23 * r, 5).d(0), class_="fill-accent"),
        transform=f"translate({x:.0f} {y:.0f}) rotate(-12)",
    )  # fmt: skip


def _symbol(name: str, cx: float, base: float, size: float) -> str:
    return el(
        "image", x=cx - size / 2, y=base - size, width=size, height=size, data_symbol=name,
        href=f"../_symbols/{name}.svg", data_tones="own",
    )  # fmt: skip


def _paper(card: Box) -> list[str]:
    """The card: white paper with round corners, its shadow, and a stitched edge."""

    def sheet(by: float, **paint: object) -> str:
        return kit.rect(Box(card.x - by, card.y - by, card.width + 2 * by, card.height + 2 * by), rx=70 + by, **paint)

    return [
        *(
            kit.faint(sheet(by, class_="fill-near"), part, "translate(0 16)")
            for by, part in ((34, 0.05), (22, 0.06), (10, 0.09))
        ),
        sheet(0, data_set_class=f"fill-{PAPER}"),
        sheet(
            -34, fill="none", class_="stroke-accent", stroke_width=7, stroke_dasharray="34 24", stroke_linecap="round"
        ),
    ]


def _bunting(shape: Shape) -> list[str]:
    """Flags on two strings that hang from a knot in the middle to the corners."""
    top, sag = (26.0, 120.0) if shape.name == "portrait" else (14.0, 130.0)
    reach = shape.cx + 60
    count = round(reach / 150)
    points = [(reach * k / count, top + 4 * sag * (k / count) * (1 - k / count)) for k in range(count + 1)]
    drawn = []
    for side in (-1, 1):
        string = [(shape.cx + side * x, y) for x, y in points]
        drawn += [_flag(*ends, FLAGS[number % len(FLAGS)]) for number, ends in enumerate(pairwise(string))]
        line = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in string)
        drawn.append(path(line, fill="none", class_="stroke-near", stroke_width=7))
    return [*drawn, el("circle", cx=shape.cx, cy=top, r=17, class_="fill-near")]


def _flag(a: Point, b: Point, role: str) -> str:
    """A pennant between two points of its string."""
    lean = math.atan2(b[1] - a[1], b[0] - a[0])
    if abs(lean) > math.pi / 2:
        lean += math.pi
    tip = ((a[0] + b[0]) / 2 - FLAG * math.sin(lean), (a[1] + b[1]) / 2 + FLAG * math.cos(lean))
    gap = 0.09
    left, right = ((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for t in (gap, 1 - gap))
    return path(polygon([left, right, tip]).d(1), class_=f"fill-{role}")


def _title() -> list[str]:
    """Fat letters with a white rim and a drop of shadow, as if cut from card."""
    return [
        kit.faint(el("use", href="#title", class_="fill-near stroke-near", stroke_width=64, stroke_linejoin="round"), 0.16, "translate(0 22)"),
        el("use", href="#title", class_="fill-glow stroke-glow", stroke_width=56, stroke_linejoin="round"),
        el("use", href="#title", class_="fill-accent-deep"),
    ]  # fmt: skip
