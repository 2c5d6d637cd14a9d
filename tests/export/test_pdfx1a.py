from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
import pyvips

from engine.export import made_at, pdf
from engine.export.press import pdfx
from engine.export.press.icc import Press
from engine.preflight.pdf import findings_of
from engine.scene import scene_of
from engine.typography import Artwork
from tests.export.pictures import POSTERS, svg
from tests.export.test_mixing import GROUND as MIXED
from tests.export.test_mixing import PAINTS
from tests.export.test_pdf import YALDA
from tests.peers import needs

GROUND = '<rect width="100" height="100" fill="#123456"/>'
VEIL = '<circle cx="30" cy="30" r="10" fill="#fff" opacity=".4"/>'
STAR = '<path d="M60 60h20v20z" fill="#ffcc00"/>'
A_SYMBOL = """<symbol id="s" viewBox="0 0 1 1" opacity=".5"><rect width="1" height="1" fill="#fff"/></symbol>
<use href="#s" width="50" height="50"/>"""


def written(path: Path, source: bytes, side: float = 94) -> pikepdf.Pdf:
    artwork, sheet = Artwork(scene_of(source)), pdf.Sheet(side, side, 3)
    pdfx.write(artwork, path, sheet, Press(), made=made_at(YALDA), title="", standard=pdfx.X1A)
    return pikepdf.open(path)


def dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    waiting = list(document.objects)
    while waiting:
        each = waiting.pop()
        if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
            yield each
            waiting += [value for value in each.values() if isinstance(value, pikepdf.Object) and not value.is_indirect]
        elif isinstance(each, pikepdf.Array):
            waiting += [value for value in each if isinstance(value, pikepdf.Object) and not value.is_indirect]


def pictures(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [each for each in document.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]


def drawn(path: Path, device: str) -> pyvips.Image:
    picture = path.with_suffix(f".{device}.tif")
    command = ["gs", "-q", "-r72", "-dGraphicsAlphaBits=4", f"-sDEVICE={device}", "-o", picture, path]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stdout + told.stderr == ""
    return pyvips.Image.new_from_file(str(picture)).copy_memory()


@pytest.mark.parametrize(
    "source", [svg(GROUND + VEIL + STAR), svg(GROUND + A_SYMBOL), POSTERS[0].read_bytes()], ids=[0, 1, 2]
)
def test_nothing_is_translucent_or_in_light(tmp_path: Path, source: bytes) -> None:
    with written(tmp_path / "a.pdf", source) as document:
        assert document.pdf_version == "1.4"
        assert document.docinfo["/GTS_PDFXVersion"] == "PDF/X-1a:2003"
        for each in dictionaries(document):
            assert not {"/SMask", "/ca", "/CA", "/BM"} & set(each.keys())
            assert each.get("/S") != "/Transparency"
            assert "/DeviceRGB" not in list(map(str, each.values()))
    assert findings_of(tmp_path / "a.pdf") == ()


def test_only_what_is_translucent_is_a_picture(tmp_path: Path) -> None:
    with written(tmp_path / "a.pdf", svg(GROUND + STAR + VEIL)) as document:
        (picture,) = pictures(document)
        assert int(picture.Width) == pytest.approx(20 / 25.4 * 300, abs=6)  # the circle, at 300 ppi
    with written(tmp_path / "b.pdf", svg(GROUND + STAR)) as document:
        assert pictures(document) == []


def test_what_lies_upon_a_picture_stays_a_vector(tmp_path: Path) -> None:
    with written(tmp_path / "a.pdf", svg(GROUND + VEIL + '<path d="M25 25h10v10z" fill="#000"/>')) as document:
        last = list(pikepdf.parse_content_stream(document.pages[0]))[-1]
        assert str(last.operator) == "Do"
        above = document.pages[0].obj.Resources.XObject[last.operands[0]]
        assert b" l" in above.read_bytes()
        assert [float(each) for each in above.BBox][:2] == [0, 0]


@needs("gs")
def test_it_prints_as_it_looks(tmp_path: Path) -> None:
    source, press = svg(MIXED + "".join(PAINTS.values()) + STAR), Press()
    written(tmp_path / "a.pdf", source).close()
    pdf.write(scene_of(source), tmp_path / "plain.pdf", pdf.Sheet(94, 94, 3), made=made_at(YALDA))
    plates = drawn(tmp_path / "a.pdf", "tiff32nc").copy(interpretation="cmyk")
    screen = press.picture(drawn(tmp_path / "plain.pdf", "tiff24nc").copy(interpretation="srgb"))
    assert press.seen(plates).dE00(press.seen(screen)).avg() < 0.5


def test_pictures_of_a_large_sheet_are_as_fine_as_it_is_seen(tmp_path: Path) -> None:
    artwork, sheet = Artwork(scene_of(svg(GROUND + VEIL))), pdf.Sheet(1980, 1980, 10, ppi=60)
    pdfx.write(artwork, tmp_path / "a.pdf", sheet, Press(), made=made_at(YALDA), title="", standard=pdfx.X1A)
    with pikepdf.open(tmp_path / "a.pdf") as document:
        (picture,) = pictures(document)
        assert int(picture.Width) == pytest.approx(400 / 25.4 * 120, abs=6)


def test_same_input_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        written(tmp_path / name, svg(GROUND + VEIL)).close()
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_what_a_matrix_makes_nothing_of_is_left_out(tmp_path: Path) -> None:
    nothing = (Path(__file__).parents[1] / "hostile" / "svg" / "transforms-in-transforms.svg").read_bytes()
    with written(tmp_path / "a.pdf", nothing) as document:
        assert pictures(document) == []
