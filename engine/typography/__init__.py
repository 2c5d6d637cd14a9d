"""SVG text → outlines: the cascade, bidi, shaping by HarfBuzz, layout, and the paths that are drawn."""

from engine.svg import Box
from engine.typography.artwork import Artwork, SetText
from engine.typography.fonts.library import FontLibrary
from engine.typography.outlining import outline

__all__ = ["Artwork", "Box", "FontLibrary", "SetText", "outline"]
