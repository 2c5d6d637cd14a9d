"""Street: dawn over the whole breadth of the town, and a street that a sweeper's broom draws from the foot to the sun;
the symbol lies in front, the lettering in the sky, the message on the dark ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from random import Random

from art.layouts import kit, treatments
from art.layouts.kit import Box, Shape, el, path
from art.layouts.samples import Sample
from engine.ornament.geometry import Point
from engine.ornament.landscape import mountains
from engine.ornament.path import Path, joined, merged, united
from engine.ornament.pen import circle, polygon, rectangle, sector, spline, swelling_stroke

ABOUT = """title: خیابان
tones: [civic, national, nature]
"""
SAMPLE = Sample("municipality-day", "broom-street", "civic", "saffron")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units: the foot of the town, the sun's middle and radius, the height of the
    town, the middle and side of the broom's square, and the words."""

    town: float
    sun: tuple[float, float, float]
    height: float
    broom: tuple[float, float]
    title: Box
    message: Box
    size: float


PLANS = {
    "square": Plan(640, (650, 470, 118), 240, (196, 480), Box(60, 44, 960, 290), Box(70, 876, 940, 96), 35),
    "portrait": Plan(830, (660, 610, 150), 320, (206, 600), Box(60, 60, 960, 390), Box(80, 1116, 920, 122), 39),
    "story": Plan(1150, (660, 880, 190), 430, (300, 760), Box(70, 210, 940, 470), Box(90, 1556, 900, 212), 44),
    "wide": Plan(660, (700, 470, 140), 230, (230, 560), Box(960, 66, 880, 370), Box(930, 846, 900, 112), 38),
    "banner": Plan(392, (640, 280, 92), 140, (170, 390), Box(850, 30, 1000, 236), Box(860, 474, 980, 76), 34),
    "pole": Plan(1180, (450, 940, 150), 380, (230, 640), Box(56, 140, 648, 600), Box(70, 1626, 620, 244), 44),
}


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    sx, sy, r = plan.sun
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.size, weight=500, role="on-near", line_height=1.6, data_lines=4
    )
    foot_defs, foot = kit.foot(shape, line=None)
    scene = Scene(shape, plan)
    bx, side = plan.broom
    broom = treatments.square(bx, scene.front - 0.45 * side, side)
    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, plan.town, (0, "deep", 1), (0.55, "ground", 1), (1, "ground", 1)),
            kit.radial("halo", sx, sy, 3.4 * r, (0, "glow", 1), (0.3, "glow", 0.8), (0.6, "glow", 0.25), (1, "glow", 0)),
            kit.radial("ray", sx, sy, max(w, h), (0, "glow", 0.8), (0.5, "glow", 0.3), (1, "glow", 0)),
            kit.linear("street", 0, plan.town, 0, scene.front, (0, "glow", 1), (0.5, "ground", 1), (1, "deep", 1)),
            treatments.title(plan.title, size=210 * u),
            treatments.silhouette(broom, role="near"),
            says_box, foot_defs,
        ],
        [
            kit.ground(),
            path(merged(sector((sx, sy), 1.2 * hypot(w, h), r, 15 * k - 3, 15 * k + 3) for k in range(24)).d(0), fill="url(#ray)", opacity=0.5),
            el("circle", cx=sx, cy=sy, r=3.4 * r, fill="url(#halo)"),
            *scene.mountains(),
            el("circle", cx=sx, cy=sy, r=r * 1.16, class_="fill-glow", opacity=0.5),
            el("circle", cx=sx, cy=sy, r=r, data_set_class=kit.by_ground("fill-ink", "fill-on-near")),
            *scene.towns(),
            *scene.land(),
            treatments.soft_shadow("silhouette", reach=12 * u, drop=(6 * u, 8 * u), steps=treatments.FAINT),
            treatments.symbol(broom, tones="{{ tones }}", id="symbol"),
            treatments.soft_shadow("title", reach=20 * u, drop=(0, 6 * u), role="glow", steps=treatments.FAINT),
            treatments.painted("title", role="ink"),
            el("rect", x=0, y=scene.front, width=w, height=h, class_="fill-near", data_cover="x"),
            says, foot,
        ],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """The town and its street on one artboard."""

    shape: Shape
    plan: Plan

    @property
    def left(self) -> float:
        return -0.12 * self.shape.width

    @property
    def right(self) -> float:
        return 1.12 * self.shape.width

    @property
    def front(self) -> float:
        """Where the message's ground begins."""
        return self.plan.message.y - 14 * self.shape.u

    def mountains(self) -> Iterator[str]:
        """Two ranges over the whole breadth."""
        high, span = 1.15 * self.plan.height, self.right - self.left
        for each, opacity in zip(
            mountains(span, high, layers=2, seed=6, peaks=max(4, round(span / (1.1 * high)))), (0.2, 0.34), strict=True
        ):
            yield path(
                each.translate(self.left, self.plan.town - 0.86 * high).d(0),
                class_="fill-accent-light",
                opacity=opacity,
            )

    def towns(self) -> Iterator[str]:
        """Two rows of flat roofs, the near one with its lit windows, lamps and the trees of its park."""
        far, near = (self._row(seed, size) for seed, size in ((4, 0.62), (9, 0.86)))
        yield path(far[0].translate(0, -0.1 * self.plan.height).d(0), class_="fill-accent-light", opacity=0.8)
        yield path(near[0].d(0), class_="fill-accent")
        yield path(near[1].d(0), class_="fill-glow")
        yield path(self._trees(3, 0.24).d(0), class_="fill-accent-deep")

    def _row(self, seed: int, size: float) -> tuple[Path, Path]:
        """Houses from side to side, lower about the sun, and their windows."""
        rng, foot, tall = Random(seed), self.plan.town, size * self.plan.height
        houses, windows = [], []
        x = self.left
        while x < self.right:
            breadth = tall * rng.uniform(0.26, 0.46)
            away = min(1.0, abs(x + breadth / 2 - self.plan.sun[0]) / (2.4 * self.plan.sun[2]))
            high = tall * rng.uniform(0.5, 1.0) * (0.42 + 0.58 * away)
            top = foot - high
            houses.append(rectangle(x, top, breadth + 1, high + 4))
            houses += self._roof(rng, x, top, breadth, tall)
            cell = 0.085 * tall
            for column in range(1, int(breadth / cell / 1.5)):
                for row in range(int((high - 1.4 * cell) / cell / 1.7)):
                    if rng.random() < 0.34:
                        windows.append(
                            rectangle(
                                x + (1.5 * column - 0.4) * cell, top + (0.8 + 1.7 * row) * cell, 0.7 * cell, 0.9 * cell
                            )
                        )
            x += breadth
        return united(houses), merged(windows)

    @staticmethod
    def _roof(rng: Random, x: float, top: float, breadth: float, tall: float) -> list[Path]:
        """What stands on a roof: a stair house, a water tank on its legs, an aerial, or nothing."""
        kind = rng.choice(["stair", "tank", "aerial", "flat"])
        if kind == "stair":
            return [rectangle(x + 0.14 * breadth, top - 0.09 * tall, 0.34 * breadth, 0.1 * tall)]
        if kind == "tank":
            legs = [rectangle(x + s * breadth, top - 0.06 * tall, 0.04 * breadth, 0.07 * tall) for s in (0.52, 0.76)]
            return [*legs, rectangle(x + 0.48 * breadth, top - 0.14 * tall, 0.36 * breadth, 0.09 * tall, 0.02 * tall)]
        if kind == "aerial":
            mast = rectangle(x + 0.3 * breadth, top - 0.2 * tall, 0.024 * tall, 0.21 * tall)
            return [
                mast,
                *(
                    rectangle(x + 0.3 * breadth - 0.05 * tall, top - s * tall, 0.124 * tall, 0.016 * tall)
                    for s in (0.18, 0.14)
                ),
            ]
        return []

    def _trees(self, seed: int, size: float) -> Path:
        """The round and slim trees of the parks along the street's far end."""
        rng, foot, tall = Random(seed), self.plan.town, size * self.plan.height
        crowns = []
        x = self.left
        while x < self.right:
            if abs(x - self.plan.sun[0]) > 0.5 * self.plan.sun[2]:
                high = tall * rng.uniform(0.6, 1.1)
                if rng.random() < 0.3:
                    crowns.append(_poplar(x, foot + 4, 2.1 * high))
                else:
                    crowns += [
                        circle((x + s * high * 0.4, foot - 0.28 * high * (1.6 - abs(s))), 0.44 * high)
                        for s in (-1, 0, 1)
                    ]
            x += tall * rng.uniform(0.6, 1.1)
        return united([*crowns, rectangle(self.left, foot - 0.12 * tall, self.right - self.left, 0.3 * tall)])

    def land(self) -> Iterator[str]:
        """The ground in front, and the street: one sweep of the broom, its bristles' trail at the near end."""
        u, town, front = self.shape.u, self.plan.town, self.front
        yield el(
            "rect", x=0, y=town, width=self.shape.width, height=front - town, class_="fill-accent-deep", data_cover="x"
        )
        sweep = self._sweep()
        yield path(united(sweep).d(0), fill="url(#street)")
        yield path(merged(self._trail()).d(0), class_="fill-accent-deep", opacity=0.28)
        yield path(merged(self._dust()).d(0), class_="fill-glow", opacity=0.8)
        yield path(
            polygon([(self.left, town), (self.right, town), (self.right, town + 3 * u), (self.left, town + 3 * u)]).d(
                0
            ),
            class_="fill-glow",
            opacity=0.5,
        )

    def _way(self, shift: float) -> list[Point]:
        """The street's course, from the broom to the sun; `shift` across it, from -1 to 1."""
        (bx, side), (sx, _, r), town = self.plan.broom, self.plan.sun, self.plan.town
        deep = self.front - town
        half = min(0.62 * side, 0.46 * (self.shape.width - bx - 0.2 * side))
        near = bx + 0.2 * side + half
        return [
            (near + shift * half, town + 1.06 * deep),
            (near + 0.6 * (sx + 1.7 * r - near) + 0.56 * shift * half, town + 0.5 * deep),
            (sx + 0.42 * r + 0.2 * shift * half, town + 0.17 * deep),
            (sx + 5 * shift * self.shape.u, town),
        ]

    def _sweep(self) -> list[Path]:
        return [joined(spline(self._way(-1)), spline(self._way(1)).reversed())]

    def _trail(self) -> list[Path]:
        """Fine lines that the bristles leave."""
        return [
            swelling_stroke(spline(self._way(-0.9 + 0.12 * k)), [5 * self.shape.u, 3 * self.shape.u, 0])
            for k in range(16)
        ]

    def _dust(self) -> list[Path]:
        """What the broom sweeps up: a few specks before it."""
        rng, (bx, side) = Random(5), self.plan.broom
        deep = self.front - self.plan.town
        return [
            circle(
                (bx + side * rng.uniform(0.3, 0.9), self.plan.town + deep * rng.uniform(0.5, 0.98)),
                self.shape.u * rng.uniform(1.6, 4.6),
            )
            for _ in range(26)
        ]


def _poplar(x: float, foot: float, high: float) -> Path:
    half = spline([(x, foot - high, 70), (x + 0.15 * high, foot - 0.42 * high), (x, foot, 180)])
    return joined(half, half.mirror_x(x))
