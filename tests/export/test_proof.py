from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import pyvips

from engine.errors import BadInput
from engine.export import made_at, pdf, raster
from engine.export.press import pdfx
from engine.export.press.icc import Press
from engine.export.press.proof import GAP, HEIGHT, SWATCH, proof
from engine.scene import scene_of
from engine.typography import Artwork
from tests.export.pictures import svg
from tests.export.test_pdf import YALDA
from tests.peers import needs

# Left a green that no ink makes, right bare paper
HALF = svg('<rect width="50" height="100" fill="#00ff40"/>')
SHEET = pdf.Sheet(94, 94, 3)


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    pdfx.write(Artwork(scene_of(HALF)), path, SHEET, Press(), made=made_at(YALDA), title="x")
    return path


@needs("gs")
def test_a_proof_shows_screen_paper_and_ink(printed: Path, tmp_path: Path) -> None:
    raster.write(scene_of(HALF), tmp_path / "screen.png", 200, 200, kind="png", ppi=96)
    made = proof(printed, tmp_path / "proof.png", screen=tmp_path / "screen.png")
    sheet = pyvips.Image.new_from_file(str(tmp_path / "proof.png"))
    assert (sheet.width, sheet.height) == (3 * HEIGHT + 2 * GAP, HEIGHT + GAP + SWATCH)
    screen, paper, ink = (sheet.crop(number * (HEIGHT + GAP), 0, HEIGHT, HEIGHT) for number in range(3))
    assert screen(100, 600) == [0, 255, 64]
    assert sheet(10, HEIGHT + GAP) == [0, 255, 64]  # the colour that is lost, by itself
    red, green, blue = paper(100, 600)
    assert green < 240 and max(red, blue) > 40  # duller than the screen
    assert ink(1100, 600) == [255, 255, 255]
    assert ink(100, 600) != [255, 255, 255]
    inks = Press().inks(np.array([[0, 255, 64]]) / 255)[0]
    assert made.most_ink == pytest.approx(inks.sum(), abs=0.02)
    assert made.coverage == pytest.approx(tuple(inks / 2), abs=0.02)
    assert made.lost[0].screen == "#00ff40"
    assert made.lost[0].difference > 5
    assert made.lost[0].share == pytest.approx(0.5, abs=0.01)
    assert [each.screen for each in made.lost] == ["#00ff40"]  # white is white


@needs("gs")
def test_without_a_screen_picture_there_are_two(printed: Path, tmp_path: Path) -> None:
    made = proof(printed, tmp_path / "proof.png")
    assert pyvips.Image.new_from_file(str(tmp_path / "proof.png")).width == 2 * HEIGHT + GAP
    assert made.lost == ()


@needs("gs")
def test_ink_above_the_limit_is_black_on_the_map(printed: Path, tmp_path: Path) -> None:
    proof(printed, tmp_path / "proof.png", ink_limit=1.0)
    assert pyvips.Image.new_from_file(str(tmp_path / "proof.png"))(HEIGHT + GAP + 100, 600) == [0, 0, 0]


def test_a_pdf_that_names_no_press_is_refused(tmp_path: Path) -> None:
    pdf.write(scene_of(HALF), tmp_path / "plain.pdf", SHEET, made=made_at(YALDA))
    with pytest.raises(BadInput, match="names no press"):
        proof(tmp_path / "plain.pdf", tmp_path / "proof.png")


def test_without_ghostscript_it_says_so(printed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BadInput, match="needs Ghostscript"):
        proof(printed, tmp_path / "proof.png")
