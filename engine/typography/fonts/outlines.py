"""Glyph outlines → the scene's outlines, rounded to what print needs."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from engine.matrix import Matrix, apply
from engine.scene.model import CLOSE, CURVE, LINE, MOVE, Outline
from engine.typography.fonts.face import Contour, Face

# Points an em at which neighbouring outlines are still told apart: 1/1000 em at least, 1/10000 at best.
_EM_DECIMALS = 3
_MOST_DECIMALS = 9
_MOST_GLYPHS = 20_000  # remembered; some 10 MB

type Points = NDArray[np.float64]
type Part = tuple[bytes, Points]
"""Operations, and a row for each of their points in units of the last decimal."""

_NOTHING = np.empty((0, 2))


def decimals(size: float) -> int:
    """How many decimals the coordinates of text of this size (in its own user units) have."""
    return min(max(0, _EM_DECIMALS - math.floor(math.log10(size))), _MOST_DECIMALS) if size > 0 else 0


class GlyphWriter:
    """Makes outlines with one precision. What has a key is turned and rounded once, then only moved."""

    def __init__(self, places: int) -> None:
        self._unit = float(10**places)
        self._known: dict[tuple[Hashable, Matrix], Part] = {}

    def glyph(self, face: Face, glyph: int, matrix: Matrix) -> Part:
        """A glyph under a matrix from font units (y upwards) to user space."""
        return self.known((face, glyph), partial(face.outline, glyph), matrix)

    def known(self, name: Hashable, outline: Callable[[], Iterable[Contour]], matrix: Matrix) -> Part:
        """The contours that `outline` gives, under a matrix to user space; `name` stands for them."""
        a, b, c, d, x, y = matrix
        turn = (a, b, c, d, 0.0, 0.0)
        part = self._known.get((name, turn))
        if part is None:
            if len(self._known) >= _MOST_GLYPHS:
                self._known.clear()
            part = self._known[name, turn] = self.contours(outline(), turn)
        operations, points = part
        return operations, np.add(points, (round(x * self._unit), round(y * self._unit)))

    def contours(self, contours: Iterable[Contour], matrix: Matrix) -> Part:
        """Closed contours under a matrix to user space."""
        operations = bytearray()
        points: list[float] = []
        for contour in contours:
            _collect(contour, operations, points)
        a, b, c, d, e, f = matrix
        found = np.array(points, dtype=float).reshape(-1, 2) @ ((a, b), (c, d)) + (e, f) if points else _NOTHING
        return bytes(operations), np.rint(found * self._unit)

    def together(self, parts: Iterable[Part]) -> Outline:
        """Parts as one outline in user space."""
        known = [part for part in parts if part[0]]
        points = np.concatenate([points for _, points in known]) / self._unit if known else _NOTHING
        return Outline(b"".join(operations for operations, _ in known), array("d", points.tobytes()))


@lru_cache(16)
def _writer(places: int) -> GlyphWriter:
    return GlyphWriter(places)


def writer_for(size: float) -> GlyphWriter:
    """The writer for text of this size in px."""
    return _writer(decimals(size))


def _collect(contour: Contour, operations: bytearray, points: list[float]) -> None:
    """Adds a contour, its quadratics raised to cubics."""
    x, y = contour.start
    operations.append(MOVE)
    points += (x, y)
    for segment in contour.segments:
        if len(segment) == 2:
            operations.append(LINE)
            points += segment
        else:
            operations.append(CURVE)
            if len(segment) == 4:
                knee_x, knee_y, end_x, end_y = segment
                points += (x + (knee_x - x) * 2 / 3, y + (knee_y - y) * 2 / 3)
                points += (end_x + (knee_x - end_x) * 2 / 3, end_y + (knee_y - end_y) * 2 / 3, end_x, end_y)
            else:
                points += segment
        x, y = segment[-2:]
    operations.append(CLOSE)


def rectangle(x: float, y: float, width: float, height: float) -> Contour:
    """A rectangle as a contour, y downwards."""
    return Contour((x, y), ((x + width, y), (x + width, y + height), (x, y + height)))


def transformed(contour: Contour, matrix: Matrix) -> Contour:
    """The contour under a matrix."""
    segments = []
    for segment in contour.segments:
        points = [apply(matrix, segment[i], segment[i + 1]) for i in range(0, len(segment), 2)]
        segments.append(tuple(value for point in points for value in point))
    return Contour(apply(matrix, *contour.start), tuple(segments))
