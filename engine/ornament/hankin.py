"""Star patterns by Hankin's method.

From the middle of every edge of a tiling two rays leave into each of the two tiles at the contact angle; where the
rays of a tile meet they end. E. H. Hankin, The Drawing of Geometric Patterns in Saracenic Art, 1925; C. S. Kaplan,
Islamic Star Patterns from Polygons in Contact, Graphics Interface 2005.

A ray that leans to the next edge (clockwise) is called forward, to the edge before backward. A forward ray always ends
on a backward one, and goes on as a forward ray on the other side of its edge: if forward rays pass over, every strand
goes over and under by turns.
"""

from __future__ import annotations

import cmath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import floor, isclose, radians

from engine.errors import BadInput
from engine.ornament.clip import clipped_line, clipped_polygon
from engine.ornament.geometry import Point, area, crossing, distance, middle
from engine.ornament.path import Path, merged
from engine.ornament.pen import polygon, polyline
from engine.ornament.tilings import Tile, Tiling, tiling

ANGLES: Mapping[str, float] = {
    "4.4.4.4": 67.5,
    "3.3.3.3.3.3": 75,
    "6.6.6": 60,
    "3.6.3.6": 60,
    "4.8.8": 67.5,
    "3.12.12": 75,
    "4.6.12": 67.5,
    "3.4.6.4": 67.5,
}
"""The contact angle that suits a tiling best; girih tiles take GIRIH_ANGLE."""

GIRIH_ANGLE = 54.0


type Step = tuple[int, int]
"""How many periods on, along the tiling's u and v."""
type Place = tuple[float, float]
"""Where in a period: the shares of u and v."""


@dataclass(frozen=True, slots=True)
class Knot:
    """A point of a strand: a bend, or a crossing that it passes over or under."""

    point: Point
    crossing: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class Strand:
    """A line of the pattern for one period: it closes, or goes on `step` periods further."""

    knots: tuple[Knot, ...]
    step: Step


@dataclass(frozen=True, slots=True)
class StarPattern:
    """One period of a star pattern in a tiling's units (edges of length 1)."""

    tiling: Tiling
    strands: tuple[Strand, ...]
    stars: tuple[tuple[Point, ...], ...]
    """The closed faces around the tiles' middles, the largest first."""

    def lines(self, width: float, height: float, cell: float) -> Path:
        """All strands over a rectangle as polylines, as long as they can be, cut at its edges."""
        field = Field(self.tiling, width, height, cell)
        runs: list[Path] = []
        for strand in self.strands:
            for points in self._polylines(strand, field):
                inside = clipped_line(points, width, height)
                whole = strand.step == (0, 0) and inside == [points]
                runs += [polygon(points[:-1])] if whole else [polyline(run) for run in inside]
        return merged(runs)

    def _polylines(self, strand: Strand, field: Field) -> Iterator[list[Point]]:
        """A strand's bends wherever it may touch the rectangle, periods that follow each other in one line."""
        corners = [k.point for k in strand.knots if not k.crossing] or [strand.knots[0].point]
        corners += _shifted(self.tiling, corners[:1], strand.step)
        steps = field.steps(corners)
        for chain in _chains(steps, strand.step) if strand.step != (0, 0) else ([step] for step in steps):
            line = [field.put(p, step) for step in chain for p in corners[:-1]]
            yield [*line, field.put(corners[-1], chain[-1])]

    def star_fills(self, width: float, height: float, cell: float, *, largest: bool = False) -> Path:
        """The stars over a rectangle as filled shapes, cut at its edges; `largest` leaves out the smaller kinds."""
        field = Field(self.tiling, width, height, cell)
        chosen = self.stars
        if largest:
            chosen = tuple(s for s in self.stars if isclose(area(s), area(self.stars[0]), rel_tol=1e-6))
        return merged(piece for star in chosen for piece in field.filled(star))


