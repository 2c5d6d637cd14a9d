"""The symbol files: what the programs draw, in the form that templates rely on."""

from __future__ import annotations

import io
import re
from pathlib import Path

import cairosvg
import numpy as np
import pytest
from lxml import etree
from PIL import Image

from art.drawing import LARGEST
from art.symbols import FOLDER, Symbol, symbols
from engine.templates.generated import unmarked
from tests.peers import by_librsvg

FILES = sorted(FOLDER.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
CLASS = re.compile(r"fill-tone-[1-4]")

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def ink(png: bytes) -> np.ndarray:
    """The picture on mid grey."""
    drawn = Image.open(io.BytesIO(png)).convert("RGBA")
    return np.asarray(Image.alpha_composite(Image.new("RGBA", drawn.size, "#808080"), drawn).convert("RGB"), float)


def by_cairo(file: Path, size: int) -> bytes:
    return cairosvg.svg2png(bytestring=file.read_bytes(), output_width=size, output_height=size)


def test_there_is_a_symbol_for_each_occasion() -> None:
    assert len(FILES) >= 67


def test_files_and_programs_have_the_same_names() -> None:
    assert {file.stem for file in FILES} == set(symbols())


@pytest.mark.parametrize("symbol", symbols().values(), ids=lambda symbol: symbol.name)
def test_program_says_what_it_shows(symbol: Symbol) -> None:
    assert symbol.about.endswith(".")


@every_file
def test_form(file: Path) -> None:
    root = etree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 1000 1000"
    assert len(unmarked(file.read_text(encoding="utf-8")).encode()) <= LARGEST
    paths = [each for each in root if each.tag != f"{SVG}metadata"]
    for path in paths:
        assert path.tag == f"{SVG}path"
        assert CLASS.fullmatch(path.get("class", ""))
        assert set(path.attrib) <= {"class", "fill", "opacity", "d"}
    assert {path.get("class") for path in paths} >= {"fill-tone-1", "fill-tone-2", "fill-tone-3"}


@every_file
def test_ink_fills_the_square_but_stays_within(file: Path) -> None:
    drawn = np.asarray(Image.open(io.BytesIO(by_cairo(file, 200))))[..., 3]
    assert (drawn > 128).mean() > 0.1
    rim = 6  # of the margin's 8 pixels
    assert not drawn[:rim].any()
    assert not drawn[-rim:].any()
    assert not drawn[:, :rim].any()
    assert not drawn[:, -rim:].any()
    rows, columns = np.nonzero(drawn)
    assert max(np.ptp(rows), np.ptp(columns)) > 180


@every_file
def test_reads_without_colour(file: Path) -> None:
    """Light, middle and dark are all there, or a symbol is a blot in grey."""
    drawn = np.asarray(Image.open(io.BytesIO(by_cairo(file, 64))).convert("LA"), float)
    grey = drawn[..., 0][drawn[..., 1] > 200]
    assert np.percentile(grey, 95) - np.percentile(grey, 5) > 50


def test_cairo_and_rsvg_agree() -> None:
    for file in FILES:
        by_rsvg = by_librsvg(file.read_bytes(), 300).pngsave_buffer()
        assert np.abs(ink(by_cairo(file, 300)) - ink(by_rsvg)).mean() < 0.5, file.stem


def test_no_two_look_the_same() -> None:
    """Their silhouettes and shades, seen 16 px wide, differ."""
    seen = {file.stem: ink(by_cairo(file, 16)).mean(axis=2) for file in FILES}
    names = list(seen)
    for k, a in enumerate(names):
        for b in names[k + 1 :]:
            assert np.abs(seen[a] - seen[b]).mean() > 4, (a, b)
