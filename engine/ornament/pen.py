"""The pen: shapes, smooth curves, reed-pen strokes, and ways to place and repeat what was drawn.

Everything here returns a `Path` and is pure. A drawing program reads like this:

    from engine.ornament.pen import circle, joined, mirrored, spline, swelling_stroke

    half = spline([(500, 100, 60), (720, 480), (500, 900, 180)])     # a third number is the heading there
    leaf = mirrored(half, 500)                                      # closed by its own mirror image
    stem = swelling_stroke([(500, 900), (480, 940), (520, 1000)], [10, 18, 4])
    print((leaf - circle((500, 400), 80) + stem).d())
"""

from __future__ import annotations

import cmath
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import accumulate, pairwise
from math import ceil, copysign, cos, pi, radians, sin, sqrt, tan

from engine.ornament.geometry import ORIGIN, Point, distance, middle, mix, polar, ring
from engine.ornament.path import Box, Contour, Path, Ruler, Segment, Station, joined, merged, united

type Knot = Point | tuple[float, float, float]
"""A point that a spline goes through, with the heading in degrees where the drawing fixes it."""

FREE_END = pi / 3


# --- straight shapes


def polyline(points: Sequence[Point], *, closed: bool = False) -> Path:
    """Straight lines through the points."""
    return Path((Contour(points[0], tuple((p,) for p in points[1:]), closed),))


def polygon(points: Sequence[Point]) -> Path:
    """A closed polyline."""
    return polyline(points, closed=True)


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> Path:
    """An upright rectangle, with round corners where `radius` is not 0."""
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return rounded(corners, min(radius, width / 2, height / 2)) if radius else polygon(corners)


def regular(center: Point, radius: float, n: int, start: float = -90.0) -> Path:
    """A regular polygon with a corner in the direction `start`."""
    return polygon(ring(center, radius, n, start))


def star(center: Point, outer: float, inner: float, n: int, start: float = -90.0) -> Path:
    """A star of `n` points between two radii, one point in the direction `start`."""
    tips, dips = ring(center, outer, n, start), ring(center, inner, n, start + 180 / n)
    return polygon([p for pair in zip(tips, dips, strict=True) for p in pair])


def rounded(points: Sequence[Point], radius: float) -> Path:
    """A polygon whose corners are arcs of `radius`, smaller where a side is too short."""
    segments: list[Segment] = []
    start: Point | None = None
    n = len(points)
    for k, corner in enumerate(points):
        before, behind = points[k - 1], points[(k + 1) % n]
        a, b = distance(corner, before), distance(corner, behind)
        turn = abs(cmath.phase(complex(*_minus(corner, before)) / (complex(*_minus(behind, corner)) or 1)))
        reach = min(radius * tan(turn / 2), a / 2, b / 2)
        if reach < 1e-9:
            entry = leave = corner
        else:
            entry, leave = mix(corner, before, reach / a), mix(corner, behind, reach / b)
        if start is None:
            start = entry
        else:
            segments.append((entry,))
        if entry != leave:
            handle = 4 / 3 * tan(turn / 4) / tan(turn / 2)
            segments.append((mix(entry, corner, handle), mix(leave, corner, handle), leave))
    assert start is not None
    return Path((Contour(start, tuple(segments), True),))


# --- round shapes


def arc(center: Point, radius: float, start: float, end: float) -> Path:
    """An open arc from the direction `start` to `end`, clockwise on the screen where `end` is greater."""
    return ellipse_arc(center, radius, radius, start, end)


def ellipse_arc(center: Point, rx: float, ry: float, start: float, end: float) -> Path:
    """An open arc of an upright ellipse, given by its eccentric angles."""
    pieces = max(1, ceil(abs(end - start) / 90 - 1e-9))
    step = radians(end - start) / pieces
    handle = 4 / 3 * tan(step / 4)

    def place(angle: float) -> tuple[Point, Point]:
        c, s = cos(angle), sin(angle)
        return (center[0] + rx * c, center[1] + ry * s), (-rx * s * handle, ry * c * handle)

    first, tangent = place(radians(start))
    at = first
    segments: list[Segment] = []
    for k in range(1, pieces + 1):
        end_point, end_tangent = place(radians(start) + k * step)
        segments.append((_plus(at, tangent), _minus(end_point, end_tangent), end_point))
        at, tangent = end_point, end_tangent
    return Path((Contour(first, tuple(segments)),))


