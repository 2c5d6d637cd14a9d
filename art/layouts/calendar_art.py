"""The art of the months: twelve pictures, each with its own composition.

Each fills a box of any shape and leaves the lowest quarter to a dark plane, on which the month's name stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from art.layouts import kit, treatments
from art.layouts.calendar_page import Picture
from art.layouts.kit import Box, el, group, path, rect
from engine.ornament import arches, eslimi, growth, landscape
from engine.ornament import shamseh as suns
from engine.ornament.geometry import polar
from engine.ornament.growth import leaf, teardrop
from engine.ornament.hankin import star_pattern
from engine.ornament.path import Path, Station, joined, merged, united
from engine.ornament.pen import (
    circle,
    crescent,
    ellipse,
    placed,
    polygon,
    rectangle,
    repeat_around,
    spline,
    swelling_stroke,
)

CALM = 0.75  # from here down the picture is dark and quiet
SIDE = 740.0  # the shorter side for which small things are drawn


def _unit(box: Box) -> float:
    return min(box.width, box.height) / SIDE


def _is_tall(box: Box) -> bool:
    return box.height > box.width


def _at(box: Box, x: float, y: float) -> tuple[float, float]:
    """A place in parts of the box."""
    return box.x + x * box.width, box.y + y * box.height


def _fill(shape: Path, role: str, opacity: float | None = None) -> str:
    drawn = path(shape.d(1), class_=f"fill-{role}")
    return drawn if opacity is None else group(drawn, opacity=opacity)


def _line(shape: Path, role: str, width: float, opacity: float = 1.0) -> str:
    drawn = path(shape.d(1), class_=f"stroke-{role}", fill="none", stroke_width=round(width, 2), stroke_linecap="round")
    return drawn if opacity == 1 else group(drawn, opacity=opacity)


def _sky(box: Box, *stops: kit.Stop) -> tuple[str, str]:
    """The sky from above to the calm plane."""
    return kit.linear("sky", 0, box.y, 0, box.y + CALM * box.height, *stops), rect(box, fill="url(#sky)")


def _symbol(name: str, x: float, y: float, side: float, tones: str = "own", transform: str | None = None) -> str:
    box = treatments.square(round(x, 1), round(y, 1), round(side, 1))
    return treatments.symbol(box, name=name, tones=tones, transform=transform)


def _ground(box: Box, top: float, rise: float, seed: int, waves: int = 2) -> Path:
    """A swelling plane from a height (in parts of the box) down to the bottom."""
    rng = Random(seed)
    count = 2 * waves + 1
    left, wide = box.x - 0.1 * box.width, 1.2 * box.width
    points = [
        (left + wide * k / (count - 1), box.y + (top + rise * rng.uniform(-1, 1)) * box.height) for k in range(count)
    ]
    line = spline(points)
    return joined(line, spline([(left + wide, box.bottom + 5), (left, box.bottom + 5)]))


def _front(box: Box, seed: int, rise: float = 0.025) -> list[str]:
    """The dark plane, with a lit edge."""
    plane = _ground(box, CALM, rise * (0.45 if _is_tall(box) else 1), seed)
    lip = plane.translate(0, -5 * _unit(box))
    return [_fill(lip, "accent", 0.55), _fill(plane, "near")]


@dataclass(frozen=True, slots=True)
class _Grown:
    """A tree, and what fills its crown about the ends of its twigs: flowers or leaves in two shades."""

    tree: landscape.Tree
    shaded: Path
    lit: Path


def _tree(x: float, base: float, height: float, *, seed: int, spread: float, fill: Path, reach: float) -> _Grown:
    """A tree whose crown is filled with turned copies of `fill` up to `reach` about each twig's end."""
    levels, rng = 5, Random(seed)
    grown = growth.tree(seed, (x, base), 0.94 * height, levels=levels, spread=spread)  # as the drawn one grows
    drawn = landscape.blossoming_tree(x, base, height, seed=seed, levels=levels, spread=spread)
    strewn: list[list[Path]] = [[], []]
    for tip in grown.tips:
        for k in range(5):
            at = polar(tip.point, reach * rng.random() ** 0.6, rng.uniform(0, 360))
            strewn[k % 2].append(placed(fill, Station(at, rng.uniform(0, 360)), rng.uniform(0.7, 1.25)))
    return _Grown(drawn, merged(strewn[0]), merged(strewn[1]))


