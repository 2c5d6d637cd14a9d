"""Affine matrices as SVG writes them: (a, b, c, d, e, f) maps x, y to ax + cy + e, bx + dy + f."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from engine.svg import FARTHEST, NUMBER, Box

type Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FUNCTION = re.compile(r"([A-Za-z]+)\s*\(([^)]*)\)")
_LEAST_AREA = 1e-12
_UNITS = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}
_VALUE = re.compile(rf"({NUMBER})\s*(deg|grad|rad|turn|px)?")


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """m · n: n is applied first."""
    a, b, c, d, e, f = m
    g, h, i, j, k, l = n
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f


def translation(x: float, y: float) -> Matrix:
    return 1.0, 0.0, 0.0, 1.0, x, y


def scaling(x: float, y: float) -> Matrix:
    return x, 0.0, 0.0, y, 0.0, 0.0


def rotation(degrees: float, x: float = 0, y: float = 0) -> Matrix:
    """Clockwise (y points down) around x, y."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y


def apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = m
    return a * x + c * y + e, b * x + d * y + f


def scale_of(m: Matrix) -> float:
    """The mean scale: the square root of the area's."""
    return math.sqrt(abs(m[0] * m[3] - m[1] * m[2]))


def inverse(m: Matrix) -> Matrix:
    """The matrix that undoes it. Raises ZeroDivisionError for one that flattens the plane."""
    a, b, c, d, e, f = m
    area = a * d - b * c
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area


def text(m: Matrix) -> str:
    """The matrix as a `transform` value."""
    return f"matrix({' '.join(f'{value:.9g}' for value in m)})"


def parse(transform: str | None) -> Matrix:
    """An SVG `transform` list; the identity where it is missing, wrong or leads beyond all sense."""
    matrix = IDENTITY
    for name, arguments in _FUNCTION.findall(transform or ""):
        values = [float(number) * _UNITS.get(unit, 1.0) for number, unit in _VALUE.findall(arguments)]
        step = _step(name, values) if _is_sensible(values) else None
        if step is None:
            return IDENTITY
        matrix = multiply(matrix, step)
    return matrix if _is_sensible(matrix) else IDENTITY


def _is_sensible(values: Iterable[float]) -> bool:
    return all(-FARTHEST <= value <= FARTHEST for value in values)


def is_invertible(m: Matrix) -> bool:
    """Whether it leaves the plane a plane, as far as floating point tells."""
    area = abs(m[0] * m[3] - m[1] * m[2])
    return _LEAST_AREA < area < math.inf


def _step(name: str, values: list[float]) -> Matrix | None:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case (("translate" | "translateX"), [x]):
            return translation(x, 0)
        case "translateY", [y]:
            return translation(0, y)
        case "translate", [x, y]:
            return translation(x, y)
        case "scale", [s]:
            return scaling(s, s)
        case "scale", [x, y]:
            return scaling(x, y)
        case "scaleX", [s]:
            return scaling(s, 1)
        case "scaleY", [s]:
            return scaling(1, s)
        case "rotate", [angle]:
            return rotation(angle)
        case "rotate", [angle, x, y]:
            return rotation(angle, x, y)
        case "skewX", [angle]:
            return 1.0, 0.0, math.tan(math.radians(angle)), 1.0, 0.0, 0.0
        case "skewY", [angle]:
            return 1.0, math.tan(math.radians(angle)), 0.0, 1.0, 0.0, 0.0
    return None


def box_around(points: Iterable[tuple[float, float]]) -> Box:
    """The smallest box that holds all the points; at least one."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def transformed(box: Box, matrix: Matrix) -> Box:
    """The box around a transformed one."""
    corners = ((box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom))
    return box_around(apply(matrix, x, y) for x, y in corners)
