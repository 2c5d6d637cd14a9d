"""Mural: broad rays over the whole sheet, a great sun, the town before its mountains, and the symbol in front, large as
on a painted wall, its shadow falling towards us; letters with depth above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.landscape import mountains, skyline
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import annulus, polyline, sector, spline

ABOUT = """title: دیوارنگاره
tones: [civic, national, defence, nature, spring, festive]
"""
SAMPLE = Sample("labour-day", "bricklayer", "civic", "vermilion")

NATIONAL = "colour.second > '#e'"
"""Palettes with a white companion: the land is a sweep of bands in the palette's three colours."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units: the level of the land, the symbol's middle, feet and side, and the words."""

    land: float
    symbol: tuple[float, float, float]
    title: Box
    message: Box
    size: float


PLANS = {
    "square": Plan(752, (540, 862, 578), Box(60, 42, 960, 268), Box(70, 874, 940, 100), 35),
    "portrait": Plan(940, (540, 1088, 730), Box(60, 60, 960, 310), Box(80, 1106, 920, 128), 39),
    "story": Plan(1320, (540, 1506, 900), Box(70, 200, 940, 400), Box(90, 1550, 900, 220), 44),
    "wide": Plan(740, (500, 936, 800), Box(926, 100, 890, 520), Box(960, 790, 850, 160), 42),
    "banner": Plan(410, (330, 540, 490), Box(660, 44, 1190, 320), Box(690, 428, 1130, 116), 40),
    "pole": Plan(1400, (380, 1580, 780), Box(56, 140, 648, 580), Box(70, 1622, 620, 250), 46),
}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    cx, feet, side = plan.symbol
    picture = Box(cx - side / 2, feet - 0.96 * side, side, side)
    standing = {"data_set_y": f"{{{{ {feet:.5g} - {side:.5g} * {treatments.foot_of('symbol')} }}}}"}
    sun = (cx, feet - 0.56 * side)
    r = 0.5 * side
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.size, weight=500, role="on-near", line_height=1.6, data_lines=4
    )
    foot_defs, foot = kit.foot(shape, line=None)
    scene = Scene(shape, plan)
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, plan.land, (0, "deep", 1), (0.5, "ground", 1), (1, "ground", 1)),
            kit.radial("ray", *sun, 1.5 * max(w, h), (0, "glow", 0.75), (0.25, "glow", 0.34), (0.7, "glow", 0.07), (1, "glow", 0)),
            kit.radial("halo", *sun, 2.1 * r, (0, "glow", 0.9), (0.5, "glow", 0.5), (1, "glow", 0)),
            sunlight(sun[1] - r, sun[1] + r),
            treatments.title(plan.title, size=210 * u),
            treatments.silhouette(picture, role="deep", **standing),
            says_box, foot_defs,
        ],
        [
            kit.ground(),
            path(rays(sun, 0.3 * r, 1.3 * hypot(w, h)).d(0), fill="url(#ray)"),
            el("circle", cx=sun[0], cy=sun[1], r=2.1 * r, fill="url(#halo)"),
            path(merged(annulus(sun, part * r, (part - thick) * r) for part, thick in ((1.2, 0.05), (1.36, 0.026), (1.54, 0.014))).d(1),
                class_="fill-glow", fill_rule="evenodd", opacity=0.5),
            el("circle", cx=sun[0], cy=sun[1], r=r, fill="url(#sun)"),
            *scene.backdrop(),
            *scene.land(),
            el("ellipse", cx=cx, cy=feet - 0.012 * side, rx=0.46 * side, ry=0.035 * side, class_="fill-near", opacity=0.45),
            group(
                treatments.soft_shadow("silhouette", reach=12 * u, drop=(0, 8 * u), role="near", steps=treatments.FAINT),
                treatments.symbol(picture, tones="{{ tones }}", id="symbol", **standing),
            ),
            *deep_letters(u),
            says, foot,
        ],
    )  # fmt: skip


def sunlight(top: float, bottom: float) -> str:
    """The sun's gradient: of the accent's colour, of the light's where the ground is light, or of gold over national bands:
    a red disc on green would be another country's flag."""
    stops = (
        el(
            "stop",
            offset=at,
            data_set_class=f"{{{{ 'stop-{gold}' if {NATIONAL} else 'stop-{dark}' if colour.ink > '#8' else 'stop-{light}' }}}}",
        )
        for at, (dark, light, gold) in enumerate((("accent-light", "glow", "metal-3"), ("accent", "glow", "metal-2")))
    )
    return el("linearGradient", *stops, id="sun", gradientUnits="userSpaceOnUse", x1=0, y1=top, x2=0, y2=bottom)