def _blossom(radius: float) -> Path:
    return repeat_around(leaf(radius, 0.74 * radius, bend=0), (0, 0), 5)


# --- 1 Farvardin: an orchard in blossom


def orchard(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "ground", 1), (1, "glow", 1))
    high = (0.8 if not tall else 0.56) * box.height
    grown = _tree(0, 0, high, seed=7, spread=36, fill=_blossom(15 * u), reach=44 * u)
    tree = grown.tree
    layers = (
        ("wood", tree.wood, "near", 1), ("leaves", tree.leaves, "accent-deep", 1), ("shaded", grown.shaded, "accent", 0.8),
        ("under", grown.lit.translate(2 * u, 3 * u), "accent", 1), ("lit", grown.lit, "accent-light", 1),
        ("shade", tree.blossoms.translate(3 * u, 4 * u), "accent", 1), ("flowers", tree.blossoms, "accent-light", 1),
    )  # fmt: skip

    def standing(x: float, y: float, size: float) -> str:
        """The tree at a place in parts of the box, mirrored where its size is negative."""
        px, py = _at(box, x, y)
        place = f"translate({px:.1f} {py:.1f}) scale({size:.3g} {abs(size):.3g})"
        return group(
            *(treatments.painted(id, role=role, opacity=None if o == 1 else o) for id, _, role, o in layers),
            transform=place,
        )

    far = (
        ((0.93, 0.6, -0.2), (0.8, 0.615, 0.25), (0.08, 0.6, 0.2))
        if not tall
        else ((0.1, 0.6, 0.2), (0.86, 0.61, -0.26))
    )
    near = (
        ((0.62, 0.69, -0.46), (0.32, CALM + 0.03, 1.0)) if not tall else ((0.84, 0.69, -0.42), (0.46, CALM + 0.03, 1.0))
    )
    sx, sy = _at(box, 0.76 if not tall else 0.62, 0.26 if not tall else 0.2)
    sun = [_fill(circle((sx, sy), r * u), "glow", o) for r, o in ((230, 0.25), (180, 0.35), (132, 0.9))]
    petals = landscape.petals(box.width, 0.74 * box.height, 70, size=15 * u, seed=5).translate(box.x, box.y)
    return Picture(
        [sky, *(path(drawn.d(1), id=id) for id, drawn, _, _ in layers)],
        [
            heaven, *sun, _fill(_ground(box, 0.52, 0.035, 3), "far", 0.55),
            group(*(standing(*each) for each in far), opacity=0.8),
            _fill(_ground(box, 0.6, 0.04, 8), "far"), standing(*near[0]),
            _fill(_ground(box, 0.68, 0.03, 12), "accent-deep", 0.55), standing(*near[1]),
            *_front(box, 21), _fill(petals, "accent", 0.85),
        ],
    )  # fmt: skip


# --- 2 Ordibehesht: a garden seen through arches, the nightingale and the rose


def garden(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "ground", 1), (1, "glow", 1))
    wall = rectangle(box.x, box.y, box.width, box.height)
    bays = 1 if tall else 3
    step = box.width / bays
    widths = [0.74 * step] if tall else [0.66 * step, 0.86 * step, 0.66 * step]
    openings, rims = [], []
    for k, wide in enumerate(widths):
        cx = box.x + (k + 0.5) * step
        top = box.y + (0.1 if len(widths) == 1 or k == 1 else 0.2) * box.height
        one = arches.arch(cx - wide / 2, top, wide, box.bottom - top, rise=1.2)
        openings.append(one)
        rims.append(arches.archivolt(cx - wide / 2, top, wide, box.bottom - top, 13 * u, rise=1.2))
    pattern = star_pattern("4.8.8", None, 1).lines(box.width, box.height, 84 * u).translate(box.x, box.y)
    cx, cy = _at(box, 0.5, 0.47 if not tall else 0.44)
    roses = [
        _symbol("rose", box.x + share * box.width, box.y + (CALM + dy) * box.height, size * u)
        for share, dy, size in (
            ((0.03, -0.04, 170), (0.13, -0.02, 120), (0.87, -0.02, 120), (0.97, -0.04, 170), (0.24, -0.015, 90), (0.76, -0.015, 90))
            if not tall else ((0.06, -0.03, 190), (0.24, -0.015, 120), (0.76, -0.015, 120), (0.94, -0.03, 190))
        )
    ]  # fmt: skip
    return Picture(
        [sky, kit.metal("gold", box), el("clipPath", path((wall - united(openings)).d()), id="wall")],
        [
            heaven,
            _fill(circle((cx, cy), 250 * u), "glow", 0.6),
            _fill(_ground(box, 0.6, 0.02, 5), "far", 0.6),
            _fill(_ground(box, 0.68, 0.02, 9), "far"),
            _fill(wall - united(openings), "accent-deep"),
            group(_line(pattern, "accent-light", 1.8 * u, 0.3), clip_path="url(#wall)"),
            path(merged(rims).d(), fill="url(#gold)"),
            _symbol("nightingale-rose", cx, cy, 500 * u if not tall else 600 * u),
            *_front(box, 4, 0.008), *roses,
        ],
    )  # fmt: skip