@dataclass(frozen=True, slots=True)
class Field:
    """A rectangle at the origin over which one period is repeated; the pattern's middle is the rectangle's."""

    tiling: Tiling
    width: float
    height: float
    cell: float

    @property
    def scale(self) -> float:
        return self.cell / self.tiling.period

    def put(self, p: Point, step: Step) -> Point:
        """A point of the period, `step` periods on, in the rectangle's units."""
        (ux, uy), (vx, vy), s = self.tiling.u, self.tiling.v, self.scale
        i, j = step
        return self.width / 2 + (p[0] + i * ux + j * vx) * s, self.height / 2 + (p[1] + i * uy + j * vy) * s

    def steps(self, points: Sequence[Point]) -> list[Step]:
        """The periods in which a shape with these corners may touch the rectangle."""
        s, t = self.scale, self.tiling
        xs, ys = [x for x, _ in points], [y for _, y in points]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        left, top = -self.width / 2 / s - max(xs), -self.height / 2 / s - max(ys)
        return t.steps(left, top, self.width / s + wide, self.height / s + high, 1e-9)

    def filled(self, shape: Sequence[Point]) -> Iterator[Path]:
        """A filled shape of the period wherever it touches the rectangle, cut at its edges."""
        for step in self.steps(shape):
            inside = clipped_polygon([self.put(p, step) for p in shape], self.width, self.height)
            if len(inside) > 2:
                yield polygon(inside)


def star_pattern(name: str, angle: float | None = None, depth: int = 1) -> StarPattern:
    """The pattern on the tiling `name` with the contact angle in degrees (the tiling's best unless told).

    `depth` 2 lets the rays of tiles with eight corners or more run on past their first meeting, to the second.
    Raises BadInput for a tiling or an angle that gives no pattern.
    """
    chosen = ANGLES.get(name, GIRIH_ANGLE) if angle is None else angle
    if not 15 <= chosen <= 88:
        raise BadInput.of(
            "contact angle {angle}° gives no star pattern", todo="use an angle from 15 to 88", angle=chosen
        )
    return _pattern(name, float(chosen), depth)


@cache
def _pattern(name: str, angle: float, depth: int) -> StarPattern:
    t = tiling(name)
    chords: list[tuple[Knot, ...]] = []
    stars: list[tuple[Point, ...]] = []
    for tile in t.tiles:
        inside = _chords(tile, angle, depth)
        chords += inside.values()
        stars += _cycles(inside)
    stars.sort(key=area, reverse=True)
    if len(chords) != sum(map(len, t.tiles)):
        raise BadInput.of(
            "contact angle {angle}° gives no star pattern on “{tiling}”",
            todo="use an angle near {best}",
            angle=angle,
            tiling=name,
            best=ANGLES.get(name, GIRIH_ANGLE),
        )
    return StarPattern(t, tuple(_strands(t, chords)), tuple(stars))


# --- inside a tile


def _chords(tile: Tile, angle: float, depth: int) -> dict[int, tuple[Knot, ...]]:
    """By edge: the line from its forward ray to the backward ray that it ends on."""
    n = len(tile)
    middles = [middle(tile[k], tile[(k + 1) % n]) for k in range(n)]
    sides = [complex(*tile[(k + 1) % n]) - complex(*tile[k]) for k in range(n)]
    turn = cmath.rect(1, radians(angle))
    forward = [side * turn for side in sides]
    backward = [-side / turn for side in sides]
    reach = depth if n >= 8 else 1
    meetings = _meetings(middles, forward, backward)
    pairs = {k: (k + reach) % n for k in range(n)} if _is_regular(tile) else _nearest(meetings, n)

    def line(i: int, j: int) -> tuple[Knot, ...]:
        start, end = Knot(middles[i], True, True), Knot(middles[j], True, False)
        bend = meetings[i, j][0]
        if bend is None:
            return start, end
        if reach == 1:
            return start, Knot(bend), end
        first, last = meetings[i, (i + 1) % n][0], meetings[(j - 1) % n, j][0]
        assert first is not None and last is not None
        return start, Knot(first, True, False), Knot(bend), Knot(last, True, True), end

    return {i: line(i, j) for i, j in pairs.items()}


def _meetings(
    middles: list[Point], forward: list[complex], backward: list[complex]
) -> dict[tuple[int, int], tuple[Point | None, float]]:
    """Where forward ray i meets backward ray j and how long both are together; no point for one straight line."""
    found: dict[tuple[int, int], tuple[Point | None, float]] = {}
    for i, p in enumerate(middles):
        for j, q in enumerate(middles):
            if i == j:
                continue
            a, b = complex(*p), complex(*q)
            if abs(cmath.phase(forward[i] / (b - a))) < 1e-6 and abs(cmath.phase(backward[j] / (a - b))) < 1e-6:
                found[i, j] = None, distance(p, q)
                continue
            point = crossing(p, _ahead(p, forward[i]), q, _ahead(q, backward[j]))
            if point is None:
                continue
            c = complex(*point)
            if ((c - a) * forward[i].conjugate()).real > 0 and ((c - b) * backward[j].conjugate()).real > 0:
                found[i, j] = point, abs(c - a) + abs(c - b)
    return found


