"""Where the ink of set text really is: points along its outlines, and how near two lines come to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil, hypot, sqrt

import numpy as np
from numpy.typing import NDArray

from engine.typography.fonts.face import Contour, Face
from engine.typography.place.position import Placed
from engine.typography.runs.shape import Glyph

type Points = NDArray[np.float64]  # n × 2, px, y downwards

_FINEST = 1 / 60  # em between two points of an outline
_NOTHING = 1e9
LARGEST_DOT = 0.3  # em: a contour no larger is a dot, a pair of dots, a hamza
NARROW_GAP = 5.0  # clearances between letters, into which nothing of another line may come
BESIDE_DOTS = 4.0  # clearances to the side within which a dot stays clear of the other line's letters


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
        return self.where(self.dots)

    def where(self, chosen: NDArray[np.bool_]) -> Ink:
        """Those of its points that are chosen."""
        return Ink(self.points[chosen], self.dots[chosen])

    def moved(self, x: float, y: float) -> Ink:
        return Ink(self.points + np.array((x, y)), self.dots)

    def scaled(self, factor: float) -> Ink:
        """About the origin."""
        return Ink(self.points * factor, self.dots)


def apart(upper: Ink, lower: Ink, clearance: float) -> float:
    """How far `lower` has to go down to be read by itself.

    Its ink keeps `clearance` px from that of `upper`, and no stroke of one comes between letters of the other: a tail
    between «و» and «روز» says «و ا روز». A dot stays out of the other line's letters altogether, or it would be read
    with one of them: «شب» nested over «یلدا» says «یلذا».
    """
    beside, gap = clearance * BESIDE_DOTS, clearance * NARROW_GAP
    pairs = ((upper, lower, 0.0), (upper.only_dots, lower, beside), (upper, lower.only_dots, beside))
    return max(drop(above, below, clearance, reach, gap) for above, below, reach in pairs if above and below)


def drop(upper: Ink, lower: Ink, clearance: float, beside: float = 0.0, gap: float = 0.0) -> float:
    """How far `lower` has to go down so that its ink is `clearance` px from that of `upper`.

    Ink counts as far as `beside` px to its sides, and gaps of up to `gap` px count as ink as high as that beside them.
    Negative where `lower` may rise. Lines that have no column in common need no drop: then it is the one at which
    their tops are level.
    """
    width = clearance / 3
    reach = clearance + beside
    left = min(upper.points[:, 0].min(), lower.points[:, 0].min()) - reach
    right = max(upper.points[:, 0].max(), lower.points[:, 0].max()) + reach
    columns = ceil((right - left) / width) + 1
    floor, ceiling = np.full(columns, -_NOTHING), np.full(columns, _NOTHING)
    np.maximum.at(floor, ((upper.points[:, 0] - left) / width).astype(int), upper.points[:, 1])
    np.minimum.at(ceiling, ((lower.points[:, 0] - left) / width).astype(int), lower.points[:, 1])
    steps = int(gap / width / 2)
    floor, ceiling = _bridged(floor, steps), -_bridged(-ceiling, steps)
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


def _bridged(profile: NDArray[np.float64], steps: int) -> NDArray[np.float64]:
    """A profile whose dips of up to 2 × `steps` columns are as high as the lower of their sides."""
    risen = _widened(profile, steps)
    return -_widened(-risen, steps)


def _widened(profile: NDArray[np.float64], steps: int) -> NDArray[np.float64]:
    widened = profile.copy()
    for step in range(1, steps + 1):
        widened[step:] = np.maximum(widened[step:], profile[:-step])
        widened[:-step] = np.maximum(widened[:-step], profile[step:])
    return widened


def _cluster(item: Placed) -> Iterable[Ink]:
    a, b, c, d, e, f = item.matrix
    ink = glyphs_ink(item.cluster.face, item.cluster.glyphs, item.cluster.size)
    if ink:
        x, y = ink.points[:, 0], ink.points[:, 1]
        yield Ink(np.stack((a * x + c * y + e, b * x + d * y + f), axis=1), ink.dots)


def glyphs_ink(face: Face, glyphs: Iterable[Glyph], size: float) -> Ink:
    """The ink of glyphs side by side, the first one's origin at 0, in the unit of the font size."""
    scale, along, parts = size / face.units_per_em, 0, []
    for glyph in glyphs:
        ink = _glyph(face, glyph.id)
        if ink:
            offset = np.array((along + glyph.x_offset, glyph.y_offset))
            parts.append(Ink((ink.points + offset) * np.array((scale, -scale)), ink.dots))
        along += glyph.x_advance
    return Ink.together(parts)


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
