"""Burst: a cut star breaks out of the symbol and throws its rays over the whole sheet; the lettering stands where they
fade.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from random import Random

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.geometry import ORIGIN, polar
from engine.ornament.path import Path, merged
from engine.ornament.pen import annulus, circle, polygon, repeat_around, sector

ABOUT = """title: پرتو
tones: [celebration, national, defence, festive, civic, spring]
"""
SAMPLE = Sample("prophet-birth", "green-dome", "celebration", "turquoise")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units: the star's middle and reach, where its rays begin and end to fade (from
    x1, y1 to x2, y2), and the words."""

    star: tuple[float, float, float]
    fade: tuple[float, float, float, float]
    title: Box
    message: Box
    message_size: float
    align: str = "center"


PLANS = {
    "square": Plan((540, 236, 304), (0, 452, 0, 600), Box(70, 536, 940, 316), Box(70, 854, 940, 118), 36),
    "portrait": Plan((540, 408, 400), (0, 620, 0, 900), Box(76, 748, 928, 346), Box(80, 1104, 920, 128), 39),
    "story": Plan((540, 600, 500), (0, 880, 0, 1220), Box(70, 1040, 940, 460), Box(90, 1540, 900, 210), 44),
    "wide": Plan((490, 484, 452), (700, 0, 1180, 0), Box(980, 120, 836, 490), Box(1080, 660, 740, 170), 36),
    "banner": Plan((320, 279, 300), (500, 0, 900, 0), Box(690, 48, 1150, 350), Box(720, 420, 1090, 112), 31),
    "pole": Plan((380, 560, 372), (0, 780, 0, 1080), Box(60, 940, 640, 600), Box(80, 1580, 600, 270), 37),
}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    cx, cy, r = plan.star
    far = 1.25 * hypot(w, h)
    hero_box, hero = kit.by_voice(plan.title, size=200 * u)
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.message_size, weight=500, line_height=1.65, data_lines=3
    )
    foot_defs, foot = kit.foot(shape, ink="quiet", band="deep")
    star = Star(r)
    return kit.artboard(
        shape,
        [
            kit.radial("ground", cx, cy, 0.62 * far, (0, "ground", 1), (0.5, "ground", 1), (1, "deep", 1)),
            kit.radial("halo", cx, cy, 2.2 * r, (0, "glow", 0.9), (0.3, "glow", 0.55), (0.6, "glow", 0.16), (1, "glow", 0)),
            kit.radial("beam", cx, cy, 0.6 * far, (0, "glow", 0.75), (0.4, "glow", 0.3), (1, "glow", 0.1)),
            kit.linear("fade", *plan.fade, (0, "deep", 0), (0.5, "deep", 0.7), (1, "deep", 0.94)),
            kit.metal("metal-ring", Box(-r, -r, 2 * r, 2 * r)),
            kit.radial("spotlight", 0, 0, 0.4 * r, (0, "glow", 0.95), (0.6, "glow", 0.5), (1, "glow", 0.1)),
            *facet_gradients(r),
            hero_box,
            says_box,
            foot_defs,
        ],
        [
            kit.ground(),
            path(beams((cx, cy), 0.2 * r, far).d(0), fill="url(#beam)"),
            el("circle", cx=cx, cy=cy, r=2.2 * r, fill="url(#halo)"),
            rings(plan, u),
            el("rect", x=0, y=0, width=w, height=h, fill="url(#fade)", data_cover="bleed"),
            sparks(plan, shape),
            group(
                *star.drawn(),
                *stage(0.52 * r),
                transform=f"translate({cx:g} {cy:g})",
            ),
            el(
                "image", x=cx - 0.46 * r, y=cy - 0.465 * r, width=0.92 * r, height=0.92 * r,
                data_symbol="{{ symbol }}", data_tones="{{ tones }}", id="symbol",
            ),
            hero,
            says,
            foot,
        ],
    )  # fmt: skip


def beams(center: tuple[float, float], inner: float, outer: float) -> Path:
    """Broad rays and, in the gaps between them, narrow ones."""
    broad = merged(sector(center, outer, inner, 15 * k - 3.2, 15 * k + 3.2) for k in range(24))
    narrow = merged(sector(center, outer, inner, 15 * k + 7.0, 15 * k + 8.0) for k in range(24))
    return broad + narrow


def rings(plan: Plan, u: float) -> str:
    """The bands of the palette's colours that the burst drives outward, and hairlines beyond."""
    cx, cy, r = plan.star
    return group(
        *(
            path(
                annulus((cx, cy), at * r, (at - 0.022) * r).d(1),
                class_=f"fill-{role}",
                fill_rule="evenodd",
                opacity=0.9,
            )
            for at, role in ((1.262, "second"), (1.234, "ink"), (1.206, "accent"))
        ),
        *(
            el(
                "circle",
                cx=cx,
                cy=cy,
                r=at * r,
                fill="none",
                class_="stroke-glow",
                stroke_width=1.3 * u,
                opacity=opacity,
            )
            for at, opacity in ((1.36, 0.5), (1.52, 0.38), (1.76, 0.28), (2.1, 0.2))
        ),
    )


