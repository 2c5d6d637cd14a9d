"""Plane geometry for ornament: points, directions, affine maps.

Points are (x, y) tuples in the drawing's units with y downward, as in SVG. Angles are in degrees and grow
clockwise on the screen: 0 points right, 90 down, -90 up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2, cos, degrees, hypot, radians, sin

type Point = tuple[float, float]
type Affine = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f) as in SVG's matrix(): x' = a·x + c·y + e, y' = b·x + d·y + f."""

ORIGIN: Point = (0.0, 0.0)


def polar(center: Point, radius: float, angle: float) -> Point:
    """The point at `radius` from `center` in the direction `angle`."""
    turn = radians(angle)
    return center[0] + radius * cos(turn), center[1] + radius * sin(turn)


def mix(a: Point, b: Point, t: float) -> Point:
    """The point at the share `t` of the way from `a` to `b`."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def middle(a: Point, b: Point) -> Point:
    """The midpoint of `a` and `b`."""
    return mix(a, b, 0.5)


def distance(a: Point, b: Point) -> float:
    """How far `a` is from `b`."""
    return hypot(b[0] - a[0], b[1] - a[1])


def heading(a: Point, b: Point) -> float:
    """The direction from `a` to `b`, from -180 to 180."""
    return degrees(atan2(b[1] - a[1], b[0] - a[0]))


def side(a: Point, b: Point, p: Point) -> float:
    """Twice the area of the triangle a, b, p: positive where `p` is right of the way from `a` to `b`."""
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where the endless lines through a, b and through c, d cross; None when they are parallel."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = ux * vy - uy * vx
    if abs(cross) <= 1e-12 * hypot(ux, uy) * hypot(vx, vy):
        return None
    t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / cross
    return a[0] + t * ux, a[1] + t * uy


def area(polygon: Sequence[Point]) -> float:
    """The area of a simple polygon, whatever its direction."""
    pairs = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def centroid(points: Sequence[Point]) -> Point:
    """The mean of the points."""
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def ring(center: Point, radius: float, n: int, start: float = -90.0) -> list[Point]:
    """`n` points evenly round a circle, the first in the direction `start` (upward unless told)."""
    return [polar(center, radius, start + 360 * k / n) for k in range(n)]


def translation(dx: float, dy: float) -> Affine:
    """Moves by (dx, dy)."""
    return 1, 0, 0, 1, dx, dy


def scaling(sx: float, sy: float, about: Point = ORIGIN) -> Affine:
    """Scales about a point that stays."""
    return sx, 0, 0, sy, about[0] * (1 - sx), about[1] * (1 - sy)


def rotation(angle: float, about: Point = ORIGIN) -> Affine:
    """Turns clockwise on the screen about a point that stays."""
    c, s = cos(radians(angle)), sin(radians(angle))
    x, y = about
    return c, s, -s, c, x - c * x + s * y, y - s * x - c * y


def reflection(a: Point, b: Point) -> Affine:
    """Mirrors in the line through `a` and `b`."""
    double = radians(2 * heading(a, b))
    c, s = cos(double), sin(double)
    x, y = a
    return c, s, s, -c, x - c * x - s * y, y - s * x + c * y


def after(second: Affine, first: Affine) -> Affine:
    """The map that does `first`, then `second`."""
    a, b, c, d, e, f = second
    p, q, r, s, t, u = first
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f


def moved(m: Affine, p: Point) -> Point:
    """The image of a point."""
    return m[0] * p[0] + m[2] * p[1] + m[4], m[1] * p[0] + m[3] * p[1] + m[5]


def all_moved(m: Affine, points: Iterable[Point]) -> list[Point]:
    """The images of several points."""
    return [moved(m, p) for p in points]
