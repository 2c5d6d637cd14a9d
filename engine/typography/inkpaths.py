"""What one paint draws → path data, and colour glyphs in their places between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from engine.typography.colour import Picture, coloured, picture
from engine.typography.face import Contour
from engine.typography.matrix import IDENTITY, Matrix, multiply, scaling, translation
from engine.typography.pathdata import GlyphWriter, decimals, transformed
from engine.typography.position import Placed, resting
from engine.typography.setting import Drawn
from engine.typography.style import Paint

type Ink = str | tuple[Picture, Matrix]  # path data, or a colour glyph and its matrix from font units


def inks(drawn: Drawn) -> Iterator[Ink]:
    """The outlines of glyphs and lines in the coordinates of the text element, in painting order."""
    writer = writer_for(drawn.size)
    for is_coloured, group in groupby(drawn.glyphs, key=lambda item: coloured(item.cluster.face)):
        members = list(group)
        if is_coloured:
            yield from (ink for item in members for ink in _coloured(item, writer))
        else:
            yield _outlines(members, drawn.paint, writer)
    if drawn.lines:
        yield writer.contours(drawn.lines, IDENTITY)


@lru_cache(16)
def _writer(places: int) -> GlyphWriter:
    return GlyphWriter(places)


def writer_for(size: float) -> GlyphWriter:
    """The writer for text of this size in px."""
    return _writer(decimals(size))


def _outlines(glyphs: Sequence[Placed], paint: Paint, writer: GlyphWriter) -> str:
    if paint["stroke"] == "none" and paint["fill-opacity"] == "1":
        return "".join(data for item in glyphs for data in _glyphs(item, writer))
    return "".join(_with_joins(glyphs, writer))


def _with_joins(glyphs: Sequence[Placed], writer: GlyphWriter) -> Iterator[str]:
    """Letters that join are united; others stay apart even where they overlap, as everywhere in SVG."""
    for joined, group in groupby(glyphs, key=lambda item: item.cluster.cursive or bool(item.cluster.face.axes)):
        if not joined:
            yield from (data for item in group for data in _glyphs(item, writer))
            continue
        from engine.typography.union import united

        yield writer.contours(united(contour for item in group for contour in _contours(item)), IDENTITY)


def _coloured(item: Placed, writer: GlyphWriter) -> Iterator[Ink]:
    face = item.cluster.face
    for glyph, x, y in _origins(item):
        found = picture(face, glyph)
        to_user = _from_font_units(item, x, y)
        yield (found, to_user) if found else writer.contours(face.outline(glyph), to_user)


def _glyphs(item: Placed, writer: GlyphWriter) -> Iterator[str]:
    cluster, still = item.cluster, resting(item)
    for glyph, x, y in _origins(item):
        if still:
            yield writer.glyph(cluster.face, glyph, cluster.scale, item.matrix[4] + x, item.matrix[5] + y)
        else:
            yield writer.contours(cluster.face.outline(glyph), _from_font_units(item, x, y))


def _contours(item: Placed) -> Iterator[Contour]:
    for glyph, x, y in _origins(item):
        to_user = _from_font_units(item, x, y)
        yield from (transformed(contour, to_user) for contour in item.cluster.face.outline(glyph))


def _origins(item: Placed) -> Iterator[tuple[int, float, float]]:
    """Each glyph and its origin in px from that of the cluster, y downwards."""
    scale, along = item.cluster.scale, 0.0
    for glyph in item.cluster.glyphs:
        yield glyph.id, (along + glyph.x_offset) * scale, -glyph.y_offset * scale
        along += glyph.x_advance


def _from_font_units(item: Placed, x: float, y: float) -> Matrix:
    scale = item.cluster.scale
    return multiply(multiply(item.matrix, translation(x, y)), scaling(scale, -scale))
