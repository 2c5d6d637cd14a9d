"""Plaque for children: a sunny day cut from paper, with flags on a string, hills, and a card to be proud of."""

from __future__ import annotations

import math
from itertools import pairwise

from art.layouts import kit, plaque_kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.plaque_kit import Words, centred
from engine.ornament import FUNCTIONS

ABOUT = plaque_kit.ABOUT.format(title="لوح کودکان", tone="spring")
SHAPES = plaque_kit.SHAPES
SAMPLE = plaque_kit.Sample("children", "spring", "kites")

BEYOND = 120.0
LOUD = "Lalezar"
FLAGS = ("accent", "second", "accent-light", "far", "metal-3")


def draw(shape: Shape) -> str:
    words, card = _words(shape), _card(shape)
    roles = plaque_kit.Roles(
        opening="quiet", meta="on-near", small="quiet", name="accent-deep", body="ink", name_face=LOUD, name_weight=400,
        heading_face=LOUD, body_face="Vazirmatn", body_weight=500,
    )  # fmt: skip
    defs, says = plaque_kit.words(words, roles)
    sky = Box(-BEYOND, -BEYOND, shape.width + 2 * BEYOND, shape.height + 2 * BEYOND)
    return kit.artboard(
        shape,
        [
            kit.linear("sky", 0, 0, 0, shape.height, (0, "deep", 1), (0.45, "ground", 1), (0.75, "glow", 1)),
            kit.radial("sunlight", *_sun(shape), 900, (0, "glow", 0.95), (0.4, "glow", 0.5), (1, "glow", 0)),
            *defs,
        ],
        [
            kit.rect(sky, fill="url(#sky)"),
            *_sunshine(shape),
            *_clouds(shape),
            *_hills(shape),
            *_paper(card),
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
        return centred(shape.cx, 930, 1640, 1500)
    return centred(shape.cx, 640, 2300, 1130)


def _words(shape: Shape) -> Words:
    cx = shape.cx
    if shape.name == "portrait":
        return Words(
            opening=centred(cx, 305, 700, 70),
            title=centred(cx, 430, 1350, 400),
            honorific=centred(cx, 1000, 1400, 90),
            name=centred(cx, 1095, 1440, 250),
            position=centred(cx, 1350, 1400, 80),
            body=centred(cx, 1470, 1360, 540),
            date=centred(cx, 2030, 1200, 74),
            signatures=centred(cx, 2110, 1100, 270),
            meta=centred(cx, 2830, 1500, 50),
            code=Box(345, 2215, 165, 165),
            logo=Box(1590, 2215, 165, 165),
            name_size=190,
            body_size=58,
        )
    return Words(
        opening=centred(cx, 168, 480, 56),
        title=centred(cx, 265, 1200, 300),
        honorific=centred(cx, 690, 1800, 80),
        name=centred(cx, 775, 2000, 200),
        position=centred(cx, 975, 1800, 70),
        body=centred(cx, 1065, 1980, 330),
        date=centred(cx, 1410, 1400, 70),
        signatures=centred(cx, 1485, 1300, 240),
        meta=centred(cx, 1968, 1500, 46),
        code=Box(430, 1530, 185, 185),
        logo=Box(2380, 1560, 150, 150),
        name_size=165,
        body_size=55,
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
    """Layers of paper, each with the shadow of the one before it; trees and tulips between them."""
    w, h = shape.width, shape.height
    box = (-BEYOND, h - 900, w + 2 * BEYOND, 900 + BEYOND)
    drawn: list[str] = []
    for layer, role in enumerate(("far", "second", "near")):
        d = str(FUNCTIONS["hills"](*box, layer=layer, layers=3, seed=4, rise=0.22, waves=1.4))
        drawn += [
            kit.shadow(d, ((46, 0.05), (28, 0.06), (12, 0.08)), drop=-8),
            path(d, class_=f"fill-{role}"),
        ]
        if layer == 1:
            drawn += [_symbol("tree", 0.075 * w, h - 190, 620), _symbol("tree", 0.935 * w, h - 170, 520)]
    flowers = ((0.03, 330), (0.13, 400), (0.22, 280), (0.78, 300), (0.87, 410), (0.97, 330))
    drawn += [_symbol("tulip", x * w, h - 90, size) for x, size in flowers]
    band = Box(-BEYOND, h - 210, w + 2 * BEYOND, 210 + BEYOND)
    return [*drawn, kit.rect(band, class_="fill-near")]


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
        sheet(0, class_="fill-glow"),
        sheet(
            -34, fill="none", class_="stroke-accent", stroke_width=7, stroke_dasharray="34 24", stroke_linecap="round"
        ),
    ]


def _bunting(shape: Shape) -> list[str]:
    """Flags on two strings that hang between the corners."""
    drawn: list[str] = []
    top, sag = (40.0, 150.0) if shape.name == "portrait" else (-60.0, 190.0)
    for start, end in ((-80.0, shape.cx + 60), (shape.cx - 60, shape.width + 80)):
        count = round((end - start) / 150)
        points = [
            (start + (end - start) * t, top + sag * 4 * t * (1 - t)) for t in (k / count for k in range(count + 1))
        ]
        line = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        for number, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
            mx, my = (x0 + x1) / 2, (y0 + y1) / 2
            lean = math.atan2(y1 - y0, x1 - x0)
            tip = (mx - 150 * math.sin(lean), my + 150 * math.cos(lean))
            part = 0.09
            a = (x0 + (x1 - x0) * part, y0 + (y1 - y0) * part)
            b = (x1 - (x1 - x0) * part, y1 - (y1 - y0) * part)
            flag = f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}L{tip[0]:.1f} {tip[1]:.1f}Z"
            drawn.append(path(flag, class_=f"fill-{FLAGS[number % len(FLAGS)]}"))
        drawn.append(path(line, fill="none", class_="stroke-near", stroke_width=7))
    return drawn


def _title() -> list[str]:
    """Fat letters with a white rim and a drop of shadow, as if cut from card."""
    return [
        kit.faint(el("use", href="#title", class_="fill-near stroke-near", stroke_width=64, stroke_linejoin="round"), 0.16, "translate(0 22)"),
        el("use", href="#title", class_="fill-glow stroke-glow", stroke_width=56, stroke_linejoin="round"),
        el("use", href="#title", class_="fill-accent-deep"),
    ]  # fmt: skip
