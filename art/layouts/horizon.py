"""Horizon: layers of land or sea in front of a great disc of light; the symbol stands on the horizon, the lettering
in the sky, the message on the dark ground in front.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, exp

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament.geometry import Point
from engine.ornament.growth import noise
from engine.ornament.path import Path, joined, merged
from engine.ornament.pen import polyline, rectangle, repeat_around, spline, swelling_stroke

ABOUT = """title: افق
tones: [celebration, muharram, mourning, national, defence, civic, spring, nature]
"""
SAMPLE = Sample("persian-gulf-day", "lenj-boat", "national", "gulf")
SEA = "symbol in ('lenj-boat', 'lenj', 'boat', 'wave', 'waves', 'gull', 'bridge', 'karun-bridge')"
OWN_DISC = {"full-moon-narcissus": 1.1, "skyline": 1.45}
"""Symbols that bring their own disc take the place of the layout's: how much larger they are drawn."""
WITH_DISC = f"symbol in {tuple(OWN_DISC)}"
LARGER = {**OWN_DISC, "hira-cave": 1.25, "shrine-pigeons": 1.32}
"""Symbols that are drawn larger, by how much."""
BIRDS = "symbols[1] in ('gull', 'dove', 'pigeon')"
SIDE_TONES = (
    "{{ {'tulip': 'accent accent-light accent-deep near', 'tulip-field': 'accent accent-light accent-deep near', "
    "'tree': 'own'}.get(symbols[1], 'near near near near') }}"
)
"""The second symbol is a silhouette, but for flowers and trees."""
ASIDE = {"lenj-boat": -0.13, "palm": 0.12, "hira-cave": 0.07}
"""Which symbols' scenes stand aside of the middle, by how much of the width, where the sheet is not wide."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units: the level of the ground in front, the disc's middle and radius, the
    side of the symbol's square, which stands in front of the disc, and the words."""

    ground: float
    disc: tuple[float, float, float]
    symbol: float
    title: Box
    message: Box
    message_size: float


PLANS = {
    "square": Plan(832, (540, 606, 286), 530, Box(66, 42, 948, 296), Box(70, 862, 940, 112), 36),
    "portrait": Plan(1056, (540, 770, 356), 690, Box(70, 60, 940, 390), Box(80, 1110, 920, 126), 39),
    "story": Plan(1450, (540, 1060, 430), 850, Box(70, 205, 940, 470), Box(90, 1545, 900, 210), 44),
    "wide": Plan(812, (500, 490, 370), 710, Box(948, 96, 868, 490), Box(900, 846, 910, 116), 37),
    "banner": Plan(432, (370, 236, 226), 440, Box(760, 40, 1080, 340), Box(800, 456, 1030, 96), 35),
    "pole": Plan(1510, (380, 1140, 350), 720, Box(56, 150, 648, 600), Box(86, 1620, 588, 240), 37),
}


def draw(shape: Shape) -> str:
    w, u = shape.width, shape.u
    plan = PLANS[shape.name]
    cx, cy, r = plan.disc
    hero_box, hero = kit.lit(plan.title, size=210 * u)
    says_box, says = kit.words(
        "message",
        plan.message,
        "message",
        size=plan.message_size,
        weight=500,
        role="on-near",
        line_height=1.6,
        data_lines=3,
    )
    foot_defs, foot = kit.foot(shape, line=None)
    scene = Scene(shape, plan)
    return kit.artboard(
        shape,
        [
            kit.linear(
                "sky", 0, 0, 0, plan.ground,
                (0, "deep", 1), (0.42, "ground", 1), (0.8, "ground", 1), (1, "ground", 1),
            ),
            kit.linear("dawn", 0, cy - r, 0, plan.ground, (0, "glow", 0), (1, "glow", 0.4)),
            kit.radial("halo", cx, cy, 2.5 * r, (0, "glow", 0.85), (0.4, "glow", 0.5),
                (0.62, "glow", 0.18), (1, "glow", 0),
            ),
            kit.linear("disc", 0, cy - r, 0, cy + r, (0, "glow", 1), (0.55, "glow", 0.95), (1, "glow", 0.5)),
            disc_light(cx, cy, r),
            kit.metal("metal-rim", Box(cx - r, cy - r, 2 * r, 2 * r)),
            kit.linear("mist", 0, plan.ground - 0.9 * r, 0, plan.ground, (0, "glow", 0), (1, "glow", 0.55)),
            kit.linear("water", 0, plan.ground - 0.26 * r, 0, plan.ground, (0, "far", 1), (1, "near", 1)),
            hero_box,
            says_box,
            foot_defs,
        ],
        [
            kit.ground("url(#sky)"),
            group(
                el("rect", x=0, y=cy - r, width=w, height=plan.ground - cy + r, fill="url(#dawn)", data_cover="x"),
                el("circle", cx=cx, cy=cy, r=2.5 * r, fill="url(#halo)"),
                scene.rings(),
                group(
                    el("circle", cx=cx, cy=cy, r=r, fill="url(#disc)"),
                    el("circle", cx=cx, cy=cy, r=r, fill="url(#disc-light)"),
                    el("circle", cx=cx, cy=cy, r=r, fill="none", stroke="url(#metal-rim)", stroke_width=2.2 * u),
                    data_if=f"not ({WITH_DISC})",
                ),
                scene.clouds(),
                group(*scene.hills(), data_if=f"not ({SEA})"),
                group(*scene.sea(), data_if=SEA),
                scene.sides(),
                symbol(plan),
                group(*scene.foreland(), data_if=f"not ({SEA})"),
                group(*scene.waves(), data_if=SEA),
                **aside(shape),
            ),
            hero,
            says,
            foot,
        ],
    )  # fmt: skip


