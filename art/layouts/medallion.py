"""Medallion: a great shamseh as in the middle of a carpet; lettering on its calm heart, a boss for the symbol.

A ring of the medallion is drawn as a straight strip and wound around its guide, the rim of the heart: x runs along
the guide, y inward. What repeats is drawn once and used.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import copysign, cos, pi, sin

from art.layouts import kit
from art.layouts.kit import Box, Shape, el, group, path
from art.layouts.samples import Sample
from engine.ornament import flora
from engine.ornament.geometry import ORIGIN, Point
from engine.ornament.growth import teardrop
from engine.ornament.hankin import star_pattern
from engine.ornament.path import Path, Station, joined, merged
from engine.ornament.pen import (
    circle,
    placed,
    repeat_row,
    spline,
    swelling_stroke,
    with_mirror,
    wrapped,
)
from engine.ornament.shamseh import lobes, rosette

ABOUT = """title: ترنج
tones: [celebration, literary, mourning, ramadan]
"""
SAMPLE = Sample("fathers-day", "kaaba", "celebration", "emerald")


@dataclass(frozen=True, slots=True)
class Boss:
    """A small sun that carries a symbol: its middle and radius, and which of the occasion's symbols.

    The second one carries a rosette where the occasion has no second symbol.
    """

    x: float
    y: float
    radius: float
    second: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Where things stand, in artboard units.

    `heart` is the middle and the half axes of the calm field, `square` how much its sides are flattened (2 is an
    ellipse), `n` the number of lobes, a multiple of 4, `band` the breadth of the ring of flowers.
    """

    heart: tuple[float, float, float, float]
    square: float
    n: int
    band: float
    title: Box
    message: Box
    message_size: float
    bosses: tuple[Boss, ...]
    lachak: float
    letters: float = 190


PLANS = {
    "square": Plan(
        (540, 430, 344, 344), 2.0, 16, 70,
        Box(280, 140, 520, 320), Box(296, 470, 488, 164), 35,
        (Boss(540, 812, 172),), 176,
    ),
    "portrait": Plan(
        (540, 520, 370, 370), 2.0, 16, 76,
        Box(230, 244, 620, 360), Box(304, 622, 472, 160), 34,
        (Boss(540, 1040, 190),), 230,
    ),
    "story": Plan(
        (540, 700, 352, 440), 2.3, 20, 84,
        Box(244, 408, 592, 360), Box(296, 806, 488, 200), 36,
        (Boss(540, 1370, 220),), 300,
    ),
    "wide": Plan(
        (960, 484, 520, 314), 2.4, 20, 74,
        Box(560, 236, 800, 336), Box(620, 594, 680, 112), 35,
        (Boss(246, 484, 190, second=True), Boss(1674, 484, 190)), 230,
    ),
    "banner": Plan(
        (960, 279, 620, 186), 2.9, 28, 50,
        Box(944, 138, 512, 284), Box(404, 150, 480, 258), 32,
        (Boss(196, 279, 132, second=True), Boss(1724, 279, 132)), 140,
    ),
    "pole": Plan(
        (380, 680, 246, 396), 2.4, 20, 62,
        Box(168, 398, 424, 330), Box(200, 756, 360, 240), 32,
        (Boss(380, 1390, 225),), 230,
    ),
}  # fmt: skip


