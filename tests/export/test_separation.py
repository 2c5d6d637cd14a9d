from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pikepdf
import pytest

from engine.errors import BadInput
from engine.export import made_at, pdf
from engine.export.press import pdfx
from engine.export.press.icc import Press
from engine.scene import scene_of
from engine.typography import Artwork, FontLibrary, outline
from tests.export.pictures import svg
from tests.export.test_pdf import YALDA
from tests.peers import needs

FONTS = Path(__file__).parents[2] / "fonts"
PLATE = svg(
    """<style>.gold{fill:#c8a040}</style><rect width="100" height="100" fill="#123456"/>
<circle class="gold" data-spot="Gold" cx="30" cy="30" r="10"/>
<text class="gold" data-spot="Gold" x="20" y="70" font-family="Vazirmatn" font-size="12">خمین</text>
<g opacity=".5"><rect x="5" y="5" width="90" height="90" fill="none" stroke="#ff00ff" data-spot="Cut line"/></g>"""
)


def written(path: Path, source: bytes = PLATE) -> pikepdf.Pdf:
    artwork = outline(source, FontLibrary.load(FONTS / "vazirmatn"))
    pdfx.write(artwork, path, pdf.Sheet(94, 94, 3), Press(), made=made_at(YALDA), title="x")
    return pikepdf.open(path)


@needs("gs")
def test_spot_colours_have_plates_of_their_own(tmp_path: Path) -> None:
    written(tmp_path / "a.pdf").close()
    command = ["gs", "-q", "-r30", "-sDEVICE=tiffsep", "-o", tmp_path / "a.tif", tmp_path / "a.pdf"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stderr == ""
    assert {each.name for each in tmp_path.glob("a(*")} >= {"a(Gold).tif", "a(Cut line).tif", "a(Cyan).tif"}


def test_the_ink_that_stands_in_looks_as_it_does_on_the_screen(tmp_path: Path) -> None:
    with written(tmp_path / "a.pdf") as document:
        spaces = document.pages[0].Resources.ColorSpace.values()
        (space,) = (each for each in spaces if each[1] == "/Gold")
        expected = Press().inks(np.array([[0xC8, 0xA0, 0x40]]) / 255)[0]
        assert [float(each) for each in space[3].C1] == pytest.approx(list(expected), abs=1e-3)
        used = [each for each in pikepdf.parse_content_stream(document.pages[0]) if str(each.operator) == "cs"]
        assert used


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<rect width="9" height="9" data-spot="طلایی"/>', "no name of a spot colour"),
        ('<rect width="9" height="9" data-spot="All"/>', "no name of a spot colour"),
        ('<rect width="9" height="9" fill="url(#g)" data-spot="Gold"/>', "give it a flat colour"),
    ],
)
def test_what_is_no_spot_colour_is_refused(tmp_path: Path, body: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        pdfx.write(
            Artwork(scene_of(svg(body))),
            tmp_path / "a.pdf",
            pdf.Sheet(94, 94, 3),
            Press(),
            made=made_at(YALDA),
            title="x",
        )
