"""Lines over time, which runs from right to left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.svg import Box

type Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A value's place on a line."""

    x: float
    y: float
    value: float
    index: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line's path data, to stroke; the area under it, to fill; and the places of its values."""

    d: str
    area: str
    spots: tuple[Spot, ...]


def line(values: Sequence[float], box: Box, top: float, low: float = 0, smooth: bool = True) -> Line:
    """A line through the values, the first one on the box's right edge; `low` and `top` are the values of its lower and
    upper edges. A smooth line never goes above or below two neighbouring values (monotone cubic interpolation; F. N.
    Fritsch and R. E. Carlson, SIAM Journal on Numerical Analysis, 1980)."""
    step = box.width / max(1, len(values) - 1)
    spots = tuple(
        Spot(round(box.right - index * step, 3), round(_level(value, box, low, top), 3), value, index)
        for index, value in enumerate(values)
    )
    if not spots:
        return Line("", "", ())
    points = [(spot.x, spot.y) for spot in spots]
    d = f"M{_text(points[0])}" + (_curve(points) if smooth else "".join(f"L{_text(point)}" for point in points[1:]))
    floor = round(box.bottom, 3)
    return Line(d, f"{d}L{points[-1][0]:g} {floor:g}L{points[0][0]:g} {floor:g}Z", spots)


def _level(value: float, box: Box, low: float, top: float) -> float:
    return box.bottom - box.height * (value - low) / (top - low)


def _curve(points: Sequence[Point]) -> str:
    slopes = _slopes(points)
    parts = []
    for ((x0, y0), (x1, y1)), (m0, m1) in zip(pairwise(points), pairwise(slopes), strict=True):
        third = (x1 - x0) / 3
        handles = (x0 + third, y0 + m0 * third), (x1 - third, y1 - m1 * third)
        parts.append("C" + " ".join(map(_text, (*handles, (x1, y1)))))
    return "".join(parts)


def _slopes(points: Sequence[Point]) -> list[float]:
    """The slope at each point: none where the line turns, else within three times those of its two sides."""
    sides = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    if not sides:
        return [0.0]
    inner = [0.0 if a * b <= 0 else 2 * a * b / (a + b) for a, b in pairwise(sides)]
    return [sides[0], *inner, sides[-1]]


def _text(point: Point) -> str:
    return f"{point[0]:.3f} {point[1]:.3f}"
