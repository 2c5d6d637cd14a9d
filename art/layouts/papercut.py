"""Paper-cut: sheets of paper with openings one behind the other, from shade into light; the title and the symbol stand
in the light, leaves and blossoms are cut at the edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import copysign, cos, pi, radians, sin
from random import Random

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group
from art.layouts.samples import Sample
from engine.ornament.growth import leaf
from engine.ornament.path import Path, Station, joined, merged, united
from engine.ornament.pen import circle, placed, polar, rectangle, repeat_around, spline, swelling_stroke

ABOUT = """title: کاغذبُری
tones: [spring, nature, celebration, civic, literary, defence, festive, ramadan]
"""
SAMPLE = Sample("nowruz", "blossom-branch", "spring", "meadow")

SHEETS = 6
BEADED = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand on an artboard, in parts of its width and height."""

    outer: tuple[float, float, float, float]  # the opening of the first sheet: left, top, right, bottom
    inner: tuple[float, float, float, float]  # the opening of the last one
    title: tuple[float, float, float, float]  # left, top, width, height
    message: tuple[float, float, float, float]
    symbol: tuple[float, float]  # where its middle is across; its side as a part of the shorter side
    message_role: str = treatments.LIGHT_INK
    align: str = "center"


PLANS = {
    "square": Plan(
        (-0.03, -0.03, 1.03, 0.80), (0.12, 0.07, 0.88, 0.60), (0.18, 0.085, 0.64, 0.265), (0.10, 0.80, 0.80, 0.105),
        (0.5, 0.38),
    ),
    "portrait": Plan(
        (-0.03, -0.02, 1.03, 0.83), (0.13, 0.07, 0.87, 0.62), (0.18, 0.10, 0.64, 0.27), (0.10, 0.838, 0.80, 0.08),
        (0.5, 0.50),
    ),
    "story": Plan(
        (-0.04, 0.02, 1.04, 0.81), (0.13, 0.10, 0.87, 0.62), (0.17, 0.145, 0.66, 0.24), (0.11, 0.825, 0.78, 0.07),
        (0.5, 0.70),
    ),
    "wide": Plan(
        (-0.02, -0.04, 1.02, 0.895), (0.075, 0.10, 0.925, 0.735), (0.44, 0.135, 0.40, 0.38), (0.45, 0.55, 0.38, 0.14),
        (0.275, 0.62), "near",
    ),
    "banner": Plan(
        (-0.015, -0.06, 1.015, 0.88), (0.06, 0.09, 0.94, 0.735), (0.37, 0.11, 0.49, 0.40), (0.38, 0.535, 0.47, 0.165),
        (0.22, 0.74), "near",
    ),
    "pole": Plan(
        (-0.04, -0.005, 1.04, 0.82), (0.12, 0.06, 0.88, 0.66), (0.15, 0.12, 0.70, 0.25), (0.10, 0.835, 0.80, 0.10),
        (0.5, 0.88),
    ),
}  # fmt: skip


