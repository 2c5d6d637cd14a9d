"""The text of a box, before and after it is broken into lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from engine.typography.fonts.library import FontLibrary
from engine.typography.ink.nesting import nest
from engine.typography.runs import itemise
from engine.typography.runs.chars import Piece, Span
from engine.typography.runs.clusters import Cluster, clusters
from engine.typography.runs.spacing import space
from engine.typography.styles.style import Style
from engine.typography.unicode import bidi

FORCED_BREAKS = "\n\r\u2028\u2029"


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line as set: its clusters from left to right, and the characters start to end of the block it shows.

    `width` in px, without the space at its end. `text` and `spans` are what was shaped; they differ from the
    block's where kashidas were put in.
    """

    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    clusters: tuple[Cluster, ...]
    width: float
    ends_paragraph: bool = False


@dataclass(frozen=True)
class TextBlock:
    """Styled text that is to be broken into lines."""

    text: str
    spans: tuple[Span, ...]
    style: Style  # of the block
    fonts: FontLibrary
    attributes: Mapping[str, str]  # of the text element: data-justify and the like

    @classmethod
    def of(cls, pieces: Sequence[Piece], style: Style, fonts: FontLibrary, attributes: Mapping[str, str]) -> TextBlock:
        """The visible text of an element, positions of its parts forgotten."""
        spans: list[Span] = []
        at = 0
        for piece in pieces:
            if piece.text and piece.style.font.size > 0:
                spans.append(Span(at, at + len(piece.text), piece.style))
                at += len(piece.text)
        shown = (p.text for p in pieces if p.style.font.size > 0)
        return cls("".join(shown), tuple(spans), style, fonts, attributes)

    @cached_property
    def levels(self) -> list[int]:
        """Embedding levels of the whole text."""
        return itemise.levels(self.text, self.spans, self.style)

    @cached_property
    def base(self) -> bidi.Level:
        """The paragraph's own level."""
        return itemise.base_level(self.text, self.style)

    @cached_property
    def advances(self) -> list[float]:
        """The advance of each character in px; a cluster's stands at its first character."""
        found = [0.0] * len(self.text)
        shaped = clusters(self.text, self.spans, self.levels, self.fonts)
        space(shaped)
        nest(shaped)
        for cluster in shaped:
            found[cluster.start] = cluster.advance
        return found

    def indent(self, start: int) -> float:
        """What the line that begins at a character is set in by, in px."""
        indent = self.style.indent
        begins = start == 0 or (indent.each_line and self.text[start - 1] in FORCED_BREAKS)
        return indent.px if begins != indent.hanging else 0.0

    @property
    def language(self) -> str:
        return self.style.font.language

    def line(self, start: int, end: int, *, ends_paragraph: bool = False) -> SetLine:
        """The characters start to end as a line, shaped; white space at the end hangs outside of it."""
        text = self.text[start:end].rstrip(" " + FORCED_BREAKS)
        spans = tuple(sliced(self.spans, start, start + len(text)))
        return self.shaped(start, end, text, spans, ends_paragraph=ends_paragraph)

    def shaped(
        self, start: int, end: int, text: str, spans: tuple[Span, ...], *, ends_paragraph: bool = False
    ) -> SetLine:
        """The line that shows `text` for the characters start to end."""
        if text == self.text[start : start + len(text)]:
            levels = bidi.line_levels(self.text, self.levels, start, start + len(text), self.base)
        else:
            levels = itemise.levels(text, spans, self.style)
        found = clusters(text, spans, levels, self.fonts)
        space(found)
        nest(found)
        width = sum(cluster.advance for cluster in found)
        return SetLine(start, end, text, spans, tuple(found), width, ends_paragraph)

    def scaled(self, factor: float) -> TextBlock:
        """The same text in another size."""
        if factor == 1:
            return self
        spans = tuple(replace(span, style=scaled(span.style, factor)) for span in self.spans)
        return TextBlock(self.text, spans, scaled(self.style, factor), self.fonts, self.attributes)


def scaled(style: Style, factor: float) -> Style:
    """A style with all its lengths of text scaled; its paint stays."""
    return replace(
        style,
        font=replace(style.font, size=style.font.size * factor),
        letter_spacing=style.letter_spacing * factor,
        word_spacing=style.word_spacing * factor,
        indent=replace(style.indent, px=style.indent.px * factor),
        shifts=tuple(replace(shift, px=shift.px * factor, size=shift.size * factor) for shift in style.shifts),
    )


def sliced(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of spans between two characters, counted from the first of them."""
    for span in spans:
        low, high = max(span.start, start), min(span.end, end)
        if low < high:
            yield Span(low - start, high - start, span.style)