def arc_through(a: Point, b: Point, bulge: float) -> Path:
    """An arc from `a` to `b` that rises `bulge` × half the chord to the left of the way (up, going right)."""
    if abs(bulge) < 1e-9:
        return polyline([a, b])
    angle = 4 * cmath.phase(complex(1, bulge))  # the arc's opening
    towards = complex(*_minus(b, a))
    reach = towards * (4 / 3 * tan(angle / 4)) / (2 * sin(angle / 2))
    out, back = reach * cmath.exp(-0.5j * angle), reach * cmath.exp(0.5j * angle)
    if abs(angle) <= 2 * pi / 3:
        return Path((Contour(a, ((_plus(a, _xy(out)), _minus(b, _xy(back)), b),)),))
    top = _plus(middle(a, b), _xy(towards * complex(0, -bulge / 2)))
    half = tan(angle / 8)
    return joined(arc_through(a, top, half), arc_through(top, b, half), closed=False)


def circle(center: Point, radius: float) -> Path:
    """A circle."""
    return arc(center, radius, 0, 360).closed()


def ellipse(center: Point, rx: float, ry: float) -> Path:
    """An upright ellipse."""
    return ellipse_arc(center, rx, ry, 0, 360).closed()


def annulus(center: Point, outer: float, inner: float) -> Path:
    """A ring between two radii."""
    return circle(center, outer) + circle(center, inner).reversed()


def sector(center: Point, outer: float, inner: float, start: float, end: float) -> Path:
    """A piece of a ring, or a slice where `inner` is 0."""
    rim = arc(center, outer, start, end)
    if not inner:
        return joined(polyline([center]), rim)
    return joined(rim, arc(center, inner, end, start))


def crescent(center: Point, radius: float, *, thickness: float = 0.45, angle: float = 0.0) -> Path:
    """A crescent moon open towards `angle`; `thickness`: its greatest width, a share of the diameter."""
    outer = arc(center, radius, 50, 310)
    top, bottom = outer.contours[0].end, outer.contours[0].start
    depth = radius * (2 * thickness - 1)
    half = abs(top[1] - bottom[1]) / 2
    inner = arc_through(top, bottom, (depth - (top[0] - center[0])) / half)
    return joined(outer, inner).rotate(angle, center)


# --- curves


def spline(knots: Sequence[Knot], *, closed: bool = False, corners: Collection[int] = (), tension: float = 1.0) -> Path:
    """The smooth curve through the knots, as round as it can be; few knots are enough.

    A knot (x, y, heading) fixes the direction there. `corners` are the indices of knots where the curve may
    break. `tension` above 1 draws it tighter.
    J. D. Hobby, Smooth, Easy to Compute Interpolating Splines, 1986.
    """
    points = [complex(k[0], k[1]) for k in knots]
    turns = {i: cmath.rect(1, radians(k[2])) for i, k in enumerate(knots) if len(k) == 3}
    n = len(points)
    breaks = sorted(set(corners) | set(turns))
    if closed and not breaks:
        return _path_of(points[0], _ring_controls(points, tension), True)
    if closed:
        first = breaks[0]
        order = [(first + k) % n for k in range(n + 1)]
    else:
        order = list(range(n))
    stops = [k for k, i in enumerate(order) if k in (0, len(order) - 1) or i in breaks]
    segments: list[tuple[complex, complex, complex]] = []
    for a, b in pairwise(stops):
        run = order[a : b + 1]
        segments += _run_controls([points[i] for i in run], turns.get(run[0]), turns.get(run[-1]), tension)
    return _path_of(points[order[0]], segments, closed)