MESSAGE = {"square": 37, "portrait": 39, "story": 41, "wide": 38, "banner": 44, "pole": 46}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    title = _box(shape, plan.title)
    sheets = [_sheet(shape, plan, k) for k in range(SHEETS)]
    side = plan.symbol[1] * min(w, h)
    lip = _lip(shape, plan, plan.symbol[0] * w)
    picture = treatments.square(plan.symbol[0] * w, lip - 0.47 * side, side)
    standing = _standing(plan.symbol[0] * w, lip - 0.01 * side, side, _larger(w, side) if h >= w else {})
    says_box, says = kit.words(
        "message",
        _box(shape, plan.message),
        "message",
        size=MESSAGE[shape.name] * u,
        weight=600,
        role=plan.message_role,
        align=plan.align,
        line_height=1.65,
    )
    foot_defs, foot = kit.foot(shape, ink=treatments.LIGHT_INK, band=None, line=None)
    cx, cy = title.cx, (title.cy + picture.cy) / 2
    glow = kit.radial("light", cx, cy, 0.62 * max(w, h), (0, "glow", 0.0), (0.45, "glow", 0.0), (1, "ground", 0.75))
    # Where the composition is symmetric, every other picture has its papers mirrored, so that a family differs.
    flip = f"{{{{ 'translate({w:g} 0) scale(-1 1)' if (symbol ~ lettering)|length % 2 else 'scale(1 1)' }}}}"
    mirror = {"data_set_transform": flip} if h >= w else {}
    return kit.artboard(
        shape,
        [
            glow,
            *(kit.path(sheet.d(), id=f"sheet-{k}", fill_rule="evenodd") for k, sheet in enumerate(sheets)),
            treatments.title(title, size=200 * u),
            treatments.silhouette(picture, role="near", **standing),
            says_box,
            foot_defs,
        ],
        [
            el("rect", x=0, y=0, width=w, height=h, class_="fill-glow", data_cover="bleed", id="ground-sheet"),
            el("rect", x=0, y=0, width=w, height=h, fill="url(#light)", data_cover="bleed"),
            group(*(_paper(k, u) for k in range(SHEETS - 1, 2, -1)), **mirror),
            treatments.soft_shadow("title", reach=9 * u, drop=(0, 7 * u), steps=treatments.FAINT),
            treatments.painted("title", role="near"),
            treatments.soft_shadow("silhouette", reach=13 * u, drop=(0, 8 * u)),
            treatments.symbol(picture, tones="{{ tones }}", id="symbol", **standing),
            group(*(_paper(k, u) for k in range(2, -1, -1)), *_blossoms(shape, plan), **mirror),
            says,
            foot,
        ],
    )


LOW = {"hands-heart": (1.4, 1.0), "goldfish-bowl": (1.7, 0.7)}
"""Symbols that are broad and low: how much larger they are drawn where there is nothing beside them, and at most what
share of the breadth."""


def _larger(width: float, side: float) -> dict[str, float]:
    return {name: round(min(larger, share * width / side), 3) for name, (larger, share) in LOW.items()}


def _standing(cx: float, lip: float, side: float, larger: Mapping[str, float]) -> dict[str, str]:
    """The attributes that set a symbol of any height on the lip."""
    size = f"({side:.5g} * {dict(larger)}.get(symbol, 1))"
    return {
        "data_set_x": f"{{{{ {cx:.5g} - {size} / 2 }}}}",
        "data_set_y": f"{{{{ {lip:.5g} - {size} * {treatments.foot_of('symbol')} }}}}",
        "data_set_width": f"{{{{ {size} }}}}",
        "data_set_height": f"{{{{ {size} }}}}",
    }


def _lip(shape: Shape, plan: Plan, x: float) -> float:
    """The lower edge of the third sheet's opening there: what stands in the light stands behind it."""
    points = [p for line in _hole(shape, plan, 2).flat() for p in line]
    return max(y for px, y in points if abs(px - x) < 0.06 * shape.width)


def _box(shape: Shape, part: tuple[float, float, float, float]) -> Box:
    return Box(part[0] * shape.width, part[1] * shape.height, part[2] * shape.width, part[3] * shape.height)


# --- sheets


# What each sheet's paper is painted with, first to last: roles with their opacities over the shade.
PAPERS: Sequence[Sequence[tuple[str, float]]] = (
    (("near", 1),),
    (("near", 1), ("glow", 0.17)),
    (("near", 1), ("second", 0.86)),
    (("ground", 1), ("glow", 0.12)),
    (("ground", 1), ("glow", 0.45)),
    (("ground", 1), ("glow", 0.75)),
)


CAST = ((1.0, 0.08), (0.64, 0.1), (0.34, 0.13), (0.12, 0.15))
"""The shadow of a sheet: fewer contours than of a letter, for a sheet's edge is long."""


def _paper(k: int, u: float) -> str:
    """A sheet over its shadow: shade in front, light behind, with a bright cut edge."""
    id = f"sheet-{k}"
    return group(
        treatments.soft_shadow(id, reach=20 * u, drop=(0, 9 * u), role="near", steps=CAST),
        treatments.painted(id, role="glow", opacity=0.5, transform=f"translate(0 {-2.6 * u:.2f})"),
        *(treatments.painted(id, role=role, opacity=None if share == 1 else share) for role, share in PAPERS[k]),
    )


