"""Window: an orosi, the sash window of Persian houses, whose panes of coloured glass let the light fall in; the symbol
stands in the light, the lettering on a calm panel in front.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, degrees, floor

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from art.parts.glass import Polygon, panes
from engine.ornament.arches import arch
from engine.ornament.geometry import ORIGIN, Point, centroid, distance, mix
from engine.ornament.hankin import star_pattern
from engine.ornament.path import Path, merged
from engine.ornament.pen import circle, polygon, rectangle
from engine.ornament.shamseh import lobes, rosette

ABOUT = """title: ارسی
tones: [celebration, ramadan, literary, festive, spring]
"""
SAMPLE = Sample("fitr", "crescent", "celebration", "violet")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units: the window's opening, the round pane of the symbol (middle and radius),
    the panel, the words on it, and the period of the lattice."""

    window: Box
    rose: tuple[float, float, float]
    panel: Box
    title: Box
    message: Box
    message_size: float
    cell: float


PLANS = {
    "square": Plan(
        Box(96, 56, 888, 1000), (540, 270, 164), Box(44, 462, 992, 486),
        Box(100, 492, 880, 306), Box(96, 804, 888, 120), 37, 300,
    ),
    "portrait": Plan(
        Box(92, 60, 896, 1300), (540, 372, 196), Box(40, 660, 1000, 520),
        Box(110, 700, 860, 310), Box(100, 1024, 880, 136), 40, 320,
    ),
    "story": Plan(
        Box(84, 120, 912, 1800), (540, 500, 226), Box(36, 880, 1008, 740),
        Box(100, 940, 880, 430), Box(100, 1400, 880, 180), 44, 350,
    ),
    "wide": Plan(
        Box(100, 56, 820, 1040), (510, 430, 190), Box(760, 150, 1064, 690),
        Box(850, 200, 884, 390), Box(880, 620, 824, 170), 36, 300,
    ),
    "banner": Plan(
        Box(90, 36, 620, 640), (400, 270, 142), Box(600, 52, 1246, 452),
        Box(690, 82, 1066, 270), Box(720, 372, 1006, 100), 30, 220,
    ),
    "pole": Plan(
        Box(62, 110, 636, 1950), (380, 400, 168), Box(30, 760, 700, 860),
        Box(80, 830, 600, 500), Box(100, 1370, 560, 200), 36, 270,
    ),
}  # fmt: skip


def draw(shape: Shape) -> str:
    h, u = shape.height, shape.u
    plan = PLANS[shape.name]
    x, y, r = plan.rose
    win, panel = plan.window, plan.panel
    hero_box, hero = kit.gilded(plan.title, size=190 * u, lines=kit.title_lines(plan.title, 6.4))
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.message_size, weight=500, line_height=1.65, data_lines=3
    )
    foot_defs, foot = kit.foot(shape)
    glow, halo = kit.light(x, y, 1.25 * win.width, 0.5, id="spill")
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "ground", 1), (1, "deep", 1)),
            kit.linear("panel", 0, panel.y, 0, panel.bottom, (0, "ground", 1), (1, "deep", 1)),
            kit.metal("metal-frame", win),
            kit.metal("metal-panel", panel),
            kit.metal("metal-rose", Box(x - r, y - r, 2 * r, 2 * r)),
            backlight(x, y, 1.15 * win.width),
            kit.spotlight("rose-light", x, y, 1.05 * r),
            kit.linear("beam", x, y, x - 0.8 * win.width, h, (0, "glow", 0), (0.22, "glow", 0.5), (1, "glow", 0)),
            glow,
            hero_box,
            says_box,
            foot_defs,
            el("clipPath", path(opening(win).d(1)), id="opening"),
        ],
        [
            kit.ground(),
            halo,
            frame(win, u),
            group(*glass(plan, u), beams(plan, shape), clip_path="url(#opening)"),
            rose(plan),
            el(
                "image", x=x - 0.78 * r, y=y - 0.78 * r, width=1.56 * r, height=1.56 * r,
                data_symbol="{{ symbol }}", data_tones="{{ tones }}", id="symbol",
            ),
            board(panel, u),
            hero,
            says,
            foot,
        ],
    )  # fmt: skip


