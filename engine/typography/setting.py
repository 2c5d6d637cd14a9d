"""One text element → what is drawn for it: runs of glyphs and lines with their paint, and the box of the text."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from lxml import etree

from engine.errors import Mistake
from engine.matrix import apply, box_around
from engine.memory import Memory
from engine.scene.model import TextSize
from engine.svg import Box
from engine.typography.blocks import boxes, frames
from engine.typography.blocks.frames import Frame
from engine.typography.blocks.honorifics import IN_LETTERING, raised, with_honorifics
from engine.typography.blocks.textblock import TextBlock
from engine.typography.fonts.library import FontLibrary
from engine.typography.ink.inkpaths import Drawn
from engine.typography.notices import notices
from engine.typography.place import decoration, position, textpath
from engine.typography.place.position import Pen, Placed, by_span
from engine.typography.runs import chars, itemise, spacing
from engine.typography.runs.chars import Chunk, Content
from engine.typography.runs.clusters import Cluster, clusters
from engine.typography.styles.style import Style
from engine.typography.styles.styling import Styles

_ROOM = 16_000_000  # bytes, of what is set
_BYTES_OF_GLYPH = 1500  # placed and in path data


@dataclass(frozen=True, slots=True)
class Setting:
    """A text element as set, its font in `size` px.

    `box` is its objectBoundingBox (SVG 2 §8.10): em cells, not ink; None if it is empty. `frame` is where it
    was to be set, if it is not on lines of its own.
    """

    content: Content
    style: Style
    drawn: tuple[Drawn, ...]
    box: Box | None
    size: float
    notices: tuple[Mistake, ...]
    frame: Frame | None = None

    @property
    def element(self) -> etree._Element:
        return self.content.element

    @property
    def words(self) -> str:
        return self.content.words

    @property
    def text_size(self) -> TextSize:
        """How large it is, for who reads the scene."""
        return TextSize(self.size, self.box or Box(0, 0, 0, 0), self.frame.around if self.frame else None)

    @property
    def is_read(self) -> bool:
        """Whether it says something: letters marked as decoration (`aria-hidden`, WAI-ARIA 1.2) only look like it."""
        return bool(self.words) and self.element.get("aria-hidden") != "true"


def set_text(element: etree._Element, styles: Styles, fonts: FontLibrary, honorifics: str = "raised") -> Setting:
    """Shapes and places a text element, its honorifics as it says, else so. Raises clusters.MissingGlyphs."""
    content = chars.content(element, styles)
    style = styles.style(element)
    frame = frames.frame_of(element, styles)

    attributes = {"data-honorifics": honorifics, **{str(key): str(value) for key, value in element.attrib.items()}}

    def inked() -> _Inked:
        if frame:
            return _inked(_boxed(frame, TextBlock.of(content.shown, style, fonts, attributes)), fonts)
        plain = attributes["data-honorifics"] == "plain"
        return _inked(_placed(content, style, styles, fonts, plain=plain), fonts)

    known = not any(piece.path is not None for piece in content.shown)  # a path may be anywhere in the document
    ink = _KNOWN.recall(_source(content, style, attributes, frame, fonts), inked) if known else inked()
    size = max((item.size for item in ink.drawn), default=style.font.size)
    return Setting(content, style, ink.drawn, ink.box, size, notices(content, fonts), frame)


@dataclass(frozen=True, slots=True)
class _Inked:
    """What is drawn for a text, and the box around it."""

    drawn: tuple[Drawn, ...]
    box: Box | None

    @property
    def weight(self) -> int:
        """About how many bytes it takes."""
        return _BYTES_OF_GLYPH * (1 + sum(len(each.glyphs) + len(each.lines) for each in self.drawn))


_KNOWN: Memory[Hashable, _Inked] = Memory(_ROOM, lambda inked: inked.weight)


def _source(
    content: Content, style: Style, attributes: Mapping[str, str], frame: Frame | None, fonts: FontLibrary
) -> Hashable:
    """All that the ink of a text follows from that is not on a path: most texts of a run say and look the same."""
    pieces = tuple((piece.text, piece.style, piece.lost) for piece in content.pieces)
    return pieces, content.positions.known, content.stretches, tuple(attributes.items()), style, frame, fonts


def _inked(spans: Iterable[list[Placed]], fonts: FontLibrary) -> _Inked:
    placed = list(spans)
    lines = [decoration.lines(group, fonts) for group in placed]
    drawn = _merged(item for group, decor in zip(placed, lines, strict=True) for item in _drawn(group, decor))
    return _Inked(tuple(drawn), _box(placed, lines))


def _placed(
    content: Content, block: Style, styles: Styles, fonts: FontLibrary, *, plain: bool
) -> Iterator[list[Placed]]:
    """The glyphs of each span of each chunk: what one element says in one go."""
    pen = Pen()
    chunks = chars.chunks(content)
    whole = chunks if plain else (replace(each, spans=raised(each.text, each.spans)) for each in chunks)
    lines = [(chunk, _line(chunk, block, fonts)) for chunk in whole]
    spacing.adjust(lines, content.stretches)
    for chunk, line in lines:
        if chunk.path is None:
            placed, pen = position.place(chunk, line, content.positions, pen, fonts)
        else:
            placed, pen = textpath.place(chunk, line, content.positions, pen, styles, fonts)
        yield from by_span(placed, chunk.spans)


def _boxed(frame: Frame, block: TextBlock) -> Iterator[list[Placed]]:
    if block.attributes.get("data-lettering") == "stack":
        from engine.typography.blocks import lettering  # as the two below: few texts are set so

        return lettering.stacked(frame, with_honorifics(block, IN_LETTERING))
    block = with_honorifics(block)
    if "data-poem" in block.attributes:
        from engine.typography.blocks import poem

        return poem.placed(frame, block)
    if frame.shape is not None:
        from engine.typography.blocks import flow
        from engine.typography.blocks.regions import Region

        return flow.placed(Region.of(frame.shape), block)
    return boxes.placed(frame, *boxes.set_in(frame, block))


def _line(chunk: Chunk, block: Style, fonts: FontLibrary) -> list[Cluster]:
    levels = itemise.levels(chunk.text, chunk.spans, block)
    return clusters(chunk.text, chunk.spans, levels, fonts)


def _drawn(group: Sequence[Placed], lines: Sequence[decoration.Ruled]) -> Iterator[Drawn]:
    """Overline and underline below the glyphs, line-through above (CSS Text Decoration 3 §2.5)."""
    style = group[0].cluster.style
    if not style.visible:
        return
    size = style.font.size
    yield from (Drawn(line.paint, size, lines=line.contours) for line in lines if not line.over)
    yield Drawn(style.paint, size, glyphs=tuple(group))
    yield from (Drawn(line.paint, size, lines=line.contours) for line in lines if line.over)


def _merged(drawn: Iterable[Drawn]) -> Iterator[Drawn]:
    """Neighbours with the same paint as one, so that a fill run is one path."""
    for paint, group in groupby(drawn, key=lambda item: item.paint):
        members = list(group)
        yield Drawn(
            paint,
            max(item.size for item in members),
            tuple(glyph for item in members for glyph in item.glyphs),
            tuple(line for item in members for line in item.lines),
        )


def _box(placed: Sequence[Sequence[Placed]], lines: Sequence[Sequence[decoration.Ruled]]) -> Box | None:
    points = [point for group in placed for item in group for point in _cell(item)]
    points += [
        point
        for strokes in lines
        for stroke in strokes
        for contour in stroke.contours
        for point in (contour.start, *((segment[0], segment[1]) for segment in contour.segments))
    ]
    return box_around(points) if points else None


def _cell(item: Placed) -> Iterator[tuple[float, float]]:
    """The corners of a cluster's em cell in the text's user space; a square where it stands in vertical text."""
    cluster = item.cluster
    top, bottom, right = -cluster.ascent, -cluster.descent, cluster.width if cluster.width > 0 else 1
    if cluster.upright:
        right, middle = cluster.glyph_width, (top + bottom) / 2
        top, bottom = middle - right / 2, middle + right / 2
    for x, y in ((0, top), (right, top), (right, bottom), (0, bottom)):
        yield apply(item.matrix, x, y)