# --- 3 Khordad: ripe wheat before a low sun


def _wheat(length: float, lean: float) -> tuple[Path, Path]:
    """A stalk from the origin upwards, and the grains of its ear."""
    spine = spline([(0, 0), (lean * 0.3, -length * 0.5), (lean, -length)])
    stalk = swelling_stroke(spine, [length * 0.016, length * 0.01, length * 0.006])
    whole, grains = spine.length, []
    for k in range(7):
        place = spine.stations([whole * (0.66 + 0.05 * k)])[0]
        for way in (-1, 1):
            grains.append(placed(leaf(length * 0.085, length * 0.042), Station(place.point, place.angle + way * 32)))
            beard = swelling_stroke([(0, 0), (length * 0.2, 0)], [length * 0.005, 0])
            grains.append(placed(beard, Station(place.point, place.angle + way * 20)))
    grains.append(placed(leaf(length * 0.1, length * 0.042), Station(spine.stations([whole * 0.99])[0].point, -90)))
    return stalk, merged(grains)


def wheat(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "accent", 0.75), (0.55, "ground", 1), (1, "glow", 1))
    cx, cy = _at(box, 0.3 if not tall else 0.5, 0.4 if not tall else 0.34)
    rays = landscape.rays((cx, cy), 215 * u, 1500 * u, 40, share=0.45)
    rng = Random(6)
    full = 0.58 * min(box.height, 1.25 * box.width)
    stalks = [_wheat(full, full * lean) for lean in (-0.02, 0.1, 0.2)]
    defs = [
        path(drawn.d(1), id=f"{id}-{n}")
        for n, pair in enumerate(stalks)
        for id, drawn in zip(("stalk", "ear"), pair, strict=True)
    ]
    rows: list[str] = []
    for stalk, ear, size, count in (
        ("far", "far", 0.64, 26),
        ("deep", "deep", 0.8, 20),
        ("accent-deep", "accent", 1.0, 12),
    ):
        shades, row = [], []
        for k in range(count if not tall else round(0.62 * count)):
            x = box.x + box.width * (k + rng.uniform(0.1, 0.9)) / (count if not tall else round(0.62 * count))
            scale, n = size * rng.uniform(0.86, 1.12), rng.randrange(3)
            place = f"translate({x:.1f} {box.y + (CALM + 0.06) * box.height:.1f}) scale({scale:.3f})"
            shades.append(
                treatments.painted(
                    f"ear-{n}", role="accent-deep", transform=f"translate({-3 * u:.1f} {2 * u:.1f}) {place}"
                )
            )
            row.append(treatments.painted(f"stalk-{n}", role=stalk, transform=place))
            row.append(treatments.painted(f"ear-{n}", role=ear, transform=place))
        rows += [group(*shades, opacity=0.5), *row]
    poppies = [
        _symbol("tulip", box.x + share * box.width, box.y + (CALM - 0.09) * box.height, size * u)
        for share, size in (((0.08, 230), (0.9, 250), (0.8, 180)) if not tall else ((0.12, 250), (0.86, 280)))
    ]
    return Picture(
        [sky, *defs],
        [
            heaven, _fill(rays, "glow", 0.28), _fill(circle((cx, cy), 250 * u), "glow", 0.4),
            _fill(circle((cx, cy), 190 * u), "accent-light"), *rows, *poppies, *_front(box, 33),
        ],
    )  # fmt: skip


# --- 4 Tir: the sea


