"""The small picture of a piece that the gallery shows."""

from __future__ import annotations

from pathlib import Path

import pyvips

from engine.export import raster
from engine.formats import Format
from engine.svg import Box
from engine.typography import Artwork

SIDE = 480  # px, the longer side: sharp on a card of 240 px on a dense screen
LARGEST_SHRUNK = 12_000_000  # px: a larger picture takes longer to read than the piece to draw at preview size
SAVE = {"Q": 82, "effort": 0, "keep": "none"}  # half the time of effort 2, files a tenth larger


def write_preview(path: Path, artwork: Artwork, format: Format, trim: Box, picture: Path | None) -> None:
    """Writes the trimmed piece as a small WebP: shrunk from `picture` where there is one, else drawn.

    `trim` is in user units of the artwork. The same input gives the same bytes.
    """
    width, height = format.pixels
    if picture and width * height <= LARGEST_SHRUNK:
        # Read here, not by libvips, which would remember the picture by its name
        small = pyvips.Image.thumbnail_buffer(picture.read_bytes(), SIDE, height=SIDE, size="down")
    else:
        scale = SIDE / max(width, height)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        small = raster.draw_by_layers(artwork.scene, *size, view=trim)
    with raster.saving(path):
        small.webpsave(str(path), **SAVE)
