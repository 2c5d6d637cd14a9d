"""`Path`: a value that holds outlines and strokes, and writes them as SVG path data."""

from __future__ import annotations

from bisect import bisect_right
from cmath import phase
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil, degrees, log10, sqrt
from typing import Literal, NamedTuple

import pathops

from engine.ornament import geometry
from engine.ornament.geometry import ORIGIN, Affine, Point, distance, mix

type Segment = tuple[Point] | tuple[Point, Point, Point]
"""A line's end, or a cubic Bézier's two handles and end; it starts where the one before it ends."""


class Box(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2


class Station(NamedTuple):
    """A place on a path: the point, and the direction in which the path goes on."""

    point: Point
    angle: float


@dataclass(frozen=True, slots=True)
class Contour:
    """One run of the pen."""

    start: Point
    segments: tuple[Segment, ...]
    closed: bool = False

    @property
    def end(self) -> Point:
        return self.segments[-1][-1] if self.segments else self.start

    def moved(self, m: Affine) -> Contour:
        """The contour under an affine map."""
        a, b, c, d, e, f = m
        segments: list[Segment] = []
        for segment in self.segments:
            if len(segment) == 1:
                ((x, y),) = segment
                segments.append(((a * x + c * y + e, b * x + d * y + f),))
            else:
                (p, q), (r, s), (x, y) = segment
                segments.append(
                    (
                        (a * p + c * q + e, b * p + d * q + f),
                        (a * r + c * s + e, b * r + d * s + f),
                        (a * x + c * y + e, b * x + d * y + f),
                    )
                )
        x, y = self.start
        return Contour((a * x + c * y + e, b * x + d * y + f), tuple(segments), self.closed)

    def reversed(self) -> Contour:
        """The same line drawn the other way."""
        segments: list[Segment] = []
        for start, segment in reversed(list(self.pieces())):
            segments.append((segment[1], segment[0], start) if len(segment) == 3 else (start,))
        return Contour(self.end, tuple(segments), self.closed)

    def pieces(self) -> Iterator[tuple[Point, Segment]]:
        """Each segment with the point it starts from."""
        at = self.start
        for segment in self.segments:
            yield at, segment
            at = segment[-1]


@dataclass(frozen=True, slots=True)
class Path:
    """Contours that are filled or stroked together. Every method returns a new path.

    `a + b` draws both; `a | b`, `a - b`, `a & b`, `a ^ b` are the union, difference, intersection and
    symmetric difference of the filled shapes (non-zero rule).
    """

    contours: tuple[Contour, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.contours)

    def __add__(self, other: Path) -> Path:
        return Path(self.contours + other.contours)

    def __or__(self, other: Path) -> Path:
        return _boolean(self, other, pathops.PathOp.UNION)

    def __sub__(self, other: Path) -> Path:
        return _boolean(self, other, pathops.PathOp.DIFFERENCE)

    def __and__(self, other: Path) -> Path:
        return _boolean(self, other, pathops.PathOp.INTERSECTION)

    def __xor__(self, other: Path) -> Path:
        return _boolean(self, other, pathops.PathOp.XOR)

    # --- transforms

    def transform(self, m: Affine) -> Path:
        """The path under an affine map."""
        return Path(tuple(contour.moved(m) for contour in self.contours))

    def translate(self, dx: float, dy: float = 0.0) -> Path:
        """Moved by (dx, dy)."""
        return self.transform(geometry.translation(dx, dy))

    def scale(self, sx: float, sy: float | None = None, about: Point = ORIGIN) -> Path:
        """Scaled about a point; one number scales both ways."""
        return self.transform(geometry.scaling(sx, sx if sy is None else sy, about))

    def rotate(self, angle: float, about: Point = ORIGIN) -> Path:
        """Turned clockwise by `angle` degrees about a point."""
        return self.transform(geometry.rotation(angle, about))

    def mirror(self, a: Point, b: Point) -> Path:
        """Mirrored in the line through `a` and `b`, drawn in the old sense so that windings stay."""
        return self.transform(geometry.reflection(a, b)).reversed()

    def mirror_x(self, axis: float = 0.0) -> Path:
        """Left and right exchanged about the upright line x = axis."""
        return self.transform((-1, 0, 0, 1, 2 * axis, 0)).reversed()

    def mirror_y(self, axis: float = 0.0) -> Path:
        """Top and bottom exchanged about the level line y = axis."""
        return self.transform((1, 0, 0, -1, 0, 2 * axis)).reversed()

    def fit(self, x: float, y: float, width: float, height: float) -> Path:
        """Scaled evenly and centred so that it just fits into the rectangle."""
        box = self.box
        ratio = min(width / box.width if box.width else 1e9, height / box.height if box.height else 1e9)
        cx, cy = box.center
        return self.transform((ratio, 0, 0, ratio, x + width / 2 - cx * ratio, y + height / 2 - cy * ratio))

    def reversed(self) -> Path:
        """The same lines drawn the other way."""
        return Path(tuple(contour.reversed() for contour in self.contours))

    def closed(self) -> Path:
        """Every contour closed."""
        return Path(tuple(Contour(c.start, c.segments, True) for c in self.contours))

    def map(self, bend: Callable[[Point], Point]) -> Path:
        """Every point and handle moved by `bend`: good for gentle bending of short segments."""
        return Path(
            tuple(
                Contour(bend(c.start), tuple(_bent(segment, bend) for segment in c.segments), c.closed)
                for c in self.contours
            )
        )

    # --- outlines

    def stroke(
        self,
        width: float,
        *,
        cap: Literal["butt", "round", "square"] = "butt",
        join: Literal["miter", "round", "bevel"] = "miter",
    ) -> Path:
        """The outline of a stroke of this width."""
        pen = _to_skia(self)
        caps = {"butt": pathops.LineCap.BUTT_CAP, "round": pathops.LineCap.ROUND_CAP}
        joins = {"miter": pathops.LineJoin.MITER_JOIN, "round": pathops.LineJoin.ROUND_JOIN}
        pen.stroke(
            width,
            caps.get(cap, pathops.LineCap.SQUARE_CAP),
            joins.get(join, pathops.LineJoin.BEVEL_JOIN),
            8,
        )
        pen.convertConicsToQuads(0.01 * width)
        return _from_skia(pen).simplify()

    def offset(self, by: float, *, join: Literal["miter", "round", "bevel"] = "miter") -> Path:
        """The filled shape grown by `by` on all sides, or shrunk where `by` is negative."""
        if not by:
            return self
        rim = self.closed().stroke(2 * abs(by), join=join)
        return self | rim if by > 0 else self - rim

    def simplify(self) -> Path:
        """Overlaps within the path united (non-zero rule)."""
        return _steadied(_simplified, self)

    # --- measures

    @property
    def points(self) -> list[Point]:
        """The points the path goes through, without handles."""
        return [p for c in self.contours for p in (c.start, *(segment[-1] for segment in c.segments))]

    @property
    def box(self) -> Box:
        """The smallest upright rectangle around the drawn lines (not the handles)."""
        points = [p for c in self.contours for p in _extremes(c)]
        if not points:
            return Box(0, 0, 0, 0)
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    @property
    def extent(self) -> float:
        """About the greater of width and height: that of the points, without the bulge of curves."""
        points = self.points
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return max(max(xs) - min(xs), max(ys) - min(ys)) if points else 0.0

    def flat(self, steps: int = 8) -> list[list[Point]]:
        """Each contour as a polyline, a curve cut into `steps` chords; a closed one ends where it starts."""
        lines = []
        for contour in self.contours:
            line = [contour.start]
            for start, segment in contour.pieces():
                if len(segment) == 1:
                    line.append(segment[0])
                else:
                    line += [_on_cubic(start, segment, k / steps) for k in range(1, steps + 1)]
            if contour.closed and line[-1] != line[0]:
                line.append(line[0])
            lines.append(line)
        return lines

    @property
    def length(self) -> float:
        """The length of all contours together."""
        return sum(distance(a, b) for line in self.flat(16) for a, b in pairwise(line))

    def stations(self, distances: Iterable[float]) -> list[Station]:
        """Places on the first contour at the given lengths from its start."""
        ruler = Ruler.along(self)
        return [ruler.station(length) for length in distances]

    def every(self, spacing: float, *, fitted: bool = True) -> list[Station]:
        """Places at about `spacing` along the first contour; `fitted` stretches the spacing to end evenly."""
        first = Path(self.contours[:1])
        length, closed = first.length, first.contours[0].closed
        count = max(1, round(length / spacing)) if fitted else int(length / spacing)
        step = length / count if fitted else spacing
        return self.stations(step * k for k in range(count if closed else count + 1))

    # --- SVG

    def d(self, digits: int | None = None) -> str:
        """Compact SVG path data with relative coordinates.

        `digits` is the number of decimals; unless told, as many as a twenty-thousandth of the size needs.
        Rounding never adds up along the path: every step is the difference of two rounded places.
        """
        if not self.contours:
            return ""
        if digits is None:
            digits = max(0, 5 - ceil(log10(max(self.extent, 1e-6) / 2)))
        return _written(self.contours, digits)


@dataclass(frozen=True, slots=True)
class Ruler:
    """The first contour of a path, measured: chords with their tangents, by the length at which each begins."""

    reached: tuple[float, ...]
    chords: tuple[tuple[Point, Point, complex, complex], ...]

    @classmethod
    def along(cls, path: Path, steps: int = 16) -> Ruler:
        """Measures with `steps` chords to a curve."""
        contour = path.contours[0]
        if contour.closed and contour.end != contour.start:
            contour = Contour(contour.start, (*contour.segments, (contour.start,)), True)
        chords = [chord for start, segment in contour.pieces() for chord in _chords(start, segment, steps)]
        return cls(tuple(accumulate((distance(a, b) for a, b, _, _ in chords), initial=0.0)), tuple(chords))

    @property
    def length(self) -> float:
        return self.reached[-1]

    def station(self, length: float) -> Station:
        """The place at `length` from the start; beyond the ends it goes straight on."""
        k = min(max(bisect_right(self.reached, length) - 1, 0), len(self.chords) - 1)
        a, b, start, end = self.chords[k]
        share = (length - self.reached[k]) / (self.reached[k + 1] - self.reached[k])
        turned = start + (end - start) * min(max(share, 0.0), 1.0)
        return Station(mix(a, b, share), degrees(phase(turned)))


def _chords(start: Point, segment: Segment, steps: int) -> Iterator[tuple[Point, Point, complex, complex]]:
    """The chords of a segment, those without length left out, with the unit tangents at their two ends."""
    if len(segment) == 1:
        if distance(start, segment[0]) > 1e-12:
            ahead = _unit(complex(*segment[0]) - complex(*start))
            yield start, segment[0], ahead, ahead
        return
    a, b, c, d = complex(*start), complex(*segment[0]), complex(*segment[1]), complex(*segment[2])

    def tangent(t: float) -> complex:
        u = 1 - t
        return _unit(u * u * (b - a) + 2 * u * t * (c - b) + t * t * (d - c) or d - a)

    at, before = start, tangent(0)
    for k in range(1, steps + 1):
        to, behind = _on_cubic(start, segment, k / steps), tangent(k / steps)
        if distance(at, to) > 1e-12:
            yield at, to, before, behind
        at, before = to, behind


def _unit(z: complex) -> complex:
    return z / (abs(z) or 1)


def merged(paths: Iterable[Path]) -> Path:
    """All paths drawn as one."""
    return Path(tuple(contour for path in paths for contour in path.contours))


def united(paths: Iterable[Path]) -> Path:
    """The union of the filled shapes, whichever way they are drawn."""
    return merged(path.simplify() for path in paths).simplify()


def joined(*parts: Path, closed: bool = True) -> Path:
    """One contour that runs through the first contours of all parts; gaps become straight lines."""
    first = parts[0].contours[0]
    segments: list[Segment] = []
    at = first.start
    for part in parts:
        contour = part.contours[0]
        if distance(at, contour.start) > 1e-9:
            segments.append((contour.start,))
        segments += contour.segments
        at = contour.end
    return Path((Contour(first.start, tuple(segments), closed),))


def _bent(segment: Segment, bend: Callable[[Point], Point]) -> Segment:
    if len(segment) == 1:
        return (bend(segment[0]),)
    return bend(segment[0]), bend(segment[1]), bend(segment[2])


def _on_cubic(start: Point, segment: tuple[Point, Point, Point], t: float) -> Point:
    c1, c2, end = segment
    u = 1 - t
    p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return (
        p * start[0] + q * c1[0] + r * c2[0] + s * end[0],
        p * start[1] + q * c1[1] + r * c2[1] + s * end[1],
    )


def _extremes(contour: Contour) -> Iterator[Point]:
    """The ends of all segments, and the points where a curve turns back in x or y."""
    yield contour.start
    for start, segment in contour.pieces():
        yield segment[-1]
        if len(segment) == 3:
            for axis in (0, 1):
                p0, p1, p2, p3 = start[axis], segment[0][axis], segment[1][axis], segment[2][axis]
                for t in _roots(p3 - p0 + 3 * (p1 - p2), 2 * (p0 - 2 * p1 + p2), p1 - p0):
                    if 0 < t < 1:
                        yield _on_cubic(start, segment, t)


def _roots(a: float, b: float, c: float) -> list[float]:
    if abs(a) < 1e-12:
        return [-c / b] if abs(b) > 1e-12 else []
    inside = b * b - 4 * a * c
    return [(-b + s * sqrt(inside)) / (2 * a) for s in (1, -1)] if inside >= 0 else []


# --- Skia's path operations


def _to_skia(path: Path) -> pathops.Path:
    skia = pathops.Path()
    for contour in path.contours:
        skia.moveTo(*contour.start)
        for segment in contour.segments:
            if len(segment) == 1:
                skia.lineTo(*segment[0])
            else:
                skia.cubicTo(*segment[0], *segment[1], *segment[2])
        if contour.closed:
            skia.close()
    return skia


def _from_skia(skia: pathops.Path) -> Path:
    skia.convertConicsToQuads(0.05)
    contours: list[Contour] = []
    start = at = ORIGIN
    segments: list[Segment] = []
    for verb, points in skia:
        if verb == pathops.PathVerb.MOVE:
            start = at = points[0]
        elif verb == pathops.PathVerb.LINE:
            segments.append((points[0],))
        elif verb == pathops.PathVerb.QUAD:
            q, end = points
            segments.append((mix(at, q, 2 / 3), mix(end, q, 2 / 3), end))
        elif verb == pathops.PathVerb.CUBIC:
            segments.append((points[0], points[1], points[2]))
        if segments:
            at = segments[-1][-1]
        if verb == pathops.PathVerb.CLOSE and segments:
            contours.append(Contour(start, tuple(segments), True))
            segments = []
    return Path(tuple(contours))


def _boolean(a: Path, b: Path, operation: pathops.PathOp) -> Path:
    def combined(one: Path, other: Path) -> Path:
        return _from_skia(pathops.op(_to_skia(one), _to_skia(other), operation, fix_winding=True))

    return _steadied(combined, a, b)


def _simplified(path: Path) -> Path:
    pen = _to_skia(path)
    pen.simplify(fix_winding=True)
    return _from_skia(pen)


def _steadied(operation: Callable[..., Path], *paths: Path) -> Path:
    """The operation's result. Skia gives up on curves that almost touch; on a coarser grid they touch, or don't."""
    try:
        return operation(*paths)
    except pathops.PathOpsError:
        size = max(path.extent for path in paths)
    for grid in (size / 10_000, size / 3_000):
        try:
            return operation(*(path.map(_rounding(grid)) for path in paths))
        except pathops.PathOpsError:
            continue
    return operation(*(path.map(_rounding(size / 1_000)) for path in paths))


def _rounding(grid: float) -> Callable[[Point], Point]:
    return lambda p: (round(p[0] / grid) * grid, round(p[1] / grid) * grid)


# --- writing


def _written(contours: Iterable[Contour], digits: int) -> str:
    """Path data in whole steps of 10^-digits, so that differences are exact."""
    unit = 10**digits
    out: list[str] = []
    x = y = 0
    command = ""

    def put(letter: str, *numbers: int) -> None:
        nonlocal command
        implied = letter == command or (letter == "l" and command == "m")  # after “M” a line would be absolute
        if not implied:
            out.append(letter)
        command = letter
        for k, number in enumerate(numbers):
            text = _decimal(number, digits)
            glued = (k == 0 and not implied) or text[0] == "-"
            out.append(text if glued else " " + text)

    for contour in contours:
        sx, sy = round(contour.start[0] * unit), round(contour.start[1] * unit)
        command = ""
        put("m" if out else "M", sx - x, sy - y)
        x, y = sx, sy
        back: tuple[int, int] | None = None  # the last handle, mirrored: where a smooth curve goes on
        for segment in contour.segments:
            ex, ey = round(segment[-1][0] * unit), round(segment[-1][1] * unit)
            if len(segment) == 1:
                back = None
                if ex == x and ey == y:
                    continue
                if ey == y:
                    put("h", ex - x)
                elif ex == x:
                    put("v", ey - y)
                else:
                    put("l", ex - x, ey - y)
            else:
                ax, ay = round(segment[0][0] * unit), round(segment[0][1] * unit)
                bx, by = round(segment[1][0] * unit), round(segment[1][1] * unit)
                if back and abs(ax - back[0]) <= 1 and abs(ay - back[1]) <= 1:
                    put("s", bx - x, by - y, ex - x, ey - y)
                else:
                    put("c", ax - x, ay - y, bx - x, by - y, ex - x, ey - y)
                back = (2 * ex - bx, 2 * ey - by)
            x, y = ex, ey
        if contour.closed:
            out.append("z")
            x, y = sx, sy
    return "".join(out)


@lru_cache(maxsize=65536)
def _decimal(number: int, digits: int) -> str:
    if not digits or not number:
        return str(number)
    text = f"{abs(number):0{digits + 1}d}"
    whole, part = text[:-digits].lstrip("0"), text[-digits:].rstrip("0")
    return ("-" if number < 0 else "") + (f"{whole}.{part}" if part else whole or "0")
