"""Lattice: a dark hall at night; light falls through the girih of a high window onto the floor, where the symbol stands."""

from __future__ import annotations

from dataclasses import dataclass

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.arches import Arch, arch_in
from engine.ornament.growth import scattered
from engine.ornament.hankin import star_pattern
from engine.ornament.path import Path, merged
from engine.ornament.pen import circle, polygon

ABOUT = """title: مشبک
tones: [mourning, ramadan, celebration, literary]
"""
SAMPLE = Sample("imam-ali-martyrdom", "lantern", "mourning", "wine")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units: the window, how far its light reaches aside on the floor, the level of
    the floor, the symbol's middle, feet and side, and the words."""

    window: Box
    reach: float
    floor: float
    symbol: tuple[float, float, float]
    title: Box
    message: Box
    size: float


PLANS = {
    "square": Plan(Box(40, 70, 400, 560), 420, 800, (236, 958, 400), Box(506, 70, 512, 440), Box(500, 560, 516, 250), 40),
    "portrait": Plan(Box(60, 420, 440, 560), 420, 1060, (280, 1226, 440), Box(64, 70, 952, 340), Box(540, 560, 470, 330), 42),
    "story": Plan(Box(90, 740, 500, 700), 480, 1560, (340, 1770, 540), Box(70, 190, 940, 500), Box(620, 900, 400, 560), 46),
    "wide": Plan(Box(110, 96, 480, 580), 620, 830, (370, 950, 500), Box(760, 120, 1050, 450), Box(860, 620, 880, 190), 44),
    "banner": Plan(Box(80, 30, 380, 400), 480, 460, (270, 548, 330), Box(620, 50, 1220, 310), Box(700, 388, 1060, 130), 42),
    "pole": Plan(Box(70, 950, 480, 580), 300, 1580, (330, 1884, 520), Box(56, 120, 648, 480), Box(70, 620, 620, 270), 50),
}  # fmt: skip


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    window = plan.window
    opening = arch_in(window.x, window.y, window.width, window.height, rise=1.14)
    hero_box, hero = kit.gilded(plan.title, size=220 * u)
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.size, weight=500, role="ink", line_height=1.65,
        align="start" if shape.name in ("square", "portrait", "story") else "center", data_lines=7,
    )  # fmt: skip
    foot_defs, foot = kit.foot(shape)
    laid, carpet = carpet_of_light(plan, opening, u)
    cx, feet, side = plan.symbol
    shaft = polygon(
        [(window.x, window.y + 0.35 * window.height), (window.right, window.y + 0.1 * window.height),
         (window.right + plan.reach, plan.floor + 0.22 * (h - plan.floor)), (window.x + 0.62 * plan.reach, plan.floor + 0.8 * (h - plan.floor))]
    )  # fmt: skip
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "deep", 1), (0.55, "ground", 1), (1, "deep", 1)),
            kit.linear("pane", 0, window.y, 0, window.bottom, (0, "ink", 0.95), (0.35, "glow", 1), (1, "glow", 0.85)),
            kit.linear("shaft", window.cx, window.cy, window.right + 0.7 * plan.reach, plan.floor + 60 * u, (0, "glow", 0.34), (1, "glow", 0.03)),
            kit.linear("floor", 0, plan.floor, 0, h, (0, "far", 1), (1, "near", 1)),
            kit.radial("spill", window.cx, window.cy, 1.25 * window.height, (0, "glow", 0.75), (0.4, "glow", 0.32), (1, "glow", 0)),
            kit.metal("metal-frame", window),
            el("clipPath", path(opening.opening(window.bottom).d(1)), id="pane-shape"),
            laid, hero_box, says_box, foot_defs,
        ],
        [
            kit.ground(),
            wall(u),
            el("circle", cx=window.cx, cy=window.cy, r=1.25 * window.height, fill="url(#spill)"),
            el("rect", x=0, y=plan.floor, width=w, height=h, fill="url(#floor)", data_cover="x"),
            carpet,
            *lattice(window, opening, u),
            path(shaft.d(1), fill="url(#shaft)"),
            path(dust(plan, u).d(1), class_="fill-ink", opacity=0.35),
            el("ellipse", cx=cx + 0.04 * side, cy=feet - 0.02 * side, rx=0.5 * side, ry=0.05 * side, class_="fill-near", opacity=0.6),
            el(
                "image", x=cx - side / 2, y=feet - side, width=side, height=side, data_symbol="{{ symbol }}",
                data_set_y=f"{{{{ {feet:.5g} - {side:.5g} * {treatments.foot_of('symbol')} }}}}",
                data_tones="{{ tones }}", id="symbol",
            ),
            hero, says, foot,
        ],
    )  # fmt: skip


