"""Tilings of the plane that star patterns grow on: regular polygons, and the five girih tiles.

A `Tiling` holds one period with edges of length 1: every tile is a polygon that shares whole edges with its
neighbours. Vertex names such as 4.8.8 are those of B. Grünbaum and G. C. Shephard, Tilings and Patterns, 1987;
the girih tiles are those of P. J. Lu and P. J. Steinhardt, Science 315, 2007.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import ceil, cos, floor, hypot, pi, radians, sin, sqrt, tan

from engine.errors import BadInput
from engine.ornament.geometry import Point, all_moved, middle, ring, rotation, translation

type Tile = tuple[Point, ...]
"""A polygon, clockwise on the screen."""


@dataclass(frozen=True, slots=True)
class Tiling:
    """One period of a tiling: the two steps after which it repeats, and its tiles."""

    u: Point
    v: Point
    tiles: tuple[Tile, ...]

    @property
    def period_area(self) -> float:
        """The area of one period, which the tiles cover without gap or overlap."""
        return abs(self.u[0] * self.v[1] - self.u[1] * self.v[0])

    @property
    def period(self) -> float:
        """The length of the first step."""
        return hypot(*self.u)

    def steps(self, x: float, y: float, width: float, height: float, reach: float) -> list[tuple[int, int]]:
        """The (i, j) for which i·u + j·v lies in the rectangle widened by `reach` on all sides."""
        (ux, uy), (vx, vy) = self.u, self.v
        cross = ux * vy - uy * vx
        left, top, right, bottom = x - reach, y - reach, x + width + reach, y + height + reach
        corners = [(left, top), (right, top), (left, bottom), (right, bottom)]
        rows = [(ux * q - uy * p) / cross for p, q in corners]
        found = []
        for j in range(ceil(min(rows)), floor(max(rows)) + 1):
            columns = [(p * vy - q * vx) / cross for p, q in corners]
            for i in range(ceil(min(columns)), floor(max(columns)) + 1):
                px, py = i * ux + j * vx, i * uy + j * vy
                if left <= px <= right and top <= py <= bottom:
                    found.append((i, j))
        return found

    def cover(self, width: float, height: float, cell: float) -> list[list[Point]]:
        """The tiles that cover a rectangle at the origin, its middle at the tiling's; `cell` is the period."""
        scale = cell / self.period
        w, h = width / scale, height / scale
        reach = max(hypot(x, y) for tile in self.tiles for x, y in tile)
        covering = []
        for i, j in self.steps(-w / 2, -h / 2, w, h, reach):
            dx = i * self.u[0] + j * self.v[0] + w / 2
            dy = i * self.u[1] + j * self.v[1] + h / 2
            for tile in self.tiles:
                moved = [((x + dx) * scale, (y + dy) * scale) for x, y in tile]
                if _touches(moved, width, height):
                    covering.append(moved)
        return covering


def tiling(name: str) -> Tiling:
    """The tiling of this name, one of `NAMES`; raises BadInput for another."""
    if name not in _BUILDERS:
        raise BadInput.of("unknown tiling “{name}”", todo="use one of {known}", name=name, known=", ".join(NAMES))
    return _built(name)


@cache
def _built(name: str) -> Tiling:
    return _BUILDERS[name]()


def _touches(polygon: list[Point], width: float, height: float) -> bool:
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs) < width and max(xs) > 0 and min(ys) < height and max(ys) > 0


def _regular(n: int, center: Point, start: float) -> Tile:
    return tuple(ring(center, 0.5 / sin(pi / n), n, start))


def _hexagonal(period: float, *tiles: Tile) -> Tiling:
    return Tiling((period, 0), (period / 2, period * sqrt(3) / 2), tiles)


def _between(period: float) -> tuple[Point, Point]:
    """The centres of the two triangles in a hexagonal period."""
    return (period / 2, period / sqrt(12)), (period, period / sqrt(3))


def _around_squares(period: float) -> tuple[Tile, Tile, Tile]:
    """Squares half-way to the neighbours in a hexagonal period."""
    u, v = (period, 0.0), (period / 2, period * sqrt(3) / 2)
    w = (v[0] - u[0], v[1] - u[1])
    a, b, c = (middle((0, 0), step) for step in (u, v, w))
    return _regular(4, a, 45), _regular(4, b, 105), _regular(4, c, 165)


def _squares() -> Tiling:
    return Tiling((1, 0), (0, 1), (_regular(4, (0, 0), 45),))


def _triangles() -> Tiling:
    up, down = _between(1)
    return _hexagonal(1, _regular(3, up, 210), _regular(3, down, 270))


def _hexagons() -> Tiling:
    return _hexagonal(sqrt(3), _regular(6, (0, 0), 30))


def _hexagons_triangles() -> Tiling:
    a = sqrt(3) / 3
    return Tiling(
        (2, 0),
        (1, sqrt(3)),
        (_regular(6, (0, 0), 0), _regular(3, (1, a), -90), _regular(3, (1, -a), 90)),
    )


def _octagons_squares() -> Tiling:
    p = 1 + sqrt(2)
    return Tiling((p, 0), (0, p), (_regular(8, (0, 0), 22.5), _regular(4, (p / 2, p / 2), 0)))


def _dodecagons_triangles() -> Tiling:
    p = 2 + sqrt(3)
    a, b = _between(p)
    return _hexagonal(p, _regular(12, (0, 0), 15), _regular(3, a, 30), _regular(3, b, 90))