def sea(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "ground", 1), (0.6, "glow", 1), (1, "glow", 1))
    top = (0.42 if not tall else 0.46) * box.height
    size = (470 if not tall else 440) * u
    crest = top + (box.height - top) / 6  # of the second waves, which hide those that the symbol stands on
    boat = box.x + (0.4 if not tall else 0.46) * box.width, box.y + crest - 0.1 * size
    cx, cy = boat[0] + 0.19 * size, boat[1] - 0.17 * size
    swell = landscape.waves(box.width, box.height - top, layers=6, seed=3, length=0.2 if not tall else 0.34, rise=0.05)
    roles = (("far", 0.5), ("far", 0.8), ("deep", 0.9), ("accent-deep", 0.75), ("accent-deep", 1.0), ("near", 0.75))
    water = []
    for k, (layer, (role, opacity)) in enumerate(zip(swell, roles, strict=True)):
        moved = layer.translate(box.x, box.y + top)
        water += [_fill(moved.translate(0, -4 * u), "glow", 0.55), _fill(moved, "ground"), _fill(moved, role, opacity)]
        if k == 0:
            water.append(_symbol("lenj-boat", *boat, size))
    rings = [
        _fill(circle((cx, cy), r * u), role, o)
        for r, role, o in ((275, "accent", 0.22), (232, "accent", 0.4), (190, "accent", 1))
    ]
    birds = [
        _fill(_bird(size * u).translate(*_at(box, x, y)), "accent-deep")
        for x, y, size in ((0.72, 0.16, 46), (0.8, 0.23, 34), (0.64, 0.25, 28))
    ]
    return Picture([sky], [heaven, *rings, *birds, *water, *_front(box, 13, 0.012)])


def _bird(size: float) -> Path:
    """A gliding bird seen from afar."""
    upper = spline(
        [(-size, -0.28 * size), (-0.5 * size, -0.5 * size), (0, 0), (0.5 * size, -0.5 * size), (size, -0.28 * size)],
        corners={2},
    )
    lower = spline(
        [
            (size, -0.28 * size),
            (0.45 * size, -0.32 * size),
            (0, 0.2 * size),
            (-0.45 * size, -0.32 * size),
            (-size, -0.28 * size),
        ]
    )
    return joined(upper, lower)


# --- 5 Mordad: the sun at its height


def high_sun(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "deep", 1), (0.7, "ground", 1), (1, "glow", 1))
    cx, cy = _at(box, 0.5, 0.44 if not tall else 0.4)
    r = 300 * u
    far = 1.2 * max(box.width, box.height)
    beams = landscape.rays((cx, cy), r, far, 24, share=0.5)
    sun = suns.shamseh((cx, cy), r, 16)
    palms = [
        _symbol(
            "palm",
            box.x + share * box.width,
            box.y + (CALM + 0.01) * box.height - 0.47 * size * u,
            size * u,
            tones="near near near near",
        )
        for share, size in (
            ((0.07, 400), (0.2, 280), (0.82, 320), (0.95, 450)) if not tall else ((0.1, 420), (0.3, 270), (0.88, 480))
        )
    ]
    dunes = [_fill(_ground(box, 0.62, 0.025, 5), "far", 0.75), _fill(_ground(box, 0.69, 0.02, 14), "accent-deep")]
    return Picture(
        [sky, kit.radial("sun", cx, cy, r, (0, "accent-light", 1), (1, "accent", 1))],
        [
            heaven, _fill(beams, "accent-light", 0.35), _fill(circle((cx, cy), 1.1 * r), "accent-light", 0.5),
            el("circle", cx=cx, cy=cy, r=r * 0.8, fill="url(#sun)"),
            _fill(sun.rays, "deep"), _fill(sun.rim, "deep"), _fill(sun.field, "accent"), _fill(sun.petals, "deep"), _fill(sun.buds, "accent-light"),
            _fill(sun.core, "accent-light"), _line(sun.lines, "accent-light", 2.4 * u), _line(sun.stars, "far", 2.4 * u),
            *dunes, *palms, *_front(box, 40),
        ],
    )  # fmt: skip


# --- 6 Shahrivar: a melon rises like the sun