def curve(at: Callable[[float], Point], start: float, end: float, pieces: int) -> Path:
    """The curve `at(t)` from t = start to end as `pieces` Béziers that keep its points and tangents."""
    step = (end - start) / pieces
    tiny = step * 1e-4

    def place(k: int) -> tuple[Point, Point]:
        t = start + k * step
        a, b = at(t - tiny if k else t), at(t + tiny if k < pieces else t)
        share = step / 3 / (tiny * (2 if 0 < k < pieces else 1))
        return at(t), ((b[0] - a[0]) * share, (b[1] - a[1]) * share)

    places = [place(k) for k in range(pieces + 1)]
    segments = tuple((_plus(p, u), _minus(q, v), q) for (p, u), (q, v) in pairwise(places))
    return Path((Contour(places[0][0], segments),))


def mirrored(half: Path, axis: float = 0.0) -> Path:
    """A half outline, drawn from the upright line x = `axis` back to it, closed by its mirror image."""
    return joined(half, half.mirror_x(axis))


# --- strokes with a swelling width


def swelling_stroke(knots: Sequence[Knot] | Path, widths: Sequence[float], *, flat: bool = False) -> Path:
    """The closed outline of a reed-pen stroke along a spline through the knots (or along an open path).

    `widths` are spread evenly along its length and blend smoothly; an end of width 0 is a point, any other
    is round, or cut straight where `flat`.
    """
    spine = (knots if isinstance(knots, Path) else spline(knots)).contours[0]
    pieces = [(start, *_as_curve(start, segment)) for start, segment in spine.pieces()]
    reached = list(accumulate((_length(piece) for piece in pieces), initial=0.0))
    width = _blend(widths)

    def rim(sign: int) -> Path:
        spans = zip(pieces, pairwise(reached), strict=True)
        return joined(*(_rim(p, sign, width, a / reached[-1], b / reached[-1]) for p, (a, b) in spans), closed=False)

    left, right = rim(-1), rim(1).reversed()
    if flat:
        return joined(left, right)
    return joined(left, _tip(left, right), right, _tip(right, left))


def _tip(before: Path, behind: Path) -> Path:
    a, b = before.contours[0].end, behind.contours[0].start
    return arc_through(a, b, 1) if distance(a, b) > 1e-6 else polyline([a])


def _as_curve(start: Point, segment: Segment) -> tuple[Point, Point, Point]:
    if len(segment) == 3:
        return segment
    return mix(start, segment[0], 1 / 3), mix(start, segment[0], 2 / 3), segment[0]


def _length(piece: tuple[Point, Point, Point, Point]) -> float:
    return Path((Contour(piece[0], (piece[1:],)),)).length


def _rim(
    piece: tuple[Point, Point, Point, Point], sign: int, width: Callable[[float], float], start: float, end: float
) -> Path:
    """One edge of one Bézier of a stroke that covers the shares `start` to `end` of its length."""
    a, b, c, d = (complex(*p) for p in piece)
    turn = abs(cmath.phase((c - b or 1) / (b - a or 1))) + abs(cmath.phase((d - c or 1) / (c - b or 1)))

    def at(t: float) -> Point:
        u = 1 - t
        place = u**3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t**3 * d
        ahead = u * u * (b - a) + 2 * u * t * (c - b) + t * t * (d - c) or d - a or 1
        return _xy(place + sign * 0.5j * width(start + t * (end - start)) * ahead / abs(ahead))

    return curve(at, 0, 1, max(1, ceil(turn / (pi / 3)), round(3 * (end - start))))


def _blend(values: Sequence[float]) -> Callable[[float], float]:
    """A smooth function on 0…1 through evenly spread values that never swings past two neighbours."""
    n = len(values) - 1
    if n < 1:
        return lambda _: values[0]
    slopes = [values[1] - values[0]]
    for before, here, behind in zip(values, values[1:], values[2:], strict=False):
        rise, fall = here - before, behind - here
        slopes.append(2 * rise * fall / (rise + fall) if rise * fall > 0 else 0.0)
    slopes.append(values[n] - values[n - 1])

    def at(t: float) -> float:
        k = min(max(int(t * n), 0), n - 1)
        u = t * n - k
        v = 1 - u
        value = (
            v * v * (1 + 2 * u) * values[k]
            + v * v * u * slopes[k]
            + u * u * (1 + 2 * v) * values[k + 1]
            - u * u * v * slopes[k + 1]
        )
        return max(0.0, value)

    return at


