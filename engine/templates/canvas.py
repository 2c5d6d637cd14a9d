"""The canvas: where an artboard's drawing lands on a format of another shape."""

from __future__ import annotations

from dataclasses import dataclass

from engine.formats import Format
from engine.svg import Box


@dataclass(frozen=True, slots=True)
class Canvas:
    """The areas of a piece in the artboard's own units.

    The artboard stands whole and centred on the trim; where the format is wider or taller than it, the trim
    goes beyond the artboard on both sides. `bleed` holds the trim and what is cut off, `safe` is for text.
    """

    artboard: Box
    trim: Box
    bleed: Box
    safe: Box


def canvas_of(artboard: Box, format: Format) -> Canvas:
    """The canvas of a format over an artboard."""
    scale = max(artboard.width / format.width, artboard.height / format.height)
    width, height = format.width * scale, format.height * scale
    x, y = artboard.center
    trim = Box(x - width / 2, y - height / 2, width, height)
    bleed = format.bleed * scale
    left, top = format.margin
    return Canvas(artboard, trim, trim.grown(bleed, bleed), trim.grown(-left * width, -top * height))
