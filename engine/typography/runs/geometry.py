"""Paths by arc length: where a point at a distance along a shape is, and which way the shape runs there."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from engine.matrix import Matrix, apply
from engine.scene import pathdata
from engine.scene.model import CLOSE, MOVE, Outline
from engine.typography.fonts.face import Contour, Segment

type Point = tuple[float, float]
type Curve = tuple[Point, ...]  # 2 points: a line; 3: a quadratic; 4: a cubic

_PIECES = 64  # straight pieces a curve is measured by: exact to 1/5000 of its length for a quarter circle
_MOST_PIECES = 200_000  # of a whole path; its curves are measured more coarsely where there are more


@dataclass(frozen=True, slots=True)
class At:
    """A point of a path, and the direction of the path there in degrees."""

    x: float
    y: float
    angle: float


class Track:
    """A path measured along its length; gaps between its parts have no length."""

    def __init__(self, path: Iterable[Curve]) -> None:
        self._points: list[tuple[Point, Point]] = []
        self._ends: list[float] = []
        total = 0.0
        path = list(path)
        pieces = max(1, min(_PIECES, _MOST_PIECES // max(len(path), 1)))
        for curve in path:
            count = 1 if len(curve) == 2 else pieces
            for start, end in pairwise(point_of(curve, step / count) for step in range(count + 1)):
                step_length = math.dist(start, end)
                if step_length:
                    total += step_length
                    self._points.append((start, end))
                    self._ends.append(total)
        self.length = total

    @property
    def end(self) -> Point | None:
        """Its last point; None for a path without any length."""
        return self._points[-1][1] if self._points else None

    def at(self, distance: float) -> At | None:
        """The point at this distance from the start; None beyond the ends."""
        if not self._ends or not 0 <= distance <= self.length:
            return None
        index = min(bisect_left(self._ends, distance), len(self._ends) - 1)
        (x0, y0), (x1, y1) = self._points[index]
        piece = math.dist((x0, y0), (x1, y1))
        share = 1 - (self._ends[index] - distance) / piece
        return At(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, math.degrees(math.atan2(y1 - y0, x1 - x0)))

    def beyond(self, distance: float) -> At | None:
        """As `at`, with straight lines on both ends."""
        inside = self.at(min(max(distance, 0), self.length))
        if inside is None:
            return None
        over = distance - min(max(distance, 0), self.length)
        turn = math.radians(inside.angle)
        return At(inside.x + over * math.cos(turn), inside.y + over * math.sin(turn), inside.angle)

    def reversed(self) -> Track:
        """The same path from its end to its start."""
        return Track([(end, start) for start, end in reversed(self._points)])


@dataclass(frozen=True, slots=True)
class Bend:
    """Bends outlines along a track: x runs along it from `along` px, y (downwards) stands across it."""

    track: Track
    along: float
    across: float

    def bent(self, contour: Contour) -> Contour:
        """A contour in px as it lies on the track; lines become curves."""
        here = contour.start
        segments: list[Segment] = []
        for segment in contour.segments:
            points = segment
            if len(segment) == 2:
                (x0, y0), (x1, y1) = here, segment
                points = ((2 * x0 + x1) / 3, (2 * y0 + y1) / 3, (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, x1, y1)
            segments.append(tuple(value for i in range(0, len(points), 2) for value in self._moved(*points[i : i + 2])))
            here = segment[-2], segment[-1]
        return Contour(self._moved(*contour.start), tuple(segments))

    def _moved(self, x: float, y: float) -> Point:
        at = self.track.beyond(self.along + x)
        if at is None:
            return x, y
        turn, y = math.radians(at.angle), y + self.across
        return at.x - y * math.sin(turn), at.y + y * math.cos(turn)


def moved(path: Iterable[Curve], matrix: Matrix) -> Iterator[Curve]:
    """Curves under a matrix."""
    return (tuple(apply(matrix, *point) for point in curve) for curve in path)


def curves(outline: Outline) -> Iterator[Curve]:
    """The curves of an outline; what moves without a line has none."""
    start = here = (0.0, 0.0)
    for operation, to in outline.steps():
        points = tuple(zip(to[::2], to[1::2], strict=True))
        if operation == MOVE:
            start = here = points[0]
        elif operation == CLOSE:
            if here != start:
                yield here, start
            here = start
        else:
            yield here, *points
            here = points[-1]


def ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Curve]:
    """Four quarters, clockwise from the right."""
    return list(curves(pathdata.ellipse(cx, cy, rx, ry)))


def point_of(curve: Curve, t: float) -> Point:
    """The point at t, from 0 to 1 (de Casteljau)."""
    points = list(curve)
    while len(points) > 1:
        points = [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) for (x0, y0), (x1, y1) in pairwise(points)]
    return points[0]