# --- placing and repeating


def repeat_around(path: Path, center: Point, n: int, *, start: float = 0.0) -> Path:
    """`n` copies turned evenly about a point, the first by `start` degrees."""
    return merged(path.rotate(start + 360 * k / n, center) for k in range(n))


def repeat_row(path: Path, n: int, dx: float, dy: float = 0.0) -> Path:
    """`n` copies, each moved on by (dx, dy)."""
    return merged(path.translate(k * dx, k * dy) for k in range(n))


def with_mirror(path: Path, axis: float = 0.0) -> Path:
    """The path and its mirror image about x = `axis`."""
    return path + path.mirror_x(axis)


def placed(path: Path, station: Station, size: float = 1.0) -> Path:
    """A piece drawn about the origin and heading right, put at a place on another path."""
    return path.scale(size).rotate(station.angle).translate(*station.point)


def along(path: Path, guide: Path, spacing: float, *, upright: bool = False) -> Path:
    """Copies of a piece drawn about the origin, evenly along a guide; they turn with it unless `upright`."""
    places = guide.every(spacing)
    return merged(placed(path, Station(s.point, 0.0) if upright else s) for s in places)


def wrapped(strip: Path, guide: Path, *, length: float | None = None) -> Path:
    """A strip drawn along the x axis, bent along a guide: x runs along it, y to its right.

    `length` is the strip's own length, stretched to the whole guide; by default nothing is stretched.
    """
    ruler = Ruler.along(guide)
    ratio = ruler.length / length if length else 1.0

    def bend(p: Point) -> Point:
        at, angle = ruler.station(p[0] * ratio)
        return polar(at, p[1], angle + 90)

    return strip.map(bend)


# --- Hobby's splines, on complex numbers


def _path_of(start: complex, segments: Iterable[tuple[complex, complex, complex]], closed: bool) -> Path:
    return Path((Contour(_xy(start), tuple((_xy(a), _xy(b), _xy(c)) for a, b, c in segments), closed),))


def _run_controls(
    z: list[complex], first: complex | None, last: complex | None, tension: float
) -> list[tuple[complex, complex, complex]]:
    """The Béziers of an open run; where no direction is given an end curves like its neighbour (curl 1).

    A free end never leaves its chord by more than 60°, or sharp turns would make it swing out in a loop.
    """
    n = len(z) - 1
    steps = [b - a for a, b in pairwise(z)]
    if any(step == 0 for step in steps):
        raise ValueError("two knots of a spline, one after the other, are the same point")
    psi = [0.0, *(cmath.phase(b / a) for a, b in pairwise(steps)), 0.0]
    below, diagonal, above, known = [0.0] * (n + 1), [1.0] * (n + 1), [0.0] * (n + 1), [0.0] * (n + 1)
    if first is not None:
        known[0] = cmath.phase(first / steps[0])
    else:
        above[0], known[0] = 1.0, -psi[1]
    for k in range(1, n):
        a, b = 1 / abs(steps[k - 1]), 1 / abs(steps[k])
        below[k], diagonal[k], above[k] = a, 2 * (a + b), b
        known[k] = -2 * a * psi[k] - b * psi[k + 1]
    if last is not None:
        known[n] = cmath.phase(last / steps[-1])
    else:
        below[n] = 1.0
        if n == 1 and first is None:
            below[n] = above[0] = 0.0  # two free ends: a straight line
    theta = _tridiagonal(below, diagonal, above, known)
    if n > 1 and first is None and abs(theta[0]) > FREE_END:
        return _run_controls(z, steps[0] * cmath.rect(1, copysign(FREE_END, theta[0])), last, tension)
    if n > 1 and last is None and abs(theta[n]) > FREE_END:
        return _run_controls(z, first, steps[-1] * cmath.rect(1, copysign(FREE_END, theta[n])), tension)
    return [_hobby(z[k], z[k + 1], theta[k], -psi[k + 1] - theta[k + 1], tension) for k in range(n)]