def backlight(x: float, y: float, r: float) -> str:
    """Daylight behind the glass: strong in the middle, faint at the sides."""
    role = kit.by_ground("stop-ink", "stop-glow")
    stops = (
        el("stop", offset=at, stop_opacity=part, data_set_class=role) for at, part in ((0, 0.45), (0.3, 0.18), (0.6, 0))
    )
    return el("radialGradient", *stops, id="backlight", gradientUnits="userSpaceOnUse", cx=x, cy=y, r=r)


def opening(box: Box, offset: float = 0.0) -> Path:
    return arch(box.x, box.y, box.width, box.height, rise=0.82, offset=offset)


def frame(box: Box, u: float) -> str:
    """The wooden frame around the glass, with gilded edges."""
    return group(
        *(
            path(opening(box, out * u).d(1), class_="fill-near", opacity=opacity, transform=f"translate(0 {8 * u:.3g})")
            for out, opacity in ((58, 0.10), (50, 0.14), (44, 0.2))
        ),
        path(opening(box, 38 * u).d(1), class_="fill-near"),
        path(opening(box, 38 * u).d(1), fill="none", stroke="url(#metal-frame)", stroke_width=3.4 * u),
        path(opening(box, 27 * u).d(1), fill="none", stroke="url(#metal-frame)", stroke_width=1.3 * u),
        path(pearls(opening(box, 16 * u), 3.1 * u, 20 * u).d(1), fill="url(#metal-frame)"),
        path(opening(box, 4 * u).d(1), fill="url(#metal-frame)"),
        path(opening(box).d(1), data_set_class=kit.by_ground("fill-ink", "fill-glow")),
    )


def pearls(guide: Path, radius: float, spacing: float) -> Path:
    return merged(circle(s.point, radius) for s in guide.every(spacing))


# --- the glass


def glass(plan: Plan, u: float) -> Iterator[str]:
    """The panes by colour, the light behind them, the lead between them, a gleam on them."""
    box, (x, y, r) = plan.window, plan.rose
    span = 2.2 * max(box.width, y - box.y, box.bottom - y)
    found = [tuple((px + x - span / 2, py + y - span / 2) for px, py in face) for face in cut(span, plan.cell)]
    found = [face for face in found if _touches(face, box) and distance(centroid(face), (x, y)) > 0.8 * r]
    stars = [centroid(face) for face in cut_stars(span, plan.cell)]
    stars = [(px + x - span / 2, py + y - span / 2) for px, py in stars]
    by_colour: dict[tuple[str, float], list[Path]] = defaultdict(list)
    for face in found:
        by_colour[colour(face, stars, plan.cell)].append(polygon(face))
    for (role, opacity), pieces in by_colour.items():
        yield path(merged(pieces).d(1), class_=f"fill-{role}", opacity=opacity)
    whole = rectangle(box.x, box.y, box.width, box.height).d(0)
    yield path(whole, fill="url(#backlight)")
    lead = merged(polygon(face) for face in found).d(1)
    yield path(lead, fill="none", class_="stroke-near", stroke_width=5.4 * u, stroke_linejoin="round")
    yield path(lead, fill="none", class_="stroke-metal-2", stroke_width=1.2 * u, stroke_linejoin="round", opacity=0.8)


def cut(span: float, cell: float) -> list[Polygon]:
    """The panes, the large stars cut once more into a heart and arms."""
    faces = panes(star_pattern("4.6.12"), span, span, cell)
    return [piece for face in faces for piece in (_star_pieces(face) if len(face) == 24 else [face])]


def cut_stars(span: float, cell: float) -> list[Polygon]:
    return [face for face in panes(star_pattern("4.6.12"), span, span, cell) if len(face) == 24]


