"""SVG text → outlines: the cascade, bidi, shaping by HarfBuzz, layout, and the paths that are drawn."""

from engine.typography.artwork import Artwork, Box, SetText
from engine.typography.fonts import FontLibrary
from engine.typography.outlining import outline

__all__ = ["Artwork", "Box", "FontLibrary", "SetText", "outline"]