def _ring_controls(z: list[complex], tension: float) -> list[tuple[complex, complex, complex]]:
    """The Béziers of a closed curve. The cyclic system is solved by the Sherman–Morrison formula."""
    n = len(z)
    steps = [z[(k + 1) % n] - z[k] for k in range(n)]
    if any(step == 0 for step in steps):
        raise ValueError("two knots of a spline, one after the other, are the same point")
    psi = [cmath.phase(steps[k] / steps[k - 1]) for k in range(n)]
    a = [1 / abs(steps[k - 1]) for k in range(n)]
    b = [1 / abs(steps[k]) for k in range(n)]
    diagonal = [2 * (p + q) for p, q in zip(a, b, strict=True)]
    known = [-2 * a[k] * psi[k] - b[k] * psi[(k + 1) % n] for k in range(n)]
    pivot = -diagonal[0]
    diagonal[0] -= pivot
    diagonal[-1] -= b[-1] * a[0] / pivot
    corner = [pivot, *[0.0] * (n - 2), b[-1]]
    x = _tridiagonal(a, diagonal, b, known)
    y = _tridiagonal(a, diagonal, b, corner)
    share = (x[0] + a[0] * x[-1] / pivot) / (1 + y[0] + a[0] * y[-1] / pivot)
    theta = [p - share * q for p, q in zip(x, y, strict=True)]
    return [_hobby(z[k], z[(k + 1) % n], theta[k], -psi[(k + 1) % n] - theta[(k + 1) % n], tension) for k in range(n)]


def _hobby(a: complex, b: complex, theta: float, phi: float, tension: float) -> tuple[complex, complex, complex]:
    """One Bézier that leaves the chord at `theta` and comes back to it at `phi`."""
    bulge = sqrt(2) * (sin(theta) - sin(phi) / 16) * (sin(phi) - sin(theta) / 16) * (cos(theta) - cos(phi))
    base = 1 + (sqrt(5) - 1) / 2 * cos(theta) + (3 - sqrt(5)) / 2 * cos(phi)
    other = 1 + (sqrt(5) - 1) / 2 * cos(phi) + (3 - sqrt(5)) / 2 * cos(theta)
    out, back = (2 + bulge) / (3 * base), (2 - bulge) / (3 * other)
    chord = b - a
    return (
        a + chord * cmath.exp(1j * theta) * out / tension,
        b - chord * cmath.exp(-1j * phi) * back / tension,
        b,
    )


def _tridiagonal(below: list[float], diagonal: list[float], above: list[float], known: list[float]) -> list[float]:
    n = len(known)
    c, d = [above[0] / diagonal[0]], [known[0] / diagonal[0]]
    for k in range(1, n):
        pivot = diagonal[k] - below[k] * c[-1]
        if abs(pivot) < 1e-12:
            pivot = 1e-12
        c.append(above[k] / pivot)
        d.append((known[k] - below[k] * d[-1]) / pivot)
    x = [d[-1]]
    for k in range(n - 2, -1, -1):
        x.append(d[k] - c[k] * x[-1])
    return x[::-1]


def _xy(z: complex) -> Point:
    return z.real, z.imag


def _plus(a: Point, b: Point) -> Point:
    return a[0] + b[0], a[1] + b[1]


def _minus(a: Point, b: Point) -> Point:
    return a[0] - b[0], a[1] - b[1]


__all__ = [
    "ORIGIN",
    "Box",
    "Contour",
    "Knot",
    "Path",
    "Point",
    "Station",
    "along",
    "annulus",
    "arc",
    "arc_through",
    "circle",
    "crescent",
    "curve",
    "ellipse",
    "ellipse_arc",
    "joined",
    "merged",
    "middle",
    "mirrored",
    "mix",
    "placed",
    "polar",
    "polygon",
    "polyline",
    "rectangle",
    "regular",
    "repeat_around",
    "repeat_row",
    "ring",
    "rounded",
    "sector",
    "spline",
    "star",
    "swelling_stroke",
    "united",
    "with_mirror",
    "wrapped",
]