def _dodecagons_hexagons_squares() -> Tiling:
    p = 3 + sqrt(3)
    a, b = _between(p)
    return _hexagonal(p, _regular(12, (0, 0), 15), *_around_squares(p), _regular(6, a, 0), _regular(6, b, 0))


def _hexagons_squares_triangles() -> Tiling:
    p = 1 + sqrt(3)
    a, b = _between(p)
    return _hexagonal(p, _regular(6, (0, 0), 30), *_around_squares(p), _regular(3, a, 210), _regular(3, b, 270))


# --- girih tiles: all edges 1, all angles multiples of 36°

PHI = (1 + sqrt(5)) / 2
_DECAGON = tan(radians(72)) / 2
"""A decagon's distance from its centre to an edge."""


def girih_tile(kind: str, center: Point = (0.0, 0.0), axis: float = 0.0) -> Tile:
    """A girih tile of edge 1: "decagon", "pentagon", "hexagon", "bow tie" or "rhombus".

    `axis` is the direction in degrees of its long axis, or of a corner of the regular ones.
    """
    s36, c36, s72, waist = sin(radians(36)), cos(radians(36)), sin(radians(72)), 0.5 - cos(radians(72))
    shapes: Mapping[str, list[Point]] = {
        "decagon": list(_regular(10, (0, 0), 0)),
        "pentagon": list(_regular(5, (0, 0), 0)),
        "hexagon": [(0.5 + c36, 0), (0.5, s36), (-0.5, s36), (-0.5 - c36, 0), (-0.5, -s36), (0.5, -s36)],
        "bow tie": [(s72, 0.5), (0, waist), (-s72, 0.5), (-s72, -0.5), (0, -waist), (s72, -0.5)],
        "rhombus": [(c36, 0), (0, s36), (-c36, 0), (0, -s36)],
    }
    return tuple(all_moved(translation(*center), all_moved(rotation(axis), shapes[kind])))


def _girih_bow_ties() -> Tiling:
    """Decagons in brick rows, an upright bow tie between two neighbours."""
    u, v = PHI + 2, _DECAGON + sin(radians(72))
    return Tiling((u, 0), (u / 2, v), (girih_tile("decagon"), girih_tile("bow tie", (u / 2, 0), 90)))


def _girih_hexagons() -> Tiling:
    """Decagons wreathed by bow ties and hexagons, the most common girih."""
    u, v = 3 * PHI + 1, _DECAGON + sin(radians(36))
    return Tiling(
        (u, 0),
        (u / 2, v),
        (
            girih_tile("decagon"),
            girih_tile("hexagon", (0, v)),
            girih_tile("bow tie", (u / 4, -v / 2), 54),
            girih_tile("bow tie", (u / 4, v / 2), 126),
        ),
    )


def _girih_columns() -> Tiling:
    """Columns of decagons with hexagons and bow ties in between."""
    u, v = PHI + 2, 2 * _DECAGON
    tiles = ("decagon", (0.0, 0.0), 0.0), ("hexagon", (u / 2, v / 2), 0.0), ("bow tie", (u / 2, 0.0), 90.0)
    return Tiling((u, 0), (0, v), tuple(girih_tile(*tile) for tile in tiles))


def _girih_pentagons() -> Tiling:
    """Columns of decagons among pentagons and rhombi: five-pointed stars."""
    u, v = PHI**3, 2 * _DECAGON
    pentagon, rhombus = tan(radians(54)) / 2, PHI**2 / 2
    return Tiling(
        (u, 0),
        (0, v),
        (
            girih_tile("decagon"),
            girih_tile("rhombus", (rhombus, v / 2)),
            girih_tile("rhombus", (-rhombus, v / 2)),
            girih_tile("pentagon", (u / 2, pentagon), 90),
            girih_tile("pentagon", (u / 2, -pentagon), -90),
        ),
    )


def _girih_five() -> Tiling:
    """Decagons, hexagons, rhombi and pairs of pentagons in a wide period."""
    u, v = 2 * PHI + 3, 2 * _DECAGON
    pentagon, ways = tan(radians(54)) / 2, (1, -1)
    rhombi = [
        girih_tile("rhombus", (x * 0.75 * PHI**2, y * sin(radians(72)) / 2), -36.0 * x * y) for x in ways for y in ways
    ]
    hexagons = [girih_tile("hexagon", (sx * (PHI + 2) / 2, v / 2)) for sx in ways]
    pentagons = [girih_tile("pentagon", (u / 2, sy * pentagon), 90.0 * sy) for sy in ways]
    return Tiling((u, 0), (0, v), (girih_tile("decagon"), *rhombi, *hexagons, *pentagons))


_BUILDERS: Mapping[str, Callable[[], Tiling]] = {
    "4.4.4.4": _squares,
    "3.3.3.3.3.3": _triangles,
    "6.6.6": _hexagons,
    "3.6.3.6": _hexagons_triangles,
    "4.8.8": _octagons_squares,
    "3.12.12": _dodecagons_triangles,
    "4.6.12": _dodecagons_hexagons_squares,
    "3.4.6.4": _hexagons_squares_triangles,
    "girih": _girih_hexagons,
    "girih-bow-ties": _girih_bow_ties,
    "girih-columns": _girih_columns,
    "girih-pentagons": _girih_pentagons,
    "girih-five": _girih_five,
}

NAMES = tuple(_BUILDERS)
