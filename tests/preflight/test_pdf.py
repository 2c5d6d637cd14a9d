"""PDFs with one fault each, and some as other programs write them."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from engine.cli import main
from engine.errors import BadInput
from engine.export import pdf
from engine.preflight.findings import Finding
from engine.preflight.pdf import findings_of
from engine.scene import scene_of
from tests.peers import needs

MM = 72 / 25.4
GROUND = "0.2 0 0.4 0.1 k -20 -20 400 400 re f "


def page_of(path: Path, content: str, *, bleed: float = 3, trim: bool = True, **resources: object) -> Path:
    """A page whose trim is 80 × 100 mm with the bleed around it."""
    document = pikepdf.new()
    width, height = (80 + 2 * bleed) * MM, (100 + 2 * bleed) * MM
    page = document.add_blank_page(page_size=(width, height))
    page.obj.Contents = document.make_stream(content.encode())
    page.obj.Resources = Dictionary(**resources)
    page.obj.BleedBox = Array([0, 0, width, height])
    if trim:
        page.obj.TrimBox = Array([bleed * MM, bleed * MM, width - bleed * MM, height - bleed * MM])
    intent = Dictionary(S=Name.GTS_PDFX, DestOutputProfile=document.make_stream(b"", N=4))
    document.Root.OutputIntents = Array([intent])
    document.save(path)
    return path


def found(path: Path, **wishes: float) -> list[tuple[str, str]]:
    return [(each.level, each.what("en")) for each in findings_of(path, **wishes)]


def only(path: Path, **wishes: float) -> Finding:
    (finding,) = findings_of(path, **wishes)
    return finding


def test_a_page_as_it_should_be(tmp_path: Path) -> None:
    assert found(page_of(tmp_path / "a.pdf", GROUND)) == []


@pytest.mark.parametrize(
    ("content", "level", "said"),
    [
        ("1 0 0 rg 100 100 50 50 re f", "error", "1 things are in DeviceRGB, not in inks."),
        ("1 0.9 0.9 0.6 k 100 100 50 50 re f", "error", "340% of ink on one spot, above 300%."),
        ("1 1 1 1 k 100 100 5 5 re f", "error", "something prints in registration black."),
        ("0 0 0 1 K 0.1 w 100 100 m 150 150 l S", "warning", "a line is 0.1 pt wide."),
        ("0.5 0 0 0.5 0 0 cm 0 0 0 1 K 0.4 w 100 100 m 150 150 l S", "warning", "a line is 0.2 pt wide."),
        ("/over gs 0 0 0 0 k 100 100 50 50 re f", "error", "white overprints, and so does not print."),
        ("/none Do", "", ""),
    ],
)
def test_a_fault_in_the_drawing(tmp_path: Path, content: str, level: str, said: str) -> None:
    states = Dictionary(over=Dictionary(op=True, OP=True, OPM=1))
    told = found(page_of(tmp_path / "a.pdf", GROUND + content, ExtGState=states), ink_limit=3.0)
    expected = [(level, said)] if said else []
    assert [each for each in told if "340" in said or "of ink" not in each[1]] == expected


def test_places_are_in_millimetres_from_the_corner_of_the_trimmed_sheet(tmp_path: Path) -> None:
    x, y = (3 + 10) * MM, (3 + 100 - 20 - 5) * MM
    finding = only(page_of(tmp_path / "a.pdf", f"{GROUND} 1 0 0 rg {x} {y} {8 * MM} {5 * MM} re f"))
    box = finding.box
    assert (box.x, box.y, box.width, box.height) == pytest.approx((10, 20, 8, 5))
    assert finding.element == "page 1"


def test_boxes(tmp_path: Path) -> None:
    assert ("error", "there is no bleed.") in found(page_of(tmp_path / "a.pdf", GROUND, bleed=0))
    assert found(page_of(tmp_path / "b.pdf", GROUND, bleed=2)) == [("warning", "the bleed is 2.0 mm.")]
    told = found(page_of(tmp_path / "c.pdf", GROUND, trim=False))
    assert ("error", "the page does not say where it is cut: it has no TrimBox.") in told


@pytest.mark.parametrize(("short", "side"), [((3, 0, 0, 0), "left"), ((0, 0, 0, 2.5), "top")])
def test_bleed_that_is_not_filled(tmp_path: Path, short: tuple[float, ...], side: str) -> None:
    left, low, right, high = (each * MM for each in short)
    width, height = 86 * MM - left - right, 106 * MM - low - high
    content = f"0.2 0 0.4 0.1 k {left} {low} {width} {height} re f"
    assert found(page_of(tmp_path / "a.pdf", content)) == [("error", f"the bleed is empty at the {side}.")]


def test_what_ends_at_the_trim_beyond_a_corner_lies_on_the_ground(tmp_path: Path) -> None:
    ground = f"0.2 0 0.4 0.1 k 0 0 {86 * MM} {106 * MM} re f "
    assert found(page_of(tmp_path / "a.pdf", f"{ground} 0 0 0 1 k {3.5 * MM} -40 100 100 re f")) == []


def test_a_white_sheet_needs_nothing_in_its_bleed(tmp_path: Path) -> None:
    assert found(page_of(tmp_path / "a.pdf", "0 0 0 1 k 100 100 50 50 re f")) == []


@pytest.mark.parametrize(("side", "level"), [(50, "error"), (150, "warning"), (300, None)])
def test_pictures_have_to_be_fine_enough(tmp_path: Path, side: int, level: str | None) -> None:
    path = tmp_path / "a.pdf"
    page_of(path, GROUND + "72 0 0 72 100 100 cm /p Do")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        data = b"\x20" * (side * side * 4)
        picture = pikepdf.Stream(
            document, data, Type=Name.XObject, Subtype=Name.Image, Width=side, Height=side,
            BitsPerComponent=8, ColorSpace=Name.DeviceCMYK,
        )  # fmt: skip
        document.pages[0].obj.Resources.XObject = Dictionary(p=picture)
        document.save()
    expected = [(level, f"a picture has {side} pixels per inch.")] if level else []
    assert found(path) == expected
    assert any("of ink" in what for _, what in found(path, ink_limit=0.4))


def test_fonts_must_be_in_the_file_and_text_away_from_the_trim(tmp_path: Path) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    text = f"{GROUND} BT /F 12 Tf 0 0 0 1 k {{}} 150 Td (Khomein) Tj ET"
    resources = Dictionary(F=font)
    assert found(page_of(tmp_path / "a.pdf", text.format(100), Font=resources)) == [
        ("error", "the font “Helvetica” is not in the file.")
    ]
    near = found(page_of(tmp_path / "b.pdf", text.format(4 * MM), Font=resources))
    assert ("warning", "text stands nearer than 3 mm to the trim.") in near


def test_what_is_in_forms_and_patterns_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    page_of(path, GROUND + "/f Do")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        form = pikepdf.Stream(
            document, b"1 0 0 RG 10 10 m 50 50 l S", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 100],
            Matrix=[1, 0, 0, 1, 50, 50],
        )  # fmt: skip
        document.pages[0].obj.Resources.XObject = Dictionary(f=form)
        document.save()
    assert found(path) == [("error", "1 things are in DeviceRGB, not in inks.")]


def test_nothing_is_translucent_in_an_older_pdfx(tmp_path: Path) -> None:
    veil = Dictionary(ca=0.5)
    path = page_of(tmp_path / "a.pdf", f"{GROUND}/V gs 0.2 0 0 0 k 60 60 100 100 re f", ExtGState=Dictionary(V=veil))
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.docinfo["/GTS_PDFXVersion"] = "PDF/X-1a:2003"
        document.save(path)
    assert ("error", "1 things are translucent, and PDF/X-1a:2003 has nothing such.") in found(path)


def test_annotations_and_actions(tmp_path: Path) -> None:
    path = page_of(tmp_path / "a.pdf", GROUND)
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[50, 50, 60, 60])
        document.pages[0].obj.Annots = Array([note])
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert()"))
        document.save()
    assert {what for _, what in found(path)} == {
        "an annotation lies on the page.",
        "the file wants something done when it is opened.",
    }


def test_locked_and_broken_files_are_refused(tmp_path: Path) -> None:
    path = page_of(tmp_path / "a.pdf", GROUND)
    with pikepdf.open(path) as document:
        document.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(BadInput, match="has a password"):
        findings_of(tmp_path / "locked.pdf")
    (tmp_path / "b.pdf").write_bytes(b"no PDF at all")
    with pytest.raises(BadInput, match="can't be opened"):
        findings_of(tmp_path / "b.pdf")


SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#046"/>
<circle cx="80" cy="80" r="50" fill="#e90" opacity=".5"/></svg>"""


