"""PDFs that other programs wrote, each with faults that are known.

Inkscape and LibreOffice wrote those in `foreign/` (of sheet.svg there); Cairo and Ghostscript write theirs here.
"""

from __future__ import annotations

import subprocess
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
import pyvips
from cairosvg import svg2pdf

from engine.preflight.pdf import findings_of
from tests.peers import needs

FOREIGN = Path(__file__).parent / "foreign"
SVG = (FOREIGN / "sheet.svg").read_bytes()

UNTRIMMED = {"the page does not say where it is cut: it has no TrimBox", "there is no bleed"}
NO_PRESS = "the file does not say what press it is for"
DRAWN = {"1 things are translucent", "a line is 0.14 pt wide"}
NEAR = "text stands nearer than 3 mm to the trim"
SHEET = {*UNTRIMMED, NO_PRESS, *DRAWN}

# PostScript of a sheet of 100 × 140 mm with 3 mm of bleed around it
MARKED = """[ /TrimBox [8.5 8.5 292 405.4] /BleedBox [0 0 300.5 413.9] /PAGE pdfmark
<< /PageSize [300.5 413.9] >> setpagedevice
"""


def whats(path: Path) -> set[str]:
    return {each.what("en").removesuffix(".") for each in findings_of(path)}


def in_rgb(count: int) -> str:
    return f"{count} things are in DeviceRGB, not in inks"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("inkscape", {*SHEET, in_rgb(4), NEAR}),
        ("inkscape-outlined", {*SHEET, in_rgb(7)}),
        ("libreoffice", {*SHEET, in_rgb(5), NEAR, "the file wants something done when it is opened"}),
        (
            "libreoffice-link",
            {
                *UNTRIMMED,
                NO_PRESS,
                in_rgb(4),
                "a line is 0.0 pt wide",
                "an annotation lies on the page",
                "the file wants something done when it is opened",
            },
        ),
    ],
)
def test_what_inkscape_and_libreoffice_wrote(name: str, expected: set[str]) -> None:
    assert whats(FOREIGN / f"{name}.pdf") == expected


def of_cairo(folder: Path) -> Path:
    outlines = SVG[: SVG.index(b"<text")] + b"</svg>"
    svg2pdf(bytestring=outlines, write_to=str(folder / "a.pdf"))
    return folder / "a.pdf"


def of_cairo_with_a_coarse_picture(folder: Path) -> Path:
    pixels = b64encode(pyvips.Image.gaussnoise(30, 30).cast("uchar").pngsave_buffer()).decode()
    coarse = f'<image href="data:image/png;base64,{pixels}" x="20" y="20" width="60" height="60"/></svg>'.encode()
    svg2pdf(bytestring=SVG[: SVG.index(b"<circle")] + coarse, write_to=str(folder / "a.pdf"))
    return folder / "a.pdf"


def of_ghostscript(folder: Path, *options: str, source: Path | str) -> Path:
    if isinstance(source, str):
        (folder / "a.ps").write_text(f"%!PS\n{source}\nshowpage")
        source = folder / "a.ps"
    subprocess.run(["gs", "-q", "-sDEVICE=pdfwrite", *options, "-o", folder / "gs.pdf", source], check=True)
    return folder / "gs.pdf"


def in_inks(folder: Path) -> Path:
    options = ("-sColorConversionStrategy=CMYK", "-sProcessColorModel=DeviceCMYK")
    return of_ghostscript(folder, *options, source=of_cairo(folder))


def without_its_font(folder: Path) -> Path:
    words = "/Helvetica findfont 20 scalefont setfont 60 200 moveto 0 0 0 1 setcmykcolor (not here) show"
    return of_ghostscript(folder, "-dEmbedAllFonts=false", source=MARKED + FILLED + words)


def with_an_empty_bleed(folder: Path) -> Path:
    return of_ghostscript(folder, source=MARKED + "0.5 0.2 0 0 setcmykcolor 8.5 8.5 283.5 396.9 rectfill")


def with_too_much_ink(folder: Path) -> Path:
    drawn = "1 0.9 0.9 0.6 setcmykcolor 50 50 100 100 rectfill 1 1 1 1 setcmykcolor 200 50 50 50 rectfill"
    return of_ghostscript(folder, source=MARKED + FILLED + drawn)


def with_white_that_overprints(folder: Path) -> Path:
    drawn = "true setoverprint 0 0 0 0 setcmykcolor 50 50 100 100 rectfill"
    return of_ghostscript(folder, source=MARKED + FILLED + drawn)


FILLED = "0.5 0.2 0 0 setcmykcolor 0 0 300.5 413.9 rectfill "


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (of_cairo, {*SHEET, in_rgb(3)}),
        (of_cairo_with_a_coarse_picture, {*UNTRIMMED, NO_PRESS, in_rgb(1), "a picture has 13 pixels per inch"}),
    ],
)
def test_what_cairo_writes(written: Callable[[Path], Path], expected: set[str], tmp_path: Path) -> None:
    assert whats(written(tmp_path)) == expected


@needs("gs")
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (in_inks, SHEET),
        (without_its_font, {NO_PRESS, "the font “Helvetica” is not in the file"}),
        (
            with_an_empty_bleed,
            {NO_PRESS, *(f"the bleed is empty at the {side}" for side in ("left", "right", "top", "bottom"))},
        ),
        (
            with_too_much_ink,
            {
                NO_PRESS,
                "340% of ink on one spot, above 300%",
                "400% of ink on one spot, above 300%",
                "something prints in registration black",
            },
        ),
        (with_white_that_overprints, {NO_PRESS, "white overprints, and so does not print"}),
    ],
)
def test_what_ghostscript_writes(written: Callable[[Path], Path], expected: set[str], tmp_path: Path) -> None:
    assert whats(written(tmp_path)) == expected
