"""Where the ink of set text really is: points along its outlines, and how near two lines come to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil, hypot, sqrt

import numpy as np
from numpy.typing import NDArray

from engine.typography.face import Contour, Face
from engine.typography.position import Placed

type Points = NDArray[np.float64]  # n × 2, px, y downwards

_FINEST = 1 / 60  # em between two points of an outline
_NOTHING = 1e9
LARGEST_DOT = 0.3  # em: a contour no larger is a dot, a pair of dots, a hamza
BESIDE_DOTS = 5.0  # clearances to the side within which a dot stays clear of the other line's letters


@dataclass(frozen=True, slots=True)
class Ink:
    """Points along the outlines of a line, dense enough to stand for its ink; `dots` is true for those of dots."""

    points: Points
    dots: NDArray[np.bool_]

    @classmethod
    def of(cls, placed: Iterable[Placed]) -> Ink:
        """The ink of placed clusters, in the text's user space."""
        return cls.together([part for item in placed for part in _cluster(item)])

    @classmethod
    def together(cls, parts: Sequence[Ink]) -> Ink:
        """The ink of several parts."""
        if not parts:
            return cls(np.empty((0, 2)), np.empty(0, dtype=bool))
        return cls(np.concatenate([each.points for each in parts]), np.concatenate([each.dots for each in parts]))

    def __bool__(self) -> bool:
        return len(self.points) > 0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        left, top = self.points.min(axis=0)
        right, bottom = self.points.max(axis=0)
        return float(left), float(top), float(right), float(bottom)

    @property
    def only_dots(self) -> Ink:
        return Ink(self.points[self.dots], self.dots[self.dots])

    def moved(self, x: float, y: float) -> Ink:
        return Ink(self.points + np.array((x, y)), self.dots)

    def scaled(self, factor: float) -> Ink:
        """About the origin."""
        return Ink(self.points * factor, self.dots)


def apart(upper: Ink, lower: Ink, clearance: float) -> float:
    """How far `lower` has to go down to be read by itself.

    Its ink keeps `clearance` px from that of `upper`. A dot stays out of the other line's letters altogether, or
    it would be read with one of them: «شب» nested over «یلدا» says «یلذا».
    """
    beside = clearance * BESIDE_DOTS
    pairs = ((upper, lower, 0.0), (upper.only_dots, lower, beside), (upper, lower.only_dots, beside))
    return max(drop(above, below, clearance, reach) for above, below, reach in pairs if above and below)


def drop(upper: Ink, lower: Ink, clearance: float, beside: float = 0.0) -> float:
    """How far `lower` has to go down so that its ink is `clearance` px from that of `upper`.

    Ink counts as far as `beside` px to its sides. Negative where `lower` may rise. Lines that have no column in
    common need no drop: then it is the one at which their tops are level.
    """
    width = clearance / 3
    reach = clearance + beside
    left = min(upper.points[:, 0].min(), lower.points[:, 0].min()) - reach
    right = max(upper.points[:, 0].max(), lower.points[:, 0].max()) + reach
    columns = ceil((right - left) / width) + 1
    floor, ceiling = np.full(columns, -_NOTHING), np.full(columns, _NOTHING)
    np.maximum.at(floor, ((upper.points[:, 0] - left) / width).astype(int), upper.points[:, 1])
    np.minimum.at(ceiling, ((lower.points[:, 0] - left) / width).astype(int), lower.points[:, 1])
    reached = floor.copy()
    for step in range(1, int(reach / width) + 1):
        # Beyond `beside`, less and less: the quarter of a circle of the clearance's radius.
        lift = clearance - sqrt(max(clearance**2 - max(step * width - beside, 0.0) ** 2, 0.0))
        reached[step:] = np.maximum(reached[step:], floor[:-step] - lift)
        reached[:-step] = np.maximum(reached[:-step], floor[step:] - lift)
    meeting = (reached > -_NOTHING / 2) & (ceiling < _NOTHING / 2)
    if not meeting.any():
        return float(upper.points[:, 1].min() - lower.points[:, 1].min())
    return float((reached[meeting] - ceiling[meeting]).max() + clearance)


def _cluster(item: Placed) -> Iterable[Ink]:
    cluster = item.cluster
    a, b, c, d, e, f = item.matrix
    along = 0
    for glyph in cluster.glyphs:
        ink = _glyph(cluster.face, glyph.id)
        if ink:
            x = (ink.points[:, 0] + along + glyph.x_offset) * cluster.scale
            y = -(ink.points[:, 1] + glyph.y_offset) * cluster.scale
            yield Ink(np.stack((a * x + c * y + e, b * x + d * y + f), axis=1), ink.dots)
        along += glyph.x_advance


@lru_cache(2048)
def _glyph(face: Face, glyph: int) -> Ink:
    """Points along a glyph's contours in font units, y upwards."""
    em = face.units_per_em
    contours = (np.concatenate(list(_contour(each, em * _FINEST))) for each in face.outline(glyph))
    return Ink.together([Ink(points, np.full(len(points), _is_dot(points, em))) for points in contours])


def _is_dot(points: Points, em: float) -> bool:
    width, height = points.max(axis=0) - points.min(axis=0)
    return bool(max(width, height) < LARGEST_DOT * em)


def _contour(contour: Contour, step: float) -> Iterable[Points]:
    start = contour.start
    for segment in (*contour.segments, contour.start):
        corners = [start, *zip(segment[::2], segment[1::2], strict=True)]
        reach = sum(hypot(x - u, y - v) for (u, v), (x, y) in pairwise(corners))
        t = np.linspace(0, 1, max(2, ceil(reach / step)))[:, None]
        controls = np.array(corners)[:, None, :]
        while len(controls) > 1:  # de Casteljau, at all t at once
            controls = controls[:-1] * (1 - t) + controls[1:] * t
        yield controls[0]
        start = (float(segment[-2]), float(segment[-1]))