def melon(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "deep", 1), (0.75, "ground", 1), (1, "accent-light", 1))
    cx, cy = _at(box, 0.5, CALM + (0.02 if tall else 0.06))
    r = 0.76 * box.width if tall else 0.56 * box.height  # beside a month it reaches beyond the edges
    rays = landscape.rays((cx, cy), 1.07 * r, 1.5 * max(box.width, box.height), 40, share=0.42)
    rind = (
        (1.0, "near"), (0.985, "accent-deep"), (0.945, "far"), (0.925, "glow"), (0.895, "accent-light"), (0.875, "accent"),
    )  # fmt: skip
    flesh = kit.radial(
        "flesh",
        cx,
        cy,
        0.875 * r,
        (0, "second", 0.55),
        (0.7, "second", 0.25),
        (0.94, "accent", 0.0),
        (1, "accent-light", 0.6),
    )
    seeds = []
    for share, count, size in ((0.74, 34, 30), (0.55, 24, 26), (0.36, 14, 22)):
        for k in range(count):
            angle = 180 + 180 * (k + 0.5 + 0.5 * (share == 0.55)) / count
            at = polar((cx, cy), share * r * (1.02 if k % 2 else 0.97), angle)
            seeds.append(placed(teardrop(size * u, 0.56 * size * u), Station(at, angle + 180)))
    stripes = [
        placed(leaf(0.05 * r, 0.026 * r, bend=0), Station(polar((cx, cy), 0.948 * r, 180 + 180 * (k + 0.5) / 46), 270 + 180 * (k + 0.5) / 46))
        for k in range(46)
    ]  # fmt: skip
    lit = merged(seeds).translate(-2.2 * u, -2.6 * u)
    slices = [
        _symbol("watermelon", box.x + share * box.width, box.y + (CALM - dy) * box.height, size * u)
        for share, dy, size in (
            ((0.09, 0.07, 300), (0.91, 0.07, 300)) if not tall else ((0.14, 0.045, 250), (0.86, 0.045, 250))
        )
    ]
    vines = [
        _twig(size * u).rotate(turn).translate(*_at(box, x, y))
        for x, y, size, turn in ((0.08, 0.12, 190, 30), (0.92, 0.12, 190, 150), (0.22, 0.05, 130, 60), (0.78, 0.05, 130, 120))
    ]  # fmt: skip
    return Picture(
        [sky, flesh],
        [
            heaven, _fill(rays, "glow", 0.2), _fill(circle((cx, cy), 1.1 * r), "glow", 0.18),
            _fill(merged(vines).translate(5 * u, 8 * u), "near", 0.3), _fill(merged(vines), "accent-deep"),
            *(_fill(circle((cx, cy), part * r), role) for part, role in rind),
            _fill(merged(stripes), "near", 0.75),
            el("circle", cx=round(cx, 1), cy=round(cy, 1), r=round(0.875 * r, 1), fill="url(#flesh)"),
            _fill(lit, "accent-light", 0.55), _fill(merged(seeds), "near"),
            *_front(box, 8, 0.012), *slices,
        ],
    )  # fmt: skip


def _twig(length: float) -> Path:
    """Three leaves on a stalk, about the origin."""
    parts = [swelling_stroke([(-length * 0.5, 0), (length * 0.1, 0)], [length * 0.05, length * 0.03])]
    for angle in (-46, 0, 46):
        parts.append(placed(leaf(length * 0.55, length * 0.24), Station((0, 0), angle)))
    return united(parts)


# --- 7 Mehr: books take wing


def school(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "ground", 1), (1, "deep", 1))
    cx, cy = _at(box, 0.6 if not tall else 0.5, 0.42 if not tall else 0.4)
    discs = [_fill(circle((cx, cy), r * u), "glow", o) for r, o in ((330, 0.3), (285, 0.95))]
    rng = Random(12)
    leaves = []
    for _k in range(34):
        x, y = _at(box, rng.random(), rng.random() * CALM)
        size = rng.uniform(26, 52) * u
        leaves.append(placed(leaf(size, size * 0.5), Station((x, y), rng.uniform(0, 360))))
    planes = [
        (0.16, 0.24, 210, -6), (0.31, 0.52, 130, 4), (0.07, 0.6, 110, -4)
    ] if not tall else [(0.2, 0.13, 200, -6), (0.82, 0.68, 130, 4)]  # fmt: skip
    flights = []
    for x, y, size, turn in planes:
        px, py = _at(box, x, y)
        flights.append(_symbol("paper-plane", px, py, size * u, transform=f"rotate({turn} {px:.1f} {py:.1f})"))
    return Picture(
        [sky],
        [
            heaven, _fill(merged(leaves[::2]), "far", 0.8), _fill(merged(leaves[1::2]), "accent-light", 0.5), *discs,
            _symbol("book-birds", cx, cy, 520 * u), *flights, *_front(box, 17),
        ],
    )  # fmt: skip


# --- 8 Aban: an alley of poplars in the rain


