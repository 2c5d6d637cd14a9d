"""Computed text properties, ready for layout: lengths in px of the element's own coordinate system."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.scene.style import MEDIUM, Inherited

type Paint = Inherited
"""Of the values that are inherited those that paint an outline; all others as they are at first."""

INITIAL: Paint = Inherited()


class Line(StrEnum):
    """Where a decoration line runs."""

    UNDERLINE = "underline"
    OVERLINE = "overline"
    LINE_THROUGH = "line-through"


class Stroke(StrEnum):
    """How a decoration line is drawn."""

    SOLID = "solid"
    DOUBLE = "double"
    DOTTED = "dotted"
    DASHED = "dashed"
    WAVY = "wavy"


@dataclass(frozen=True, slots=True)
class Decoration:
    """A line with the paint of the element that declared it; `thickness` and `offset` in px, None as the font has them.

    `offset` is that of an underline, downwards from the baseline.
    """

    line: Line
    paint: Paint
    stroke: Stroke = Stroke.SOLID
    thickness: float | None = None
    offset: float | None = None


@dataclass(frozen=True, slots=True)
class FontStyle:
    """What decides which face is used and how it shapes; `size` in px, `stretch` in per cent."""

    families: tuple[str, ...] = ()
    size: float = MEDIUM
    weight: int = 400
    style: str = "normal"
    stretch: float = 100
    small_caps: str = "normal"  # font-variant-caps
    kerning: bool = True
    features: tuple[tuple[str, int], ...] = ()
    variations: tuple[tuple[str, float], ...] = ()
    optical_sizing: bool = True
    adjust: float = 0  # font-size-adjust: the height of an x as a part of the size; 0 leaves it
    language: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """One step of `baseline-shift`: px up, or "sub" or "super" of the font at `size` px."""

    px: float = 0
    kind: str = ""
    size: float = 0


@dataclass(frozen=True, slots=True)
class Indent:
    """What the first line of a block is set in by (CSS Text 3 §8.1), in px; `hanging`: every line but that one.

    `each_line`: the first line after a forced break counts as one too.
    """

    px: float = 0
    hanging: bool = False
    each_line: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """The bidi controls that stand for one element's `unicode-bidi`."""

    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Style:
    """All that an element's text needs. `decorations` and `shifts` gather what ancestors declared."""

    font: FontStyle = FontStyle()
    paint: Paint = INITIAL
    decorations: tuple[Decoration, ...] = ()
    shifts: tuple[Shift, ...] = ()
    letter_spacing: float = 0
    word_spacing: float = 0
    transform: str = "none"  # text-transform
    preserve: bool = False  # white space is kept
    line_breaks: bool = False  # a line feed breaks the line: white-space: pre, pre-line, pre-wrap
    direction: str = "ltr"
    unicode_bidi: str = "normal"
    embeddings: tuple[Embedding, ...] = ()  # from the text element inwards
    vertical: bool = False
    orientation: str = "mixed"
    anchor: str = "start"
    align: str = "start"
    line_height: float | None = None  # a multiple of the font size; None is `normal`
    balanced: bool = False  # text-wrap: balance
    indent: Indent = Indent()
    dominant_baseline: str = "auto"
    alignment_baseline: str = "auto"
    visible: bool = True
    displayed: bool = True
    crisp: bool = False  # text-rendering: optimizeSpeed