def draw(shape: Shape) -> str:
    w, h, u = shape.width, shape.height, shape.u
    plan = PLANS[shape.name]
    cx, cy, rx, ry = plan.heart
    guide = oval((cx, cy), rx, ry, plan.square, plan.n)
    big = Ring(guide, plan.n, plan.band)
    reach = max(rx, ry) + 2.4 * plan.band
    glow, halo = kit.light(cx, cy, 1.5 * reach, 0.62)
    hero_box, hero = kit.gilded(plan.title, size=plan.letters * u)
    says_box, says = kit.words(
        "message", plan.message, "message", size=plan.message_size, weight=500, line_height=1.65, data_lines=3
    )
    foot_defs, foot = kit.foot(shape, ink="quiet", band="deep")
    outer = Box(cx - rx - 2 * plan.band, cy - ry - 2 * plan.band, 2 * rx + 4 * plan.band, 2 * ry + 4 * plan.band)
    corner = Ring(circle(ORIGIN, 0.56 * plan.lachak).rotate(-90 - 180 / 12), 12, 0.26 * plan.lachak)
    floor = h - shape.foot

    return kit.artboard(
        shape,
        [
            kit.linear("ground", 0, 0, 0, h, (0, "ground", 1), (1, "deep", 1)),
            kit.radial(
                "heart", cx, cy, 1.0 * max(rx, ry),
                (0, "ground", 1), (0.45, "ground", 1), (1, "deep", 1),
            ),
            kit.spotlight("boss-light", 0, 0, 70),
            kit.metal("metal-rim", outer),
            kit.metal("metal-boss", Box(-100, -100, 200, 200)),
            kit.metal("metal-corner", Box(-plan.lachak, -plan.lachak, 2 * plan.lachak, 2 * plan.lachak)),
            glow,
            hero_box,
            says_box,
            foot_defs,
            big.motif("flower"),
            corner.motif("corner-flower"),
            corner_piece(corner, plan.lachak),
            boss_piece(),
        ],
        [
            kit.ground(),
            field(shape, cx, cy),
            halo,
            *(
                group(el("use", href="#lachak", transform=f"translate({x:g} {y:g})"), data_pin=pin)
                for x, y, pin in (
                    (0, 0, "top left"), (w, 0, "top right"), (0, floor, "bottom left"), (w, floor, "bottom right"),
                )
            ),
            ring(big, "flower", "metal-rim", u),
            heart(big, u),
            *(boss(each) for each in plan.bosses),
            hero,
            says,
            foot,
        ],
    )  # fmt: skip


def oval(center: Point, rx: float, ry: float, power: float, n: int) -> Path:
    """A closed guide, clockwise, that begins half a lobe before its top so that lobes peak on both axes."""

    def at(angle: float) -> Point:
        c, s = cos(angle), sin(angle)
        return (
            center[0] + copysign(abs(s) ** (2 / power), s) * rx,
            center[1] - copysign(abs(c) ** (2 / power), c) * ry,
        )

    whole = spline([at(2 * pi * k / 32) for k in range(32)], closed=True)
    length = whole.length
    stations = whole.stations(((k / 32 - 0.5 / n) % 1) * length for k in range(32))
    return spline([s.point for s in stations], closed=True)