def _poplar(high: float, seed: int) -> tuple[Path, Path, Path, Path]:
    """A poplar on the origin: trunk, crown, the crown's side in the shade, and leaves that catch the light."""
    wide = 0.125 * high
    half = spline(
        [
            (0, -high, 62),
            (0.5 * wide, -0.76 * high),
            (wide, -0.38 * high, 94),
            (0.5 * wide, -0.1 * high),
            (0, -0.07 * high, 180),
        ]
    )
    crown = joined(half, half.mirror_x())
    shade = crown & crown.translate(0.62 * wide, 0.02 * high)
    trunk = swelling_stroke(
        [(0, 0), (0.006 * high, -0.5 * high), (0, -0.9 * high)], [0.034 * high, 0.022 * high, 0.004 * high]
    )
    rng = Random(seed)
    leaves = []
    while len(leaves) < 70:
        x, y = rng.uniform(-wide, wide), -high * rng.uniform(0.12, 0.97)
        if abs(x) < 0.86 * wide * min(1.0, 2.1 * (1 + y / high)) * min(1.0, -y / (0.3 * high)):
            leaves.append(placed(leaf(0.034 * high, 0.02 * high), Station((x, y), rng.uniform(-130, -50))))
    return trunk, crown, shade, merged(leaves)


def poplars(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "deep", 1), (0.55, "ground", 1), (1, "accent-light", 1))
    vx, vy = _at(box, 0.5, 0.56 if not tall else 0.6)
    foot = box.y + (CALM + 0.02) * box.height
    high = (1.22 if not tall else 0.86) * (foot - box.y)
    parts = ("trunk", "crown", "shade", "leaves")
    defs = [
        path(drawn.d(1), id=f"{part}-{n}")
        for n in range(2)
        for part, drawn in zip(parts, _poplar(high, 5 + n), strict=True)
    ]
    reach = (0.46 if not tall else 0.66) * box.width
    alley: list[str] = []
    for k, near in enumerate((0.1, 0.15, 0.21, 0.29, 0.4, 0.55, 0.76, 1.04)):
        y = vy + (foot - vy) * near
        for side in (-1, 1):
            place = f"translate({vx + side * reach * near:.1f} {y:.1f}) scale({side * near:.3f} {near:.3f})"
            n = (k + (side > 0)) % 2
            alley += [
                treatments.painted(f"trunk-{n}", role="near", transform=place),
                treatments.painted(f"crown-{n}", role="accent", transform=place),
                group(treatments.painted(f"shade-{n}", role="accent-deep", transform=place), opacity=0.72),
                group(treatments.painted(f"leaves-{n}", role="accent-light", transform=place), opacity=0.62),
            ]
    half = 0.3 * reach
    road = polygon(
        [(vx - 2 * u, vy), (vx + 2 * u, vy), (vx + 2.6 * half, foot + 20 * u), (vx - 2.6 * half, foot + 20 * u)]
    )
    shine = polygon([(vx, vy), (vx + 0.5 * half, foot + 20 * u), (vx - 0.5 * half, foot + 20 * u)])
    rng = Random(2)
    drops, fallen = [], []
    for _ in range(110):
        px, py = _at(box, rng.uniform(-0.1, 1.1), rng.uniform(-0.1, 0.66))
        long = rng.uniform(24, 70) * u
        drops.append(swelling_stroke([(px, py), (px - long * 0.2, py + long)], [0.4 * u, 2.4 * u]))
    for _ in range(120):
        near = rng.uniform(0.3, 1.0) ** 0.7
        px, py = vx + rng.uniform(-1.1, 1.1) * reach * near, vy + (foot - vy) * near + 8 * u
        fallen.append(placed(leaf(26 * u * near, 14 * u * near), Station((px, py), rng.uniform(-20, 200))))
    cloud = landscape.clouds(box.width, 0.24 * box.height, 4, seed=9)
    return Picture(
        [sky, *defs, kit.linear("wet", 0, vy, 0, foot, (0, "accent-light", 0.9), (1, "ground", 0.5))],
        [
            heaven, _fill(circle((vx, vy), 210 * u), "accent-light", 0.5), _fill(circle((vx, vy), 120 * u), "glow", 0.6),
            _fill(cloud.body.translate(box.x, box.y), "glow", 0.35),
            _fill(_ground(box, 0.575 if not tall else 0.6, 0.008, 3), "accent-deep"),
            _fill(_ground(box, 0.575 if not tall else 0.6, 0.008, 3), "accent", 0.35),
            path(road.d(1), class_="fill-deep"), path(shine.d(1), fill="url(#wet)"),
            *alley, _fill(merged(fallen[::2]), "accent"), _fill(merged(fallen[1::2]), "accent-deep"),
            *_front(box, 29, 0.008), _fill(merged(drops), "glow", 0.55),
        ],
    )  # fmt: skip