def aside(shape: Shape) -> dict[str, str]:
    """The attributes that move the scene aside."""
    if shape.width > shape.height:
        return {}
    ways = ", ".join(f"'{name}': {share * shape.width:.4g}" for name, share in ASIDE.items())
    return {"data_set_transform": f"translate({{{{ {{{ways}}}.get(symbol, 0) }}}} 0)"}


def gull(span: float) -> Path:
    """A gull seen from afar, gliding: two wings that meet in the origin."""
    wing = swelling_stroke(
        [(0.0, 0.0, -62.0), (0.2 * span, -0.13 * span, -8.0), (0.5 * span, -0.05 * span, 28.0)],
        [0.05 * span, 0.075 * span, 0.0],
    )
    return wing + wing.mirror_x(0.0)


def disc_light(cx: float, cy: float, r: float) -> str:
    role = kit.by_ground("stop-ink", "stop-glow")
    stops = (
        el("stop", offset=at, stop_opacity=part, data_set_class=role) for at, part in ((0, 0.55), (0.5, 0.25), (1, 0))
    )
    return el("radialGradient", *stops, id="disc-light", gradientUnits="userSpaceOnUse", cx=cx, cy=cy - 0.3 * r, r=r)


def symbol(plan: Plan) -> str:
    """The symbol with the foot of its ink on the ground, as measured in the files of _symbols."""
    cx = plan.disc[0]
    level = plan.ground + 0.03 * plan.symbol
    sunk = f"({0.07 * plan.symbol:.4g} if {SEA} else 0)"
    sizes = {f"symbol == '{name}'": size for name, size in LARGER.items()}
    drawn = []
    for condition, size in {f"symbol not in {tuple(LARGER)}": 1.0, **sizes}.items():
        side = size * plan.symbol
        drawn.append(
            el(
                "image",
                x=cx - side / 2,
                y=level - 0.96 * side,
                data_set_y=f"{{{{ {level:.5g} + {sunk} - {side:.5g} * {treatments.foot_of('symbol')} }}}}",
                width=side,
                height=side,
                data_symbol="{{ symbol }}",
                data_tones="{{ tones }}",
                data_if=condition,
            )
        )
    return group(*drawn)


