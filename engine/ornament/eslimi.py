"""Eslimi and khatai: spirals that carry split leaves and end in flowers, and what is composed of them.

A spiral is r = a·e^{bφ}; its stem swells from the eye outward and leaves stand at equal turns, growing with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atan2, degrees, exp, log, pi, tan

from engine.ornament import flora
from engine.ornament.flora import Flower
from engine.ornament.geometry import Affine, Point, heading, polar, rotation, translation
from engine.ornament.path import Path, Station, joined, merged
from engine.ornament.pen import curve, placed, spline, swelling_stroke

NOTHING = Path()


@dataclass(frozen=True, slots=True)
class Scroll:
    """A piece of eslimi in four layers to fill, back to front."""

    stems: Path = NOTHING
    leaves: Path = NOTHING
    flowers: Path = NOTHING
    hearts: Path = NOTHING

    def __add__(self, other: Scroll) -> Scroll:
        return Scroll(
            self.stems + other.stems,
            self.leaves + other.leaves,
            self.flowers + other.flowers,
            self.hearts + other.hearts,
        )

    @property
    def whole(self) -> Path:
        """All layers as one path."""
        return self.stems + self.leaves + self.flowers + self.hearts

    def transform(self, m: Affine) -> Scroll:
        """The scroll under an affine map."""
        return Scroll(*(part.transform(m) for part in (self.stems, self.leaves, self.flowers, self.hearts)))

    def translate(self, dx: float, dy: float = 0.0) -> Scroll:
        """The scroll moved by (dx, dy)."""
        return self.transform(translation(dx, dy))

    def mirror_x(self, axis: float = 0.0) -> Scroll:
        """The scroll mirrored in the upright line x = axis."""
        layers = (self.stems, self.leaves, self.flowers, self.hearts)
        return Scroll(*(part.mirror_x(axis) for part in layers))

    def mirror_y(self, axis: float = 0.0) -> Scroll:
        """The scroll mirrored in the level line y = axis."""
        layers = (self.stems, self.leaves, self.flowers, self.hearts)
        return Scroll(*(part.mirror_y(axis) for part in layers))

    def around(self, center: Point, n: int) -> Scroll:
        """`n` copies turned evenly about a point."""
        return added(self.transform(rotation(360 * k / n, center)) for k in range(n))


def added(scrolls: Iterable[Scroll]) -> Scroll:
    """Scrolls drawn as one, layer by layer."""
    every = list(scrolls)
    return Scroll(
        merged(s.stems for s in every),
        merged(s.leaves for s in every),
        merged(s.flowers for s in every),
        merged(s.hearts for s in every),
    )


def flowering(flower: Flower, station: Station, size: float) -> Scroll:
    """A flower at a place, `size` long."""
    put = flower.placed(station, size)
    return Scroll(flowers=put.petals, hearts=put.heart)


def leafing(motif: Path, station: Station, size: float, *, right: bool = False) -> Scroll:
    """A leaf at a place, `size` long, bowed to the left of the way or to its `right`."""
    return Scroll(leaves=placed(motif.mirror_y() if right else motif, station, size / 100))


@dataclass(frozen=True, slots=True)
class Spiral:
    """The line r = outer·(inner/outer)^(turn/turns) around an eye.

    It begins in the direction `start` from the eye and turns clockwise on its way in if `right`.
    """

    center: Point
    outer: float
    inner: float
    turns: float
    start: float
    right: bool = True

    def radius(self, turn: float) -> float:
        """The distance from the eye after so many turns."""
        return self.outer * exp(log(self.inner / self.outer) * turn / self.turns)

    def station(self, turn: float) -> Station:
        """The place after so many turns. All along, the line makes the same angle with the circles about the eye."""
        way = 1 if self.right else -1
        angle = self.start + way * 360 * turn
        inward = degrees(atan2(-log(self.inner / self.outer), 2 * pi * self.turns))
        return Station(polar(self.center, self.radius(turn), angle), angle + way * (90 + inward))

    @property
    def line(self) -> Path:
        """The spiral from its outer end to the inner one."""
        return curve(lambda t: self.station(t).point, 0, self.turns, max(2, round(6 * self.turns)))


def scroll(
    spiral: Spiral,
    *,
    stem: Station | None = None,
    flower: Flower | None = None,
    leaves: Sequence[float] = (0.1, 0.35, 0.6, 0.85, 1.1),
    hooks: Sequence[float] = (0.22, 0.47, 0.72),
    leaf_size: float = 0.6,
    thickness: float = 0.05,
) -> Scroll:
    """A spiral stem that swells outward, carries leaves and ends in a flower.

    `leaves` are the turns at which split leaves stand on its outer side, `hooks` those of single curls on its inner
    side; `leaf_size` is a leaf's length in radii there, `thickness` the stem's width in radii at the outer end. `stem`
    is where it comes from, if from elsewhere.
    """
    line, begin = spiral.line, spiral.station(0)
    if stem:
        line = joined(spline([(*stem.point, stem.angle), (*begin.point, begin.angle)]), line, closed=False)
    width = thickness * spiral.outer
    grown = [Scroll(stems=swelling_stroke(line, [width, width, 0.8 * width, 0.55 * width]))]
    lean = -8 if spiral.right else 8
    for turn in leaves:
        point, angle = spiral.station(turn)
        size = leaf_size * spiral.radius(turn)
        grown.append(leafing(flora.split_leaf(), Station(point, angle + lean), size, right=not spiral.right))
    for turn in hooks:
        point, angle = spiral.station(turn)
        size = 0.66 * leaf_size * spiral.radius(turn)
        grown.append(leafing(flora.hook(), Station(point, angle - lean), size, right=spiral.right))
    grown.append(_bloom(spiral, flower or flora.rosette()))
    return added(grown)


def _bloom(spiral: Spiral, flower: Flower) -> Scroll:
    """The flower in the eye of a spiral; one in profile grows on from the stem's end."""
    end = spiral.station(spiral.turns)
    if flower.from_above:
        return flowering(flower, Station(spiral.center, end.angle), 1.9 * spiral.inner)
    return flowering(flower, Station(end.point, heading(end.point, spiral.center)), 1.8 * spiral.inner)