# --- 9 Azar: pomegranates on a carpet of vines


def pomegranates(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "ground", 1), (1, "deep", 1))
    cx, cy = _at(box, 0.5, 0.42 if not tall else 0.38)
    glow = kit.radial("lamp", cx, cy, 520 * u, (0, "accent-light", 0.55), (1, "accent-light", 0.0))
    ground = eslimi.field(box.width, box.height, 230 * u)
    vines = [
        _fill(part.translate(box.x, box.y), "accent-light", opacity)
        for part, opacity in ((ground.stems, 0.2), (ground.leaves, 0.2), (ground.flowers, 0.26))
    ]
    fruits = (
        ((0.18, 0.55, 330, -14), (0.82, 0.55, 330, 14), (0.5, 0.4, 560, 0))
        if not tall else ((0.24, 0.62, 360, -14), (0.8, 0.6, 330, 16), (0.52, 0.36, 660, 0))
    )  # fmt: skip
    drawn = []
    for x, y, size, turn in fruits:
        px, py = _at(box, x, y)
        drawn.append(_symbol("pomegranate", px, py, size * u, transform=f"rotate({turn} {px:.1f} {py:.1f})"))
    return Picture([sky, glow], [heaven, *vines, rect(box, fill="url(#lamp)"), *drawn, *_front(box, 51)])


# --- 10 Dey: a town under snow


def snow(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "deep", 1), (1, "ground", 1))
    cx, cy = _at(box, 0.74 if not tall else 0.66, 0.24 if not tall else 0.18)
    stars = landscape.night(box.width, 0.55 * box.height, size=5 * u, n=150, seed=4).translate(box.x, box.y)
    ranges = landscape.mountains(box.width, 0.5 * box.height, layers=2, seed=8, peaks=4 if not tall else 3)
    peaks = [r.translate(box.x, box.y + 0.26 * box.height) for r in ranges]
    rng = Random(8)
    flakes = merged(circle(_at(box, rng.random(), rng.random() * 0.8), rng.uniform(2, 6.5) * u) for _ in range(130))
    fields = [
        _fill(_ground(box, 0.62, 0.02, 5), "accent-light", 0.35),
        _fill(_ground(box, 0.68, 0.018, 7), "accent-light", 0.9),
    ]
    return Picture(
        [sky, kit.radial("moonlight", cx, cy, 420 * u, (0, "accent", 0.45), (1, "accent", 0.0))],
        [
            heaven, _fill(stars, "accent-light", 0.9), rect(box, fill="url(#moonlight)"),
            _fill(crescent((cx, cy), 82 * u, thickness=0.5, angle=-30), "accent"),
            _fill(peaks[0], "far", 0.8), _fill(peaks[1], "far", 0.5),
            fields[0],
            _symbol("khomein-house", box.x + (0.3 if not tall else 0.42) * box.width, box.y + 0.55 * box.height, 400 * u),
            fields[1], *_front(box, 61), _fill(flakes, "accent-light", 0.9),
        ],
    )  # fmt: skip


# --- 11 Bahman: narcissi before the mountains


def narcissi(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "deep", 0.85), (0.7, "ground", 1), (1, "glow", 1))
    cx, cy = _at(box, 0.5, 0.3 if not tall else 0.26)
    ranges = landscape.mountains(box.width, 0.62 * box.height, layers=3, seed=5, peaks=3)
    peaks = [r.translate(box.x, box.y + 0.2 * box.height) for r in ranges]
    flowers = [
        _symbol("narcissus", box.x + share * box.width, box.y + (CALM + dy) * box.height - 0.4 * size * u, size * u)
        for share, dy, size in (
            ((0.04, 0.03, 330), (0.2, 0.02, 420), (0.4, 0.04, 330), (0.6, 0.03, 430), (0.8, 0.04, 340), (0.97, 0.02, 420))
            if not tall else ((0.06, 0.02, 400), (0.36, 0.02, 500), (0.68, 0.03, 420), (0.96, 0.02, 480))
        )
    ]  # fmt: skip
    return Picture(
        [sky],
        [
            heaven, _fill(circle((cx, cy), 190 * u), "accent", 0.3), _fill(circle((cx, cy), 135 * u), "accent", 0.9),
            _fill(peaks[0], "far"), _fill(peaks[0] - peaks[0].translate(14 * u, 66 * u), "glow"),
            _fill(peaks[1], "deep"), _fill(peaks[1] - peaks[1].translate(-10 * u, 44 * u), "accent-light", 0.9),
            _fill(peaks[2], "accent-deep", 0.75), *flowers, *_front(box, 71),
        ],
    )  # fmt: skip


