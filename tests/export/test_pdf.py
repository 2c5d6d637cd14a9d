from __future__ import annotations

import datetime
from pathlib import Path

import pikepdf
import pytest
import pyvips

from engine.export import made_at, pdf, raster
from engine.memory import Memory
from engine.scene import scene_of
from tests.export.pictures import ARTWORKS, POSTERS, difference, svg
from tests.peers import by_pdfium

YALDA = datetime.date(2026, 12, 21)
SQUARE = svg('<rect width="100" height="100" fill="#123456"/>')


def written(source: bytes, path: Path, sheet: pdf.Sheet) -> pikepdf.Pdf:
    pdf.write(scene_of(source), path, sheet, made=made_at(YALDA))
    return pikepdf.open(path)


def millimetres(box: object) -> list[float]:
    return [float(each) / 72 * 25.4 for each in box]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sheet", "page", "trim"),
    [
        (pdf.Sheet(297, 420, 3), (303, 426), (3, 3, 300, 423)),
        (pdf.Sheet(148, 210), (148, 210), (0, 0, 148, 210)),
        (pdf.Sheet(12000, 4000, 50, scale=0.1), (1210, 410), (5, 5, 1205, 405)),
    ],
)
def test_boxes_are_exact(tmp_path: Path, sheet: pdf.Sheet, page: tuple[float, ...], trim: tuple[float, ...]) -> None:
    with written(SQUARE, tmp_path / "a.pdf", sheet) as document:
        (only,) = document.pages
        assert millimetres(only.mediabox) == pytest.approx([0, 0, *page], abs=0.01)
        assert millimetres(only.obj.BleedBox) == pytest.approx([0, 0, *page], abs=0.01)
        assert millimetres(only.trimbox) == pytest.approx(trim, abs=0.01)


def test_drawings_stay_vectors(tmp_path: Path) -> None:
    with written(POSTERS[0].read_bytes(), tmp_path / "a.pdf", pdf.Sheet(200, 200)) as document:
        kinds = {each.get("/Subtype") for each in document.objects if isinstance(each, pikepdf.Stream)}
    assert "/Image" not in kinds


def test_what_cairo_can_not_draw_is_a_picture_in_it(tmp_path: Path) -> None:
    source = (ARTWORKS / "features" / "filter-blurs.svg").read_bytes()
    with written(source, tmp_path / "a.pdf", pdf.Sheet(120, 80, ppi=100)) as document:
        images = [each for each in document.objects if isinstance(each, pikepdf.Stream) and "/Image" in each.values()]
    assert 100 < max(int(image.Width) for image in images) < 472  # cropped; the sheet has 472


def test_photographs_stay_jpeg(tmp_path: Path) -> None:
    photo = pyvips.Image.gaussnoise(64, 48).cast("uchar").bandjoin([100, 50]).copy(interpretation="srgb")
    data = photo.jpegsave_buffer(Q=90)
    from base64 import b64encode

    href = f"data:image/jpeg;base64,{b64encode(data).decode()}"
    with written(svg(f'<image width="100" height="75" href="{href}"/>'), tmp_path / "a.pdf", pdf.Sheet(100, 100)) as it:
        streams = [each for each in it.objects if isinstance(each, pikepdf.Stream)]
        assert any(each.get("/Filter") == "/DCTDecode" and each.read_raw_bytes() == data for each in streams)


def test_same_input_same_bytes_whenever_it_is_made(tmp_path: Path) -> None:
    source = POSTERS[0].read_bytes()
    for name in ("a.pdf", "b.pdf"):
        written(source, tmp_path / name, pdf.Sheet(100, 100)).close()
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_what_sheets_share_is_drawn_once_and_shows_in_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawings: list[bytes] = []
    by_hand = pdf._Form.drawn
    monkeypatch.setattr(pdf._Form, "drawn", lambda layer, sheet: drawings.append(layer) or by_hand(layer, sheet))
    monkeypatch.setattr(pdf, "_KNOWN", Memory(1_000_000, lambda form: form.size))
    ground = '<rect width="100" height="100" fill="#eee"/>' + '<path d="M0 0h9v9z"/>' * 1000
    names = {name: svg(f'{ground}<path aria-label="{name}" d="M1 1h{name}v9z"/>') for name in ("70", "80")}
    for name, source in names.items():
        written(source, tmp_path / f"{name}.pdf", pdf.Sheet(100, 100)).close()
    assert len(drawings) == 3  # the ground and two names
    monkeypatch.setattr(pdf, "_KNOWN", Memory(1_000_000, lambda form: form.size))
    written(names["80"], tmp_path / "alone.pdf", pdf.Sheet(100, 100)).close()
    assert (tmp_path / "alone.pdf").read_bytes() == (tmp_path / "80.pdf").read_bytes()


