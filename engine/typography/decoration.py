"""Underlines, overlines and lines through the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.typography.face import Contour, Metrics
from engine.typography.fonts import FontLibrary
from engine.typography.itemise import face_of
from engine.typography.matrix import Matrix
from engine.typography.pathdata import rectangle, transformed
from engine.typography.position import Placed
from engine.typography.style import Line, Paint, Style

_ORDER = (Line.OVERLINE, Line.UNDERLINE, Line.LINE_THROUGH)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A decoration line over some text: rectangles, in the text's user space."""

    paint: Paint
    contours: tuple[Contour, ...]
    over: bool  # above the glyphs


def lines(group: Sequence[Placed], fonts: FontLibrary) -> list[Stroke]:
    """The decoration lines of the glyphs of one span, in painting order."""
    style = group[0].cluster.style
    if not style.decorations:
        return []
    paints = {decoration.line: decoration.paint for decoration in style.decorations}
    face = face_of(style.font, fonts)
    scale = style.font.size / face.units_per_em
    thickness = face.metrics.thickness * scale
    pieces = list(_pieces(group))
    return [
        Stroke(
            paints[line],
            tuple(
                _rectangle(matrix, _offset(line, style, face.metrics) * scale, width, thickness)
                for matrix, width in pieces
            ),
            line is Line.LINE_THROUGH,
        )
        for line in _ORDER
        if line in paints
    ]


def _offset(line: Line, style: Style, metrics: Metrics) -> float:
    """The middle of the line, downwards from the baseline in font units."""
    half = (metrics.ascent - metrics.descent) / 2
    match line:
        case Line.UNDERLINE:
            return half if style.vertical else -metrics.underline
        case Line.OVERLINE:
            return -half if style.vertical else -metrics.ascent
        case Line.LINE_THROUGH:
            return 0 if style.vertical else -metrics.strike


def _pieces(group: Sequence[Placed]) -> Iterator[tuple[Matrix, float]]:
    """Origin and length of each straight piece: it starts anew where a glyph is moved or turned."""
    start, width = group[0], 0.0
    for item in group:
        if item.breaks and item is not start:
            yield start.line, width
            start, width = item, 0.0
        width += item.cluster.advance
    yield start.line, width


def _rectangle(matrix: Matrix, middle: float, width: float, thickness: float) -> Contour:
    return transformed(rectangle(0, middle - thickness / 2, width, thickness), matrix)