@needs("gs")
def test_what_cairo_and_ghostscript_write(tmp_path: Path) -> None:
    from cairosvg import svg2pdf

    svg2pdf(bytestring=SVG.encode(), write_to=str(tmp_path / "cairo.pdf"))
    convert = ["gs", "-q", "-sDEVICE=pdfwrite", "-sColorConversionStrategy=CMYK", "-o"]
    subprocess.run([*convert, tmp_path / "gs.pdf", tmp_path / "cairo.pdf"], check=True)
    for name, in_rgb in (("cairo", True), ("gs", False)):
        whats = [what for _, what in found(tmp_path / f"{name}.pdf")]
        assert "the page does not say where it is cut: it has no TrimBox." in whats
        assert "there is no bleed." in whats
        assert "the file does not say what press it is for." in whats
        assert any("translucent" in what for what in whats)
        assert any("DeviceRGB" in what for what in whats) is in_rgb


def test_what_we_make_for_an_office_printer_is_no_fault(tmp_path: Path) -> None:
    made = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
    pdf.write(scene_of(SVG.encode()), tmp_path / "letter.pdf", pdf.Sheet(100, 100, 3), made=made)
    assert [level for level, _ in found(tmp_path / "letter.pdf")] == ["warning"]
    with pikepdf.open(tmp_path / "letter.pdf", allow_overwriting_input=True) as document:
        document.docinfo["/Producer"] = "Another"
        document.save()
    assert "error" in [level for level, _ in found(tmp_path / "letter.pdf")]


def test_naqsh_check_takes_pdfs(tmp_path: Path) -> None:
    good, bad = page_of(tmp_path / "a.pdf", GROUND), page_of(tmp_path / "b.pdf", GROUND, bleed=0)
    with pytest.raises(SystemExit) as ended:
        main(["check", str(good)])
    assert ended.value.code == 0
    with pytest.raises(SystemExit) as ended:
        main(["check", str(good), str(bad)])
    assert ended.value.code == 2


def test_a_sheet_at_a_tenth_is_judged_at_its_true_size(tmp_path: Path) -> None:
    line = f"{GROUND} 0 0 0 1 K 0.1 w 100 100 m 150 150 l S"
    assert found(page_of(tmp_path / "wall_1-10.pdf", line, bleed=1)) == []
    assert len(found(page_of(tmp_path / "wall.pdf", line, bleed=1))) == 2
