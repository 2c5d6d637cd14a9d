"""Dome: one great dome, cropped by the sheet and seen from below, before the light of the sky; the lettering stands in
the sky, the message in the dome's shadow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from art.parts.building import flag, minaret, profile
from engine.ornament.landscape import glory, night
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import Knot, circle, crescent, mirrored, polygon, spline

ABOUT = """title: گنبد
tones: [mourning, celebration, ramadan]
"""
SAMPLE = Sample("imam-reza-martyrdom", "golden-dome", "mourning", "umber")

RIBBED = "symbol == 'green-dome'"
WITH_MINARETS = "symbol == 'twin-minarets'"

POINTED: tuple[Knot, ...] = ((0, -1, 50), (0.34, -0.855), (0.8, -0.575), (1, -0.2, 90), (0.97, 0, 96))
ROUND: tuple[Knot, ...] = ((0, -1, 16), (0.5, -0.875), (0.9, -0.49), (1, -0.1, 90), (1, 0, 90))


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units: the dome's point and radius, the words, and from where to where the
    dome's shadow deepens."""

    dome: tuple[float, float, float]
    title: Box
    message: Box
    size: float
    shade: tuple[float, float]


PLANS = {
    "square": Plan((540, 512, 500), Box(64, 40, 952, 372), Box(110, 800, 860, 166), 40, (660, 850)),
    "portrait": Plan((540, 640, 540), Box(64, 70, 952, 430), Box(110, 1000, 860, 210), 42, (720, 1030)),
    "story": Plan((540, 950, 590), Box(70, 210, 940, 520), Box(120, 1430, 840, 250), 46, (1100, 1480)),
    "wide": Plan((450, 306, 470), Box(966, 130, 850, 440), Box(980, 640, 770, 220), 44, (560, 1100)),
    "banner": Plan((350, 176, 330), Box(760, 56, 1080, 300), Box(820, 384, 960, 140), 42, (360, 680)),
    "pole": Plan((380, 960, 520), Box(56, 170, 648, 600), Box(80, 1470, 600, 320), 48, (1120, 1520)),
}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    cx, top, r = plan.dome
    hero_box, hero = kit.gilded(plan.title, size=210 * u)
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.size, weight=500, role="ink", line_height=1.6, data_lines=4
    )
    foot_defs, foot = kit.foot(shape)
    smooth, ribbed, small = Shell(cx, top, r, POINTED), Shell(cx, top, r, ROUND), Shell(cx, top, 0.7 * r, POINTED)
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "deep", 1), (0.5, "ground", 1), (1, "deep", 1)),
            kit.radial("halo", cx, top + 0.28 * r, 1.55 * r, (0, "glow", 1), (0.35, "glow", 0.72), (0.62, "glow", 0.26), (1, "glow", 0)),
            kit.linear("body", cx - r, 0, cx + r, 0, (0, "accent-deep", 1), (0.16, "accent", 1), (0.34, "accent-light", 1),
                (0.47, "accent", 1), (0.72, "accent-deep", 1), (1, "near", 1)),
            kit.linear("shade", 0, plan.shade[0], 0, plan.shade[1], (0, "near", 0), (0.55, "near", 0.6), (1, "near", 0.93)),
            kit.metal("metal-finial", Box(cx - 0.1 * r, top - 0.22 * r, 0.2 * r, 0.26 * r)),
            *(el("clipPath", path(each.outline.d(1)), id=id) for id, each in (("smooth", smooth), ("ribbed", ribbed), ("small", small))),
            hero_box, says_box, foot_defs,
        ],
        [
            kit.ground(),
            path(night(w, 0.9 * h, size=2.4 * u, n=70, seed=4).d(1), class_="fill-quiet", opacity=0.4, data_cover="bleed"),
            el("circle", cx=cx, cy=top + 0.28 * r, r=1.55 * r, fill="url(#halo)"),
            path(glory((cx, top + 0.28 * r), 0.5 * r, 1.6 * max(w, h), 40).d(1), class_="fill-glow", opacity=0.07),
            group(*smooth.plated(u, "smooth"), mast(smooth, flying=True), data_if=f"not ({RIBBED}) and not ({WITH_MINARETS})"),
            group(*ribbed.ribbed(u, "ribbed"), mast(ribbed, flying=False), data_if=RIBBED),
            group(
                *minarets(small), *small.plated(u, "small"), mast(small, flying=False), data_if=WITH_MINARETS,
            ),
            el("rect", x=0, y=plan.shade[0], width=w, height=h, fill="url(#shade)", data_cover="x"),
            hero, says, foot,
        ],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shell:
    """A dome by its point, its radius and its profile; it goes on far below the sheet."""

    cx: float
    top: float
    radius: float
    knots: tuple[Knot, ...]

    @property
    def height(self) -> float:
        return 1.3 * self.radius

    @property
    def half(self) -> Path:
        """The right half of its outline, about its axis, from the point down."""
        return profile(self.radius, self.height, self.knots).translate(0, self.top + self.height)

    @property
    def outline(self) -> Path:
        body = mirrored(self.half).translate(self.cx, 0)
        foot = self.top + self.height
        drum = polygon(
            [
                (self.cx + side * 0.9 * self.radius, y)
                for side, y in ((-1, foot), (1, foot), (1, 3 * foot), (-1, 3 * foot))
            ]
        )
        return body | drum

    def courses(self, count: int) -> Path:
        """Level rings, which bend upward because we stand below them."""
        rows = []
        for k in range(1, count):
            y = self.top + self.height * (k / count) ** 1.25
            sag = 0.13 * self.radius * (1 - 0.5 * k / count)
            rows.append(spline([(self.cx - self.radius, y + sag), (self.cx, y), (self.cx + self.radius, y + sag)]))
        return merged(rows)

    def meridians(self, count: int) -> Path:
        """Lines from the point down, closer together towards the edges."""
        seen = (-1 + 2 * (k + 0.5) / count for k in range(count))
        return merged(self.half.scale(x * (1.3 - 0.32 * x * x), 1).translate(self.cx, 0) for x in seen)

    def plated(self, u: float, clip: str) -> Iterator[str]:
        """Laid with plates of metal, some of which throw back the light."""
        yield from self.body(u)
        yield group(
            path(self.gleams().d(1), class_="fill-ink", opacity=0.22),
            path(self.courses(26).d(1), fill="none", class_="stroke-near", stroke_width=2.2 * u, opacity=0.42),
            path(self.meridians(22).d(1), fill="none", class_="stroke-near", stroke_width=1.8 * u, opacity=0.36),
            clip_path=f"url(#{clip})",
        )
        yield self.rim(u)

    def gleams(self) -> Path:
        """Plates on the side of the light that shine."""
        rng = Random(5)
        found = []
        for _ in range(60):
            k = rng.randrange(3, 20)
            y = self.top + self.height * (k / 26) ** 1.25
            tall = self.top + self.height * ((k + 1) / 26) ** 1.25 - y
            x = self.cx + rng.gauss(-0.3, 0.2) * self.radius
            wide = rng.uniform(0.06, 0.11) * self.radius
            found.append(polygon([(x, y + 2), (x + wide, y), (x + wide, y + tall - 2), (x, y + tall)]))
        return merged(found)

    def ribbed(self, u: float, clip: str) -> Iterator[str]:
        """In broad lobes that run down from the point, each with its own light and shade."""
        yield from self.body(u)
        count = 13
        bends = [x * (1.22 - 0.22 * x * x) for x in (-1 + 2 * k / count for k in range(count + 1))]
        lines = [self.half.scale(bend, 1).translate(self.cx, 0) for bend in bends]
        lobes = [joined(a, b.reversed()) for a, b in pairwise(lines)]
        shades, lights = [], []
        for a, b in pairwise(bends):
            inner, outer = self.half.scale(a + 0.58 * (b - a), 1), self.half.scale(b, 1)
            shades.append(joined(inner, outer.reversed()).translate(self.cx, 0))
            near, far = self.half.scale(a + 0.12 * (b - a), 1), self.half.scale(a + 0.32 * (b - a), 1)
            lights.append(joined(near, far.reversed()).translate(self.cx, 0))
        yield group(
            path(merged(shades).d(1), class_="fill-near", opacity=0.34),
            path(merged(lights).d(1), class_="fill-accent-light", opacity=0.3),
            path(merged(lobes).d(1), fill="none", class_="stroke-near", stroke_width=2.4 * u, opacity=0.5),
            clip_path=f"url(#{clip})",
        )
        yield self.rim(u)

    def body(self, u: float) -> Iterator[str]:
        """The shell in its gradient, over the shadow that it throws on the light."""
        yield kit.shadow(self.outline.d(1), ((46 * u, 0.09), (26 * u, 0.12), (12 * u, 0.18)))
        yield path(self.outline.d(1), fill="url(#body)")

    def rim(self, u: float) -> str:
        """The light that catches the edges."""
        edge = joined(self.half.mirror_x(), self.half, closed=False).translate(self.cx, 0)
        return group(
            path(edge.d(1), fill="none", class_="stroke-glow", stroke_width=9 * u, opacity=0.4),
            path(edge.d(1), fill="none", class_="stroke-ink", stroke_width=2.4 * u, opacity=0.8),
        )