def lattice(window: Box, opening: Arch, u: float) -> list[str]:
    """The window: light, the bars of a star pattern before it, its deep reveal and its frame."""
    bars = star_pattern("6.6.6", 60.0).lines(window.width, window.height, window.width / 2.6)
    hole = opening.opening(window.bottom)
    return [
        kit.shadow(opening.opening(window.bottom, 26 * u).d(1), ((40 * u, 0.12), (20 * u, 0.2))),
        path(opening.opening(window.bottom + 26 * u, 26 * u).d(1), class_="fill-near"),
        path(hole.d(1), fill="url(#pane)"),
        group(
            path(bars.translate(window.x + 5 * u, window.y + 6 * u).d(1), fill="none", class_="stroke-near", stroke_width=15 * u, opacity=0.45),
            path(bars.translate(window.x, window.y).d(1), fill="none", class_="stroke-near", stroke_width=13 * u),
            path(bars.translate(window.x, window.y).d(1), fill="none", class_="stroke-far", stroke_width=5 * u),
            clip_path="url(#pane-shape)",
        ),
        path(hole.d(1), fill="none", class_="stroke-near", stroke_width=12 * u),
        path(opening.opening(window.bottom + 26 * u, 26 * u).d(1), fill="none", stroke="url(#metal-frame)", stroke_width=4 * u),
        path(opening.opening(window.bottom + 12 * u, 12 * u).d(1), fill="none", stroke="url(#metal-frame)", stroke_width=1.6 * u),
    ]  # fmt: skip


def carpet_of_light(plan: Plan, opening: Arch, u: float) -> tuple[str, str]:
    """The window's light on the floor, its shape laid down and drawn out, with the shadow of the bars: the shape for
    <defs>, and the drawing."""
    window = plan.window
    lay = (1.0, 0.0, -1.15 * plan.reach / window.height, -0.34, 0.0, 0.0)

    def laid(shape: Path) -> str:
        flat = shape.translate(-window.x, -window.bottom).transform(lay)
        return flat.translate(window.x + 0.42 * plan.reach, plan.floor + 26 * u).d(1)

    bars = star_pattern("6.6.6", 60.0).lines(window.width, window.height, window.width / 2.6)
    return el("clipPath", path(laid(opening.opening(window.bottom))), id="laid"), group(
        path(laid(opening.opening(window.bottom)), class_="fill-glow", opacity=0.5),
        path(laid(bars.translate(window.x, window.y)), fill="none", class_="stroke-near", stroke_width=7 * u, opacity=0.5),
        clip_path="url(#laid)",
    )  # fmt: skip


def wall(u: float) -> str:
    """The quiet pattern of the wall."""
    return kit.computed(
        "girih(canvas.bleed.x, canvas.bleed.y, canvas.bleed.width, canvas.bleed.height, tiling='4.8.8', "
        f"cell={150 * u:.4g}, angle=67.5)",
        fill="none", class_="stroke-pattern", stroke_width=1.4 * u, opacity=0.07,
    )  # fmt: skip


def dust(plan: Plan, u: float) -> Path:
    """Motes that float in the shaft of light."""
    window = plan.window
    deep = plan.floor - window.y
    found = []
    for n, (x, y) in enumerate(scattered(3, plan.reach + window.width, deep, 60 * u)):
        along = y / deep
        if window.width * 0.3 + 0.5 * plan.reach * along < x < window.width + plan.reach * along:
            found.append(circle((window.x + x, window.y + y), (1.2 + n % 3) * u))
    return merged(found)