@dataclass(frozen=True, slots=True)
class Scene:
    """The landscape of one artboard."""

    shape: Shape
    plan: Plan

    @property
    def left(self) -> float:
        return -0.16 * self.shape.width

    @property
    def right(self) -> float:
        return 1.16 * self.shape.width

    @property
    def below(self) -> float:
        return 1.3 * self.shape.height

    def crest(self, level: float, rise: float, *, seed: int, length: float, flat: float) -> Path:
        """A line of hills from side to side: `rise` high, `length` from hill to hill, calm in front of the disc.

        `flat` is the half breadth of the calm place; there the crest lies on `level` and bends up at its sides.
        """
        cx = self.plan.disc[0]
        wander = noise(seed, octaves=2)
        step = length / 2.2

        def at(x: float) -> Point:
            away = 1 - exp(-(((x - cx) / flat) ** 2)) if flat else 1.0
            return x, level - rise * away * (0.6 + 0.4 * wander(x / length))

        count = round((self.right - self.left) / step)
        return spline([at(self.left + (self.right - self.left) * k / count) for k in range(count + 1)])

    def filled(self, crest: Path) -> Path:
        """The land under a crest."""
        return joined(polyline([(self.left, self.below)]), crest, polyline([(self.right, self.below)]))

    def sides(self) -> str:
        """The second symbol, if there is one, as silhouettes on both sides: near and large, far and small."""
        (cx, cy, r), g = self.plan.disc, self.plan.ground
        places = ((-1.5, 0.12, 0.95), (1.42, 0.06, 0.62), (1.86, 0.1, 0.8))
        foot = treatments.foot_of("symbols[1]")
        standing = (
            el(
                "image", x=cx + (x - 0.5 * size) * r, y=0, width=size * r, height=size * r,
                data_set_y=f"{{{{ {g + down * r:.5g} - {size * r:.5g} * {foot} }}}}",
                data_symbol="{{ symbols[1] if symbols|length > 1 else symbol }}", data_tones=SIDE_TONES,
            )
            for x, down, size in places
        )  # fmt: skip
        flock: tuple[tuple[float, float, float], ...]
        if self.shape.width > self.shape.height:  # the title stands to the right
            flock = ((-1.12, -0.88, 0.36), (-1.42, -0.5, 0.26), (0.98, -0.98, 0.3))
        else:
            flock = ((1.3, -0.62, 0.42), (1.72, -0.36, 0.3), (1.2, -0.2, 0.22), (-1.32, -0.58, 0.3))
        flying = merged(gull(size * r).translate(cx + x * r, cy + y * r) for x, y, size in flock)
        return group(
            group(*standing, data_if=f"symbols|length > 1 and not ({BIRDS})"),
            path(flying.d(1), class_="fill-ink", data_if=f"symbols|length > 1 and {BIRDS}"),
        )

    def rings(self) -> str:
        """Thin circles around the disc, and a wreath of ticks."""
        cx, cy, r = self.plan.disc
        u = self.shape.u
        tick = swelling_stroke([(0, -1.06 * r), (0, -1.105 * r)], [1.6 * u, 2.6 * u])
        ticks = repeat_around(tick, (0.0, 0.0), 96).translate(cx, cy)
        circles = ((1.16, 0.5, 1.6), (1.34, 0.36, 1.4), (1.58, 0.26, 1.3), (1.88, 0.18, 1.2), (2.24, 0.12, 1.1))
        return group(
            path(ticks.d(1), class_="fill-glow", opacity=0.7),
            *(
                el(
                    "circle", cx=cx, cy=cy, r=round(r * part, 1), fill="none", class_="stroke-glow",
                    stroke_width=width * u, stroke_opacity=opacity,
                )
                for part, opacity, width in circles
            ),
        )  # fmt: skip

    def clouds(self) -> str:
        """Long thin streaks that cross the disc."""
        cx, cy, r = self.plan.disc
        streaks = (
            (-1.35, 0.12, 1.25, 0.075),
            (0.25, -0.28, 1.3, 0.055),
            (-0.75, -0.05, 0.8, 0.04),
            (0.9, 0.2, 0.9, 0.06),
        )
        clouds = merged(
            swelling_stroke(
                [
                    (cx + x * r, cy + y * r),
                    (cx + (x + 0.5 * long) * r, cy + (y - 0.015) * r),
                    (cx + (x + long) * r, cy + y * r),
                ],
                [0.0, thick * r, 0.7 * thick * r, 0.0],
            )
            for x, y, long, thick in streaks
        )
        return path(clouds.d(1), class_="fill-ground", opacity=0.5)

    def layer(self, crest: Path, role: str, *, opacity: float = 1.0, lines: int = 0, gap: float = 20.0) -> str:
        """Land with light along its crest and, further down, fine contour lines."""
        u, g = self.shape.u, self.plan.ground
        contours = merged(
            crest.scale(1, 1 - 0.07 * k, about=(0, g)).translate(0, (k + 0.08 * k * k) * gap * u)
            for k in range(1, lines + 1)
        )
        return group(
            path(self.filled(crest).d(0), class_=f"fill-{role}"),
            path(contours.d(0), fill="none", class_="stroke-glow", stroke_width=1.3 * u, stroke_opacity=0.13),
            path(crest.d(0), fill="none", class_="stroke-glow", stroke_width=2.2 * u, stroke_opacity=0.6),
            opacity=None if opacity == 1 else opacity,
        )

    def mist(self, opacity: float) -> str:
        """Light that lies in the valleys."""
        g, (_, _, r) = self.plan.ground, self.plan.disc
        return el(
            "rect", x=0, y=g - 0.9 * r, width=self.shape.width, height=0.9 * r, fill="url(#mist)", data_cover="x",
            opacity=opacity,
        )  # fmt: skip

    def hills(self) -> list[str]:
        """What lies behind the symbol."""
        g, (_, _, r) = self.plan.ground, self.plan.disc
        return [
            self.layer(self.crest(g - 0.3 * r, 0.95 * r, seed=11, length=1.3 * r, flat=1.2 * r), "far", opacity=0.3),
            self.layer(self.crest(g - 0.16 * r, 0.75 * r, seed=5, length=1.1 * r, flat=1.15 * r), "far", opacity=0.5),
            self.mist(0.5),
            self.layer(
                self.crest(g - 0.03 * r, 0.5 * r, seed=44, length=0.9 * r, flat=1.1 * r), "far", lines=7, gap=13
            ),
            self.mist(0.35),
        ]

    def foreland(self) -> list[str]:
        """What lies in front of the symbol."""
        g, (_, _, r), u = self.plan.ground, self.plan.disc, self.shape.u
        return [
            self.layer(
                self.crest(g + 6 * u, 0.24 * r, seed=8, length=1.3 * r, flat=1.25 * r), "near", lines=16, gap=17
            ),
        ]

    def sea(self) -> list[str]:
        """Water up to the horizon, and the light's road on it."""
        g, (cx, _, r), s = self.plan.ground, self.plan.disc, self.shape
        level = g - 0.26 * r
        road = []
        for k in range(9):
            y = level + (0.022 + 0.026 * k + 0.0045 * k * k) * r
            half = r * (0.66 - 0.03 * k) * (0.75 + 0.25 * cos(2.4 * k))
            aside = 0.1 * r * cos(1.7 * k + 0.6)
            strip = [(cx + aside - half, y), (cx + aside, y), (cx + aside + half, y)]
            road.append(swelling_stroke(strip, [0.0, (3 + 0.5 * k) * s.u, 0.0]))
        water = rectangle(self.left, level, self.right - self.left, self.below - level)
        return [
            path(water.d(0), fill="url(#water)"),
            path(
                f"M{self.left:.5g} {level:.5g}H{self.right:.5g}",
                class_="stroke-glow",
                stroke_width=2 * s.u,
                opacity=0.7,
            ),
            path(merged(road).d(1), class_="fill-glow", opacity=0.75),
        ]

    def waves(self) -> list[str]:
        """Rows of waves, the nearer the larger."""
        g, u = self.plan.ground, self.shape.u
        return [
            self.wave(g - 24 * u, 132 * u, 13 * u, 0.0, "far", 1.0),
            self.wave(g + 10 * u, 186 * u, 17 * u, 0.45, "near", 0.6),
            self.wave(g + 46 * u, 262 * u, 20 * u, 0.2, "near", 1.0),
            self.deep(),
        ]

    def deep(self) -> str:
        """Fine lines of waves down to the foot."""
        g, u = self.plan.ground, self.shape.u
        rows = (self.swell(g + (86 + 34 * k + 3 * k * k) * u, 320 * u, 15 * u, 0.37 * k) for k in range(9))
        return path(merged(rows).d(0), fill="none", class_="stroke-glow", stroke_width=1.3 * u, stroke_opacity=0.1)

    def wave(self, y: float, length: float, rise: float, shift: float, role: str, opacity: float) -> str:
        """A row of waves with light on its crests."""
        u = self.shape.u
        crest = self.swell(y, length, rise, shift)
        ends = crest.contours[0]
        body = joined(polyline([(ends.start[0], self.below)]), crest, polyline([(ends.end[0], self.below)]))
        lines = merged(crest.scale(1, 0.8 - 0.25 * k, about=(0, y)).translate(0, 9 * u) for k in range(1))
        return group(
            path(body.d(0), class_=f"fill-{role}", opacity=None if opacity == 1 else opacity),
            path(lines.d(0), fill="none", class_="stroke-glow", stroke_width=1.3 * u, stroke_opacity=0.16),
            path(crest.d(0), fill="none", class_="stroke-glow", stroke_width=1.8 * u, stroke_opacity=0.7),
        )

    def swell(self, y: float, length: float, rise: float, shift: float) -> Path:
        """The line of a row of waves: each swells slowly and falls steeply."""
        count = round((self.right - self.left) / length) + 2
        start = self.left - (1 - shift % 1) * length
        knots: list[tuple[float, float, float]] = []
        for k in range(count):
            x = start + k * length
            knots += [(x, y, 0.0), (x + 0.62 * length, y - rise, -8.0)]
        return spline([*knots, (start + count * length, y, 0.0)])