def mast(shell: Shell, *, flying: bool) -> str:
    """The ornament on the point: spheres on a mast, with the black flag of mourning, or with a crescent."""
    size = 0.2 * shell.radius
    x, y = shell.cx, shell.top + 0.02 * size
    rod = polygon(
        [
            (x - 0.045 * size, y + 0.1 * size),
            (x - 0.02 * size, y - size),
            (x + 0.02 * size, y - size),
            (x + 0.045 * size, y + 0.1 * size),
        ]
    )
    balls = [circle((x, y - at * size), part * size) for at, part in ((0.1, 0.14), (0.36, 0.095), (0.55, 0.06))]
    parts = [path((rod + merged(balls)).d(1), fill="url(#metal-finial)")]
    if flying:
        cloth = flag(1.25 * size, 0.5 * size).scale(-1, 1).translate(x, y - 1.02 * size)
        parts.insert(0, treatments.layers(cloth, ("near", "glow", "deep", "near")))
    else:
        moon = crescent((x, y - 0.9 * size), 0.17 * size, thickness=0.32, angle=-90)
        parts.append(path(moon.d(1), fill="url(#metal-finial)"))
    return group(*parts)


def minarets(shell: Shell) -> Iterator[str]:
    """Two minarets, one at either side of a dome."""
    tall = 2.1 * shell.radius
    for side in (-1, 1):
        tower = minaret(0.3 * shell.radius, tall).translate(
            shell.cx + side * 1.3 * shell.radius, shell.top + 0.98 * tall
        )
        yield treatments.layers(tower, ("accent", "accent-light", "near", "second"))