def _sheet(shape: Shape, plan: Plan, k: int) -> Path:
    """A sheet beyond the artboard on all sides, with its opening and the sprigs that reach into it."""
    w, h = shape.width, shape.height
    hole = _hole(shape, plan, k)
    sheet = rectangle(-0.4 * w, -0.4 * h, 1.8 * w, 1.8 * h) - hole
    if k == BEADED:
        sheet = sheet - _beads(hole, shape.u)
    return united([sheet, *_sprigs(hole, shape, plan, k)])


def _beads(hole: Path, u: float) -> Path:
    """A row of punched dots along an opening: the next sheet's colour shows through."""
    guide = hole.offset(15 * u, join="round")
    return merged(circle(place.point, 3.6 * u) for place in guide.every(27 * u))


def _hole(shape: Shape, plan: Plan, k: int) -> Path:
    w, h = shape.width, shape.height
    t = k / (SHEETS - 1)
    left, top, right, bottom = (
        (a + (b - a) * t) * side for a, b, side in zip(plan.outer, plan.inner, (w, h, w, h), strict=True)
    )
    return opening(left, top, right, bottom, seed=11, layer=k)


def opening(left: float, top: float, right: float, bottom: float, *, seed: int, layer: int) -> Path:
    """An irregular round opening in a box, like a river stone; neighbouring layers resemble one another."""
    rng = Random(seed)
    cx, cy, rx, ry = (left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2
    longer = max(rx, ry) / min(rx, ry)
    waves = [
        (round(n * longer**0.5), rng.uniform(0, 2 * pi), rng.uniform(0.25, 0.7) * rng.choice((-1, 1)))
        for n in (2, 3, 5)
    ]
    count = round(22 * longer**0.5)

    def point(turn: float) -> tuple[float, float]:
        swell = sum(sin(n * turn + phase + drift * layer) / n**0.6 for n, phase, drift in waves)
        r = 0.95 + 0.042 * swell
        c, s = cos(turn), sin(turn)
        return cx + rx * r * copysign(abs(c) ** 0.75, c), cy + ry * r * copysign(abs(s) ** 0.75, s)

    return spline([point(2 * pi * i / count) for i in range(count)], closed=True)


# --- leaves


def sprig(length: float, pairs: int, breadth: float, *, bend: float = 0.2) -> Path:
    """A twig from the origin to the right with pairs of leaves and one at its end, all one piece of paper."""
    spine = spline([(0, 0, 0.0), (0.55 * length, -0.3 * bend * length), (length, -bend * length)])
    whole = spine.length
    grown = [swelling_stroke(spine, [0.034 * length, 0.026 * length, 0.012 * length])]
    for i in range(pairs):
        share = 0.16 + 0.72 * i / max(1, pairs - 1)
        size = length * (0.35 - 0.16 * share)
        for way in (-1, 1):
            at = spine.stations([whole * (share + 0.035 * way)])[0]
            blade = _blade(size, size * breadth, 0.12 * way)
            grown.append(placed(blade, Station(at.point, at.angle + way * 46)))
    end = spine.stations([whole * 0.985])[0]
    grown.append(placed(leaf(0.25 * length, 0.25 * length * breadth, bend=0.05), end))
    return united(grown)


def _blade(length: float, breadth: float, bend: float) -> Path:
    """A leaf with a slit along its rib."""
    slit = [
        (0.24 * length, -0.75 * bend * length),
        (0.52 * length, -bend * length),
        (0.84 * length, -0.5 * bend * length),
    ]
    return leaf(length, breadth, bend=bend) - swelling_stroke(slit, [0, 0.035 * length, 0])


# Where twigs grow from a sheet's opening: turn about its middle, heading, length in units, pairs of leaves, breadth.
SPRIGS: Sequence[Sequence[tuple[float, float, float, int, float]]] = (
    ((150, -68, 350, 6, 0.36), (36, -108, 250, 5, 0.42), (318, 106, 230, 5, 0.36)),
    ((134, -58, 190, 5, 0.24), (20, -104, 290, 6, 0.26), (222, 82, 200, 5, 0.28)),
    ((168, -80, 220, 5, 0.44), (50, -98, 150, 4, 0.44), (304, 84, 120, 4, 0.3)),
    ((146, -72, 170, 5, 0.28), (30, -106, 150, 5, 0.28)),
    (),
    (),
)


def _sprigs(hole: Path, shape: Shape, plan: Plan, k: int) -> list[Path]:
    """The twigs of a sheet that leave words alone."""
    calm = [_box(shape, plan.title), _box(shape, plan.message)]
    twigs = (_twig(hole, shape, *one) for one in SPRIGS[k])
    return [twig for twig in twigs if not any(_touches(twig, box, 8 * shape.u) for box in calm)]


def _touches(twig: Path, box: Box, air: float) -> bool:
    return any(
        box.x - air < x < box.right + air and box.y - air < y < box.bottom + air
        for line in twig.flat(2)
        for x, y in line
    )


def _twig(hole: Path, shape: Shape, turn: float, angle: float, length: float, pairs: int, breadth: float) -> Path:
    bend = 0.2 if (cos(radians(turn)) < 0) == (sin(radians(turn)) > 0) else -0.2
    root = polar(_rim(hole, turn), -16 * shape.u, angle)
    return placed(sprig(length * shape.u, pairs, breadth, bend=bend), Station(root, angle))


def _rim(hole: Path, turn: float) -> tuple[float, float]:
    """The place on an opening's rim in a direction from its middle, as seen in a square."""
    box = hole.box
    c, s = cos(radians(turn)), sin(radians(turn))
    aim = copysign(abs(c) ** 0.75, c), copysign(abs(s) ** 0.75, s)
    points = [p for line in hole.flat() for p in line]
    (cx, cy), rx, ry = box.center, box.width / 2, box.height / 2
    return min(points, key=lambda p: ((p[0] - cx) / rx - aim[0]) ** 2 + ((p[1] - cy) / ry - aim[1]) ** 2)


# --- blossoms of their own paper where the first sheet's twigs begin: turn, then dx, dy, radius, turn, petals, heart

BLOSSOMS = (
    (150, 34, 18, 66, 8, "accent-light", "accent-deep"),
    (150, 118, 78, 40, 30, "second", "accent-light"),
    (150, 30, 122, 30, -12, "accent", "accent-light"),
    (318, 6, -8, 50, -14, "accent-light", "accent-deep"),
    (318, -74, -50, 32, 20, "accent", "accent-light"),
    (36, 14, 10, 36, 40, "accent", "accent-light"),
)


def _blossoms(shape: Shape, plan: Plan) -> list[str]:
    hole = _hole(shape, plan, 0)
    u = shape.u
    drawn = []
    for n, (direction, dx, dy, r, turn, petals, heart) in enumerate(BLOSSOMS):
        x, y = _rim(hole, direction)
        drawn.append(_blossom(n, (x + dx * u, y + dy * u), r * u, turn, petals, heart, u))
    return drawn


def _blossom(n: int, at: tuple[float, float], r: float, turn: float, petals: str, heart: str, u: float) -> str:
    half = spline([(0.16 * r, 0, -60.0), (0.68 * r, -0.44 * r, 0.0), (0.98 * r, -0.12 * r, 70.0), (0.9 * r, 0, 130.0)])
    flower = repeat_around(joined(half, half.mirror_y()), (0, 0), 5, start=turn).translate(*at)
    ray = swelling_stroke([(0.18 * r, 0), (0.5 * r, 0)], [0.05 * r, 0.02 * r]) + circle((0.54 * r, 0), 0.045 * r)
    middle = repeat_around(ray, (0, 0), 10, start=turn + 18) + circle((0, 0), 0.16 * r)
    id = f"blossom-{n}"
    return group(
        el("defs", kit.path(flower.d(), id=id)),
        treatments.soft_shadow(id, reach=9 * u, drop=(0, 7 * u), role="near"),
        treatments.painted(id, role=petals),
        kit.path(middle.translate(*at).d(), class_=f"fill-{heart}"),
    )