@dataclass(frozen=True, slots=True)
class Ring:
    """A band of flowers around a guide: `n` lobes, `band` from the guide to where they spring."""

    guide: Path
    n: int
    band: float

    @property
    def unit(self) -> float:
        return self.guide.length / self.n

    def wound(self, cell: Path) -> Path:
        """One cell of the strip, from x = 0 to `unit`, repeated around the guide."""
        return wrapped(repeat_row(cell, self.n, self.unit), self.guide)

    def level(self, y: float) -> Path:
        """The line at `y` outside the guide, closed."""
        half = 0.5 * self.unit
        return self._closed(self.wound(spline([(0.0, -y, 0.0), (half, -y, 0.0), (self.unit, -y, 0.0)])))

    def lobed(self, y: float, height: float, inset: float = 0.0) -> Path:
        """The bracketed rim that springs `y` outside the guide."""
        width = 0.5 * self.unit
        rise = height - 0.4 * inset
        base = y - inset
        turn = (0.5 * width, -base - 0.6 * rise)
        half = spline([(0.0, -base, -74.0), (*turn, -30.0), (width, -base - rise, -62.0)])
        return self._closed(self.wound(joined(half, half.mirror_x(width), closed=False)))

    def hollows(self, y: float, height: float) -> Path:
        """Brackets that hang inward from `y` outside the guide, two to a cell, each with its point inward."""
        width = 0.25 * self.unit
        turn = (0.5 * width, -y + 0.6 * height)
        half = spline([(0.0, -y, 74.0), (*turn, 30.0), (width, -y + height, 62.0)])
        bracket = joined(half, half.mirror_x(width), closed=False)
        return self._closed(self.wound(repeat_row(bracket, 2, 2 * width)))

    def _closed(self, strip: Path) -> Path:
        return joined(*(Path((c,)) for c in strip.contours))

    def pearls(self, y: float, radius: float, count: int) -> Path:
        """`count` pearls a cell."""
        places = self.guide.every(self.unit / count)
        return merged(placed(circle((0.0, -y), radius), s) for s in places)

    def garland(self) -> Path:
        """The stem that waves from lobe to lobe under the flowers."""
        b, half = self.band, 0.5 * self.unit
        wave = spline([(0.0, -0.78 * b, 40.0), (half, -0.26 * b, 0.0), (2 * half, -0.78 * b, -40.0)])
        return self.wound(swelling_stroke(wave, [0.028 * b, 0.045 * b, 0.028 * b]))

    def buds(self) -> Path:
        """Small flowers where lobes meet."""
        bloom = flora.rosette(6).petals.scale(0.0032 * self.band)
        return merged(placed(bloom.translate(0.0, -0.74 * self.band), s) for s in self.guide.every(self.unit))

    def motif(self, id: str) -> str:
        """For <defs>: a lotus between leaves, growing upward from the origin."""
        b = self.band
        lotus = flora.lotus().placed(Station((0.0, -0.3 * b), -90.0), 0.84 * b)
        leaf = placed(flora.split_leaf(), Station((0.02 * b, -0.3 * b), -8.0), 0.0074 * b)
        petals = kit.linear(
            f"{id}-petals", 0, -0.3 * b, 0, -1.14 * b, (0, "second", 1), (0.75, "glow", 1), (1, "accent-light", 1)
        )
        return petals + group(
            path(with_mirror(leaf).d(1), class_="fill-accent"),
            path(lotus.petals.d(1), fill=f"url(#{id}-petals)"),
            path(lotus.heart.d(2), class_="fill-near"),
            id=id,
        )

    def rays(self) -> Path:
        """Fine rays outside the lobes: a long one with a bud at each point, shorter ones between."""
        b, half = self.band, 0.5 * self.unit
        long = ray(0.62 * b, 0.2 * b).translate(half, -1.62 * b)
        middle = ray(0.5 * b, 0.15 * b).translate(0.0, -1.16 * b)
        side = ray(0.34 * b, 0.11 * b)
        quarter = 0.5 * half
        return self.wound(long + middle + side.translate(quarter, -1.34 * b) + side.translate(3 * quarter, -1.34 * b))


def ray(length: float, bud: float) -> Path:
    """A fine ray that stands on the origin and ends in a bud."""
    stem = swelling_stroke([(0.0, 0.0), (0.0, bud - length)], [0.055 * length, 0.025 * length])
    return (
        stem
        + circle((0.0, -0.42 * length), 0.035 * length)
        + teardrop(bud, 0.52 * bud).rotate(-90).translate(0, bud - length)
    )


def ring(r: Ring, motif: str, metal: str, u: float) -> str:
    """The medallion outside its heart: shadow, rays, gilded rim, band of flowers, pearls."""
    b = r.band
    rim = r.lobed(1.06 * b, 0.56 * b)
    d = rim.d(1)
    middles = [r.guide.stations([((k + 0.5) / r.n) * r.guide.length])[0] for k in range(r.n)]
    return group(
        kit.shadow(d, ((0.5 * b, 0.10), (0.3 * b, 0.12), (0.14 * b, 0.16)), 0.1 * b),
        path(r.rays().d(1), fill=f"url(#{metal})"),
        path(d, fill=f"url(#{metal})"),
        path(rim.offset(-0.05 * b, join="round").d(1), class_="fill-deep"),
        path(rim.offset(-0.085 * b, join="round").d(1), fill=f"url(#{metal})"),
        path(rim.offset(-0.11 * b, join="round").d(1), class_="fill-near"),
        path((r.garland() + r.buds()).d(1), class_="fill-accent"),
        *(
            el("use", href=f"#{motif}", transform=f"translate({s.point[0]:.5g} {s.point[1]:.5g}) rotate({s.angle:.4g})")
            for s in middles
        ),
        path(r.level(0.2 * b).d(1), fill=f"url(#{metal})"),
        path(r.level(0.17 * b).d(1), class_="fill-deep"),
        path(r.pearls(0.105 * b, 0.032 * b, 8).d(1), fill=f"url(#{metal})"),
    )