@dataclass(frozen=True, slots=True)
class Star:
    """A many-pointed star of facets about the origin, in three tiers."""

    reach: float

    def drawn(self) -> Iterator[str]:
        yield group(*self.tier(32, 1.0, 0.5, 5.625, "faint"), opacity=0.5)
        yield from self.tier(16, 0.9, 0.62, 0.0, "main")
        yield from self.tier(16, 0.755, 0.585, 11.25, "front")
        yield from self.tier(32, 0.635, 0.53, 0.0, "main")

    def tier(self, n: int, outer: float, inner: float, turn: float, colours: str) -> Iterator[str]:
        """`n` points between two radii, each of a facet in the light and one in the shade."""
        r, step = self.reach, 180 / n
        facets: list[list[Path]] = []
        for side in (-1, 1):
            ways = [(-90 + turn + 360 * k / n, side) for k in range(n)]
            facets.append(
                [
                    polygon([ORIGIN, polar(ORIGIN, r * inner, angle + side * step), polar(ORIGIN, r * outer, angle)])
                    for angle, side in ways
                ]
            )
        every = merged(facet for facing_alike in facets for facet in facing_alike)
        for offset, opacity in ((0.035, 0.16), (0.018, 0.2)):
            yield path(every.translate(0, offset * r).d(1), class_="fill-near", opacity=opacity)
        for name, facing_alike in zip(("light", "shade"), facets, strict=True):
            yield path(merged(facing_alike).d(1), fill=f"url(#{colours}-{name})")


FACETS = {
    "faint": ((("glow", "glow"), ("glow", "glow")), (("glow", "accent-light"), ("glow", "accent-light"))),
    "main": ((("metal-3", "accent-light"), ("metal-2", "accent")), (("metal-2", "accent"), ("metal-5", "accent-deep"))),
    "front": ((("accent-light", "glow"), ("accent", "glow")), (("accent", "ground"), ("accent-deep", "deep"))),
}
"""For each kind of facet, in the light and in the shade: its two ends across the star, on a dark ground and a light one."""


def facet_gradients(r: float) -> Iterator[str]:
    for kind, (light, shade) in FACETS.items():
        for name, ends in (("light", light), ("shade", shade)):
            yield el(
                "linearGradient",
                *(
                    el("stop", offset=at, data_set_class=kit.by_ground(f"stop-{dark}", f"stop-{pale}"))
                    for at, (dark, pale) in enumerate(ends)
                ),
                id=f"{kind}-{name}", gradientUnits="userSpaceOnUse", x1=-0.5 * r, y1=-0.8 * r, x2=0.5 * r, y2=0.8 * r,
            )  # fmt: skip


def stage(radius: float) -> Iterator[str]:
    """The disc for the symbol, about the origin."""
    r = radius
    yield path(circle(ORIGIN, r).d(1), fill="url(#metal-ring)")
    yield path(circle(ORIGIN, 0.955 * r).d(1), class_="fill-near")
    pearls = repeat_around(circle((0.0, -0.915 * r), 0.016 * r), ORIGIN, 72)
    yield path(pearls.d(1), fill="url(#metal-ring)")
    yield path(circle(ORIGIN, 0.88 * r).d(1), fill="url(#metal-ring)")
    yield path(circle(ORIGIN, 0.865 * r).d(1), class_="fill-ground")
    yield path(circle(ORIGIN, 0.865 * r).d(1), fill="url(#spotlight)")


def sparks(plan: Plan, shape: Shape) -> str:
    """Splinters that fly outward, the farther the larger."""
    cx, cy, r = plan.star
    rng = Random(7)
    light: list[Path] = []
    shade: list[Path] = []
    for k in range(72):
        angle = 5 * k + rng.uniform(-2, 2)
        away = r * (1.12 + 0.95 * rng.random() ** 1.5)
        size = r * (0.016 + 0.022 * rng.random()) * away / r
        top, bottom = (0.0, -size), (0.0, 1.5 * size)
        left, right = (-0.42 * size, 0.1 * size), (0.42 * size, 0.1 * size)
        x, y = polar((cx, cy), away, angle)
        if any(
            box.x - size < x < box.right + size and box.y - size < y < shape.height
            for box in (plan.title, plan.message)
        ):
            continue
        light.append(polygon([top, left, bottom]).rotate(angle + 90).translate(x, y))
        shade.append(polygon([top, right, bottom]).rotate(angle + 90).translate(x, y))
    return group(
        path(merged(light).d(1), class_="fill-accent-light"),
        path(merged(shade).d(1), class_="fill-accent"),
        opacity=0.85,
    )
