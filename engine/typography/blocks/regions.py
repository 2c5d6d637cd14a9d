"""Shapes as room for lines of text: where they are wide enough at a height (SVG 2 §11.7, CSS Shapes 2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.errors import BadInput
from engine.matrix import box_around
from engine.svg import Box
from engine.typography.blocks.frames import Shape
from engine.typography.runs.geometry import Curve, Point, point_of

type Interval = tuple[float, float]
type Edges = NDArray[np.float64]  # n × 4: x0, y0, x1, y1

_PIECES = 16  # straight pieces a curve counts as
_MOST_EDGES = 8_000  # of one shape; a line of text looks at all of them, again and again
_MOST_CORNERS = 128  # heights of a line at which a shape's corners are looked at
_SAMPLES = 9  # heights of a line at which a shape is looked at, its corners aside


@dataclass(frozen=True, eq=False)
class Region:
    """Shapes that text is poured into, one after the other, and shapes that it keeps out of.

    `padding` is kept from the edges of the first, `margin` from those of the others; px.
    """

    insides: tuple[Edges, ...]
    outsides: tuple[Edges, ...]
    padding: float
    margin: float

    @classmethod
    def of(cls, shape: Shape) -> Region:
        """The region that a frame's shape describes."""
        insides, outsides = (tuple(map(edges_of, outlines)) for outlines in (shape.insides, shape.outsides))
        return cls(insides, outsides, shape.padding, shape.margin)

    def box(self, number: int) -> Box:
        """The box of one of the shapes, its padding taken away."""
        edges = self.insides[number]
        return box_around([*map(tuple, edges[:, :2]), *map(tuple, edges[:, 2:])]).grown(-self.padding, -self.padding)

    def intervals(self, number: int, top: float, bottom: float) -> list[Interval]:
        """Where a line from top to bottom is inside of a shape over its whole height, from left to right."""
        found: list[Interval] | None = None
        for y in _heights(self.insides[number], top - self.padding, bottom + self.padding):
            here = _crossed(self.insides[number], y)
            found = here if found is None else list(_common(found, here))
        room = [(left + self.padding, right - self.padding) for left, right in found or ()]
        for edges in self.outsides:
            for y in _heights(edges, top - self.margin, bottom + self.margin):
                for left, right in _crossed(edges, y):
                    room = list(_without(room, left - self.margin, right + self.margin))
        return [(left, right) for left, right in room if right > left]


def edges_of(curves: Iterable[Curve]) -> Edges:
    """The closed outline that curves draw, as straight edges. Raises BadInput for too many."""
    parts: list[list[Point]] = []
    for curve in curves:
        count = 1 if len(curve) == 2 else _PIECES
        points = [point_of(curve, step / count) for step in range(count + 1)]
        if parts and parts[-1][-1] == points[0]:
            parts[-1] += points[1:]
        else:
            parts.append(points)
    if sum(map(len, parts)) > _MOST_EDGES:
        raise BadInput.of(
            "a shape with text in it has more than {most} corners", todo="simplify its outline", most=_MOST_EDGES
        )
    lines = [(*start, *end) for part in parts for start, end in pairwise([*part, part[0]])]
    return np.array(lines, dtype=float).reshape(-1, 4)


def _heights(edges: Edges, top: float, bottom: float) -> Sequence[float]:
    corners = edges[:, 1][(edges[:, 1] > top) & (edges[:, 1] < bottom)]
    corners = corners[:: 1 + len(corners) // _MOST_CORNERS]
    near = np.concatenate((corners - 1e-6, corners + 1e-6)) if len(corners) <= 2 * _PIECES else corners
    return [float(y) for y in (*np.linspace(top, bottom, _SAMPLES), *near)]


def _crossed(edges: Edges, y: float) -> list[Interval]:
    """The stretches of a horizontal line that are inside, by the nonzero rule."""
    down = (edges[:, 1] <= y) & (edges[:, 3] > y)
    up = (edges[:, 3] <= y) & (edges[:, 1] > y)
    cut = edges[down | up]
    if not len(cut):
        return []
    xs = cut[:, 0] + (y - cut[:, 1]) / (cut[:, 3] - cut[:, 1]) * (cut[:, 2] - cut[:, 0])
    order = np.argsort(xs, kind="stable")
    winding = np.cumsum(np.where(cut[:, 3] > cut[:, 1], 1, -1)[order])
    found: list[Interval] = []
    for left, right, turns in zip(xs[order], xs[order][1:], winding, strict=False):
        if turns:
            start = found.pop()[0] if found and found[-1][1] == left else float(left)
            found.append((start, float(right)))
    return found


def _common(one: Sequence[Interval], other: Sequence[Interval]) -> Iterable[Interval]:
    for left, right in one:
        for start, end in other:
            if max(left, start) < min(right, end):
                yield max(left, start), min(right, end)


def _without(room: Sequence[Interval], start: float, end: float) -> Iterable[Interval]:
    for left, right in room:
        if end <= left or start >= right:
            yield left, right
        else:
            yield from ((a, b) for a, b in ((left, start), (end, right)) if a < b)