def test_a_gradient_s_stops_stand_once_however_often_it_is_used(tmp_path: Path) -> None:
    stops = "".join(f'<stop offset="{n / 9}" stop-color="#{n}a0"/>' for n in range(10))
    leaves = "".join(f'<rect x="{n}" y="{n}" width="{n + 1}" height="9" fill="url(#gold)"/>' for n in range(20))
    source = svg(f'<linearGradient id="gold">{stops}</linearGradient>{leaves}')
    with written(source, tmp_path / "a.pdf", pdf.Sheet(100, 100)) as document:
        functions = [
            each for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/FunctionType" in each
        ]
        assert len(functions) == 1  # the stretches from each stop to the next stand in it


def ring(copies: str) -> bytes:
    """A ring of hatching and what shows it again."""
    hatching = "".join(f"M{n} {n % 7}c3-2 5-2 8 0v{n % 5 + 1}l-8-1z" for n in range(80))
    gold = '<linearGradient id="gold"><stop stop-color="#640"/><stop offset="1" stop-color="#fe8"/></linearGradient>'
    piece = f'<g id="piece"><path d="{hatching}"/><circle cx="20" cy="8" r="5" fill="url(#gold)"/></g>'
    return svg(f'<defs>{gold}{piece}</defs><rect width="100" height="100" fill="#fff"/>{copies}')


def copies(number: int, paint: str = "") -> str:
    turns = (f"translate(50 50) rotate({360 * n / number:g}) scale(.{n % 3 + 3})" for n in range(number))
    return "".join(f'<use href="#piece" transform="{turn}"{paint}/>' for turn in turns)


def test_what_is_repeated_is_written_once(tmp_path: Path) -> None:
    def forms_and_size(name: str, source: bytes) -> tuple[int, int]:
        path = tmp_path / name
        with written(source, path, pdf.Sheet(100, 100)) as document:
            forms = [each for each in document.objects if isinstance(each, pikepdf.Stream) and "/Form" in each.values()]
        return len(forms), path.stat().st_size

    few, small = forms_and_size("few.pdf", ring(copies(3)))
    many, large = forms_and_size("many.pdf", ring(copies(60)))
    assert many == few == 1 + 2  # the layer, and the piece in as many sizes as differ by half
    assert large < 2 * small
    assert forms_and_size("two-paints.pdf", ring(copies(3) + copies(3, ' fill="#c00"')))[0] == 1 + 4


@pytest.mark.parametrize("paint", ["", ' fill="#c00"', ' opacity=".5"'])
def test_what_is_repeated_looks_as_if_drawn_each_time(tmp_path: Path, paint: str) -> None:
    source = ring(copies(24, paint) + copies(7))
    written(source, tmp_path / "a.pdf", pdf.Sheet(100, 100)).close()
    assert difference(by_pdfium(tmp_path / "a.pdf", 400), raster.draw(scene_of(source), 400, 400)) < 1.5


def test_a_sheet_that_fails_is_in_no_other_sheet_s_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pdf, "_form", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError) as failure:
            written(SQUARE, tmp_path / "a.pdf", pdf.Sheet(10, 10))
    written(SQUARE, tmp_path / "b.pdf", pdf.Sheet(10, 10)).close()
    assert failure.tb is not None  # it holds the document that failed until here


def test_the_file_bears_the_date_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with written(SQUARE, tmp_path / "a.pdf", pdf.Sheet(10, 10)) as document:
        assert document.docinfo["/CreationDate"] == document.docinfo["/ModDate"] == "D:20261221000000Z"
        assert "airo" not in repr(document.docinfo)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    with written(SQUARE, tmp_path / "b.pdf", pdf.Sheet(10, 10)) as document:
        assert document.docinfo["/CreationDate"] == "D:19700102000000Z"


@pytest.mark.parametrize("path", POSTERS, ids=lambda path: path.stem)
def test_looks_as_the_picture_does(tmp_path: Path, path: Path) -> None:
    """PDFium draws the PDF; edges and patterns differ by its antialiasing."""
    source = path.read_bytes()
    height = 600 if path.stem == "square" else 1067
    written(source, tmp_path / "a.pdf", pdf.Sheet(200, 200 * height / 600)).close()
    assert difference(by_pdfium(tmp_path / "a.pdf", 600), raster.draw(scene_of(source), 600, height)) < 3
