"""Where the ink of set text really is: points along its outlines, and how near two lines come to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil, hypot

import numpy as np
from numpy.typing import NDArray

from engine.typography.face import Contour, Face
from engine.typography.position import Placed

type Points = NDArray[np.float64]  # n × 2, px, y downwards

_FINEST = 1 / 60  # em between two points of an outline
_NOTHING = 1e9


@dataclass(frozen=True, slots=True)
class Ink:
    """Points along the outlines of a line, dense enough to stand for its ink."""

    points: Points

    @classmethod
    def of(cls, placed: Iterable[Placed]) -> Ink:
        """The ink of placed clusters, in the text's user space."""
        parts = [points for item in placed for points in _cluster(item)]
        return cls(np.concatenate(parts) if parts else np.empty((0, 2)))

    def __bool__(self) -> bool:
        return len(self.points) > 0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        left, top = self.points.min(axis=0)
        right, bottom = self.points.max(axis=0)
        return float(left), float(top), float(right), float(bottom)

    def moved(self, x: float, y: float) -> Ink:
        return Ink(self.points + (x, y))

    def scaled(self, factor: float) -> Ink:
        """About the origin."""
        return Ink(self.points * factor)

    def joined(self, other: Ink) -> Ink:
        return Ink(np.concatenate((self.points, other.points)))


def drop(upper: Ink, lower: Ink, clearance: float) -> float:
    """How far `lower` has to go down so that its ink is `clearance` px below, and beside, that of `upper`.

    Negative where it may rise. Lines that have no column in common need no drop: then it is the one at which
    the top of `lower` is level with the top of `upper`.
    """
    width = clearance / 3
    left = min(upper.points[:, 0].min(), lower.points[:, 0].min()) - clearance
    right = max(upper.points[:, 0].max(), lower.points[:, 0].max()) + clearance
    columns = ceil((right - left) / width) + 1
    floor, ceiling = np.full(columns, -_NOTHING), np.full(columns, _NOTHING)
    np.maximum.at(floor, ((upper.points[:, 0] - left) / width).astype(int), upper.points[:, 1])
    np.minimum.at(ceiling, ((lower.points[:, 0] - left) / width).astype(int), lower.points[:, 1])
    # Ink to the side counts as ink in the column, a little higher: a circle of the clearance's radius.
    reached = floor.copy()
    for step in range(1, 4):
        lift = clearance - np.sqrt(max(clearance**2 - (step * width) ** 2, 0.0))
        reached[step:] = np.maximum(reached[step:], floor[:-step] - lift)
        reached[:-step] = np.maximum(reached[:-step], floor[step:] - lift)
    meeting = (reached > -_NOTHING / 2) & (ceiling < _NOTHING / 2)
    if not meeting.any():
        return float(upper.points[:, 1].min() - lower.points[:, 1].min())
    return float((reached[meeting] - ceiling[meeting]).max() + clearance)


def _cluster(item: Placed) -> Iterable[Points]:
    cluster = item.cluster
    a, b, c, d, e, f = item.matrix
    along = 0
    for glyph in cluster.glyphs:
        outline = _glyph(cluster.face, glyph.id)
        if len(outline):
            x = (outline[:, 0] + along + glyph.x_offset) * cluster.scale
            y = -(outline[:, 1] + glyph.y_offset) * cluster.scale
            yield np.stack((a * x + c * y + e, b * x + d * y + f), axis=1)
        along += glyph.x_advance


@lru_cache(2048)
def _glyph(face: Face, glyph: int) -> Points:
    """Points along a glyph's contours in font units, y upwards."""
    step = face.units_per_em * _FINEST
    parts = [points for contour in face.outline(glyph) for points in _contour(contour, step)]
    return np.concatenate(parts) if parts else np.empty((0, 2))


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
