"""Underlines, overlines and lines through the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.matrix import Matrix, multiply, translation
from engine.typography.fonts.face import Contour, Metrics
from engine.typography.fonts.library import FontLibrary
from engine.typography.fonts.outlines import rectangle, transformed
from engine.typography.place.position import Placed
from engine.typography.runs.geometry import ellipse
from engine.typography.runs.itemise import face_of
from engine.typography.styles.style import Decoration, Line, Paint, Stroke, Style

_ORDER = (Line.OVERLINE, Line.UNDERLINE, Line.LINE_THROUGH)
_AWAY = {Line.OVERLINE: -1.0, Line.UNDERLINE: 1.0, Line.LINE_THROUGH: 1.0}  # from the text: where a double line goes
_DASH, _DASH_GAP = 3.0, 2.0  # thicknesses
_DOT_STEP = 2.0
_HALF_WAVE, _WAVE_HEIGHT = 2.5, 1.5
_THINNEST = 1e-4  # em: less is nothing
_MOST_PARTS = 2000  # dots, dashes or half waves of one line; more are a hairline over a very long text
_CLOSE = 0.001  # em: nearer, a line goes on


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decoration line over some text: contours in the text's user space."""

    paint: Paint
    contours: tuple[Contour, ...]
    over: bool  # above the glyphs


def lines(group: Sequence[Placed], fonts: FontLibrary) -> list[Ruled]:
    """The decoration lines of the glyphs of one span, in painting order."""
    style = group[0].cluster.style
    if not style.decorations:
        return []
    declared = {decoration.line: decoration for decoration in style.decorations}
    face = face_of(style.font, fonts)
    scale = style.font.size / face.units_per_em
    pieces = list(_pieces(group))
    ruled = []
    for decoration in (declared[line] for line in _ORDER if line in declared):
        asked = decoration.thickness or face.metrics.thickness * scale
        thickness = max(asked, _THINNEST * style.font.size)
        middle = _middle(decoration, style, face.metrics, scale, thickness)
        contours = tuple(
            transformed(contour, matrix)
            for matrix, width in pieces
            for contour in _stroked(decoration, width, middle, thickness)
        )
        ruled.append(Ruled(decoration.paint, contours, decoration.line is Line.LINE_THROUGH))
    return ruled


def _middle(decoration: Decoration, style: Style, metrics: Metrics, scale: float, thickness: float) -> float:
    """The middle of the line, downwards in px from the baseline; in vertical text from the axis."""
    match decoration.line:
        case Line.UNDERLINE:
            if decoration.offset is not None:
                return decoration.offset
            return (style.font.size + thickness) / 2 if style.vertical else -metrics.underline * scale
        case Line.OVERLINE:
            return (metrics.descent - metrics.ascent) / 2 * scale if style.vertical else -metrics.ascent * scale
        case Line.LINE_THROUGH:
            return 0 if style.vertical else -metrics.strike * scale


def _pieces(group: Sequence[Placed]) -> Iterator[tuple[Matrix, float]]:
    """Origin and length of each straight piece: it starts anew where a glyph is moved or turned."""
    start, width = group[0], group[0].cluster.advance
    for item in group[1:]:
        if not _goes_on(multiply(start.line, translation(width, 0)), item):
            yield start.line, width
            start, width = item, 0.0
        width += item.cluster.advance
    yield start.line, width


def _goes_on(end: Matrix, item: Placed) -> bool:
    near = _CLOSE * item.cluster.size
    return all(abs(a - b) < limit for a, b, limit in zip(end, item.line, (*[1e-6] * 4, near, near), strict=True))


def _stroked(decoration: Decoration, width: float, middle: float, thickness: float) -> Iterator[Contour]:
    """A line of this width from 0 to the right."""
    top = middle - thickness / 2
    match decoration.stroke:
        case Stroke.SOLID:
            yield rectangle(0, top, width, thickness)
        case Stroke.DOUBLE:
            yield rectangle(0, top, width, thickness)
            yield rectangle(0, top + 2 * thickness * _AWAY[decoration.line], width, thickness)
        case Stroke.DASHED:
            for x, dash in _dashes(width, thickness):
                yield rectangle(x, top, dash, thickness)
        case Stroke.DOTTED:
            for x in _steps(width - thickness, _DOT_STEP * thickness):
                yield _dot(x + thickness / 2, middle, thickness / 2)
        case Stroke.WAVY:
            yield _wave(width, middle, thickness)


def _steps(width: float, step: float) -> Iterator[float]:
    """Places from 0 to the width, about a step apart."""
    count = _count(width / step) if width > 0 else 0
    yield from (width * number / count if count else 0.0 for number in range(count + 1))


def _count(wanted: float) -> int:
    return round(min(max(wanted, 1.0), _MOST_PARTS))


def _dashes(width: float, thickness: float) -> Iterator[tuple[float, float]]:
    """Start and length of each: whole dashes at both ends."""
    period = (_DASH + _DASH_GAP) * thickness
    count = _count((width + _DASH_GAP * thickness) / period)
    period = (width + _DASH_GAP * thickness) / count
    dash = max(period - _DASH_GAP * thickness, 0.0) if count > 1 else width
    yield from ((number * period, dash) for number in range(count))


def _dot(x: float, y: float, radius: float) -> Contour:
    curves = ellipse(x, y, radius, radius)
    return Contour(curves[0][0], tuple(tuple(value for point in curve[1:] for value in point) for curve in curves))


def _wave(width: float, middle: float, thickness: float) -> Contour:
    """A band that swings: there along its upper edge, and back along its lower one."""
    ends = list(_steps(width, _HALF_WAVE * thickness))
    half, height = thickness / 2, _WAVE_HEIGHT * thickness
    there, back = [], []
    for number, (x0, x1) in enumerate(pairwise(ends)):
        swing = height if number % 2 else -height
        near, far = x0 + (x1 - x0) * 0.364, x0 + (x1 - x0) * 0.636  # a sine's tangents
        there.append((near, middle - half + swing, far, middle - half + swing, x1, middle - half))
        back.append((far, middle + half + swing, near, middle + half + swing, x0, middle + half))
    return Contour((0.0, middle - half), (*there, (width, middle + half), *reversed(back)))