def vine(length: float, height: float, *, bays: int | None = None) -> Scroll:
    """A running border in the box (0, 0) … (length, height) that repeats without a seam.

    The stem waves from edge to edge, a spiral fills each of its bays; `bays` is even, about as many as are square
    unless told.
    """
    count = bays or 2 * max(1, round(length / (2.3 * height)))
    bay = length / count
    up, down = _bay(bay, height, flora.rosette(6)), _bay(bay, height, flora.rosette(8)).mirror_y(height / 2)
    pair = up + down.translate(bay)
    return added(pair.translate(2 * k * bay) for k in range((count + 1) // 2))


def lyre(width: float, height: float, *, flower: Flower | None = None) -> Scroll:
    """Two spirals that curl up from one root, a flower over them: in the box (-w/2, -h) … (w/2, 0)."""
    outer = min(0.19 * width, 0.29 * height)
    eye = (1.12 * outer, -0.34 * height)
    right = scroll(
        Spiral(eye, outer, 0.56 * outer, 1.15, 80.0, right=False),
        stem=Station((0.0, 0.0), -58.0),
        leaves=(0.12, 0.34, 0.56),
        hooks=(),
        leaf_size=0.66,
        thickness=0.095,
    )
    foot = -0.56 * height
    size = min(0.42 * height, 0.56 * width)
    stalk = swelling_stroke([(0.0, 0.0), (0.0, foot)], [0.1 * outer, 0.05 * outer])
    hook = leafing(flora.hook(), Station((0.0, 0.7 * foot), -98.0), 0.24 * height, right=True)
    bloom = flowering(flower or flora.lotus(), Station((0.0, foot), -90.0), size)
    return added([Scroll(stems=stalk), right, right.mirror_x(), hook, hook.mirror_x(), bloom])


def bower(
    width: float,
    height: float,
    *,
    flower: Flower | None = None,
    leaves: Sequence[float] = (0.34, 0.56, 0.76),
) -> Scroll:
    """A flower framed by two stems that meet over it in a point: in the box (-w/2, -h) … (w/2, 0).

    `leaves` are the places of the split leaves outside, as shares of the stem.
    """
    belly = min(0.36 * width, 0.42 * height)
    line = spline([(0.0, 0.0, -68.0), (0.55 * belly, -0.2 * height, -42.0), (belly, -0.52 * height, -90.0)])
    over = spline([(belly, -0.52 * height, -90.0), (0.5 * belly, -0.8 * height, -140.0), (0.0, -0.89 * height, -112.0)])
    whole = joined(line, over, closed=False)
    thick = 0.075 * belly
    stem = Scroll(stems=swelling_stroke(whole, [thick, 1.3 * thick, 1.1 * thick, 0.7 * thick]))
    grown = [stem]
    for share in leaves:
        point, angle = whole.stations([share * whole.length])[0]
        size = (0.72 - 0.46 * share) * belly
        grown.append(leafing(flora.split_leaf(), Station(point, angle + 10), size, right=True))
    grown.append(leafing(flora.hook(), Station((0.0, -0.02 * height), -74.0), 0.3 * height, right=True))
    half = added(grown)
    foot = -0.32 * height
    stalk = swelling_stroke([(0.0, 0.0), (0.0, foot)], [1.2 * thick, 0.8 * thick])
    size = min(0.48 * height, 1.16 * belly)
    bloom = flowering(flower or flora.lotus(), Station((0.0, foot), -90.0), size)
    tip = leafing(flora.drop(), Station((0.0, -0.87 * height), -90.0), 0.13 * height)
    return added([Scroll(stems=stalk), half, half.mirror_x(), bloom, tip])


def wreath(center: Point, outer: float, inner: float, n: int, *, flower: Flower | None = None) -> Scroll:
    """`n` bowers around a centre between two radii, the first upward."""
    width = 0.97 / 0.36 * (0.48 * inner + 0.52 * outer) * tan(pi / n)  # neighbours' stems just meet
    one = bower(width, outer - inner, flower=flower, leaves=(0.68, 0.82)).translate(0, -inner)
    return one.around((0.0, 0.0), n).translate(*center)


def field(width: float, height: float, cell: float) -> Scroll:
    """A ground of scrolls over a rectangle, for a large quiet pattern: vines in rows, every other one mirrored.

    It may stand over the edges by half a cell.
    """
    rows = max(1, round(height / cell))
    high = height / rows
    bays = 2 * max(1, round(width / (2.3 * high)))
    row = vine(width, high, bays=bays)
    other = row.mirror_y(high / 2)
    return added((other if k % 2 else row).translate(0, k * high) for k in range(rows))


def _bay(bay: float, h: float, flower: Flower) -> Scroll:
    """One bay: the stem goes down under the spiral and up again, from the middle of the left side to the right one."""
    wave = spline([(0, h / 2, 62.0), (0.48 * bay, 0.95 * h, 0.0), (bay, h / 2, -62.0)])
    stem = swelling_stroke(wave, [0.034 * h, 0.05 * h, 0.034 * h])
    (x, y), angle = wave.stations([0.4 * wave.length])[0]
    outer = min(0.44 * h, 0.4 * bay)
    branch = scroll(
        Spiral(polar((x, y), outer, angle - 90), outer, 0.6 * outer, 1.12, angle + 90, right=False),
        flower=flower,
        leaves=(0.29, 0.53, 0.76),
        hooks=(),
        leaf_size=0.8,
        thickness=0.1,
    )
    return Scroll(stems=stem) + branch
