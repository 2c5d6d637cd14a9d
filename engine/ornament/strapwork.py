"""Strapwork: the lines of a star pattern as bands that pass over and under each other by turns.

A band is cut into pieces, each from one crossing that it passes under to the next, over the one between them. So a
piece can be filled and edged by itself, and the weave is right whatever is drawn first.
"""

from __future__ import annotations

import cmath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from engine.ornament.clip import clipped_line, clipped_polygon
from engine.ornament.geometry import Point
from engine.ornament.hankin import Field, Knot, Place, StarPattern, home, moved_knots
from engine.ornament.path import Path, merged
from engine.ornament.pen import polygon, polyline


@dataclass(frozen=True, slots=True)
class Strapwork:
    """A woven pattern: `bands` to fill, `edges` to stroke along their sides, the `stars` on the ground between."""

    bands: Path
    edges: Path
    stars: Path


@dataclass(frozen=True, slots=True)
class Piece:
    """A band from one under-crossing to the next: its two sides, drawn the same way."""

    left: tuple[Point, ...]
    right: tuple[Point, ...]

    @property
    def outline(self) -> tuple[Point, ...]:
        return (*self.left, *reversed(self.right))


def woven(
    pattern: StarPattern, width: float, height: float, cell: float, *, band: float, gap: float = 0.0
) -> Strapwork:
    """The pattern over a rectangle as bands of width `band`; `gap` is the air left beside an upper band.

    `cell`, `band` and `gap` are in the rectangle's units; a band about a fifteenth of the cell looks well.
    """
    field = Field(pattern.tiling, width, height, cell)
    bands: list[Path] = []
    edges: list[Path] = []
    for piece in pieces(pattern, band / field.scale, gap / field.scale):
        outline = piece.outline
        for step in field.steps(outline):
            inside = clipped_polygon([field.put(p, step) for p in outline], width, height)
            if len(inside) > 2:
                bands.append(polygon(inside))
            for side in (piece.left, piece.right):
                run = [field.put(p, step) for p in side]
                edges += [polyline(part) for part in clipped_line(run, width, height)]
    return Strapwork(merged(bands), merged(edges), pattern.star_fills(width, height, cell))


@cache
def pieces(pattern: StarPattern, band: float, gap: float) -> tuple[Piece, ...]:
    """All pieces of one period, in the tiling's units."""
    ways = _ways(pattern)
    return tuple(
        _piece(run, [_other(ways[home(pattern.tiling, end.point)[0]], way) for end, way in _ends(run)], band, gap)
        for run in _runs(pattern)
    )


def _runs(pattern: StarPattern) -> Iterator[list[Knot]]:
    """The strands cut at the crossings that they pass under; what is straight is left out."""
    for strand in pattern.strands:
        knots = [*strand.knots, *moved_knots(pattern.tiling, strand.knots, strand.step)]
        unders = [k for k, knot in enumerate(knots) if knot.crossing and not knot.over]
        for a, b in pairwise(unders):
            if a >= len(strand.knots):
                break
            yield [k for k in knots[a : b + 1] if not k.over]


def _ends(run: Sequence[Knot]) -> tuple[tuple[Knot, complex], tuple[Knot, complex]]:
    """The two ends of a run, each with the direction in which the run goes on from there."""
    first, second, *_, last = run if len(run) > 2 else (run[0], run[1], run[1])
    before = run[-2]
    return (first, _way(first.point, second.point)), (last, _way(last.point, before.point))


def _ways(pattern: StarPattern) -> dict[Place, list[complex]]:
    """By crossing: the directions of the strands there."""
    found: dict[Place, list[complex]] = {}
    for strand in pattern.strands:
        ahead = moved_knots(pattern.tiling, strand.knots[:1], strand.step)
        for knot, behind in pairwise((*strand.knots, *ahead)):
            if knot.crossing:
                place = home(pattern.tiling, knot.point)[0]
                found.setdefault(place, []).append(_way(knot.point, behind.point))
    return found


def _other(ways: Sequence[complex], way: complex) -> complex:
    """The direction that is not along `way`."""
    return max(ways, key=lambda w: abs((w * way.conjugate()).imag))


def _piece(run: Sequence[Knot], over: Sequence[complex], band: float, gap: float) -> Piece:
    """The sides of one run; at its ends it stops `gap` short of the upper band."""
    points = [complex(*knot.point) for knot in run]
    ways = [(b - a) / abs(b - a) for a, b in pairwise(points)]
    half = band / 2

    def side(sign: int) -> tuple[Point, ...]:
        line = [_stopped(points[0], ways[0], over[0], sign * half, half + gap)]
        for p, (before, behind) in zip(points[1:-1], pairwise(ways), strict=True):
            miter = 1j * sign * (before + behind) / abs(before + behind)
            line.append(p + miter * half / (miter * (1j * sign * before).conjugate()).real)
        line.append(_stopped(points[-1], -ways[-1], over[1], -sign * half, half + gap))
        return tuple((z.real, z.imag) for z in line)

    return Piece(side(-1), side(1))


def _stopped(end: complex, way: complex, over: complex, aside: float, short: float) -> complex:
    """Where a side, `aside` from the line that starts at `end` along `way`, meets the rim of the upper band."""
    normal = 1j * over
    if (normal * way.conjugate()).real < 0:
        normal = -normal
    start = end + 1j * way * aside
    lift = (normal * way.conjugate()).real
    return start + way * (short - ((start - end) * normal.conjugate()).real) / lift


def _way(a: Point, b: Point) -> complex:
    z = complex(*b) - complex(*a)
    return cmath.rect(1, cmath.phase(z))
