"""Arithmetic of curves: extents of cubics, arcs and quadratics as cubics."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

type Point = tuple[float, float]
type Cubic = tuple[float, float, float, float, float, float]

_LARGEST_ARC = pi / 4  # an eighth of a circle as one cubic is off by 4 millionths of the radius
KAPPA = 4 / 3 * (sqrt(2) - 1)
"""How far a quarter of a circle's handles reach, of its radius."""


def cubic_extent(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """One coordinate of a cubic at its end and where it turns back."""
    low, high = (p0, p3) if p0 < p3 else (p3, p0)
    if low <= p1 <= high and low <= p2 <= high:
        return [p3]
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
    if abs(a) < 1e-12 * (abs(b) + abs(c) + 1e-300):
        places = [-c / b] if b else []
    else:
        root = b * b - 4 * a * c
        places = [(-b + sign * sqrt(root)) / (2 * a) for sign in (1, -1)] if root >= 0 else []
    turns = [
        (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t**3 * p3
        for t in places
        if 0 < t < 1
    ]
    return [p3, *turns]


def raised(x0: float, y0: float, x1: float, y1: float, x2: float, y2: float) -> Cubic:
    """A quadratic Bézier as a cubic."""
    return (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3, x2, y2


def arc(start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point) -> Iterator[Cubic]:
    """An elliptical arc as cubics; `turn` in degrees. The formulas of SVG 2, section B.2 (implementation notes)."""
    (x1, y1), (x2, y2) = start, end
    rx, ry = abs(rx), abs(ry)
    if start == end:
        return
    if not rx or not ry:
        yield x1, y1, x2, y2, x2, y2
        return
    c, s = cos(radians(turn)), sin(radians(turn))
    half_x, half_y = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = c * half_x + s * half_y, c * half_y - s * half_x
    too_small = hypot(px / rx, py / ry)
    if too_small > 1:
        rx, ry = rx * too_small, ry * too_small
    reach = (rx * py) ** 2 + (ry * px) ** 2
    factor = sqrt(max(0.0, (rx * ry) ** 2 / reach - 1)) * (-1 if large == sweep else 1)
    qx, qy = factor * rx * py / ry, -factor * ry * px / rx
    center_x, center_y = c * qx - s * qy + (x1 + x2) / 2, s * qx + c * qy + (y1 + y2) / 2
    first = atan2((py - qy) / ry, (px - qx) / rx)
    sector = (atan2((-py - qy) / ry, (-px - qx) / rx) - first) % (2 * pi)
    if not sweep:
        sector -= 2 * pi
    count = max(1, ceil(abs(sector) / _LARGEST_ARC - 1e-9))
    step = sector / count
    reach = 4 / 3 * tan(step / 4)

    def placed(ux: float, uy: float) -> Point:
        return center_x + c * rx * ux - s * ry * uy, center_y + s * rx * ux + c * ry * uy

    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        one = placed(cos(a) - reach * sin(a), sin(a) + reach * cos(a))
        two = placed(cos(b) + reach * sin(b), sin(b) - reach * cos(b))
        yield *one, *two, *(end if index == count - 1 else placed(cos(b), sin(b)))