def heart(r: Ring, u: float) -> str:
    """The calm field for the lettering: light in its middle, hairlines at its edge."""
    b = r.band
    return group(
        path(r.level(0.05 * b).d(1), fill="url(#metal-rim)"),
        path(r.level(0.005 * b).d(1), fill="url(#heart)"),
        path(r.level(-0.07 * b).d(1), fill="none", stroke="url(#metal-rim)", stroke_width=1.4 * u),
        path(
            r.hollows(-0.11 * b, 0.3 * b).d(1), fill="none", class_="stroke-pattern", stroke_width=1.2 * u, opacity=0.45
        ),
    )


def boss_piece() -> str:
    """For <defs>: the small sun behind a symbol, of radius 100 about the origin."""
    rim = lobes(circle(ORIGIN, 84).rotate(-90 - 180 / 12), 12, 12)
    d = rim.d(1)
    return group(
        kit.shadow(d, ((16, 0.10), (10, 0.12), (5, 0.16)), 3),
        path(d, fill="url(#metal-boss)"),
        path(rim.offset(-2.6, join="round").d(1), class_="fill-near"),
        path(
            rosette(ORIGIN, 88, 66, 24, point=0.55).d(1),
            data_set_class=kit.by_ground("fill-accent", "fill-accent-light"),
        ),
        path(circle(ORIGIN, 73).d(1), fill="url(#metal-boss)"),
        path(circle(ORIGIN, 70).d(1), data_set_class=kit.by_ground("fill-ground", "fill-near")),
        path(circle(ORIGIN, 70).d(1), fill="url(#boss-light)"),
        path(circle(ORIGIN, 66).d(1), fill="none", stroke="url(#metal-boss)", stroke_width=0.8),
        id="boss",
    )


def boss(b: Boss) -> str:
    side = 1.2 * b.radius
    found, name = ("symbols|length > 1", "{{ symbols[1] }}") if b.second else (None, "{{ symbol }}")
    flower = group(
        path(rosette(ORIGIN, 60, 22, 16, point=0.6).d(1), fill="url(#metal-boss)"),
        path(rosette(ORIGIN, 40, 14, 16, point=0.6).rotate(11.25).d(1), class_="fill-near"),
        path(rosette(ORIGIN, 32, 8, 8, point=0.7).d(1), fill="url(#metal-boss)"),
        path(circle(ORIGIN, 7).d(1), class_="fill-near"),
        transform=f"translate({b.x:g} {b.y:g}) scale({b.radius / 100:.4g})",
        data_if="symbols|length < 2",
    )
    return group(
        el("use", href="#boss", transform=f"translate({b.x:g} {b.y:g}) scale({b.radius / 100:.4g})"),
        el(
            "image", x=b.x - side / 2, y=b.y - side / 2, width=side, height=side,
            data_symbol=name, data_tones="{{ tones }}", data_if=found,
        ),
        *([flower] if b.second else []),
    )  # fmt: skip


def corner_piece(r: Ring, size: float) -> str:
    """For <defs>: the whole medallion of which a corner of the sheet shows a quarter."""
    petals = rosette(ORIGIN, 0.54 * size, 0.2 * size, 12, point=0.6)
    inner = rosette(ORIGIN, 0.3 * size, 0.1 * size, 12, point=0.7).rotate(15)
    return group(
        ring(r, "corner-flower", "metal-corner", size / 200),
        path(circle(ORIGIN, 0.55 * size).d(1), class_="fill-far"),
        path(petals.d(1), class_="fill-accent", opacity=0.85),
        path(circle(ORIGIN, 0.31 * size).d(1), class_="fill-far"),
        path(inner.d(1), class_="fill-glow"),
        path(circle(ORIGIN, 0.13 * size).d(1), class_="fill-second"),
        id="lachak",
    )


def field(shape: Shape, cx: float, cy: float) -> str:
    """The quiet girih of the ground, beyond the artboard on all sides for formats that are longer."""
    w, h = (2 * max(at, side - at) + 0.3 * side for at, side in ((cx, shape.width), (cy, shape.height)))
    lines = star_pattern("girih", 54).lines(w, h, 330 * shape.u).translate(cx - w / 2, cy - h / 2)
    return path(
        lines.d(0), fill="none", class_="stroke-pattern", stroke_width=1.5 * shape.u, opacity=0.2, data_cover="bleed"
    )
