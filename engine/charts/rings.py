"""Rings: the parts of a whole, clockwise from the top: the first one lies on the right, where reading begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import asin, cos, degrees, pi, radians, sin

from engine.svg import Box


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a ring: path data to fill, its value and number, its angles in degrees clockwise from the top, and
    the middle of its band."""

    d: str
    value: float
    index: int
    start: float
    end: float
    x: float
    y: float


def ring(values: Sequence[float], box: Box, hole: float = 0.6, gap: float = 0) -> tuple[Slice, ...]:
    """The parts as slices of the largest ring in a box; `hole` is the inner radius as a share of the outer one, `gap`
    the breadth in units that stays clear between two slices, equal from inside to outside."""
    cx, cy = box.center
    outer = min(box.width, box.height) / 2
    inner, whole = outer * hole, sum(values)
    starts = (0.0, *accumulate(values))
    return tuple(
        _slice((cx, cy), (inner, outer), 360 * start / whole, 360 * (start + value) / whole, gap, value, index)
        for index, (start, value) in enumerate(zip(starts, values, strict=False))
    )


def _slice(
    centre: tuple[float, float],
    radii: tuple[float, float],
    start: float,
    end: float,
    gap: float,
    value: float,
    index: int,
) -> Slice:
    inner, outer = radii
    middle = _on(centre, (inner + outer) / 2, (start + end) / 2)
    whole = end - start >= 360 - 1e-9
    d = _circle(centre, outer) + _circle(centre, inner, back=True) if whole else _sector(centre, radii, start, end, gap)
    return Slice(d, value, index, start, end, round(middle[0], 3), round(middle[1], 3))


def _sector(centre: tuple[float, float], radii: tuple[float, float], start: float, end: float, gap: float) -> str:
    """Its two sides are parallel to the radii at its angles, half a gap inside of them."""
    inner, outer = radii
    halves = [degrees(asin(min(1.0, gap / 2 / radius))) if radius else 0.0 for radius in radii]
    if end - start <= 2 * halves[0] or end - start <= 2 * halves[1]:
        return ""
    large = int(end - start - 2 * halves[1] > 180), int(end - start - 2 * halves[0] > 180)
    a, b = _on(centre, outer, start + halves[1]), _on(centre, outer, end - halves[1])
    c, d = _on(centre, inner, end - halves[0]), _on(centre, inner, start + halves[0])
    return (
        f"M{_point(a)}A{outer:.3f} {outer:.3f} 0 {large[0]} 1 {_point(b)}"
        f"L{_point(c)}A{inner:.3f} {inner:.3f} 0 {large[1]} 0 {_point(d)}Z"
    )


def _circle(centre: tuple[float, float], radius: float, *, back: bool = False) -> str:
    a, b = _on(centre, radius, 0), _on(centre, radius, 180)
    half = f"A{radius:.3f} {radius:.3f} 0 1 {0 if back else 1} "
    return f"M{_point(a)}{half}{_point(b)}{half}{_point(a)}Z"


def _on(centre: tuple[float, float], radius: float, angle: float) -> tuple[float, float]:
    turn = radians(angle) - pi / 2
    return centre[0] + radius * cos(turn), centre[1] + radius * sin(turn)


def _point(at: tuple[float, float]) -> str:
    return f"{at[0]:.3f} {at[1]:.3f}"
