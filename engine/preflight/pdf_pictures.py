"""The ink in a PDF's pictures: each unpacked once, and counted before it is."""

from __future__ import annotations

import numpy as np
import pikepdf
import pyvips

from engine.export.pdf import foreign
from engine.export.pdf.foreign import Malformed, integer, item, name_or
from engine.preflight.pdf_operators import Budget, TooMuch

MOST_SCANS = 100  # of a progressive JPEG; encoders write about ten
MOST_BEYOND = 1_000_000  # bytes after its last row
INKS = 4


class PictureInks:
    """Pictures in four inks. `are_whole` turns false where there are more of them than the budget has bytes for."""

    def __init__(self, budget: Budget) -> None:
        self.are_whole = True
        self._budget = budget
        self._known: dict[tuple[int, int] | None, float] = {}

    def most(self, stream: pikepdf.Stream) -> float:
        """The most ink on a spot of a picture of 8 bits, 3.0 for 300%; none where it can't be told."""
        key = foreign.identity(stream)
        if key not in self._known:
            try:
                self._known[key] = self._most(stream)
            except (Malformed, pyvips.Error):
                self._known[key] = 0.0
        return self._known[key]

    def _most(self, stream: pikepdf.Stream) -> float:
        packed = foreign.filters(stream)
        if packed == ("DCTDecode",):
            return self._of_jpeg(foreign.packed(stream))
        width, height = integer(item(stream, "/Width")), integer(item(stream, "/Height"))
        if integer(item(stream, "/BitsPerComponent")) != 8 or not name_or(item(stream, "/ColorSpace")):
            return 0.0
        size = width * height * INKS
        if not set(packed) <= foreign.PLAIN or not self._afforded(size):
            return 0.0
        try:
            pixels = np.frombuffer(self._budget.unpacked(stream, size + MOST_BEYOND), np.uint8)
        except (Malformed, TooMuch):
            self.are_whole = False
            return 0.0
        return _most_of(pixels[:size]) if len(pixels) >= size else 0.0

    def _of_jpeg(self, data: bytes) -> float:
        picture = pyvips.Image.jpegload_buffer(data)
        size = picture.width * picture.height * INKS
        if picture.bands != INKS or not self._afforded(size):
            return 0.0
        if data.count(b"\xff\xda") > MOST_SCANS:
            self.are_whole = False
            return 0.0
        self._budget.room -= size
        return float(picture.bandmean().max()) * INKS / 255

    def _afforded(self, size: int) -> bool:
        """Whether so many bytes may still be unpacked."""
        if size > min(self._budget.room, foreign.MOST_UNPACKED):
            self.are_whole = False
        return 0 < size <= min(self._budget.room, foreign.MOST_UNPACKED)


def _most_of(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> float:
    total = pixels[0::INKS].astype(np.uint16)
    for ink in range(1, INKS):
        total += pixels[ink::INKS]
    return float(total.max()) / 255