def _star_pieces(star: Polygon) -> list[Polygon]:
    middle = centroid(star)
    tips = star if distance(star[0], middle) > distance(star[1], middle) else (*star[1:], star[0])
    dips = [tips[k] for k in range(1, 24, 2)]
    arms = []
    heart: list[Point] = []
    for k in range(12):
        inner = mix(middle, tips[2 * k], 0.36)
        arms.append((dips[k - 1], tips[2 * k], dips[k], inner))
        heart += [inner, dips[k]]
    return [*arms, tuple(heart)]


def colour(face: Polygon, stars: list[Point], cell: float) -> tuple[str, float]:
    """The role and opacity of a pane: by its kind and by its place around the star that it stands at."""
    at = centroid(face)
    star = min(stars, key=lambda s: distance(s, at))
    turn = floor(degrees(atan2(at[1] - star[1], at[0] - star[0])) / 30 + 0.25)
    match len(face):
        case 24:
            return "glow", 0.75
        case 4:
            return ("accent", 1.0) if turn % 2 else ("accent-light", 0.9)
        case 12:
            return "accent-deep", 0.92
        case 8:
            return "glow", 0.6
        case _:
            return ("second", 0.9) if turn % 2 else ("far", 1.0)


def _touches(face: Polygon, box: Box) -> bool:
    xs, ys = [x for x, _ in face], [y for _, y in face]
    return min(xs) < box.right and max(xs) > box.x and min(ys) < box.bottom and max(ys) > box.y


def rose(plan: Plan) -> str:
    """The round pane that the symbol stands in, in a wreath of petals."""
    x, y, r = plan.rose
    rim = lobes(circle(ORIGIN, 1.16 * r).rotate(-90 - 180 / 24), 24, 0.07 * r)
    return group(
        kit.shadow(rim.d(1), ((0.2 * r, 0.14), (0.1 * r, 0.2))),
        path(rim.d(1), fill="url(#metal-rose)"),
        path(rim.offset(-0.02 * r, join="round").d(1), class_="fill-near"),
        path(rosette(ORIGIN, 1.16 * r, 0.98 * r, 24, point=0.55).d(1), class_="fill-accent"),
        path(circle(ORIGIN, 1.02 * r).d(1), fill="url(#metal-rose)"),
        path(circle(ORIGIN, 0.99 * r).d(1), data_set_class=kit.by_ground("fill-ground", "fill-near")),
        transform=f"translate({x:g} {y:g})",
    ) + path(circle((x, y), 0.99 * r).d(1), fill="url(#rose-light)")


def beams(plan: Plan, shape: Shape) -> str:
    """Shafts of daylight across the glass."""
    box, h = plan.window, shape.height
    shafts = []
    for at, width in ((0.12, 0.10), (0.3, 0.16), (0.55, 0.12), (0.76, 0.17)):
        left, right = box.x + at * box.width, box.x + (at + width) * box.width
        top, slant, spread = box.y, 0.62 * h, 0.12 * box.width
        shafts.append(polygon([(left, top), (right, top), (right - slant + spread, h), (left - slant - spread, h)]))
    return path(merged(shafts).d(0), fill="url(#beam)", opacity=0.35)


def board(box: Box, u: float) -> str:
    """The panel in front: a cartouche with stepped ends, gilded."""
    outline = cartouche(box, 46 * u)
    d = outline.d(1)
    return group(
        kit.shadow(d, ((46 * u, 0.08), (30 * u, 0.1), (16 * u, 0.14), (6 * u, 0.18)), 10 * u),
        path(d, fill="url(#metal-panel)"),
        path(outline.offset(-4 * u, join="round").d(1), class_="fill-near"),
        path(outline.offset(-11 * u, join="round").d(1), fill="url(#metal-panel)"),
        path(outline.offset(-12.6 * u, join="round").d(1), fill="url(#panel)"),
        path(
            outline.offset(-22 * u, join="round").d(1), fill="none", stroke="url(#metal-panel)", stroke_width=1.2 * u,
            opacity=0.7,
        ),
    )  # fmt: skip


def cartouche(box: Box, notch: float) -> Path:
    """A panel whose corners are cut by hollow quarter circles."""
    corner = merged(
        circle(p, notch) for p in ((box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom))
    )
    return rectangle(box.x, box.y, box.width, box.height) - corner
