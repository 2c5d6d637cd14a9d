"""Other programs' and libraries' word on what Naqsh makes.

What libvips (with its librsvg) and PDFium can judge, they judge: both come from PyPI, so that these tests run wherever
the engine does. What only a program of the system can judge asks for it by `needs`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
import pyvips

UNICODE = Path("/usr/share/unicode")
PROGRAMS = {
    "chromium": "chromium",
    "gs": "ghostscript",
    "hb-shape": "libharfbuzz-bin",
    "inkscape": "inkscape",
    "strace": "strace",
    "unicode-data": "unicode-data",
    "xvfb-run": "xvfb",
}
"""What tests may ask for → the Debian package that has it."""

FINER = 3


def needs(*names: str) -> pytest.MarkDecorator:
    """Marks tests that ask for programs of `PROGRAMS`: skipped without them, and failed in CI, which installs all."""
    assert set(names) <= PROGRAMS.keys()
    return pytest.mark.needs(*names)


def is_here(name: str) -> bool:
    """Whether something of `PROGRAMS` is installed."""
    return (UNICODE / "BidiTest.txt").is_file() if name == "unicode-data" else shutil.which(name) is not None


def by_librsvg(svg: bytes, width: int) -> pyvips.Image:
    """An SVG as librsvg draws it, `width` pixels wide: sRGB with alpha."""
    natural = pyvips.Image.svgload_buffer(svg)
    return pyvips.Image.svgload_buffer(svg, scale=width / natural.width).copy_memory()


def by_pdfium(path: Path, width: int, page: int = 0) -> pyvips.Image:
    """A page of a PDF (from 0) as PDFium draws it on white paper, `width` pixels wide: sRGB.

    It is drawn larger and shrunk: PDFium draws no line thinner than a pixel.
    """
    with pdfium.PdfDocument(path) as document:
        sheet = document[page]
        scale = width / sheet.get_width()
        drawn = sheet.render(scale=scale * FINER, rev_byteorder=True, optimize_mode="print").to_numpy()
        height = round(sheet.get_height() * scale)
        pixels = np.ascontiguousarray(drawn[: height * FINER, : width * FINER, :3])  # PDFium rounds up
    return pyvips.Image.new_from_array(pixels, interpretation="srgb").shrink(FINER, FINER).copy_memory()


def words_of(path: Path, box: tuple[float, float, float, float] | None = None) -> str:
    """The words on the first page of a PDF, as PDFium reads them; those in a box alone: left, top, right and bottom in
    points from the page's top left corner."""
    with pdfium.PdfDocument(path) as document:
        sheet = document[0]
        text = sheet.get_textpage()
        if box is None:
            return str(text.get_text_range())
        left, top, right, bottom = box
        down = sheet.get_height()
        return str(text.get_text_bounded(left=left, bottom=down - bottom, right=right, top=down - top))
