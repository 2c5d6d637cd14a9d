"""Motifs of Persian illumination: leaves, split palmettes, buds, lotuses and rosettes.

Every motif is drawn 100 long on the x axis: its stem comes from the left and ends at the origin, the motif ends at or
near (100, 0). Scale it to size and put it at a place with `pen.placed`. Parts that lie over each other are cut apart
by a thin gap, so that a motif reads in a single colour too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from engine.ornament.geometry import ORIGIN, Affine, area, polar
from engine.ornament.path import Contour, Path, Station, joined, merged, united
from engine.ornament.pen import Knot, circle, placed, regular, repeat_around, spline, swelling_stroke

GAP = 2.4
"""The gap between two parts of a motif 100 long."""


@dataclass(frozen=True, slots=True)
class Flower:
    """A flower in two tones: its petals, and the heart with its seeds.

    One seen `from_above` has its middle at the origin; the others grow from the origin to the right.
    """

    petals: Path
    heart: Path
    from_above: bool = False

    def transform(self, m: Affine) -> Flower:
        """The flower under an affine map."""
        return replace(self, petals=self.petals.transform(m), heart=self.heart.transform(m))

    def placed(self, station: Station, size: float) -> Flower:
        """The flower at a place, `size` long."""
        ratio = size / 100
        petals, heart = placed(self.petals, station, ratio), placed(self.heart, station, ratio)
        return replace(self, petals=petals, heart=heart)


def cut_apart(layers: Sequence[Path], gap: float = GAP) -> Path:
    """Shapes from back to front, each cut away around the ones in front of it."""
    kept: list[Path] = []
    for layer in layers:
        rim = layer.offset(gap, join="round")
        kept = [path - rim for path in kept]
        kept.append(layer)
    return Path(tuple(c for path in kept for c in path.contours if not _is_sliver(c)))


def _is_sliver(contour: Contour) -> bool:
    """Whether a scrap that a cut left over is smaller than a speck."""
    (line,) = Path((contour,)).flat(4)
    return area(line) < 8


def both_sides(path: Path) -> Path:
    """The shape united with its mirror image in the x axis."""
    return united([path, path.mirror_y()])


def comma(knots: Sequence[Knot], width: float) -> Path:
    """A lobe that swells early and runs out into a point along a curved spine."""
    return swelling_stroke(knots, [0.3 * width, 0.92 * width, width, 0.6 * width, 0.0])


@cache
def drop(breadth: float = 42.0) -> Path:
    """A bud: round at its foot, a long point at its end."""
    upper = spline([(0, 0, -80), (34, -breadth / 2, 2), (100, 0, 12)])
    return joined(upper, upper.mirror_y())


@cache
def leaf(breadth: float = 34.0, bend: float = 10.0) -> Path:
    """A pointed leaf that bows to the left, with its midrib cut out."""
    back = spline([(0, 0, -42), (42, -bend - breadth / 2, -2), (100, 0, 36)])
    belly = spline([(100, 0, 190), (48, -bend + breadth / 2, 178), (0, 0, 222)])
    rib = swelling_stroke([(8, -2), (45, -bend * 0.95), (80, -bend * 0.7)], [0.0, 3.2, 0.0])
    return joined(back, belly) - rib


@cache
def split_leaf() -> Path:
    """The split palmette of eslimi: a long lobe that bows away to the left, a short one under it, a pearl."""
    back = spline([(2, -7, -20), (42, -37, -30), (78, -48, 2), (104, -14, 70)])
    throat = spline([(104, -14, 224), (78, -25, 178), (20, 0, 152)])
    jaw = spline([(20, 0, 12), (48, 3, -8), (82, -13, -46)])
    chin = spline([(82, -13, 118), (60, 16, 152), (30, 22, 190), (2, 7, 206)])
    pearl = spline([(2, 7, 180), (-5, 0, -90), (2, -7, 0)])
    return joined(back, throat, jaw, chin, pearl)


@cache
def hook() -> Path:
    """Half a palmette: a single lobe that curls into itself, for the places where a leaf leaves a stem."""
    return comma([(0, 0, -4), (48, -14, -28), (86, -44, -58), (88, -74, -130), (64, -78, 130)], 24)


@cache
def bud() -> Path:
    """A closed flower between two sepals."""
    sepal = comma([(0, 0, -30), (22, -17, -38), (48, -27, 0), (62, -20, 60)], 11)
    return cut_apart([drop(38.0).scale(0.9).translate(10), united([sepal, sepal.mirror_y(), circle((3, 0), 6)])])


@cache
def boteh() -> Path:
    """The bent cypress of shawls and carpets (paisley): a rim, and in it a drop with two leaves."""
    body = swelling_stroke([(31, 0), (56, 0), (82, -14), (96, -42), (82, -62)], [62, 60, 40, 17, 0]).simplify()
    rim = body - body.offset(-4.5, join="round")
    heart = placed(drop(50), Station((10, 1), -4), 0.42)
    sides = [placed(leaf(30, 14), Station(place, turn), 0.27) for place, turn in (((48, 12), -24), ((53, -7), -40))]
    return merged([rim, heart, *sides])


def _lobe(reach: float, breadth: float, angle: float, *, curl: float = 0.0) -> Path:
    """A petal from the origin in a direction, pointed; `curl` bends its end over to the left."""
    tip, belly = (reach, -curl), (reach * 0.54, -curl * 0.1)
    upper = spline([(0, 0, -22), (belly[0], belly[1] - breadth / 2, 6), (*tip, 26 - 2 * curl)])
    lower = spline([(*tip, 154 - 2 * curl), (belly[0], belly[1] + breadth / 2, 174), (0, 0, 202)])
    return joined(upper, lower).rotate(angle)


@cache
def lotus() -> Flower:
    """The shah-abbasi lotus in profile: sepals that curl back, two ranks of petals, a bud with its own heart."""
    sepal = comma([(0, 0, 96), (10, 24, 62), (30, 41, 50), (36, 58, 120), (24, 60, 230)], 11)
    back = [_lobe(80, 30, 66, curl=9), _lobe(92, 32, 40, curl=5), _lobe(98, 30, 14)]
    front = [_lobe(60, 27, 54, curl=7), _lobe(68, 27, 23)]
    core = drop(36.0).scale(0.64).translate(4)
    ranks = [both_sides(petal) for petal in (sepal, *back, *front)]
    petals = cut_apart([*ranks, core, circle(ORIGIN, 8)])
    return Flower(petals, drop(16.0).scale(0.34).translate(13))


@cache
def rosette(n: int = 6) -> Flower:
    """A flower seen from above: `n` notched petals around a heart, 100 across, its middle at the origin."""
    half = spline([(14, 0, -64), (33, -19, -18), (47, -10, 54), (43.5, 0, 122)])
    petal = joined(half, half.mirror_y()).scale(1, 4.9 / n)
    stamens = merged(regular(polar(ORIGIN, 16, 360 * (k + 0.5) / n), 2.6, 4) for k in range(n))
    return Flower(repeat_around(petal, ORIGIN, n), circle(ORIGIN, 9.5) + stamens, from_above=True)


@cache
def pomegranate() -> Flower:
    """A pomegranate blossom: a round fruit in leaves, its crown at the end."""
    fruit = circle((40, 0), 27)
    crown = united(comma([(60, 0, a), (76, 10 * a / 30, a), (96, 24 * a / 30, a * 0.6)], 11) for a in (-30, 0.0, 30))
    side = comma([(0, 0, -50), (16, -32, -44), (46, -45, 12), (74, -34, 40)], 13)
    return Flower(cut_apart([crown, fruit, united([side, side.mirror_y(), circle(ORIGIN, 7)])]), circle((40, 0), 11))