def _nearest(meetings: Mapping[tuple[int, int], tuple[Point | None, float]], n: int) -> dict[int, int]:
    """Every forward ray with a backward one, the shortest pairs first."""
    pairs: dict[int, int] = {}
    for i, j in sorted(meetings, key=lambda pair: round(meetings[pair][1], 6)):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _cycles(chords: Mapping[int, tuple[Knot, ...]]) -> Iterator[tuple[Point, ...]]:
    """The closed faces that the chords of a tile run around."""
    starts = {chord[0].point: i for i, chord in chords.items()}
    left = set(chords)
    while left:
        i = min(left)
        face: list[Point] = []
        while i in left:
            left.remove(i)
            face += [k.point for k in chords[i][:-1]]
            i = starts.get(chords[i][-1].point, -1)
        yield tuple(face)


def _is_regular(tile: Tile) -> bool:
    center = complex(sum(x for x, _ in tile), sum(y for _, y in tile)) / len(tile)
    radii = [abs(complex(*p) - center) for p in tile]
    return isclose(max(radii), min(radii), rel_tol=1e-6)  # its sides are equal anyway


def _ahead(p: Point, way: complex) -> Point:
    return p[0] + way.real, p[1] + way.imag


# --- across tiles


def _strands(t: Tiling, chords: list[tuple[Knot, ...]]) -> Iterator[Strand]:
    """The chords linked over all edges: forwards along one chord, backwards along the next."""
    starts = _by_edge(t, [chord[0].point for chord in chords])
    ends = _by_edge(t, [chord[-1].point for chord in chords])
    start_of = {c: (key, step) for key, found in starts.items() for c, step in found}
    end_of = {c: (key, step) for key, found in ends.items() for c, step in found}
    left = set(range(len(chords)))
    while left:
        first = chord = min(left)
        at = (0, 0)
        knots: list[Knot] = []
        while True:
            left.discard(chord)
            knots += moved_knots(t, chords[chord][:-1], at)
            chord, at = _across(ends, end_of, chord, at)
            left.discard(chord)
            knots += moved_knots(t, chords[chord][:0:-1], at)
            chord, at = _across(starts, start_of, chord, at)
            if chord == first:
                break
        yield Strand(tuple(knots), at)


def _by_edge(t: Tiling, middles: list[Point]) -> dict[Place, list[tuple[int, Step]]]:
    """By edge of the tiling: the two chords at it, and how many periods off each of them is."""
    found: dict[Place, list[tuple[int, Step]]] = {}
    for chord, p in enumerate(middles):
        key, step = home(t, p)
        found.setdefault(key, []).append((chord, step))
    return found


def _across(
    edges: Mapping[Place, list[tuple[int, Step]]],
    of: Mapping[int, tuple[Place, Step]],
    chord: int,
    at: Step,
) -> tuple[int, Step]:
    """The chord on the other side of the edge, and the period it lies in."""
    key, step = of[chord]
    other, far = next(item for item in edges[key] if item[0] != chord)
    return other, (at[0] + step[0] - far[0], at[1] + step[1] - far[1])


def home(t: Tiling, p: Point) -> tuple[Place, Step]:
    """A point's place in the period (shares of the two steps, rounded), and the period that it lies in."""
    (ux, uy), (vx, vy) = t.u, t.v
    cross = ux * vy - uy * vx
    a, b = (p[0] * vy - p[1] * vx) / cross, (ux * p[1] - uy * p[0]) / cross
    i, j = floor(a + 1e-7), floor(b + 1e-7)
    return (round(a - i, 5), round(b - j, 5)), (i, j)


def _shifted(t: Tiling, points: Sequence[Point], step: Step) -> list[Point]:
    dx, dy = step[0] * t.u[0] + step[1] * t.v[0], step[0] * t.u[1] + step[1] * t.v[1]
    return [(x + dx, y + dy) for x, y in points]


def moved_knots(t: Tiling, knots: Sequence[Knot], step: Step) -> list[Knot]:
    """The knots, `step` periods on."""
    points = _shifted(t, [k.point for k in knots], step)
    return [Knot(p, k.crossing, k.over) for p, k in zip(points, knots, strict=True)]


def _chains(steps: list[Step], step: Step) -> Iterator[list[Step]]:
    """The periods sorted into runs, each `step` after the one before it."""
    inside = set(steps)
    for i, j in steps:
        if (i - step[0], j - step[1]) in inside:
            continue
        run = [(i, j)]
        while (run[-1][0] + step[0], run[-1][1] + step[1]) in inside:
            run.append((run[-1][0] + step[0], run[-1][1] + step[1]))
        yield run
