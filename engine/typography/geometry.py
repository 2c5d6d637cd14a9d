"""Paths by arc length: where a point at a distance along a shape is, and which way the shape runs there."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from engine.pathdata import commands
from engine.typography.face import Contour, Segment
from engine.typography.matrix import Matrix, apply
from engine.typography.names import local
from engine.typography.units import length, numbers
from engine.typography.viewport import viewport_of

type Point = tuple[float, float]
type Curve = tuple[Point, ...]  # 2 points: a line; 3: a quadratic; 4: a cubic

_PIECES = 64  # straight pieces a curve is measured by: exact to 1/5000 of its length for a quarter circle
_MOST_PIECES = 200_000  # of a whole path; its curves are measured more coarsely where there are more
_CIRCLE = 0.5522847498307936  # handle length of a cubic quarter circle


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


def track(shape: etree._Element, matrix: Matrix) -> Track | None:
    """A path or basic shape under a matrix; None for what has no outline."""
    found = [tuple(apply(matrix, *point) for point in curve) for curve in curves_of(shape)]
    return Track(found) if found else None


def curves_of(shape: etree._Element) -> list[Curve]:
    """The outline of a path or basic shape in its own coordinates; empty where there is none."""
    match local(shape):
        case "path":
            return curves(shape.get("d", ""))
        case "line":
            return [((_number(shape, "x1"), _number(shape, "y1")), (_number(shape, "x2"), _number(shape, "y2")))]
        case "polyline" | "polygon" as name:
            values = numbers(shape.get("points"))
            points = list(zip(values[::2], values[1::2], strict=False))
            return list(pairwise([*points, points[0]] if name == "polygon" and points else points))
        case "rect":
            return _rectangle(shape)
        case "circle":
            radius = _number(shape, "r")
            return ellipse(_number(shape, "cx"), _number(shape, "cy"), radius, radius)
        case "ellipse":
            return ellipse(_number(shape, "cx"), _number(shape, "cy"), _number(shape, "rx"), _number(shape, "ry"))
    return []


def _number(shape: etree._Element, name: str) -> float:
    value = shape.get(name)
    percent = _whole(shape, name) if value and "%" in value else 0.0
    return length(value, em=12, percent=percent) or 0


def _whole(shape: etree._Element, name: str) -> float:
    """What 100% is."""
    viewport = viewport_of(shape)
    if name == "r":
        return viewport.diagonal
    return viewport.height if "y" in name or name == "height" else viewport.width


def _rectangle(shape: etree._Element) -> list[Curve]:
    x, y, width, height = (_number(shape, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return []
    rx = _number(shape, "rx") if shape.get("rx") else _number(shape, "ry")
    ry = _number(shape, "ry") if shape.get("ry") else rx
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        return list(pairwise([*corners, corners[0]]))
    right, bottom, hx, hy = x + width, y + height, rx * (1 - _CIRCLE), ry * (1 - _CIRCLE)
    return [
        ((x + rx, y), (right - rx, y)),
        ((right - rx, y), (right - hx, y), (right, y + hy), (right, y + ry)),
        ((right, y + ry), (right, bottom - ry)),
        ((right, bottom - ry), (right, bottom - hy), (right - hx, bottom), (right - rx, bottom)),
        ((right - rx, bottom), (x + rx, bottom)),
        ((x + rx, bottom), (x + hx, bottom), (x, bottom - hy), (x, bottom - ry)),
        ((x, bottom - ry), (x, y + ry)),
        ((x, y + ry), (x, y + hy), (x + hx, y), (x + rx, y)),
    ]


def ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Curve]:
    """Four quarters, clockwise from the right; none for an ellipse without an extent."""
    if rx <= 0 or ry <= 0:
        return []
    hx, hy = rx * _CIRCLE, ry * _CIRCLE
    return [
        ((cx + rx, cy), (cx + rx, cy + hy), (cx + hx, cy + ry), (cx, cy + ry)),
        ((cx, cy + ry), (cx - hx, cy + ry), (cx - rx, cy + hy), (cx - rx, cy)),
        ((cx - rx, cy), (cx - rx, cy - hy), (cx - hx, cy - ry), (cx, cy - ry)),
        ((cx, cy - ry), (cx + hx, cy - ry), (cx + rx, cy - hy), (cx + rx, cy)),
    ]


def curves(data: str) -> list[Curve]:
    """Path data as curves, up to the first mistake in it."""
    from fontTools.pens.recordingPen import RecordingPen  # only documents with text on paths pay for it
    from fontTools.svgLib.path import parse_path

    pen = RecordingPen()
    with suppress(ArithmeticError):  # an arc as flat as a line
        parse_path(" ".join(commands(data)), pen)
    return list(_curves(pen.value))


def _curves(commands: list[tuple[str, tuple[Point, ...]]]) -> Iterator[Curve]:
    start = here = (0.0, 0.0)
    for name, points in commands:
        match name:
            case "moveTo":
                start = here = points[0]
            case "closePath":
                if here != start:
                    yield here, start
                here = start
            case "lineTo" | "qCurveTo" | "curveTo":
                yield here, *points
                here = points[-1]


def point_of(curve: Curve, t: float) -> Point:
    """The point at t, from 0 to 1."""
    """De Casteljau."""
    points = list(curve)
    while len(points) > 1:
        points = [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t) for (x0, y0), (x1, y1) in pairwise(points)]
    return points[0]