def rays(center: tuple[float, float], inner: float, outer: float) -> Path:
    """Twenty broad rays."""
    return merged(sector(center, outer, inner, 18 * k - 4.5, 18 * k + 4.5) for k in range(20))


def deep_letters(u: float) -> Iterator[str]:
    """The title as if cut from a board: its flank falls away to the lower left, under a soft shadow."""
    yield treatments.soft_shadow("title", reach=44 * u, drop=(-6 * u, 10 * u), role="deep")
    flank = kit.by_ground("fill-deep stroke-deep", "fill-second stroke-second")
    for step in range(24, 0, -1):
        yield el(
            "use", href="#title", data_set_class=flank, stroke_width=3 * u, stroke_linejoin="round",
            transform=f"translate({-0.65 * step * u:.2f} {0.75 * step * u:.2f})",
        )  # fmt: skip
    yield treatments.painted("title", role="ink")


@dataclass(frozen=True, slots=True)
class Scene:
    """What lies behind and under the symbol."""

    shape: Shape
    plan: Plan

    def backdrop(self) -> Iterator[str]:
        """Mountains, and the town in front of them."""
        w, land = self.shape.width, self.plan.land
        side = self.plan.symbol[2]
        left, span = -0.12 * w, 1.24 * w
        high = 0.42 * side
        for n, (each, opacity) in enumerate(
            zip(
                mountains(span, high, layers=2, seed=6, peaks=max(4, round(span / (0.5 * side)))),
                (0.45, 0.8),
                strict=True,
            )
        ):
            yield path(each.translate(left, land - (0.8 - 0.1 * n) * high).d(0), class_="fill-far", opacity=opacity)
        low = 0.3 * side
        town = skyline(span, low, seed=8).translate(left, land - 0.86 * low)
        yield path(town.d(0), class_="fill-far")
        yield path(town.translate(0.02 * side, 0.05 * side).d(0), class_="fill-near", opacity=0.28)

    def land(self) -> Iterator[str]:
        """Sweeps of land, each nearer and darker, with light along their edges; or bands of three colours."""
        levels = (
            (0.0, 0.55, "far", "accent-deep"),
            (0.36, 0.3, "second", "far"),
            (0.6, 0.2, "accent", "near"),
            (0.84, 0.1, "near", "near"),
        )
        w, h, land = self.shape.width, self.shape.height, self.plan.land
        deep = self.plan.message.y - 6 * self.shape.u - land
        rise = 0.1 * self.plan.symbol[2]
        for n, (share, bend, band, role) in enumerate(levels):
            y = land + share * deep
            way = -1 if n % 2 else 1
            crest = spline(
                [
                    (-0.15 * w, y + way * bend * rise),
                    (0.25 * w, y - way * bend * rise),
                    (0.7 * w, y + 0.6 * way * bend * rise),
                    (1.15 * w, y - way * bend * rise),
                ]
            )
            body = joined(crest, polyline([(1.15 * w, 1.4 * h), (-0.15 * w, 1.4 * h)]))
            yield path(body.d(0), data_set_class=f"{{{{ 'fill-{band}' if {NATIONAL} else 'fill-{role}' }}}}")
            yield path(crest.d(0), fill="none", class_="stroke-glow", stroke_width=2.4 * self.shape.u, opacity=0.5)
