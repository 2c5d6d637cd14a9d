"""Cutting straight-sided drawings at the edges of a rectangle that starts at the origin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from engine.ornament.geometry import Point, mix


def clipped_line(points: Sequence[Point], width: float, height: float) -> list[list[Point]]:
    """The runs of a polyline that lie in the rectangle."""
    runs: list[list[Point]] = []
    for a, b in pairwise(points):
        span = _span(a, b, width, height)
        if span is None:
            continue
        start, end = a if span[0] == 0 else mix(a, b, span[0]), b if span[1] == 1 else mix(a, b, span[1])
        if runs and runs[-1][-1] == start:
            runs[-1].append(end)
        else:
            runs.append([start, end])
    return runs


def clipped_polygon(points: Sequence[Point], width: float, height: float) -> list[Point]:
    """The part of a polygon in the rectangle (Sutherland and Hodgman, 1974); empty where they do not meet."""
    polygon = list(points)
    for axis, bound, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        depths = [sign * (p[axis] - bound) for p in polygon]
        if all(depth >= 0 for depth in depths):
            continue
        kept: list[Point] = []
        for k, (p, depth) in enumerate(zip(polygon, depths, strict=True)):
            before, depth_before = polygon[k - 1], depths[k - 1]
            if (depth < 0) != (depth_before < 0):
                kept.append(mix(before, p, depth_before / (depth_before - depth)))
            if depth >= 0:
                kept.append(p)
        polygon = kept
    return polygon


def _span(a: Point, b: Point, width: float, height: float) -> tuple[float, float] | None:
    """The shares of the way from `a` to `b` between which it runs in the rectangle (Liang and Barsky, 1984)."""
    enter, leave = 0.0, 1.0
    for start, step, bound in ((a[0], b[0] - a[0], width), (a[1], b[1] - a[1], height)):
        if step == 0:
            if not 0 <= start <= bound:
                return None
            continue
        first, last = sorted((-start / step, (bound - start) / step))
        enter, leave = max(enter, first), min(leave, last)
    return (enter, leave) if enter < leave else None
