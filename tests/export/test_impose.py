from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
import pyvips

from engine.errors import BadInput
from engine.export import made_at, pdf
from engine.export.press import pdfx
from engine.export.press.icc import Press
from engine.export.press.impose import impose
from engine.preflight.pdf import findings_of
from engine.scene import scene_of
from engine.typography import Artwork
from tests.export.pictures import svg
from tests.export.test_pdf import YALDA, millimetres
from tests.peers import by_pdfium

COLOURS = ("#c02020", "#20a040", "#2040c0")
A5 = pdf.Sheet(148, 210, 3)


def plaques(folder: Path, sheet: pdf.Sheet = A5) -> list[Path]:
    paths = []
    for number, colour in enumerate(COLOURS):
        artwork = Artwork(scene_of(svg(f'<rect width="100" height="100" fill="{colour}"/>')))
        paths.append(folder / f"{number}.pdf")
        pdfx.write(artwork, paths[-1], sheet, Press(), made=made_at(YALDA), title="x")
    return paths


def drawn(path: Path, number: int) -> pyvips.Image:
    """A sheet, a pixel for each millimetre."""
    with pikepdf.open(path) as document:
        left, _, right, _ = millimetres(document.pages[number - 1].mediabox)
    return by_pdfium(path, round(right - left), number - 1)


def colour_at(picture: pyvips.Image, x: int, y: int) -> str:
    red, green, blue = picture(x, y)[:3]
    return (
        "white"
        if min(red, green, blue) > 245
        else ("red", "green", "blue")[[red, green, blue].index(max(red, green, blue))]
    )


def test_two_a5_stand_side_by_side_on_a4(tmp_path: Path) -> None:
    sheets = impose(plaques(tmp_path), tmp_path / "out.pdf", paper="a4", up=2)
    assert sheets == 2
    with pikepdf.open(tmp_path / "out.pdf") as document:
        assert millimetres(document.pages[0].mediabox) == pytest.approx([0, 0, 297, 210], abs=0.01)
        assert document.docinfo["/GTS_PDFXVersion"] == "PDF/X-4"
        assert document.docinfo["/CreationDate"] == "D:20261221000000Z"
    first, last = drawn(tmp_path / "out.pdf", 1), drawn(tmp_path / "out.pdf", 2)
    assert [colour_at(first, x, 100) for x in (70, 220)] == ["red", "green"]
    assert [colour_at(last, x, 100) for x in (70, 220)] == ["blue", "white"]


def test_there_is_bleed_and_marks_where_the_paper_has_room(tmp_path: Path) -> None:
    impose(plaques(tmp_path), tmp_path / "out.pdf", paper="sra3", up=4)
    sheet = drawn(tmp_path / "out.pdf", 1)
    assert (sheet.width, sheet.height) == (320, 450)
    left = (320 - 2 * 148 - 6) // 2
    assert [colour_at(sheet, x, 100) for x in (left - 2, left - 5, 161, 159)] == ["red", "white", "green", "red"]
    assert colour_at(sheet, 60, 300) == "blue"
    with pikepdf.open(tmp_path / "out.pdf") as document:
        strokes = [each for each in pikepdf.parse_content_stream(document.pages[0]) if str(each.operator) == "S"]
        assert len(strokes) == 16
    assert findings_of(tmp_path / "out.pdf") == ()


def test_same_input_same_bytes(tmp_path: Path) -> None:
    paths = plaques(tmp_path)
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        impose(paths, tmp_path / folder / "out.pdf", paper="a4", up=2)
    assert (tmp_path / "a" / "out.pdf").read_bytes() == (tmp_path / "b" / "out.pdf").read_bytes()


def test_what_does_not_fit_or_differs_is_refused(tmp_path: Path) -> None:
    paths = plaques(tmp_path)
    with pytest.raises(BadInput, match="4 pages do not fit on A4"):
        impose(paths, tmp_path / "out.pdf", paper="a4", up=4)
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(BadInput, match="not as large"):
        impose([paths[0], *plaques(other, pdf.Sheet(105, 148, 3))], tmp_path / "out.pdf", paper="a4", up=2)
    pdf.write(scene_of(svg("")), tmp_path / "plain.pdf", A5, made=made_at(YALDA))
    with pytest.raises(BadInput, match="another press"):
        impose([paths[0], tmp_path / "plain.pdf"], tmp_path / "out.pdf", paper="a4", up=2)


def test_a_page_that_is_shown_turned_is_imposed_upright(tmp_path: Path) -> None:
    paths = plaques(tmp_path, pdf.Sheet(210, 148, 3))
    for path in paths:
        with pikepdf.open(path, allow_overwriting_input=True) as document:
            document.pages[0].obj.Rotate = 90
            document.save()
    impose(paths, tmp_path / "out.pdf", paper="a4", up=2)
    sheet = drawn(tmp_path / "out.pdf", 1)
    assert [colour_at(sheet, x, 100) for x in (70, 220)] == ["red", "green"]
