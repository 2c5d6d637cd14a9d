"""What one paint draws → outlines, and colour glyphs in their places between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby

from engine.matrix import IDENTITY, Matrix
from engine.scene.model import Outline
from engine.typography.fonts.colour import Picture, coloured, picture
from engine.typography.fonts.face import Contour, Face
from engine.typography.fonts.outlines import GlyphWriter, Part, transformed, writer_for
from engine.typography.place.position import Placed, resting
from engine.typography.styles.style import Paint

type Ink = Outline | tuple[Picture, Matrix]  # or a colour glyph and its matrix from font units


@dataclass(frozen=True)
class Drawn:
    """What one paint draws in one go: glyphs, and contours of decoration lines."""

    paint: Paint
    size: float
    glyphs: tuple[Placed, ...] = ()
    lines: tuple[Contour, ...] = ()

    @cached_property
    def inks(self) -> tuple[Ink, ...]:
        """The outlines of glyphs and lines in the coordinates of the text element, in painting order."""
        return tuple(self._inks())

    def _inks(self) -> Iterator[Ink]:
        writer = writer_for(self.size)
        for is_coloured, group in groupby(self.glyphs, key=lambda item: coloured(item.cluster.face)):
            members = list(group)
            if is_coloured:
                yield from (ink for item in members for ink in _coloured(item, writer))
            else:
                yield from _outlines(members, self.paint, writer)
        if self.lines:
            yield writer.together([writer.contours(self.lines, IDENTITY)])


def _outlines(glyphs: Sequence[Placed], paint: Paint, writer: GlyphWriter) -> Iterator[Outline]:
    if paint.stroke is None and paint.fill_opacity == 1:
        parts = [part for item in glyphs for part in _glyphs(item, writer)]
    else:
        parts = list(_with_joins(glyphs, writer))
    outline = writer.together(parts)
    if outline.operations:
        yield outline


def _with_joins(glyphs: Sequence[Placed], writer: GlyphWriter) -> Iterator[Part]:
    """Letters that join are united; others stay apart even where they overlap, as everywhere in SVG."""
    for key, group in groupby(glyphs, key=_joined_in):
        if key is None:
            yield from (part for item in group for part in _glyphs(item, writer))
        else:
            yield _united(list(group), writer)


def _joined_in(item: Placed) -> tuple[Face, float] | None:
    """What glyphs must share to be united; None for a glyph that stands alone."""
    cluster = item.cluster
    joins = (cluster.cursive or cluster.face.axes) and resting(item)
    return (cluster.face, cluster.size) if joins else None


def _united(items: Sequence[Placed], writer: GlyphWriter) -> Part:
    from engine.typography.ink.union import united_glyphs

    first = items[0]
    scale = first.cluster.scale
    placements = []
    for item in items:
        left, up = item.matrix[4] - first.matrix[4], first.matrix[5] - item.matrix[5]
        for glyph, x, y in _origins(item):
            placements.append((glyph, round((left + x) / scale), round((up - y) / scale)))
    word = first.cluster.face, tuple(placements)
    return writer.known(word, partial(united_glyphs, *word), _from_font_units(first, 0, 0))


def _coloured(item: Placed, writer: GlyphWriter) -> Iterator[Ink]:
    face = item.cluster.face
    for glyph, x, y in _origins(item):
        found = picture(face, glyph)
        to_user = _from_font_units(item, x, y)
        if found:
            yield found, to_user
        else:
            outline = writer.together([writer.glyph(face, glyph, to_user)])
            if outline.operations:
                yield outline


def _glyphs(item: Placed, writer: GlyphWriter) -> Iterator[Part]:
    face, scale = item.cluster.face, item.cluster.scale
    for glyph, x, y in _origins(item):
        if item.bend is None:
            yield writer.glyph(face, glyph, _from_font_units(item, x, y))
        else:
            straight = (transformed(contour, (scale, 0, 0, -scale, x, y)) for contour in face.outline(glyph))
            yield writer.contours((item.bend.bent(contour) for contour in straight), IDENTITY)


def _origins(item: Placed) -> Iterator[tuple[int, float, float]]:
    """Each glyph and its origin in px from that of the cluster, y downwards."""
    scale, along = item.cluster.scale, 0.0
    for glyph in item.cluster.glyphs:
        yield glyph.id, (along + glyph.x_offset) * scale, -glyph.y_offset * scale
        along += glyph.x_advance


def _from_font_units(item: Placed, x: float, y: float) -> Matrix:
    """To user space, for a glyph at x, y px of its cluster."""
    a, b, c, d, e, f = item.matrix
    scale = item.cluster.scale
    return a * scale, b * scale, -c * scale, -d * scale, a * x + c * y + e, b * x + d * y + f