# --- 12 Esfand: goldfish, and sprouts for the new year


def _fish(size: float) -> tuple[Path, Path]:
    """A goldfish from above, swimming to the right: body, and fins with tail."""
    body = joined(
        spline([(size, 0), (0.55 * size, -0.3 * size), (-0.1 * size, -0.3 * size), (-0.8 * size, -0.05 * size)]),
        spline([(-0.8 * size, -0.05 * size), (-0.8 * size, 0.05 * size)]),
        spline([(-0.8 * size, 0.05 * size), (-0.1 * size, 0.3 * size), (0.55 * size, 0.3 * size), (size, 0)]),
    )
    tail = [
        placed(leaf(length * size, 0.36 * size, bend=bend), Station((-0.7 * size, 0), angle))
        for length, bend, angle in ((0.95, 0.25, 154), (1.0, -0.05, 180), (0.95, -0.25, 206))
    ]
    fins = [
        placed(leaf(0.6 * size, 0.28 * size, bend=bend), Station((0.3 * size, way * 0.24 * size), angle))
        for way, bend, angle in ((-1, 0.2, -128), (1, -0.2, 128))
    ]
    return body, united([*tail, *fins])


def goldfish(box: Box) -> Picture:
    u, tall = _unit(box), _is_tall(box)
    sky, heaven = _sky(box, (0, "ground", 1), (1, "deep", 1))
    rings = [
        landscape.ripples(_at(box, x, y), wide * u, wide * 0.62 * u, 6, seed=k)
        for k, (x, y, wide) in enumerate(((0.3, 0.35, 420), (0.85, 0.12, 330), (0.72, 0.66, 300)))
    ]
    drawn = []
    for x, y, size, turn in (
        ((0.36, 0.36, 180, -24), (0.66, 0.26, 130, 160), (0.8, 0.55, 104, -150), (0.13, 0.6, 84, 20))
        if not tall else ((0.5, 0.26, 190, -40), (0.3, 0.55, 130, 30), (0.76, 0.6, 110, -140))
    ):  # fmt: skip
        body, fins = _fish(size * u)
        px, py = _at(box, x, y)
        spot = ellipse((0.1 * size * u, 0), 0.42 * size * u, 0.1 * size * u)
        eyes = circle((0.72 * size * u, -0.17 * size * u), 0.05 * size * u) + circle(
            (0.72 * size * u, 0.17 * size * u), 0.05 * size * u
        )
        place = f"translate({px:.1f} {py:.1f}) rotate({turn})"
        drawn.append(group(_fill(body | fins, "near", 0.22), transform=f"translate({16 * u:.1f} {26 * u:.1f}) {place}"))
        drawn.append(
            group(
                _fill(fins, "accent", 0.75), _fill(body, "accent"), _fill(spot, "accent-light", 0.75), _fill(eyes, "near"),
                transform=place,
            )
        )  # fmt: skip
    rng = Random(4)
    blades = []
    for _ in range(90 if not tall else 60):
        x = box.x + rng.random() * box.width
        long = rng.uniform(90, 190) * u
        lean = rng.uniform(-30, 30) * u
        y = box.y + (CALM + 0.02) * box.height
        blades.append(
            swelling_stroke([(x, y), (x + lean * 0.3, y - 0.6 * long), (x + lean, y - long)], [9 * u, 7 * u, 0])
        )
    return Picture(
        [sky],
        [
            heaven, _line(merged(rings), "glow", 2.2 * u, 0.35), *drawn,
            _fill(merged(blades[::2]), "far"), _fill(merged(blades[1::2]), "near"), *_front(box, 81, 0.01),
        ],
    )  # fmt: skip


MONTHS: tuple[Callable[[Box], Picture], ...] = (
    orchard,
    garden,
    wheat,
    sea,
    high_sun,
    melon,
    school,
    poplars,
    pomegranates,
    snow,
    narcissi,
    goldfish,
)
